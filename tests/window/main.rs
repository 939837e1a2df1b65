//! The window, as a day at the desk: keystrokes in, screen out. No sleeps, a fixed clock, a real desk in a throw-away folder.
#![expect(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

mod bring;
mod cards;
mod checker;
mod clock;
mod days;
mod desk;
mod drafts;
mod elsewhere;
mod export;
mod eyes;
mod fields;
mod find;
mod first_minute;
mod history;
mod hostile;
mod inbox;
mod keeping;
mod long_work;
mod month;
mod oracle;
mod packets;
mod parts;
mod pictures;
mod post_pictures;
#[cfg(feature = "preview")]
mod previews;
mod rubrics;
mod settings;
mod snippets;
mod storm;
mod today;
mod unsure;
mod variants;
mod whose_clock;
mod writing;
