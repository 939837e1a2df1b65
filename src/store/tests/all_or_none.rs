//! Many Commands in one trip to the disk: each keeps its own moment and its own way back, and they fail together.

use std::time::Duration;

use crate::domain::Moment;
use crate::domain::chance::Rng;
use crate::domain::client::ClientCard;
use crate::domain::command::{ClientCommand, Command};
use crate::store::{Origin, Store, StoreError};

fn add(name: &str, seconds: i64) -> (Command, Moment) {
    let add = Command::Client(ClientCommand::Add(ClientCard::new(name, "UTC")));
    (add, at(seconds))
}

fn at(seconds: i64) -> Moment {
    Moment::from_timestamp(seconds, 0).unwrap()
}

#[test]
fn many_commands_keep_their_own_moments_and_fail_together() {
    let dir = tempfile::tempdir().unwrap();
    let patience = Duration::from_secs(1);
    let mut store = Store::open(dir.path(), Origin::Window, patience, Rng::seeded(7)).unwrap();
    let both = [add("Kolos", 1_000), add("Marani", 2_000)];
    let done = store.apply_all(&both).unwrap();
    let ids: Vec<_> = done.iter().map(|it| it.id).collect();
    assert_eq!(ids, [Some(1), Some(2)]);
    let history = store.reader().history(None, 10).unwrap();
    let moments: Vec<_> = history.iter().map(|it| it.at).collect();
    assert_eq!(moments, [at(2_000), at(1_000)], "newest first");

    let refused = store.apply_all(&[add("Lampo", 3_000), add("Kolos", 3_000)]);
    assert!(matches!(refused, Err(StoreError::NameTaken)));
    assert_eq!(store.reader().clients().unwrap().len(), 2, "all or none");
    assert_eq!(store.reader().history(None, 10).unwrap().len(), 2);

    store.undo(at(4_000)).unwrap();
    let left = store.reader().clients().unwrap();
    assert_eq!(left.len(), 1, "u takes back one of them");
    assert_eq!(left[0].card.name, "Kolos");
    assert!(store.apply_all(&[]).unwrap().is_empty());
}
