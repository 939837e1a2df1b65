//! An edit after the yes: what the client said yes to stands no longer, and everything else does.

use super::*;

#[test]
fn an_edit_after_a_yes_takes_it_back_in_the_same_step() {
    let mut table = Table::laid();
    let [one, two, _] = table.posts[..] else {
        panic!()
    };
    table.send(&[one, two]).unwrap();
    table
        .says(&[("A1", Verdict::Yes, ""), ("A2", Verdict::Yes, "")])
        .unwrap();
    let before = hers(&table.desk.store);
    table.writes(one, "Два способа не сухо.");
    table.there_and_back(&before);
    table.all_stand(one, Approval::Draft, TAKEN_BACK);
    table.all_stand(two, Approval::Approved, "");
    let since = table.desk.store.reader().since_shown(one).unwrap().unwrap();
    assert_eq!(
        (since.code.as_str(), since.verdict),
        ("A1", Some(Verdict::Yes))
    );
    assert_eq!(since.changed.len(), 1);
    assert_eq!(since.changed[0].part, Part::Text);
    assert_eq!(table.desk.store.reader().since_shown(two).unwrap(), None);
}

#[test]
fn each_part_the_client_saw_takes_the_yes_back() {
    let card = |topic: &str, link: &str, first_comment: &str| PostCard {
        topic: topic.to_owned(),
        link: link.to_owned(),
        first_comment: first_comment.to_owned(),
        ..PostCard::default()
    };
    let same = || card("Сырники к утру", "", "");
    let cases: [(Part, PostCard); 3] = [
        (Part::Topic, card("Сырники к обеду", "", "")),
        (
            Part::Link,
            card("Сырники к утру", "https://kolos.example", ""),
        ),
        (Part::FirstComment, card("Сырники к утру", "", "Ждём вас")),
    ];
    for (part, changed) in cases {
        let mut table = Table::laid();
        let [one, ..] = table.posts[..] else { panic!() };
        table.send(&[one]).unwrap();
        table.says(&[("A1", Verdict::Yes, "")]).unwrap();
        let mut untouched = same();
        untouched.brief = "тепло".to_owned();
        untouched.note = "спросить Лену".to_owned();
        untouched.client_note = "фото пришлём в среду".to_owned();
        untouched.script = "Лена: «Доброе утро»".to_owned();
        table.does(PlanCommand::EditPost {
            post: one,
            card: untouched,
        });
        table.all_stand(one, Approval::Approved, "");
        table.does(PlanCommand::EditPost {
            post: one,
            card: changed,
        });
        table.all_stand(one, Approval::Draft, TAKEN_BACK);
        let since = table.desk.store.reader().since_shown(one).unwrap().unwrap();
        assert_eq!(since.changed[0].part, part);
    }
}

#[test]
fn pictures_take_the_yes_back_and_their_descriptions_do_not() {
    let mut table = Table::laid();
    let [one, two, _] = table.posts[..] else {
        panic!()
    };
    std::fs::write(table.desk.folder.path().join("media/01"), b"1").unwrap();
    let attach = |post| PlanCommand::Attach {
        post,
        hash: "01".to_owned(),
        name: "сырники.jpg".to_owned(),
        bytes: 1,
        alt: String::new(),
    };
    table.does(attach(one));
    table.send(&[one, two]).unwrap();
    table
        .says(&[("A1", Verdict::Yes, ""), ("A2", Verdict::Yes, "")])
        .unwrap();
    let media = MediaId(1);
    table.does(PlanCommand::EditAlt {
        media,
        alt: "Сырники на тарелке".to_owned(),
    });
    table.all_stand(one, Approval::Approved, "");
    table.does(PlanCommand::Detach { media });
    table.all_stand(one, Approval::Draft, TAKEN_BACK);
    table.does(attach(two));
    table.all_stand(two, Approval::Draft, TAKEN_BACK);
}

/// Hangs pictures on a post, each called by its hash.
fn hang(table: &mut Table, post: PostId, hashes: &[&str]) {
    for hash in hashes {
        let file = table.desk.folder.path().join("media").join(hash);
        std::fs::write(file, hash).unwrap();
        table.does(PlanCommand::Attach {
            post,
            hash: (*hash).to_owned(),
            name: (*hash).to_owned(),
            bytes: 2,
            alt: String::new(),
        });
    }
}

