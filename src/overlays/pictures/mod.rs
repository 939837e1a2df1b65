//! The pictures and films of a post: in order, described, and what each platform will refuse of them, before anybody tries.

mod alt;
mod list;
mod preview;
mod sheet;
mod view;

use super::Reply;
use super::enter::Enter;
use super::path_line::PathLine;
use crate::action::Action;
use crate::domain::ids::{ClientId, MediaId, PostId};
use crate::domain::picture::{Piece, Refusal, refusals};
use crate::domain::platform::Platform;
use crate::domain::post::Format;
use crate::domain::words::Words;
use crate::effect::{Effect, Files};
use crate::env::{Env, Kept};
use crate::intake::dropped::dropped;
use crate::intake::fetch::Completed;
use crate::keys::{Code, Key};
use crate::store::{Media, Reader, Result};
use crate::ui::Cursor;
use alt::Alt;
use preview::Preview;

/// Reasons why files were not taken that are kept in sight.
const FAILED: usize = 4;

/// The window.
#[derive(Debug)]
pub struct Pictures {
    post: PostId,
    client: ClientId,
    topic: String,
    format: Format,
    platforms: Vec<Platform>,
    /// In their order.
    shown: Vec<Media>,
    /// What each platform will refuse, in the order of the platforms.
    refused: Vec<Vec<Refusal>>,
    cursor: Cursor,
    height: usize,
    typing: Typing,
    /// Files that a worker is taking in.
    taking: usize,
    /// Why files were not taken, and the last path that could not be.
    failed: Vec<Words>,
    again: String,
    enter: Enter,
    preview: Preview,
}

/// Which text box has the keys.
#[derive(Debug)]
enum Typing {
    Nothing,
    /// The path of one more picture, or of one in the place of another.
    Path {
        line: PathLine,
        instead: Option<MediaId>,
    },
    /// The description of a picture.
    Alt(Alt),
}

impl Pictures {
    /// Opens on the pictures of a post, and on the description of an earlier sitting that never found its place.
    pub fn open(reader: &Reader, post: PostId, env: &Env<'_>) -> Result<Self> {
        let mut window = Self {
            post,
            client: ClientId(0),
            topic: String::new(),
            format: Format::Text,
            platforms: Vec::new(),
            shown: Vec::new(),
            refused: Vec::new(),
            cursor: Cursor::default(),
            height: 1,
            typing: Typing::Nothing,
            taking: 0,
            failed: Vec::new(),
            again: String::new(),
            enter: Enter::default(),
            preview: Preview::default(),
        };
        window.refresh(reader, env)?;
        window.enter.wait(env.now);
        for (at, picture) in window.shown.iter().enumerate() {
            if let Some(alt) = Alt::resumed(reader, picture)? {
                window.typing = Typing::Alt(alt);
                window.cursor.at = at;
                break;
            }
        }
        Ok(window)
    }

    /// Asks again: a picture came in, was measured, moved, or something was taken back. What is being typed stays.
    pub fn refresh(&mut self, reader: &Reader, env: &Env<'_>) -> Result<()> {
        let stood_on = self.picture().map(|it| it.id);
        let had = self.shown.len();
        let card = reader.card_of_post(self.post)?;
        let Some(sheet) = reader.sheet(self.post)? else {
            return Ok(());
        };
        (self.client, self.topic, self.format) = (card.client, card.card.topic, card.card.format);
        self.platforms.clear();
        for variant in &sheet.variants {
            let platform = env.roster.platform(variant.channel);
            let is_new = |it: &&Platform| !self.platforms.iter().any(|o| o.id == it.id);
            self.platforms.extend(platform.filter(is_new).cloned());
        }
        self.shown = card.pictures;
        let pieces: Vec<Piece> = self.shown.iter().map(Media::piece).collect();
        let refused = |it: &Platform| refusals(it, self.format, &pieces);
        self.refused = self.platforms.iter().map(refused).collect();
        let found = self.shown.iter().position(|it| Some(it.id) == stood_on);
        self.cursor.at = match found {
            _ if had > 0 && self.shown.len() > had => self.shown.len() - 1,
            Some(at) => at,
            None => self.cursor.at.min(self.shown.len().saturating_sub(1)),
        };
        Ok(())
    }

    /// Whose pictures these are.
    pub const fn post(&self) -> PostId {
        self.post
    }

    /// Whether some of them have never been looked at.
    pub fn lacks_facts(&self) -> bool {
        self.shown.iter().any(|it| it.facts.is_none())
    }

    /// A file was taken, or could not be.
    pub fn arrived(&mut self, why_not: Option<Words>) {
        self.taking = self.taking.saturating_sub(1);
        if let Some(words) = why_not {
            self.again = words.args.get("path").cloned().unwrap_or_default();
            self.failed.push(words);
            let over = self.failed.len().saturating_sub(FAILED);
            self.failed.drain(..over);
        }
    }

    /// A typed path may go on like this.
    pub fn completed(&mut self, completed: Completed) {
        if let Typing::Path { line, .. } = &mut self.typing {
            line.completed(completed);
        }
    }

