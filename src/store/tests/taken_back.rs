//! Single cases of taking back, each as it happens at a desk.

use super::desk::{
    Desk, card, difference, drifted, facts, findings, hers, message, moment, open, planned, post,
    receive,
};
use crate::domain::command::{
    ChannelCommand, ClientCommand, Command, DeliveryCommand, InboxCommand, KpiCommand, NewReading,
    PlanCommand,
};
use crate::domain::ids::{ChannelId, ClientId, PostId, ThreadId, VariantId};
use crate::domain::inbox::ThreadState;
use crate::domain::kpi::Metric;
use crate::domain::post::Approval;
use crate::store::{Origin, StoreError};

fn save(post: i64, text: &str) -> Command {
    Command::Plan(PlanCommand::SaveText {
        post: PostId(post),
        variant: None,
        text: text.to_owned(),
    })
}

fn reading(channel: ChannelId) -> Command {
    Command::Kpi(KpiCommand::TypeReadings {
        readings: vec![NewReading {
            channel,
            post: None,
            metric: Metric::Followers,
            day: moment(0).date_naive(),
            value: 6600.0,
        }],
        origin: "typed".to_owned(),
    })
}

#[test]
fn a_text_another_program_changed_since_is_not_taken_back() {
    let mut desk = Desk::new();
    let (client, channel) = desk.client("Колос");
    let id = desk.made(&Command::Plan(PlanCommand::AddPost(post(
        client,
        &[channel],
        None,
    ))));
    desk.apply(&save(id, "Её слова")).unwrap();
    let mut daemon = desk.beside(Origin::Daemon, 3);
    daemon.apply(&save(id, "Чужие слова"), desk.now).unwrap();
    let stands = hers(&desk.store);
    let refused = desk.store.undo(desk.now);
    assert!(
        matches!(refused, Err(StoreError::ChangedSince { ref table, row }) if table == "post" && row == id)
    );
    assert_eq!(difference(&stands, &hers(&desk.store)), None);
    let again = desk.store.reader().wording(PostId(id), None).unwrap();
    assert_eq!(again.unwrap().text, "Чужие слова");
}

#[test]
fn what_another_program_changed_elsewhere_in_the_row_stays() {
    let mut desk = Desk::new();
    let (client, _) = desk.client("Колос");
    let mut theirs = card("Колос");
    theirs.promise_min = 15;
    let mut hers = card("Колос");
    hers.tone = "тепло".to_owned();
    desk.apply(&Command::Client(ClientCommand::Edit(client, hers.clone())))
        .unwrap();
    theirs.tone.clone_from(&hers.tone);
    let mut daemon = desk.beside(Origin::Daemon, 3);
    daemon
        .apply(
            &Command::Client(ClientCommand::Edit(client, theirs)),
            desk.now,
        )
        .unwrap();
    desk.store.undo(desk.now).unwrap();
    let card = desk.store.reader().client(client).unwrap().card;
    assert_eq!((card.tone.as_str(), card.promise_min), ("", 15));
}

#[test]
fn a_text_does_not_go_back_under_an_approval_that_came_after_it() {
    let mut desk = Desk::new();
    let (client, channel) = desk.client("Колос");
    desk.apply(&Command::Plan(PlanCommand::AddPost(post(
        client,
        &[channel],
        None,
    ))))
    .unwrap();
    let variant = VariantId(desk.number("SELECT max(id) FROM variant"));
    desk.apply(&Command::Plan(PlanCommand::SaveText {
        post: PostId(1),
        variant: Some(variant),
        text: "Для этого канала иначе".to_owned(),
    }))
    .unwrap();
    let mut daemon = desk.beside(Origin::Daemon, 3);
    let approve = Command::Plan(PlanCommand::SetApproval {
        variants: vec![variant],
        to: Approval::Approved,
        reason: String::new(),
    });
    daemon.apply(&approve, desk.now).unwrap();
    assert!(matches!(
        desk.store.undo(desk.now),
        Err(StoreError::ChangedSince { .. })
    ));
}

