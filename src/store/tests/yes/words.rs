//! Shown, and answered: what goes on record, and where each word carries a post.

use super::*;

#[test]
fn what_a_client_is_shown_is_on_record_to_the_letter() {
    let mut table = Table::laid();
    let [one, two, _] = table.posts[..] else {
        panic!()
    };
    let variant = table.variants(one)[0];
    table.does(PlanCommand::SaveText {
        post: one,
        variant: Some(variant),
        text: "Только для первого".to_owned(),
    });
    let before = hers(&table.desk.store);
    table.send(&[one, two]).unwrap();
    table.there_and_back(&before);
    table.all_stand(one, Approval::Review, "");
    table.all_stand(two, Approval::Review, "");
    let reader = table.desk.store.reader();
    assert_eq!(reader.line(variant).unwrap().unwrap().asked, "A1");
    let waits = reader.with_client(None, 9).unwrap();
    assert_eq!((waits.len(), waits[0].posts), (1, 2));
    assert_eq!(waits[0].code, "A");
    let body: String = table
        .desk
        .store
        .writer
        .query_row("SELECT body FROM shown WHERE post = ?", [one], |row| {
            row.get(0)
        })
        .unwrap();
    assert!(body.contains("Только для первого") && body.contains("Три способа не сухо."));
    assert_eq!(findings(&mut table.desk.store), []);
}

#[test]
fn yes_changes_and_no_carry_each_post_where_it_belongs() {
    let mut table = Table::laid();
    let [one, two, three] = table.posts[..] else {
        panic!()
    };
    table.send(&[one, two, three]).unwrap();
    let before = hers(&table.desk.store);
    table
        .says(&[
            ("A1", Verdict::Yes, ""),
            ("A2", Verdict::Changes, "заменить\n фото"),
            ("A3", Verdict::No, "поздно"),
        ])
        .unwrap();
    table.there_and_back(&before);
    table.all_stand(one, Approval::Approved, "");
    table.all_stand(two, Approval::Changes, "заменить фото");
    table.all_stand(three, Approval::Hold, "поздно");
    let parcel = table
        .desk
        .store
        .reader()
        .parcel(table.variants(one)[0])
        .unwrap();
    assert!(parcel.approved, "what was agreed is frozen");
    assert_eq!(table.desk.store.reader().with_client(None, 9).unwrap(), []);
    assert_eq!(
        table.desk.store.reader().asked(table.client, 9).unwrap(),
        []
    );
}

#[test]
fn a_verdict_without_words_has_a_reason_all_the_same() {
    let mut table = Table::laid();
    let [one, two, _] = table.posts[..] else {
        panic!()
    };
    table.send(&[one, two]).unwrap();
    table
        .says(&[("A1", Verdict::Changes, " "), ("A2", Verdict::No, "")])
        .unwrap();
    table.all_stand(one, Approval::Changes, CHANGES_UNSAID);
    table.all_stand(two, Approval::Hold, NO_UNSAID);
}

#[test]
fn a_half_answered_packet_still_waits_for_the_rest() {
    let mut table = Table::laid();
    let [one, two, _] = table.posts[..] else {
        panic!()
    };
    table.send(&[one, two]).unwrap();
    table.says(&[("A1", Verdict::Yes, "")]).unwrap();
    let reader = table.desk.store.reader();
    assert_eq!(
        reader.with_client(Some(table.client), 9).unwrap()[0].posts,
        1
    );
    let asked = reader.asked(table.client, 9).unwrap();
    let codes: Vec<_> = asked.iter().map(|it| (it.code(), it.verdict)).collect();
    assert_eq!(
        codes,
        [
            ("A1".to_owned(), Some(Verdict::Yes)),
            ("A2".to_owned(), None)
        ]
    );
}

#[test]
fn a_client_may_think_better_of_it_before_it_goes_out() {
    let mut table = Table::laid();
    let [one, ..] = table.posts[..] else { panic!() };
    table.send(&[one]).unwrap();
    table.says(&[("A1", Verdict::Yes, "")]).unwrap();
    table
        .says(&[("A1", Verdict::Changes, "всё-таки фото")])
        .unwrap();
    table.all_stand(one, Approval::Changes, "всё-таки фото");
    table.says(&[("A1", Verdict::Yes, "ладно")]).unwrap();
    table.all_stand(one, Approval::Approved, "");
}