    /// Whether a text box has the keys.
    pub fn typing(&self) -> bool {
        !matches!(self.typing, Typing::Nothing)
    }

    /// A description being typed.
    pub(super) fn kept(&self) -> Option<Kept> {
        match &self.typing {
            Typing::Alt(alt) => Some(alt.kept()),
            Typing::Nothing | Typing::Path { .. } => None,
        }
    }

    /// The picture under the cursor.
    fn picture(&self) -> Option<&Media> {
        self.shown.get(self.cursor.at)
    }

    pub(super) fn key(&mut self, key: Key, env: &Env<'_>) -> Reply {
        match &mut self.typing {
            Typing::Nothing => Reply::stay(),
            Typing::Path { line, instead } => match key.code {
                Code::Esc => {
                    self.typing = Typing::Nothing;
                    Reply::stay()
                }
                Code::Enter => {
                    let (typed, instead) = (line.text().trim().to_owned(), *instead);
                    let paths = match dropped(&typed) {
                        none if none.is_empty() => vec![typed],
                        paths => paths,
                    };
                    self.enter.wait(env.now);
                    self.take(paths, instead)
                }
                Code::Tab => Reply::with(Effect::Complete(line.text().to_owned())),
                _ => {
                    line.input(key);
                    Reply::stay()
                }
            },
            Typing::Alt(_) => self.type_alt(key, env),
        }
    }

    /// Text over the list can only be files that were dropped on the terminal: they are taken at once.
    pub(super) fn paste(&mut self, text: &str) -> Reply {
        match &mut self.typing {
            Typing::Alt(alt) => {
                alt.paste(text);
                Reply::stay()
            }
            Typing::Nothing => self.take(dropped(text), None),
            Typing::Path { line, instead } => {
                let (paths, instead) = (dropped(text), *instead);
                match paths.as_slice() {
                    [] => line.paste(text),
                    [one] => line.paste(one),
                    _ => return self.take(paths, instead),
                }
                Reply::stay()
            }
        }
    }

    /// Hands files to the worker; the first of them goes in the place of a picture, if one was meant.
    fn take(&mut self, paths: Vec<String>, instead: Option<MediaId>) -> Reply {
        let paths: Vec<String> = paths.into_iter().filter(|it| !it.is_empty()).collect();
        self.typing = Typing::Nothing;
        if paths.is_empty() {
            return Reply::stay();
        }
        self.failed.clear();
        self.again.clear();
        self.taking += paths.len();
        Reply::with(Effect::TakeIn(Files {
            post: self.post,
            paths,
            instead,
        }))
    }

    pub(super) fn act(&mut self, action: Action, env: &Env<'_>) -> Reply {
        match action {
            Action::Do if !self.enter.is_new(env.now) => Reply::stay(),
            Action::Do | Action::Edit => self.describe(env),
            Action::Back | Action::Pictures => Reply::close(),
            Action::Add => self.ask_path(None, env),
            Action::Paste => match self.picture().map(|it| it.id) {
                Some(id) => self.ask_path(Some(id), env),
                None => self.ask_path(None, env),
            },
            Action::Look => {
                self.next_frame();
                Reply::stay()
            }
            _ => Reply::with(self.on_list(action)),
        }
    }

    /// Asks for the path of a file; one that was not found before stands there to be mended.
    fn ask_path(&mut self, instead: Option<MediaId>, env: &Env<'_>) -> Reply {
        let line = PathLine::new(&self.again, "pictures-path-example", env);
        self.typing = Typing::Path { line, instead };
        Reply::stay()
    }

    /// The keys.
    pub(super) fn hints(&self) -> &'static [(&'static str, &'static str)] {
        match &self.typing {
            Typing::Path { .. } => &[
                ("Enter", "pictures-hint-take"),
                ("Tab", "bring-hint-complete"),
                ("Esc", "hint-back"),
            ],
            Typing::Alt(_) => &[
                ("Enter", "pictures-hint-next"),
                ("Esc", "pictures-hint-save"),
            ],
            Typing::Nothing if self.shown.is_empty() => {
                &[("a", "pictures-hint-add"), ("Esc", "hint-back")]
            }
            Typing::Nothing if !self.frames().is_empty() => &[
                ("Enter", "pictures-hint-describe"),
                ("a", "pictures-hint-add"),
                ("v", "pictures-hint-frame"),
                ("H L", "pictures-hint-move"),
                ("p", "pictures-hint-swap"),
                ("D", "pictures-hint-remove"),
                ("Esc", "hint-back"),
            ],
            Typing::Nothing => &[
                ("Enter", "pictures-hint-describe"),
                ("a", "pictures-hint-add"),
                ("H L", "pictures-hint-move"),
                ("Space", "pictures-hint-cover"),
                ("p", "pictures-hint-swap"),
                ("D", "pictures-hint-remove"),
                ("Esc", "hint-back"),
            ],
        }
    }
}