#[test]
fn another_cover_takes_the_yes_back() {
    let mut table = Table::laid();
    let [one, ..] = table.posts[..] else { panic!() };
    hang(&mut table, one, &["01", "02"]);
    let cover = |nth: Option<i64>| PlanCommand::ChooseCover {
        post: one,
        cover: nth.map(MediaId),
    };
    table.does(cover(Some(1)));
    table.send(&[one]).unwrap();
    table.says(&[("A1", Verdict::Yes, "")]).unwrap();
    let letter = table.desk.store.reader().letter(PacketId(1)).unwrap();
    let pictures = letter.items[0].pictures.iter();
    let covers: Vec<bool> = pictures.map(|it| it.is_cover).collect();
    assert_eq!(covers, [true, false]);
    table.does(cover(Some(1)));
    table.all_stand(one, Approval::Approved, "");
    table.does(cover(Some(2)));
    table.all_stand(one, Approval::Draft, TAKEN_BACK);
}

#[test]
fn the_note_a_client_was_shown_stays_in_the_letter_as_it_was() {
    let mut table = Table::laid();
    let [one, ..] = table.posts[..] else { panic!() };
    let card = |client_note: &str| PlanCommand::EditPost {
        post: one,
        card: PostCard {
            topic: "Сырники к утру".to_owned(),
            note: "тайное".to_owned(),
            client_note: client_note.to_owned(),
            ..PostCard::default()
        },
    };
    table.does(card("фото пришлём в среду"));
    table.send(&[one]).unwrap();
    table.says(&[("A1", Verdict::Yes, "")]).unwrap();
    table.does(card("фото уже здесь"));
    table.all_stand(one, Approval::Approved, "");
    let reader = table.desk.store.reader();
    assert_eq!(reader.since_shown(one).unwrap(), None);
    let letter = reader.letter(PacketId(1)).unwrap();
    assert_eq!(letter.items[0].client_note, "фото пришлём в среду");
    let text = crate::report::packet::text(&letter);
    assert!(text.contains("среду") && !text.contains("тайное"), "{text}");
}

#[test]
fn another_order_of_the_pictures_takes_the_yes_back() {
    let mut table = Table::laid();
    let [one, ..] = table.posts[..] else { panic!() };
    hang(&mut table, one, &["01", "02", "03"]);
    table.send(&[one]).unwrap();
    table.says(&[("A1", Verdict::Yes, "")]).unwrap();
    let order = |table: &Table| -> Vec<String> {
        let card = table.desk.store.reader().card_of_post(one).unwrap();
        card.pictures.into_iter().map(|it| it.name).collect()
    };
    let arrange = |order: &[i64]| PlanCommand::ArrangeMedia {
        post: one,
        order: order.iter().copied().map(MediaId).collect(),
    };
    table.does(arrange(&[3]));
    assert_eq!(order(&table), ["03", "01", "02"]);
    table.all_stand(one, Approval::Draft, TAKEN_BACK);
    table.does(arrange(&[1, 2, 3, 99]));
    assert_eq!(order(&table), ["01", "02", "03"]);
}

#[test]
fn another_time_leaves_the_yes_standing() {
    let mut table = Table::laid();
    let [one, ..] = table.posts[..] else { panic!() };
    table.send(&[one]).unwrap();
    table.says(&[("A1", Verdict::Yes, "")]).unwrap();
    let later = planned(moment(9 * 1440));
    let moves = table.variants(one).into_iter();
    let moves = moves.map(|variant| (variant, Some(later.clone())));
    table.does(PlanCommand::Reschedule {
        moves: moves.collect(),
    });
    table.all_stand(one, Approval::Approved, "");
}

#[test]
fn a_wording_of_one_channel_takes_back_the_yes_to_that_channel_alone() {
    let mut table = Table::laid();
    let [one, ..] = table.posts[..] else { panic!() };
    let [first, second] = table.variants(one)[..] else {
        panic!()
    };
    table.send(&[one]).unwrap();
    table.says(&[("A1", Verdict::Yes, "")]).unwrap();
    table.does(PlanCommand::SaveText {
        post: one,
        variant: Some(second),
        text: "Короче".to_owned(),
    });
    let [kept, taken] = table.stands(one).try_into().unwrap();
    assert_eq!(kept, (Approval::Approved, String::new()));
    assert_eq!(taken, (Approval::Draft, TAKEN_BACK.to_owned()));
    let since = table.desk.store.reader().since_shown(one).unwrap().unwrap();
    assert_eq!(since.changed[0].channels, [table.channels[1]]);
    // Back to what the client saw: nothing differs any more, and it may go out when she says so.
    table.does(PlanCommand::Inherit { variant: second });
    assert_eq!(table.desk.store.reader().since_shown(one).unwrap(), None);
    assert!(table.desk.store.reader().parcel(first).unwrap().approved);
}