#[test]
fn a_topic_alone_can_be_agreed_on() {
    let mut table = Table::laid();
    let mut new = post(table.client, &table.channels, None);
    new.text = String::new();
    new.approval = Approval::Idea;
    let idea = PostId(table.desk.made(&Command::Plan(PlanCommand::AddPost(new))));
    table.posts.push(idea);
    table.send(&[idea]).unwrap();
    table.says(&[("A1", Verdict::Yes, "")]).unwrap();
    table.all_stand(idea, Approval::Approved, "");
    // Its first text is more than the client has said yes to.
    table.writes(idea, "Текст");
    table.all_stand(idea, Approval::Draft, TAKEN_BACK);
}

#[test]
fn a_letter_is_used_once_whatever_becomes_of_its_packet() {
    let mut table = Table::laid();
    let [one, two, _] = table.posts[..] else {
        panic!()
    };
    table.send(&[one]).unwrap();
    table.desk.store.undo(table.desk.now).unwrap();
    table.all_stand(one, Approval::Draft, "");
    assert_eq!(table.desk.store.reader().with_client(None, 9).unwrap(), []);
    table.send(&[two]).unwrap();
    let asked = table.desk.store.reader().asked(table.client, 9).unwrap();
    assert_eq!(asked[0].code(), "B1", "the client may have read A");
    // Even if the post itself was a mistake and went the same way.
    let slip = table.add(None);
    table.send(&[slip]).unwrap();
    for _ in 0..2 {
        table.desk.store.undo(table.desk.now).unwrap();
    }
    assert_eq!(
        table
            .desk
            .store
            .reader()
            .next_letters(table.client)
            .unwrap(),
        "D"
    );
    let left = table
        .desk
        .store
        .reader()
        .letters_of(table.client, 9)
        .unwrap();
    assert_eq!(left, ["B"]);
}

#[test]
fn a_client_let_go_waits_for_nothing_and_comes_back_waiting() {
    let mut table = Table::laid();
    let [one, two, _] = table.posts[..] else {
        panic!()
    };
    table.send(&[one, two]).unwrap();
    let delete = |posts: &[PostId]| PlanCommand::DeletePosts {
        posts: posts.to_vec(),
    };
    table.does(delete(&[one]));
    let waits = |table: &Table| table.desk.store.reader().with_client(None, 9).unwrap();
    assert_eq!(waits(&table)[0].posts, 1);
    let go = ClientCommand::Delete(table.client);
    table.desk.apply(&Command::Client(go)).unwrap();
    assert_eq!(waits(&table), []);
    assert_eq!(
        table.desk.store.reader().asked(table.client, 9).unwrap(),
        []
    );
    for _ in 0..2 {
        table.desk.store.undo(table.desk.now).unwrap();
    }
    assert_eq!(waits(&table)[0].posts, 2);
}

#[test]
fn a_yes_to_what_must_not_go_out_is_taken_down_and_waits_for_her() {
    let mut table = Table::laid();
    let [one, two, _] = table.posts[..] else {
        panic!("three posts")
    };
    table.writes(one, &"ж".repeat(20_000));
    table.send(&[one, two]).unwrap();
    let before = hers(&table.desk.store);
    let yes = |code| (code, Verdict::Yes, "");
    table.says(&[yes("A1"), yes("A2")]).unwrap();
    table.all_stand(one, Approval::Draft, YES_HELD);
    table.all_stand(two, Approval::Approved, "");
    let shown = table.desk.store.reader().shown_of(one, 9).unwrap();
    assert_eq!(shown[0].verdict, Some(Verdict::Yes), "the yes is on record");
    table.there_and_back(&before);
    // Let through with a reason, it is hers to send on its way; the yes stands as it was said.
    table.does(PlanCommand::LetPass {
        posts: vec![one],
        rules: vec![RuleId::OverLimit],
        reason: "клиент так хочет".to_owned(),
    });
    table.says(&[("A1", Verdict::Yes, "точно да")]).unwrap();
    table.all_stand(one, Approval::Approved, "");
}

#[test]
fn what_she_has_let_go_out_herself_a_late_yes_does_not_call_back() {
    let mut table = Table::laid();
    let one = table.posts[0];
    table.writes(one, &"ж".repeat(20_000));
    table.send(&[one]).unwrap();
    table.does(PlanCommand::SetApproval {
        variants: table.variants(one),
        to: Approval::Approved,
        reason: String::new(),
    });
    table.says(&[("A1", Verdict::Yes, "")]).unwrap();
    table.all_stand(one, Approval::Approved, "");
}
