//! Snippets: type to find one, write, change and drop them. Over the text that is being written one is looked at filled in,
//! and put in.

mod around;
mod card;
mod view;

use nucleo_matcher::pattern::{CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32Str};

use super::Reply;
use super::aside::Aside;
use super::hints::CARD_HINTS;
use crate::domain::command::{Command, SnippetCommand};
use crate::domain::fold::fold;
use crate::domain::ids::{ClientId, PostId, SnippetId, VariantId};
use crate::domain::sanitize;
use crate::effect::{Effect, Effects, Weight};
use crate::env::{Env, Kept};
use crate::keys::{Code, Key};
use crate::store::{Reader, Result, Snippet};
use crate::ui::{Cursor, LineInput};
use around::Around;
use card::Card;

/// So much of a text is searched, in characters.
const SEARCHED: usize = 400;

/// The footer over the list.
const HINTS: &[(&str, &str)] = &[
    ("Enter", "snippet-hint-put"),
    ("F2", "snippet-hint-edit"),
    ("F3", "snippet-hint-new"),
    ("F8", "snippet-hint-drop"),
    ("Ctrl-Z", "snippet-hint-back"),
    ("Esc", "hint-back"),
];

/// The footer where there is no text to put one into.
const TIDY_HINTS: &[(&str, &str)] = &[
    ("Enter", "snippet-hint-edit"),
    ("F3", "snippet-hint-new"),
    ("F8", "snippet-hint-drop"),
    ("Ctrl-Z", "snippet-hint-back"),
    ("Esc", "hint-back"),
];

/// The window.
#[derive(Debug)]
pub struct Snippets {
    around: Around,
    /// There is a text under the window that one can be put into.
    over_a_text: bool,
    /// In the order in which they are offered, each with the folded words that find it.
    known: Vec<(Snippet, String)>,
    found: Vec<usize>,
    wanted: LineInput,
    cursor: Cursor,
    card: Option<Card>,
    aside: Aside,
    /// The newest thing done here was dropping one: it can be brought back from here.
    dropped: bool,
}

impl Snippets {
    /// What can be put into the text of this post, or of one variant.
    pub fn open(
        reader: &Reader,
        post: PostId,
        variant: Option<VariantId>,
        env: &Env<'_>,
    ) -> Result<Self> {
        Self::over(Around::read(reader, post, variant, env)?, true, reader, env)
    }

    /// Those of a client and everybody's, to be tidied.
    pub fn tidy(reader: &Reader, client: ClientId, env: &Env<'_>) -> Result<Self> {
        Self::over(Around::client(client, env), false, reader, env)
    }

    fn over(around: Around, over_a_text: bool, reader: &Reader, env: &Env<'_>) -> Result<Self> {
        let mut window = Self {
            around,
            over_a_text,
            known: Vec::new(),
            found: Vec::new(),
            wanted: LineInput::new("", &env.locale.text("picker-narrow")),
            cursor: Cursor::default(),
            card: None,
            aside: Aside::read(reader, card::KIND)?,
            dropped: false,
        };
        window.refresh(reader, env)?;
        Ok(window)
    }

    /// They may have changed; the cursor stays on the one it is on, or goes to the one that is new.
    pub fn refresh(&mut self, reader: &Reader, env: &Env<'_>) -> Result<()> {
        let was = self.here().map(|it| it.id);
        let newest = |known: &[(Snippet, String)]| known.iter().map(|(it, _)| it.id).max();
        let newest_was = newest(&self.known);
        let client = self.around.client;
        let mut snippets = reader.snippets()?;
        snippets.retain(|it| it.card.client.is_none_or(|whose| whose == client));
        snippets.sort_by_key(|it| (self.around.rank(it), it.card.kind, it.id));
        let each = snippets.into_iter().map(|it| {
            let text: String = it.card.text.chars().take(SEARCHED).collect();
            let kind = card::kind_name(it.card.kind, env);
            let words = fold(&format!("{} {kind} {} {text}", it.card.name, it.card.lang));
            (it, words)
        });
        self.known = each.collect();
        self.search();
        let is_new = newest_was.is_some() && newest(&self.known) > newest_was;
        let at = if is_new { newest(&self.known) } else { was };
        self.go_to(at);
        Ok(())
    }

    fn go_to(&mut self, id: Option<SnippetId>) {
        let is = |at: &usize| Some(self.known[*at].0.id) == id;
        if let Some(place) = self.found.iter().position(is) {
            self.cursor.at = place;
        }
    }

    /// The one under the cursor.
    fn here(&self) -> Option<&Snippet> {
        let at = self.found.get(self.cursor.at)?;
        self.known.get(*at).map(|(it, _)| it)
    }

