//! Short-lived windows over the rooms: a stack of one enum, the topmost gets the keys.

mod aside;
mod blank;
pub mod bring;
mod clients;
mod enter;
mod export;
mod filter;
mod find;
mod help;
mod hints;
mod history;
mod keep_view;
mod palette;
mod path_line;
mod picker;
mod pictures;
mod post_card;
pub mod prompt;
pub mod publish;
mod rubrics;
mod snippets;
mod their_answer;
mod to_client;
mod versions;
pub mod write;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::action::Action;
use crate::effect::Effects;
use crate::env::{Env, Kept};
use crate::keys::Key;

pub use bring::Bring;
pub use clients::{Clients, slots};
pub use export::Export;
pub use filter::FilterLine;
pub use find::Find;
pub use help::Help;
pub use history::History;
pub use keep_view::KeepView;
pub use palette::Palette;
pub use picker::{Picked, Picker};
pub use pictures::Pictures;
pub use post_card::PostForm;
pub use prompt::Prompt;
pub use publish::Publish;
pub use rubrics::Rubrics;
pub use snippets::Snippets;
pub use their_answer::TheirAnswer;
pub use to_client::ToClient;
pub use versions::Versions;
pub use write::Write;

/// What an overlay answers: what must be done, and whether it goes away.
#[derive(Debug, Default)]
#[must_use]
pub struct Reply {
    /// To be done outside.
    pub effects: Effects,
    /// Whether the overlay is finished.
    pub close: bool,
}

impl Reply {
    /// Stay, nothing to do.
    pub fn stay() -> Self {
        Self::default()
    }

    /// Stay, and do this.
    pub fn with(effects: impl Into<Effects>) -> Self {
        Self {
            effects: effects.into(),
            close: false,
        }
    }

    /// Go away.
    pub fn close() -> Self {
        Self {
            effects: Effects::none(),
            close: true,
        }
    }

    /// Go away, and do this.
    pub fn close_with(effects: impl Into<Effects>) -> Self {
        Self {
            effects: effects.into(),
            close: true,
        }
    }
}

/// One of the short-lived windows.
#[derive(Debug)]
pub enum Overlay {
    /// What can be done here.
    Help(Help),
    /// Every action by name.
    Palette(Palette),
    /// One of a few: a client for the scope, a status.
    Picker(Picker),
    /// One line of typing, with what was understood under it.
    Prompt(Box<Prompt>),
    /// The steps of publishing by hand.
    Publish(Box<Publish>),
    /// The text of a post.
    Write(Box<Write>),
    /// Pieces of text that can be put into the text under it.
    Snippets(Box<Snippets>),
    /// The card of a post.
    PostCard(Box<PostForm>),
    /// The pictures and films of a post.
    Pictures(Box<Pictures>),
    /// Posts and messages, found as she types.
    Find(Find),
    /// Clients and channels.
    Clients(Box<Clients>),
    /// Which posts are shown.
    Filter(Box<FilterLine>),
    /// What is shown, kept under a digit.
    KeepView(Box<KeepView>),
    /// What is shown, on its way into a file.
    Export(Box<Export>),
    /// Posts on their way to a client.
    ToClient(Box<ToClient>),
    /// What a client says to what it was shown.
    TheirAnswer(Box<TheirAnswer>),
    /// Rubrics, campaigns and formats of a client.
    Rubrics(Box<Rubrics>),
    /// A plan from a file.
    Bring(Box<Bring>),
    /// What was done.
    History(Box<History>),
    /// The older wordings of a post.
    Versions(Box<Versions>),
}

impl Overlay {
    /// Whether a text box in it has the keys.
    pub fn typing(&self) -> bool {
        match self {
            Overlay::Palette(_)
            | Overlay::Picker(_)
            | Overlay::Prompt(_)
            | Overlay::Write(_)
            | Overlay::Snippets(_)
            | Overlay::PostCard(_)
            | Overlay::Filter(_)
            | Overlay::KeepView(_)
            | Overlay::Export(_)
            | Overlay::Find(_) => true,
            Overlay::Clients(clients) => clients.typing(),
            Overlay::Pictures(pictures) => pictures.typing(),
            Overlay::TheirAnswer(answer) => answer.typing(),
            Overlay::Help(_)
            | Overlay::Publish(_)
            | Overlay::ToClient(_)
            | Overlay::History(_)
            | Overlay::Versions(_) => false,
            Overlay::Rubrics(rubrics) => rubrics.typing(),
            Overlay::Bring(bring) => bring.typing(),
        }
    }