#[test]
fn a_deleted_client_comes_back_whole_even_tomorrow() {
    let mut desk = Desk::new();
    let (client, channel) = desk.client("Колос");
    for day in 0..5 {
        let mut new = post(client, &[channel], Some(moment(600 + day * 1440)));
        new.rubric = "Рецепты".to_owned();
        desk.apply(&Command::Plan(PlanCommand::AddPost(new)))
            .unwrap();
        let text = format!("Когда откроетесь? {day}");
        desk.apply(&receive(vec![message(channel, "аня", desk.now, &text)]))
            .unwrap();
        desk.apply(&reading(channel)).unwrap();
    }
    let looks = |desk: &Desk| {
        let reader = desk.store.reader();
        let sums = |table| desk.number(&format!("SELECT count(*) FROM {table}"));
        (
            reader.clients().unwrap(),
            reader.channels().unwrap(),
            sums("agenda_sum"),
            sums("thread_sum"),
            hers(&desk.store),
        )
    };
    let before = looks(&desk);
    desk.apply(&Command::Client(ClientCommand::Delete(client)))
        .unwrap();
    assert!(desk.store.reader().clients().unwrap().is_empty());
    assert_eq!(desk.number("SELECT count(*) FROM agenda_sum"), 0);
    assert_eq!(desk.number("SELECT count(*) FROM thread_sum"), 0);
    let mut desk = desk.reopened();
    desk.store.undo(desk.now).unwrap();
    assert!(looks(&desk) == before, "the client did not come back whole");
    assert_eq!(before.2, 5);
    assert_eq!(before.3, 1);
    assert_eq!(findings(&mut desk.store), []);
}

#[test]
fn a_client_is_not_taken_back_from_under_what_has_arrived() {
    let mut desk = Desk::new();
    let mut daemon = desk.beside(Origin::Daemon, 3);
    let add = Command::Client(ClientCommand::Add(card("Колос")));
    let client = ClientId(desk.made(&add));
    let channel = daemon
        .apply(
            &Command::Channel(ChannelCommand::Add(super::desk::page(client))),
            desk.now,
        )
        .unwrap();
    let channel = ChannelId(channel.id.unwrap());
    daemon
        .apply(
            &receive(vec![message(channel, "аня", desk.now, "Вы открыты?")]),
            desk.now,
        )
        .unwrap();
    let stands = (hers(&desk.store), facts(&desk.store));
    assert!(matches!(
        desk.store.undo(desk.now),
        Err(StoreError::ArrivedSince)
    ));
    assert!(
        stands == (hers(&desk.store), facts(&desk.store)),
        "something was lost"
    );
    assert_eq!(desk.number("SELECT count(*) FROM thread_sum"), 1);
    assert_eq!(findings(&mut desk.store), []);
}

#[test]
fn each_kind_of_arrival_holds_the_channel_it_came_to() {
    let arrivals: [fn(&Desk, ChannelId) -> Command; 3] = [
        |desk, channel| receive(vec![message(channel, "аня", desk.now, "Вы открыты?")]),
        |_, channel| Command::Inbox(InboxCommand::Look { channel, found: 0 }),
        |_, channel| reading(channel),
    ];
    for arrival in arrivals {
        let mut desk = Desk::new();
        let (_, channel) = desk.client("Колос");
        let mut daemon = desk.beside(Origin::Daemon, 3);
        daemon.apply(&arrival(&desk, channel), desk.now).unwrap();
        assert!(matches!(
            desk.store.undo(desk.now),
            Err(StoreError::ArrivedSince)
        ));
        assert!(desk.store.reader().channel(channel).is_ok());
    }
}

#[test]
fn a_channel_added_by_mistake_goes_after_what_was_typed_into_it() {
    let mut desk = Desk::new();
    let (_, channel) = desk.client("Колос");
    desk.apply(&reading(channel)).unwrap();
    desk.apply(&Command::Inbox(InboxCommand::Look { channel, found: 2 }))
        .unwrap();
    desk.apply(&receive(vec![message(
        channel,
        "аня",
        desk.now,
        "Вы открыты?",
    )]))
    .unwrap();
    for _ in 0..5 {
        desk.store.undo(desk.now).unwrap();
    }
    assert!(matches!(
        desk.store.undo(desk.now),
        Err(StoreError::NothingToUndo)
    ));
    assert!(desk.store.reader().clients().unwrap().is_empty());
    assert_eq!(findings(&mut desk.store), []);
}

#[test]
fn nothing_changed_is_nothing_to_take_back() {
    let mut desk = Desk::new();
    let (client, _) = desk.client("Колос");
    desk.store.undo(desk.now).unwrap();
    let same = Command::Client(ClientCommand::Edit(client, card("Колос")));
    assert_eq!(desk.apply(&same).unwrap().entry, None);
    // Nor does it bar the way forward.
    desk.store.redo(desk.now).unwrap();
    assert_eq!(desk.store.reader().channels().unwrap().len(), 1);
}

#[test]
fn nobody_edits_or_buries_the_buried() {
    let mut desk = Desk::new();
    let (client, _) = desk.client("Колос");
    let delete = Command::Client(ClientCommand::Delete(client));
    desk.apply(&delete).unwrap();
    let edit = Command::Client(ClientCommand::Edit(client, card("Мельница")));
    for command in [delete, edit] {
        assert!(matches!(
            desk.apply(&command),
            Err(StoreError::Gone {
                table: "client",
                ..
            })
        ));
    }
}