    /// Footer pairs: of the card, or of the list.
    pub fn hints(&self) -> &'static [(&'static str, &'static str)] {
        match (&self.card, self.over_a_text) {
            (Some(_), _) => CARD_HINTS,
            (None, true) => HINTS,
            (None, false) => TIDY_HINTS,
        }
    }

    pub(super) fn key(&mut self, key: Key, env: &Env<'_>) -> Reply {
        if self.card.is_some() {
            return self.card_key(key, env);
        }
        let len = self.found.len();
        match key.code {
            Code::Esc => return Reply::close(),
            Code::Up => self.cursor.step(-1, len),
            Code::Down | Code::Tab => self.cursor.step(1, len),
            Code::Enter if self.over_a_text => return self.put_in(env),
            Code::Enter if self.found.is_empty() => {}
            Code::Enter | Code::F(2) => {
                let here = self.here().cloned();
                self.fill(here.as_ref(), env);
            }
            Code::F(3) => self.fill(None, env),
            Code::F(8) | Code::Delete => return self.drop_it(),
            Code::Char('z') if key.mods.ctrl && self.dropped => {
                self.dropped = false;
                return Reply::with(Effects::one(Effect::Undo).then(Effect::LookAgain));
            }
            _ => {
                self.wanted.input(key);
                self.search();
            }
        }
        Reply::stay()
    }

    fn card_key(&mut self, key: Key, env: &Env<'_>) -> Reply {
        match key.code {
            Code::Esc => match self.card.take() {
                Some(card) => self.aside.put(card.owner(), &card.blank, env),
                None => Reply::stay(),
            },
            Code::Enter => self.save(env),
            _ => {
                if let Some(card) = &mut self.card {
                    card.blank.input(key);
                }
                Reply::stay()
            }
        }
    }

    pub(super) fn paste(&mut self, text: &str) -> Reply {
        if let Some(card) = &mut self.card {
            card.blank.paste(text);
        } else {
            self.wanted.paste_clean(&sanitize::line(text));
            self.search();
        }
        Reply::stay()
    }

    pub(super) fn kept(&self) -> Option<Kept> {
        let card = self.card.as_ref()?;
        Some(card.blank.kept_as(card.owner()))
    }

    /// Puts the one under the cursor into the text, whole or not at all.
    fn put_in(&self, env: &Env<'_>) -> Reply {
        let Some(here) = self.here() else {
            return Reply::stay();
        };
        match self.around.filled(here, env) {
            Ok(text) => Reply::close_with(Effect::PutIn(text)),
            Err(trouble) => Reply::with(Effect::Toast(trouble.words(), Weight::Bad)),
        }
    }

    fn fill(&mut self, snippet: Option<&Snippet>, env: &Env<'_>) {
        let mut card = Card::of(snippet, self.around.client, env);
        self.aside.take_up(&card.owner(), &mut card.blank);
        self.card = Some(card);
    }

    fn save(&mut self, env: &Env<'_>) -> Reply {
        let Some(card) = &mut self.card else {
            return Reply::stay();
        };
        let Ok(command) = card.command(env) else {
            return Reply::stay();
        };
        let done = self.aside.done(card.owner());
        self.card = None;
        self.dropped = false;
        let saved = command.map_or(Effects::none(), Effects::from);
        Reply::with(saved.then(done).then(Effect::LookAgain))
    }

    fn drop_it(&mut self) -> Reply {
        let Some(here) = self.here() else {
            return Reply::stay();
        };
        let command = Command::Snippet(SnippetCommand::Delete {
            snippet: here.id,
            name: here.card.name.clone(),
        });
        self.dropped = true;
        Reply::with(Effects::from(command).then(Effect::LookAgain))
    }

    /// Those that what is typed finds, the best first; with nothing typed all of them in their order.
    fn search(&mut self) {
        let wanted = fold(self.wanted.text());
        let pattern = Pattern::parse(&wanted, CaseMatching::Ignore, Normalization::Never);
        let mut matcher = Matcher::new(Config::DEFAULT);
        let mut letters = Vec::new();
        let each = self.known.iter().enumerate();
        let mut scored: Vec<(u32, usize)> = each
            .filter_map(|(at, (_, words))| {
                let score = pattern.score(Utf32Str::new(words, &mut letters), &mut matcher)?;
                Some((score, at))
            })
            .collect();
        scored.sort_by_key(|(score, at)| (std::cmp::Reverse(*score), *at));
        self.found = scored.into_iter().map(|(_, at)| at).collect();
        self.cursor.home();
    }
}
