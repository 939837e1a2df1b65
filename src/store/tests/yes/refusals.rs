//! What cannot be sent or taken down: a sentence, and nothing half-done.

use super::*;

#[test]
fn a_yes_does_not_cover_what_was_changed_while_the_client_read() {
    let mut table = Table::laid();
    let [one, two, _] = table.posts[..] else {
        panic!()
    };
    table.send(&[one, two]).unwrap();
    table.writes(one, "Уже другой текст");
    table.all_stand(one, Approval::Review, "");
    let before = hers(&table.desk.store);
    let said = table.says(&[("A2", Verdict::Yes, ""), ("A1", Verdict::Yes, "")]);
    let code = "A1".to_owned();
    let parts = vec![Part::Text];
    assert_eq!(refused(said), YesRefused::Changed { code, parts });
    assert_eq!(
        difference(&before, &hers(&table.desk.store)),
        None,
        "all or nothing"
    );
    // Words on what was shown still count, and so does a yes to what is sent again.
    table.says(&[("A1", Verdict::Changes, "короче")]).unwrap();
    table.send(&[one]).unwrap();
    table.says(&[("B1", Verdict::Yes, "")]).unwrap();
    table.all_stand(one, Approval::Approved, "");
}

#[test]
fn an_answer_to_an_older_code_is_told_the_newer_one() {
    let mut table = Table::laid();
    let [one, two, _] = table.posts[..] else {
        panic!()
    };
    table.send(&[one, two]).unwrap();
    table.send(&[one]).unwrap();
    let said = table.says(&[("A1", Verdict::Yes, "")]);
    let (code, newer) = ("A1".to_owned(), "B1".to_owned());
    assert_eq!(refused(said), YesRefused::ShownAgain { code, newer });
    let asked = table.desk.store.reader().asked(table.client, 9).unwrap();
    let codes: Vec<_> = asked.iter().map(AskedItem::code).collect();
    assert_eq!(codes, ["A2", "B1"]);
    let waits = table.desk.store.reader().with_client(None, 9).unwrap();
    let waits: Vec<_> = waits
        .iter()
        .map(|it| (it.code.as_str(), it.posts))
        .collect();
    assert_eq!(waits, [("A", 1), ("B", 1)], "the longest waiting first");
    let shown = table.desk.store.reader().shown_of(one, 9).unwrap();
    let shown: Vec<_> = shown.iter().map(AskedItem::code).collect();
    assert_eq!(shown, ["B1", "A1"]);
}

#[test]
fn the_same_code_twice_is_no_answer() {
    let mut table = Table::laid();
    let [one, ..] = table.posts[..] else { panic!() };
    table.send(&[one]).unwrap();
    let said = table.says(&[("A1", Verdict::Yes, ""), ("A1", Verdict::No, "")]);
    assert_eq!(refused(said), YesRefused::Twice("A1".to_owned()));
    table.all_stand(one, Approval::Review, "");
}

#[test]
fn posts_that_cannot_go_together_do_not_go_at_all() {
    let mut table = Table::laid();
    let [one, two, three] = table.posts[..] else {
        panic!()
    };
    let (other, channel) = table.desk.client("Марани");
    let theirs = PostId(table.desk.made(&Command::Plan(PlanCommand::AddPost(post(
        other,
        &[channel],
        None,
    )))));
    table.does(PlanCommand::SetApproval {
        variants: table.variants(three),
        to: Approval::Hold,
        reason: "ждём фото".to_owned(),
    });
    let before = hers(&table.desk.store);
    let topic = || "Сырники к утру".to_owned();
    let cases = [
        (vec![], YesRefused::NoPosts),
        (vec![one, theirs], YesRefused::TwoClients),
        (vec![one, two, one], YesRefused::Twice(topic())),
        (vec![one, three], YesRefused::Parked(topic())),
    ];
    for (posts, why) in cases {
        assert_eq!(refused(table.send(&posts)), why);
        assert_eq!(difference(&before, &hers(&table.desk.store)), None);
    }
    let gone = table.send(&[one, PostId(99)]);
    assert!(matches!(
        gone,
        Err(StoreError::Gone {
            table: "post",
            row: 99
        })
    ));
    assert_eq!(difference(&before, &hers(&table.desk.store)), None);
    let letters = |client| table.desk.store.reader().next_letters(client).unwrap();
    assert_eq!(
        (letters(table.client), letters(other)),
        ("A".into(), "A".into())
    );
}

#[test]
fn what_she_put_on_hold_stays_there_whatever_the_client_allows() {
    let mut table = Table::laid();
    let [one, ..] = table.posts[..] else { panic!() };
    table.send(&[one]).unwrap();
    table.does(PlanCommand::SetApproval {
        variants: vec![table.variants(one)[0]],
        to: Approval::Hold,
        reason: "нет фото".to_owned(),
    });
    table.says(&[("A1", Verdict::Yes, "")]).unwrap();
    let [held, agreed] = table.stands(one).try_into().unwrap();
    assert_eq!(held, (Approval::Hold, "нет фото".to_owned()));
    assert_eq!(agreed, (Approval::Approved, String::new()));
}

#[test]
fn a_packet_is_not_taken_back_from_under_an_answer_that_came_since() {
    let mut table = Table::laid();
    let [one, ..] = table.posts[..] else { panic!() };
    table.send(&[one]).unwrap();
    let mut daemon = table.desk.beside(Origin::Daemon, 3);
    let answer = PacketCommand::Answer {
        told: vec![Told {
            item: table.item("A1"),
            verdict: Verdict::Yes,
            words: String::new(),
        }],
    };
    daemon
        .apply(&Command::Packet(answer), table.desk.now)
        .unwrap();
    let refused = table.desk.store.undo(table.desk.now);
    assert!(matches!(refused, Err(StoreError::ChangedSince { .. })));
    table.all_stand(one, Approval::Approved, "");
}
