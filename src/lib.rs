//! Postdesk: a terminal desk for a solo social media manager.
//!
//! # The house in one picture
//!
//! ```text
//!  key, paste, mouse, resize ┐
//!  a due moment comes        ├▶ Event ─keys▶ Action ─update▶ Effects ─perform▶ Store::apply(Command)
//!  a worker says something   ┘                                    │ clipboard, editor, browser      │
//!  picture ◀ draw(&State) ◀ State ◀ room.refresh(&Reader) ◀──────────────── what changed: Change ◀──┘
//! ```
//!
//! # Five words, used in no other sense
//!
//! - [`event::Event`]: what happened. We did not choose it.
//! - [`action::Action`]: what is meant. A closed catalogue; keys, footer, help and palette all read it.
//! - [`effect::Effect`]: what must be done outside the state. Plain data, performed in order, never a closure.
//! - [`domain::command::Command`]: the effect that changes the store. One transaction, one journal entry.
//! - [`domain::command::Change`]: which nouns a Command touched. Rooms that show them ask again.
//!
//! # Floors: a module looks down, never up (kept by `tests/house.rs`)
//!
//! | floor | who lives there |
//! |---|---|
//! | 6 | [`cli`]: the doors; `main.rs` builds clock, chance and environment as values |
//! | 5 | [`app`]: the hallway: routing, effects, the loop · [`daemon`] the night watch without a window |
//! | 4 | [`panes`] the five rooms · [`overlays`] short-lived windows · [`config`] · [`term`] the front door · [`demo`] |
//! | 3 | [`event`] · [`ui`] the furniture · [`mod@env`] what every room is told · [`intake`] what files bring |
//! | 2 | [`effect`] · [`keys`] chords, keymap, layouts · [`watch`] one pass of the clock |
//! | 1 | [`locale`] · [`scheduler`] what is due · [`lint`] the checker · [`import`] files to rows · [`media`] · [`store`] the cellar · [`report`] data to files · [`action`] · [`neighbours`] other processes · [`proofreader`] behind the typing |
//! | 0 | [`domain`]: the trade. No SQL, no screen, no clock, no IO |
//!
//! # What never happens
//!
//! - Nobody but `main` reads the wall clock, the environment or chance; tests move all three.
//! - Nobody but [`store`] says SQL, nobody but [`term`] touches the terminal, nobody but `cli::say` writes to stdout.
//! - Nobody but [`neighbours`] says sockets; nobody marks or rings but the one process that holds the lease.
//! - Drawing changes nothing: `settle` before it commits scrolling and wrapping.
//! - No picture is unpacked in the window: [`media::looking`] lets another process do it and believes nothing but its size.
//! - No row of a noun is written past the Ledger, no fact is changed, nothing derived is the only copy of anything.
//! - Nothing from outside reaches the store unsanitised, and nothing in the store reaches the terminal as a control byte.
//! - Nothing is called published that nobody stamped or proved; a missing number is not zero.
//!
//! # Where to begin reading
//!
//! `domain/post.rs` (where a post stands) → `scheduler/` (what is due) → `action.rs` (all the window can do) →
//! `panes/today/` (one room) → `tests/window/today.rs` (the same room in keystrokes).

pub mod action;
pub mod app;
pub mod cli;
pub mod config;
pub mod daemon;
pub mod demo;
pub mod domain;
pub mod effect;
pub mod env;
pub mod event;
pub mod import;
pub mod intake;
pub mod keys;
pub mod lint;
pub mod locale;
pub mod media;
pub mod neighbours;
pub mod overlays;
pub mod panes;
pub mod proofreader;
pub mod report;
pub mod scheduler;
pub mod store;
pub mod term;
pub mod ui;
pub mod watch;
