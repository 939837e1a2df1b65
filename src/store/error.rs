//! What can go wrong in the cellar, each with the words that say it and the way out.

use crate::domain::post::MoveRefused;
use crate::domain::words::Words;
use crate::domain::yes::YesRefused;

/// The result of asking the store.
pub type Result<T> = std::result::Result<T, StoreError>;

/// Why the store did not do what was asked. Nothing is half-written when one of these comes back.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The desk was written by a newer program.
    #[error("the desk has schema {found}, this program knows {known}")]
    Newer {
        /// Version found in the file.
        found: i64,
        /// Newest version this program knows.
        known: i64,
    },
    /// The file is not one of our desks.
    #[error("not a desk")]
    NotADesk,
    /// The file is damaged.
    #[error("the desk is damaged: {0}")]
    Corrupt(String),
    /// Another process is writing; asking again soon will do.
    #[error("the desk is busy")]
    Busy,
    /// The desk may only be read.
    #[error("the desk is read-only")]
    ReadOnly,
    /// The disk is full.
    #[error("the disk is full")]
    Full,
    /// A picture of a post is not in the desk's folder any more.
    #[error("picture {name:?} is gone")]
    PictureGone {
        /// What it is called.
        name: String,
    },
    /// Another process looks after the clock now; nothing was written.
    #[error("the lease has changed hands")]
    LeaseLost,
    /// What was to be taken back has changed since.
    #[error("{table} {row} changed since")]
    ChangedSince {
        /// Which table.
        table: String,
        /// Which row.
        row: i64,
    },
    /// Something from outside hangs on what was to be taken back.
    #[error("something has arrived since")]
    ArrivedSince,
    /// There is nothing left to take back.
    #[error("nothing to undo")]
    NothingToUndo,
    /// Nothing was taken back that could be done again.
    #[error("nothing to redo")]
    NothingToRedo,
    /// A large change is still being written by this window.
    #[error("at work")]
    AtWork,
    /// Somebody stopped a large change while it was written; nothing of it stands.
    #[error("stopped")]
    Stopped,
    /// What was to be taken back has been taken back already, or no person did it.
    #[error("not standing")]
    NotStanding,
    /// The row does not exist, or not any more.
    #[error("{table} {row} is not there")]
    Gone {
        /// Which table.
        table: &'static str,
        /// Which row.
        row: i64,
    },
    /// Something that was named is not there, or not any more.
    #[error("something named is not there")]
    Missing,
    /// The trade forbids this move.
    #[error(transparent)]
    Move(#[from] MoveRefused),
    /// Posts do not go to their client, or the client's answer is not taken down.
    #[error(transparent)]
    Yes(#[from] YesRefused),
    /// A time was changed of something that is already out.
    #[error("already out")]
    AlreadyOut,
    /// A name that must be unique is taken.
    #[error("the name is taken")]
    NameTaken,
    /// A post needs at least one channel, all of one client.
    #[error("no channel, or channels of another client")]
    WrongChannels,
    /// What was to belong together belongs to different clients.
    #[error("of another client")]
    OtherClient,
    /// A window or a daemon has the desk open that another one is to take the place of.
    #[error("the desk is in use")]
    InUse,
    /// A backup cannot be trusted.
    #[error(transparent)]
    Unsound(#[from] super::keeping::Unsound),
    /// A picture was named whose bytes are not in the desk.
    #[error("file: {0}")]
    Io(#[from] std::io::Error),
    /// Anything else SQLite says.
    #[error("sqlite: {0}")]
    Sqlite(rusqlite::Error),
}

impl StoreError {
    /// Whether a question was broken off by a [`Breaker`](super::Breaker).
    pub fn is_broken_off(&self) -> bool {
        let StoreError::Sqlite(rusqlite::Error::SqliteFailure(failure, _)) = self else {
            return false;
        };
        failure.code == rusqlite::ErrorCode::OperationInterrupted
    }
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::ErrorCode as Code;
        if matches!(error, rusqlite::Error::QueryReturnedNoRows) {
            return StoreError::Missing;
        }
        let rusqlite::Error::SqliteFailure(failure, ref detail) = error else {
            return StoreError::Sqlite(error);
        };
        match failure.code {
            Code::DatabaseBusy | Code::DatabaseLocked => StoreError::Busy,
            Code::ReadOnly => StoreError::ReadOnly,
            Code::DiskFull => StoreError::Full,
            Code::NotADatabase => StoreError::NotADesk,
            Code::DatabaseCorrupt => {
                StoreError::Corrupt(detail.clone().unwrap_or_else(|| failure.to_string()))
            }
            Code::ConstraintViolation => match failure.extended_code {
                rusqlite::ffi::SQLITE_CONSTRAINT_UNIQUE => StoreError::NameTaken,
                rusqlite::ffi::SQLITE_CONSTRAINT_FOREIGNKEY => StoreError::Missing,
                _ => StoreError::Sqlite(error),
            },
            _ => StoreError::Sqlite(error),
        }
    }
}

impl StoreError {
    /// Whether it is the desk itself that cannot be written, and not this one thing that was refused.
    pub const fn shuts_the_desk(&self) -> bool {
        matches!(
            self,
            StoreError::Newer { .. }
                | StoreError::NotADesk
                | StoreError::Corrupt(_)
                | StoreError::ReadOnly
                | StoreError::Full
                | StoreError::Io(_)
                | StoreError::Sqlite(_)
        )
    }

    /// The sentence for her: what happened and what she can do.
    pub fn words(&self) -> Words {
        match self {
            StoreError::Newer { found, known } => Words::new("store-newer")
                .with("found", found)
                .with("known", known),
            StoreError::NotADesk => Words::new("store-not-a-desk"),
            StoreError::Corrupt(detail) => Words::new("store-corrupt").with("detail", detail),
            StoreError::Busy => Words::new("store-busy"),
            StoreError::ReadOnly => Words::new("store-read-only"),
            StoreError::Full => Words::new("store-full"),
            StoreError::PictureGone { name } => Words::new("store-picture-gone").with("name", name),
            StoreError::LeaseLost => Words::new("store-lease-lost"),
            StoreError::ChangedSince { table, row } => Words::new("store-changed-since")
                .with("table", table)
                .with("row", row),
            StoreError::ArrivedSince => Words::new("store-arrived-since"),
            StoreError::NothingToUndo => Words::new("store-nothing-to-undo"),
            StoreError::NothingToRedo => Words::new("store-nothing-to-redo"),
            StoreError::AtWork => Words::new("work-busy"),
            StoreError::Stopped => Words::new("store-stopped"),
            StoreError::NotStanding => Words::new("history-not-standing"),
            StoreError::Gone { .. } | StoreError::Missing => Words::new("store-gone"),
            StoreError::Move(refused) => refused.words(),
            StoreError::AlreadyOut => MoveRefused::AlreadyOut.words(),
            StoreError::Yes(refused) => yes_words(refused),
            StoreError::NameTaken => Words::new("store-name-taken"),
            StoreError::WrongChannels => Words::new("store-wrong-channels"),
            StoreError::OtherClient => Words::new("store-other-client"),
            StoreError::InUse => Words::new("store-in-use"),
            StoreError::Unsound(unsound) => unsound.words(),
            StoreError::Io(error) if error.kind() == std::io::ErrorKind::StorageFull => {
                Words::new("store-full")
            }
            StoreError::Io(error) => Words::new("store-io").with("detail", error),
            StoreError::Sqlite(error) => Words::new("store-sqlite").with("detail", error),
        }
    }
}

fn yes_words(refused: &YesRefused) -> Words {
    match refused {
        YesRefused::NoPosts => Words::new("yes-no-posts"),
        YesRefused::TwoClients => Words::new("yes-two-clients"),
        YesRefused::Twice(what) => Words::new("yes-twice").with("what", what),
        YesRefused::NothingOpen(what) => Words::new("yes-nothing-open").with("what", what),
        YesRefused::Parked(topic) => Words::new("yes-parked").with("what", topic),
        YesRefused::ShownAgain { code, newer } => Words::new("yes-shown-again")
            .with("code", code)
            .with("newer", newer),
        YesRefused::Changed { code, parts } => Words::new("yes-changed")
            .with("code", code)
            .with("part", parts.first().map_or("", |part| part.word()))
            .with("n", parts.len().saturating_sub(1)),
    }
}