#[test]
fn letting_a_channel_follow_the_base_again_takes_its_yes_back() {
    let mut table = Table::laid();
    let [one, ..] = table.posts[..] else { panic!() };
    let variant = table.variants(one)[0];
    table.does(PlanCommand::SaveText {
        post: one,
        variant: Some(variant),
        text: "Иначе".to_owned(),
    });
    table.send(&[one]).unwrap();
    table.says(&[("A1", Verdict::Yes, "")]).unwrap();
    table.does(PlanCommand::Inherit { variant });
    assert_eq!(
        table.stands(one)[0],
        (Approval::Draft, TAKEN_BACK.to_owned())
    );
    assert_eq!(table.stands(one)[1].0, Approval::Approved);
}

#[test]
fn what_is_published_keeps_its_payload_when_the_text_is_edited() {
    let mut table = Table::laid();
    let [one, ..] = table.posts[..] else { panic!() };
    let [out, open] = table.variants(one)[..] else {
        panic!()
    };
    table.send(&[one]).unwrap();
    table.says(&[("A1", Verdict::Yes, "")]).unwrap();
    let stamp = DeliveryCommand::Stamp {
        variants: vec![out],
        at: table.desk.now,
        permalink: String::new(),
    };
    table.desk.apply(&Command::Delivery(stamp)).unwrap();
    table.writes(one, "Совсем другое");
    let reader = table.desk.store.reader();
    assert_eq!(reader.parcel(out).unwrap().text, "Три способа не сухо.");
    let line = reader.line(open).unwrap().unwrap();
    assert_eq!(
        (line.approval, line.reason.as_str()),
        (Approval::Draft, TAKEN_BACK)
    );
    // The client cannot say anything any more to what is out.
    let stamp = DeliveryCommand::Stamp {
        variants: vec![open],
        at: table.desk.now,
        permalink: String::new(),
    };
    table.desk.apply(&Command::Delivery(stamp)).unwrap();
    let said = table.says(&[("A1", Verdict::No, "поздно")]);
    assert_eq!(refused(said), YesRefused::NothingOpen("A1".to_owned()));
    let sent = table.send(&[one]);
    assert_eq!(
        refused(sent),
        YesRefused::NothingOpen("Сырники к утру".to_owned())
    );
}

#[test]
fn what_she_approved_herself_stays_hers() {
    let mut table = Table::laid();
    let [one, two, _] = table.posts[..] else {
        panic!()
    };
    let approve = |variants| PlanCommand::SetApproval {
        variants,
        to: Approval::Approved,
        reason: String::new(),
    };
    table.does(approve(table.variants(one)));
    table.writes(one, "Её правка");
    table.all_stand(one, Approval::Approved, "");
    // Nor does a yes of long ago bind her once she has overruled it.
    table.send(&[two]).unwrap();
    table.says(&[("A1", Verdict::Yes, "")]).unwrap();
    table.writes(two, "Правка после согласия");
    table.does(approve(table.variants(two)));
    table.writes(two, "И ещё одна");
    table.all_stand(two, Approval::Approved, "");
    let frozen = table
        .desk
        .store
        .reader()
        .parcel(table.variants(two)[0])
        .unwrap();
    assert_eq!(frozen.text, "И ещё одна");
}

#[test]
fn what_the_client_still_reads_is_marked_when_it_is_changed() {
    let mut table = Table::laid();
    let [one, ..] = table.posts[..] else { panic!() };
    table.send(&[one]).unwrap();
    let before = hers(&table.desk.store);
    table.writes(one, "Два способа не сухо.");
    table.there_and_back(&before);
    table.all_stand(one, Approval::Review, CHANGED_MEANWHILE);
    // As the client saw it again: nothing is to be said of it.
    table.writes(one, "Три способа не сухо.");
    table.all_stand(one, Approval::Review, "");
    table.writes(one, "Два способа не сухо.");
    table.send(&[one]).unwrap();
    table.all_stand(one, Approval::Review, "");
}