#[test]
fn what_is_not_there_is_refused_as_missing_not_as_arrived() {
    let mut desk = Desk::new();
    desk.client("Колос");
    let nobody = ThreadId(99);
    let lost = [
        Command::Inbox(InboxCommand::Answer {
            thread: nobody,
            text: "Да".to_owned(),
            at: moment(0),
        }),
        Command::Inbox(InboxCommand::Decide {
            threads: vec![nobody],
            state: ThreadState::Closed,
            until: None,
        }),
        Command::Inbox(InboxCommand::Look {
            channel: ChannelId(99),
            found: 0,
        }),
        reading(ChannelId(99)),
        receive(vec![message(ChannelId(99), "аня", moment(0), "Ау")]),
        Command::Plan(PlanCommand::Detach {
            media: crate::domain::ids::MediaId(99),
        }),
        Command::Plan(PlanCommand::ArrangeMedia {
            post: PostId(99),
            order: Vec::new(),
        }),
        Command::Plan(PlanCommand::ChooseCover {
            post: PostId(99),
            cover: None,
        }),
        Command::Delivery(DeliveryCommand::Rang {
            variants: vec![(VariantId(99), moment(0))],
        }),
    ];
    for command in lost {
        let written = facts(&desk.store);
        let refused = desk.apply(&command).unwrap_err();
        assert_eq!(refused.words().key, "store-gone", "{command:?}: {refused}");
        assert!(written == facts(&desk.store), "{command:?}");
    }
}

#[test]
fn a_stamp_from_elsewhere_holds_the_post_it_is_about() {
    let mut desk = Desk::new();
    let (client, channel) = desk.client("Колос");
    desk.apply(&Command::Plan(PlanCommand::AddPost(post(
        client,
        &[channel],
        Some(moment(5)),
    ))))
    .unwrap();
    let mut daemon = desk.beside(Origin::Daemon, 3);
    let stamp = Command::Delivery(DeliveryCommand::Stamp {
        variants: vec![VariantId(1)],
        at: moment(6),
        permalink: "https://t.me/kolos/1".to_owned(),
    });
    daemon.apply(&stamp, desk.now).unwrap();
    assert!(matches!(
        desk.store.undo(desk.now),
        Err(StoreError::ArrivedSince)
    ));
}

#[test]
fn moving_a_time_forth_and_back_leaves_the_four_columns_as_they_were() {
    let mut desk = Desk::new();
    let (client, channel) = desk.client("Колос");
    desk.apply(&Command::Plan(PlanCommand::AddPost(post(
        client,
        &[channel],
        None,
    ))))
    .unwrap();
    let before = hers(&desk.store);
    for at in [Some(moment(90)), None, Some(moment(30))] {
        desk.apply(&Command::Plan(PlanCommand::Reschedule {
            moves: vec![(VariantId(1), at.map(planned))],
        }))
        .unwrap();
    }
    for _ in 0..3 {
        desk.store.undo(desk.now).unwrap();
    }
    assert_eq!(difference(&before, &hers(&desk.store)), None);
}

#[test]
fn a_big_import_taken_back_is_not_found_any_more() {
    let mut desk = Desk::new();
    let (_, channel) = desk.client("Колос");
    let many = (0..500).map(|n| message(channel, "аня", moment(n), &format!("вопрос{n}")));
    desk.apply(&receive(many.collect())).unwrap();
    while desk.store.index_some(120).unwrap() > 0 {}
    let found = "SELECT count(*) FROM message_fts WHERE message_fts MATCH 'вопрос77'";
    assert_eq!(desk.number(found), 1);
    desk.store.undo(desk.now).unwrap();
    while desk.store.index_some(120).unwrap() > 0 {}
    assert_eq!(desk.number(found), 0);
    desk.store.redo(desk.now).unwrap();
    while desk.store.index_some(120).unwrap() > 0 {}
    assert_eq!(desk.number(found), 1);
    assert_eq!(drifted(&mut desk.store), None);
}

#[test]
fn two_windows_that_press_u_at_once_take_back_two_things() {
    let mut desk = Desk::new();
    let (client, channel) = desk.client("Колос");
    for n in 0..20 {
        let text = format!("Вопрос {n}");
        desk.apply(&receive(vec![message(channel, "аня", moment(n), &text)]))
            .unwrap();
    }
    let folder = desk.folder.path().to_owned();
    let press = |seed| {
        let mut store = open(&folder, Origin::Window, seed).unwrap();
        move || (0..10).filter(|_| store.undo(moment(99)).is_ok()).count()
    };
    let (left, right) = (press(21), press(22));
    let taken = std::thread::scope(|scope| {
        let (left, right) = (scope.spawn(left), scope.spawn(right));
        left.join().unwrap() + right.join().unwrap()
    });
    assert_eq!(taken, 20);
    assert!(desk.store.reader().client(client).is_ok());
    assert_eq!(desk.number("SELECT count(*) FROM thread_sum"), 0);
    assert_eq!(findings(&mut desk.store), []);
}
