//! Named days through the store: named, called otherwise, taken away, and every step of it taken back.

use chrono::NaiveDate;

use super::desk::{Desk, difference, findings, hers};
use crate::domain::command::{ClientCommand, Command, DayCommand};
use crate::domain::days::Stretch;
use crate::domain::ids::ClientId;
use crate::store::StoreError;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn name(client: Option<ClientId>, first: &str, last: &str, name: &str, is_off: bool) -> Command {
    Command::Day(DayCommand::Name {
        client,
        stretch: Stretch::new(day(first), day(last)).unwrap(),
        name: name.to_owned(),
        is_off,
    })
}

fn take_away(client: Option<ClientId>, first: &str, last: &str) -> Command {
    let stretch = Stretch::new(day(first), day(last)).unwrap();
    Command::Day(DayCommand::TakeAway { client, stretch })
}

/// "29.11 День матери", a star where she is off, earliest first.
fn calendar(desk: &Desk, scope: Option<ClientId>) -> Vec<String> {
    let mut days = desk.store.reader().named_days(None, None, scope).unwrap();
    days.sort_by_key(|it| (it.day, it.client));
    let said = |it: &crate::domain::days::NamedDay| {
        let off = if it.is_off { "*" } else { "" };
        format!("{}{off} {}", it.day.format("%d.%m"), it.name)
    };
    days.iter().map(said).collect()
}

#[test]
fn a_day_has_one_name_for_each_client_and_one_for_everybody() {
    let mut desk = Desk::new();
    let (kolos, _) = desk.client("Kolos");
    let (marani, _) = desk.client("Marani");
    let sunday = ("2026-11-29", "2026-11-29");
    for (whose, called, is_off) in [
        (Some(kolos), "День матери", false),
        (None, "", true),
        (Some(marani), "წვიმა", false),
        (Some(kolos), "День мам", false),
    ] {
        desk.apply(&name(whose, sunday.0, sunday.1, called, is_off))
            .unwrap();
    }
    assert_eq!(
        calendar(&desk, None),
        ["29.11* ", "29.11 День мам", "29.11 წვიმა"]
    );
    assert_eq!(calendar(&desk, Some(kolos)), ["29.11* ", "29.11 День мам"]);
    desk.store.undo(desk.now).unwrap();
    assert_eq!(
        calendar(&desk, Some(kolos)),
        ["29.11* ", "29.11 День матери"]
    );
    desk.store.redo(desk.now).unwrap();
    assert_eq!(calendar(&desk, Some(kolos)), ["29.11* ", "29.11 День мам"]);
    let same = desk.apply(&name(Some(kolos), sunday.0, sunday.1, "День мам", false));
    assert_eq!(
        same.unwrap().entry,
        None,
        "nothing changed, nothing to take back"
    );
    assert_eq!(findings(&mut desk.store), []);
}

#[test]
fn a_leave_over_new_year_is_one_step_and_comes_back_as_one() {
    let mut desk = Desk::new();
    desk.apply(&name(None, "2027-01-01", "2027-01-01", "Новый год", false))
        .unwrap();
    let before = hers(&desk.store);
    desk.apply(&name(None, "2026-12-30", "2027-01-08", "отпуск", true))
        .unwrap();
    assert_eq!(
        calendar(&desk, None).len(),
        10,
        "the first of January is one of them"
    );
    assert!(calendar(&desk, None).contains(&"01.01* отпуск".to_owned()));
    let within = desk.store.reader();
    let within = within.named_days(Some(day("2027-01-01")), Some(day("2027-01-03")), None);
    assert_eq!(within.unwrap().len(), 2, "the last day is not among them");
    desk.store.undo(desk.now).unwrap();
    assert_eq!(difference(&before, &hers(&desk.store)), None);
    desk.store.redo(desk.now).unwrap();
    desk.apply(&take_away(None, "2026-12-31", "2027-01-08"))
        .unwrap();
    assert_eq!(calendar(&desk, None), ["30.12* отпуск"]);
    desk.store.undo(desk.now).unwrap();
    assert_eq!(calendar(&desk, None).len(), 10);
    desk.apply(&take_away(None, "2028-01-01", "2028-01-01"))
        .unwrap();
    assert_eq!(
        calendar(&desk, None).len(),
        10,
        "what has no name keeps having none"
    );
}

#[test]
fn the_days_of_a_client_go_and_come_with_the_client() {
    let mut desk = Desk::new();
    let (kolos, _) = desk.client("Kolos");
    desk.apply(&name(
        Some(kolos),
        "2026-11-29",
        "2026-11-29",
        "День матери",
        false,
    ))
    .unwrap();
    let gone = Command::Client(ClientCommand::Delete(kolos));
    desk.apply(&gone).unwrap();
    assert_eq!(calendar(&desk, None), [""; 0]);
    let refused = desk.apply(&name(Some(kolos), "2026-11-30", "2026-11-30", "x", false));
    assert!(matches!(
        refused,
        Err(StoreError::Gone {
            table: "client",
            ..
        })
    ));
    desk.store.undo(desk.now).unwrap();
    assert_eq!(calendar(&desk, None), ["29.11 День матери"]);
}

#[test]
fn a_hostile_name_is_kept_as_a_name_and_nothing_else() {
    let mut desk = Desk::new();
    for (n, called) in [
        "'); DROP TABLE holiday_mark; --",
        "\"кавычки\" %_*",
        "👨‍👩‍👧‍👦 семья",
        "وقت",
    ]
    .into_iter()
    .enumerate()
    {
        let on = format!("2026-12-{:02}", n + 1);
        desk.apply(&name(None, &on, &on, called, false)).unwrap();
        let days = desk.store.reader().named_days(Some(day(&on)), None, None);
        assert_eq!(days.unwrap()[0].name, called);
        desk.store.undo(desk.now).unwrap();
        desk.store.redo(desk.now).unwrap();
    }
    assert_eq!(calendar(&desk, None).len(), 4);
    assert_eq!(findings(&mut desk.store), []);
}