    /// The key that lists all its keys: where letters are text, the question mark is one of them.
    pub fn help_key(&self) -> &'static str {
        if self.typing() { "F1" } else { "?" }
    }

    /// Whether the text of a post is written in it, which knows its own limits.
    pub fn takes_a_text(&self) -> bool {
        matches!(self, Overlay::Write(write) if write.takes_a_text())
    }

    /// Whether it lists keys itself.
    pub fn is_help(&self) -> bool {
        matches!(self, Overlay::Help(_))
    }

    /// Whether taking back is about what it shows, and not about the newest thing done.
    pub fn takes_back(&self) -> bool {
        matches!(self, Overlay::History(_))
    }

    /// A command in it.
    pub fn act(&mut self, action: Action, env: &Env<'_>) -> Reply {
        match self {
            Overlay::Help(help) => help.act(action),
            Overlay::Publish(publish) => publish.act(action, env),
            Overlay::Clients(clients) => clients.act(action, env),
            Overlay::Pictures(pictures) => pictures.act(action, env),
            Overlay::ToClient(sheet) => sheet.act(action, env),
            Overlay::TheirAnswer(answer) => answer.act(action, env),
            Overlay::Rubrics(rubrics) => rubrics.act(action, env),
            Overlay::Bring(bring) => bring.act(action, env),
            Overlay::History(history) => history.act(action, env),
            Overlay::Versions(versions) => versions.act(action, env),
            Overlay::Palette(_)
            | Overlay::Picker(_)
            | Overlay::Prompt(_)
            | Overlay::Write(_)
            | Overlay::Snippets(_)
            | Overlay::PostCard(_)
            | Overlay::Filter(_)
            | Overlay::KeepView(_)
            | Overlay::Export(_)
            | Overlay::Find(_) => Reply::stay(),
        }
    }

    /// A raw key while typing.
    pub fn key(&mut self, key: Key, env: &Env<'_>) -> Reply {
        match self {
            Overlay::Palette(palette) => palette.key(key, env),
            Overlay::Picker(picker) => picker.key(key, env),
            Overlay::Prompt(prompt) => prompt.key(key, env),
            Overlay::Write(write) => write.key(key, env),
            Overlay::Snippets(it) => it.key(key, env),
            Overlay::PostCard(card) => card.key(key, env),
            Overlay::Pictures(pictures) => pictures.key(key, env),
            Overlay::Find(find) => find.key(key, env),
            Overlay::Clients(clients) => clients.key(key, env),
            Overlay::Filter(filter) => filter.key(key),
            Overlay::KeepView(view) => view.key(key, env),
            Overlay::Export(sheet) => sheet.key(key, env),
            Overlay::TheirAnswer(answer) => answer.key(key, env),
            Overlay::Help(_)
            | Overlay::Publish(_)
            | Overlay::ToClient(_)
            | Overlay::History(_)
            | Overlay::Versions(_) => Reply::stay(),
            Overlay::Rubrics(rubrics) => rubrics.key(key, env),
            Overlay::Bring(bring) => bring.key(key, env),
        }
    }

    /// Pasted text, raw.
    pub fn paste(&mut self, text: &str, env: &Env<'_>) -> Reply {
        match self {
            Overlay::Palette(palette) => palette.paste(text),
            Overlay::Picker(picker) => picker.paste(text),
            Overlay::Prompt(prompt) => prompt.paste(text, env),
            Overlay::Write(write) => write.paste(text, env),
            Overlay::Snippets(it) => it.paste(text),
            Overlay::PostCard(card) => card.paste(text),
            Overlay::Pictures(pictures) => pictures.paste(text),
            Overlay::Find(find) => find.paste(text),
            Overlay::Clients(clients) => clients.paste(text),
            Overlay::Filter(filter) => filter.paste(text),
            Overlay::KeepView(view) => view.paste(text, env),
            Overlay::Export(sheet) => sheet.paste(text),
            Overlay::TheirAnswer(answer) => answer.paste(text),
            Overlay::Rubrics(rubrics) => rubrics.paste(text),
            Overlay::Bring(bring) => bring.paste(text),
            Overlay::Publish(publish) => publish.paste(text, env),
            Overlay::Help(_)
            | Overlay::ToClient(_)
            | Overlay::History(_)
            | Overlay::Versions(_) => Reply::stay(),
        }
    }

    /// The left button is on a cell: pressed just now, or held since.
    pub fn point(&mut self, col: u16, row: u16, held: bool, env: &Env<'_>) {
        if let Overlay::Write(write) = self {
            write.point(col, row, held, env);
        }
    }

    /// The wheel turned; says whether the overlay scrolls by itself.
    pub fn scroll(&mut self, by: i16) -> bool {
        let Overlay::Write(write) = self else {
            return false;
        };
        write.scroll(by);
        true
    }

    /// Text being typed, for the autosave.
    pub fn kept(&self) -> Option<Kept> {
        match self {
            Overlay::Prompt(prompt) => prompt.kept(),
            Overlay::Write(write) => write.kept(),
            Overlay::Snippets(it) => it.kept(),
            Overlay::PostCard(card) => Some(card.kept()),
            Overlay::Pictures(pictures) => pictures.kept(),
            Overlay::Clients(clients) => clients.kept(),
            Overlay::TheirAnswer(answer) => Some(answer.kept()),
            Overlay::Rubrics(rubrics) => rubrics.kept(),
            Overlay::Help(_)
            | Overlay::Palette(_)
            | Overlay::Picker(_)
            | Overlay::Publish(_)
            | Overlay::Filter(_)
            | Overlay::KeepView(_)
            | Overlay::Export(_)
            | Overlay::ToClient(_)
            | Overlay::Bring(_)
            | Overlay::History(_)
            | Overlay::Versions(_)
            | Overlay::Find(_) => None,
        }
    }

    /// Before each draw.
    pub fn settle(&mut self, area: Rect, env: &Env<'_>) {
        match self {
            // The steps fit any window and do not scroll.
            Overlay::Publish(_) => {}
            Overlay::Help(it) => it.settle(area, env),
            Overlay::Palette(it) => it.settle(area, env),
            Overlay::Picker(it) => it.settle(area, env),
            Overlay::Prompt(it) => it.settle(area, env),
            Overlay::Write(it) => it.settle(area, env),
            Overlay::Snippets(it) => it.settle(area),
            Overlay::PostCard(it) => it.settle(area),
            Overlay::Pictures(it) => it.settle(area, env),
            Overlay::Find(it) => it.settle(area, env),
            Overlay::Clients(it) => it.settle(area, env),
            Overlay::Filter(it) => it.settle(area),
            Overlay::KeepView(it) => it.settle(area),
            Overlay::Export(it) => it.settle(area),
            Overlay::ToClient(it) => it.settle(area),
            Overlay::TheirAnswer(it) => it.settle(area),
            Overlay::Rubrics(it) => it.settle(area),
            Overlay::Bring(it) => it.settle(area),
            Overlay::History(it) => it.settle(area),
            Overlay::Versions(it) => it.settle(area),
        }
    }

    /// Draws it over `area`; returns the caret cell.
    pub fn draw(&self, area: Rect, buf: &mut Buffer, env: &Env<'_>) -> Option<(u16, u16)> {
        match self {
            Overlay::Help(it) => it.draw(area, buf, env),
            Overlay::Palette(it) => it.draw(area, buf, env),
            Overlay::Picker(it) => it.draw(area, buf, env),
            Overlay::Prompt(it) => it.draw(area, buf, env),
            Overlay::Publish(it) => it.draw(area, buf, env),
            Overlay::Write(it) => it.draw(area, buf, env),
            Overlay::Snippets(it) => it.draw(area, buf, env),
            Overlay::PostCard(it) => it.draw(area, buf, env),
            Overlay::Pictures(it) => it.draw(area, buf, env),
            Overlay::Find(it) => it.draw(area, buf, env),
            Overlay::Clients(it) => it.draw(area, buf, env),
            Overlay::Filter(it) => it.draw(area, buf, env),
            Overlay::KeepView(it) => it.draw(area, buf, env),
            Overlay::Export(it) => it.draw(area, buf, env),
            Overlay::TheirAnswer(it) => it.draw(area, buf, env),
            Overlay::ToClient(it) => {
                it.draw(area, buf, env);
                None
            }
            Overlay::Rubrics(it) => it.draw(area, buf, env),
            Overlay::Bring(it) => it.draw(area, buf, env),
            Overlay::History(it) => it.draw(area, buf, env),
            Overlay::Versions(it) => it.draw(area, buf, env),
        }
    }
}
