//! Many Commands in one go: each under its own entry, all or none.

use std::time::Duration;

use crate::domain::Moment;
use crate::domain::chance::Rng;
use crate::domain::client::ClientCard;
use crate::domain::command::{ClientCommand, Command};
use crate::store::{Origin, Store, StoreError};

#[test]
fn many_commands_keep_their_own_moments_and_fail_together() {
    let dir = tempfile::tempdir().unwrap();
    let patience = Duration::from_secs(1);
    let mut store = Store::open(dir.path(), Origin::Window, patience, Rng::seeded(7)).unwrap();
    let add = |name: &str| Command::Client(ClientCommand::Add(ClientCard::new(name, "UTC")));
    let at = |seconds: i64| Moment::from_timestamp(seconds, 0).unwrap();
    let both = [(add("Kolos"), at(1_000)), (add("Marani"), at(2_000))];
    let done = store.apply_all(&both).unwrap();
    assert_eq!(
        done.iter().map(|it| it.id).collect::<Vec<_>>(),
        [Some(1), Some(2)]
    );
    let history = store.reader().history(10).unwrap();
    assert_eq!(
        history.iter().map(|it| it.at).collect::<Vec<_>>(),
        [at(2_000), at(1_000)]
    );

    let refused = store.apply_all(&[(add("Lampo"), at(3_000)), (add("Kolos"), at(3_000))]);
    assert!(matches!(refused, Err(StoreError::NameTaken)));
    assert_eq!(store.reader().clients().unwrap().len(), 2, "all or none");
    store.undo(at(4_000)).unwrap();
    assert_eq!(
        store.reader().clients().unwrap().len(),
        1,
        "u takes back one of them"
    );
}
