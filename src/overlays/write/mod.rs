//! The texts of a post: our editor, counters per channel above, kept as they are typed, saved on leaving.

mod chain;
mod clipboard;
mod counters;
mod findings;
mod ground;
mod hints;
mod leave;
mod marks;
mod pages;
mod pointer;
mod proof;
mod seek;
mod side;
mod spell;
mod together;
mod turn;
mod view;

use ratatui::layout::Rect;

use super::Reply;
use crate::domain::ids::{ChannelId, PostId, RevId, VariantId};
use crate::effect::{Effect, Show, Weight};
use crate::env::{Env, Kept};
use crate::keys::{Code, Key};
use crate::store::{Reader, Result, StoreError};
use crate::ui::Editor;

use counters::Tally;
use pages::{Page, Way};
use side::Side;
use together::Together;

/// Writing.
#[derive(Debug)]
pub struct Write {
    post: PostId,
    /// Whose text is in hand; none is the base.
    variant: Option<VariantId>,
    topic: String,
    client: crate::domain::ids::ClientId,
    /// Where this text goes: channels that follow it, or the one that goes its own way.
    channels: Vec<ChannelId>,
    /// Those where it is out: they keep what went out, whatever is written now.
    out: Vec<ChannelId>,
    /// Whether its moment has come on some channel: somebody may be publishing it right now.
    is_due: bool,
    has_media: bool,
    brief: String,
    avoid: Vec<String>,
    /// The text in hand.
    editor: Editor,
    /// All texts of the post, the base first. The page in hand lends its text to `editor`.
    pages: Vec<Page>,
    /// Which page is in hand.
    at: usize,
    /// The channel that stands beside the base.
    beside: usize,
    tallies: Vec<Tally>,
    /// What is to be known of the text in hand.
    about: String,
    side: Side,
    /// What drifted apart is being brought together.
    together: Option<Together>,
    /// Where the text is drawn.
    text_area: Rect,
    clicked: Option<pointer::Clicked>,
    proof: proof::Proof,
    /// What the checker says of it.
    findings: findings::Findings,
    seek: Option<seek::Seek>,
    /// What was looked for last.
    sought: String,
    /// The misspelt word that is looked at.
    asked: Option<spell::Asked>,
}

impl Write {
    /// Opens the wordings that stand, or texts of an earlier sitting that never found their place. A channel that is named
    /// is opened to be written.
    pub fn open(
        reader: &Reader,
        post: PostId,
        variant: Option<VariantId>,
        env: &Env<'_>,
    ) -> Result<Self> {
        let lines = reader.variants_of(post)?;
        let sheet = reader.sheet(post)?.ok_or(StoreError::Gone {
            table: "post",
            row: post.0,
        })?;
        let avoid = env
            .roster
            .client(sheet.client)
            .map_or_else(Vec::new, |client| client.card.avoid.clone());
        let mut write = Self {
            post,
            variant: None,
            client: sheet.client,
            channels: Vec::new(),
            out: Vec::new(),
            is_due: false,
            has_media: sheet.pictures > 0,
            avoid,
            editor: Editor::new(""),
            pages: Page::all(&sheet, &lines, reader, env)?,
            at: 0,
            beside: 1,
            tallies: Vec::new(),
            about: String::new(),
            side: Side::default(),
            together: None,
            text_area: Rect::default(),
            clicked: None,
            proof: proof::Proof::default(),
            findings: findings::Findings::default(),
            seek: None,
            sought: String::new(),
            asked: None,
            topic: sheet.topic,
            brief: sheet.brief,
        };
        for page in &mut write.pages {
            let kept = reader.draft(&owner(post, page.variant))?;
            if let Some(kept) = kept.filter(|kept| kept.text != page.saved) {
                page.resume(&kept, post, reader, env)?;
            }
        }
        std::mem::swap(&mut write.editor, &mut write.pages[0].laid);
        let named = |page: &Page| variant.is_some() && page.variant == variant;
        if let Some(at) = write.pages.iter().position(named) {
            write.take_up(at, env);
            if !write.page().is_writable() {
                write.begin(env);
            }
        }
        write.findings.read(post, reader, env.now)?;
        write.place(env);
        Ok(write)
    }

    /// The channel in hand is written from what it follows.
    fn begin(&mut self, env: &Env<'_>) {
        let base = self.base_text().to_owned();
        let page = &mut self.pages[self.at];
        self.editor = Editor::new(&page.inherited(&base, env).whole);
        page.begin(&base);
    }

    /// The post's card may have changed, or an older wording was taken up; text being typed stays.
    pub fn refresh(&mut self, reader: &Reader, env: &Env<'_>) -> Result<()> {
        let Some(sheet) = reader.sheet(self.post)? else {
            return Ok(());
        };
        let lines = reader.variants_of(self.post)?;
        std::mem::swap(&mut self.editor, &mut self.pages[self.at].laid);
        let in_hand = self.variant;
        let read = self.pages[self.at].laid.text().to_owned();
        for mut new in Page::all(&sheet, &lines, reader, env)? {
            let same = |page: &Page| page.variant == new.variant;
            let Some(at) = self.pages.iter().position(same) else {
                self.pages.push(new);
                continue;
            };
            let old = &mut self.pages[at];
            let stands = old.laid.text() == new.laid.text() && old.way == new.way;
            let is_hers = old.touched || old.resumed;
            if is_hers && old.is_dirty(old.laid.text()) {
                let text = old.laid.text().to_owned();
                old.hear(new, &text);
                continue;
            }
            // The same text keeps its caret and its undo.
            if stands || (old.way == Way::Begun && new.way == Way::Follows) {
                std::mem::swap(&mut new.laid, &mut old.laid);
                new.way = old.way;
                new.came_from = new.came_from.or(old.came_from.take());
            }
            *old = new;
        }
        let there = |page: &Page| {
            page.variant.is_none()
                || sheet
                    .variants
                    .iter()
                    .any(|it| Some(it.variant) == page.variant)
        };
        self.pages.retain(there);
        let at = self.pages.iter().position(|page| page.variant == in_hand);
        self.at = at.unwrap_or(0);
        self.variant = self.pages[self.at].variant;
        std::mem::swap(&mut self.editor, &mut self.pages[self.at].laid);
        if self.editor.text() != read {
            self.look_away();
        }
        self.has_media = sheet.pictures > 0;
        self.topic = sheet.topic;
        self.brief = sheet.brief;
        self.findings.read(self.post, reader, env.now)?;
        self.place(env);
        Ok(())
    }

    /// Text being typed; while it is brought together with the base, how it reads with what was chosen so far.
    pub(super) fn kept(&self) -> Option<Kept> {
        let chosen = self.together.as_ref().and_then(Together::chosen);
        let editor = chosen.unwrap_or(&self.editor);
        self.page().is_writable().then(|| Kept {
            owner: kept_as(self.post, self.variant),
            text: editor.text().to_owned(),
            caret: editor.caret(),
        })
    }

    /// The wording that the text in hand was made from.
    pub fn made_from(&self) -> Option<RevId> {
        self.page().rev
    }

    /// Whether this key would leave, so that everything is saved: what the desk has is asked for before.
    pub fn leaves(&self, key: Key) -> bool {
        let asks = self.together.is_some() || self.seek.is_some() || self.asked.is_some();
        key.code == Code::Esc && !asks
    }

    pub(super) fn key(&mut self, key: Key, env: &Env<'_>) -> Reply {
        if self.together.is_some() {
            return self.bring(key, env);
        }
        if self.seek.is_some() {
            return self.seek_key(key, env);
        }
        if let Some(reply) = self.asked_key(key, env) {
            return reply;
        }
        if let Some(reply) = self.finding_key(key, env) {
            return reply;
        }
        match key.code {
            Code::Esc => return self.leave(env),
            Code::Tab => return self.turn(1, env),
            Code::BackTab => return self.turn(-1, env),
            Code::F(2) => return Reply::with(Effect::Show(Show::PostCard(self.post))),
            Code::Char('o') if key.mods.ctrl => return self.versions(),
            Code::F(6) if key.mods.shift => return self.versions(),
            Code::F(3) => return self.look_for(),
            Code::Char('f') if key.mods.ctrl => return self.look_for(),
            Code::F(4) => return self.own_or_follow(env),
            Code::F(6) => return self.begin_bringing(env),
            Code::F(9) => return Reply::with(Effect::Show(Show::Pictures(self.post))),
            Code::Char('c') if key.mods.ctrl => return self.copy(),
            _ => {}
        }
        if !self.page().is_writable() && writes(key) {
            return Self::only_read();
        }
        let changed = match key.code {
            Code::F(5) => return self.snippets(),
            Code::Char('t') if key.mods.ctrl => return self.snippets(),
            Code::F(10) => return self.cut_or_join(env),
            Code::F(7) => return self.spell_here(env),
            Code::Char('x') if key.mods.ctrl => return self.cut(env),
            Code::Enter => self.editor.newline(),
            Code::Char('j') if key.mods.ctrl => self.editor.newline(),
            _ => self.editor.input(key),
        };
        self.changed(changed, env)
    }

    pub(super) fn paste(&mut self, text: &str, env: &Env<'_>) -> Reply {
        if let Some(seek) = &mut self.seek {
            seek.paste(text);
            return self.found_first(env);
        }
        if self.together.is_some() || !self.page().is_writable() {
            return Self::only_read();
        }
        self.asked = None;
        match clipboard::admitted(text, self.editor.text().len()) {
            Ok(text) => {
                let changed = self.editor.paste_clean(&text);
                self.changed(changed, env)
            }
            Err(words) => Reply::with(Effect::Toast(words, Weight::Bad)),
        }
    }

    /// Opens the pieces of text that can be put in here.
    fn snippets(&self) -> Reply {
        Reply::with(Effect::Show(Show::Snippets {
            post: self.post,
            variant: self.variant,
        }))
    }

    /// Opens the older wordings.
    fn versions(&self) -> Reply {
        Reply::with(Effect::Show(Show::Versions(self.post)))
    }

    /// Puts a sanitised text in at the caret, as one step of undo.
    pub fn put_in(&mut self, text: &str, env: &Env<'_>) {
        if !self.page().is_writable() {
            return;
        }
        let changed = self.editor.paste_clean(text);
        drop(self.changed(changed, env));
    }

    fn changed(&mut self, reply: crate::ui::Reply, env: &Env<'_>) -> Reply {
        if reply == crate::ui::Reply::Changed {
            self.pages[self.at].at_stage(self.editor.stage());
            self.measure(env);
        }
        Reply::stay()
    }
}

/// Whether a key would change a text: what only moves or marks does not.
fn writes(key: Key) -> bool {
    match key.code {
        Code::Char(c) if key.mods.ctrl => !"ae".contains(c),
        Code::Char(c) if key.mods.alt => "dy".contains(c),
        Code::Char(_) | Code::F(5 | 7 | 10) | Code::Enter | Code::Backspace | Code::Delete => true,
        _ => false,
    }
}

/// Whose text is kept: the post's, or that of a variant that goes its own way.
pub fn owner(post: PostId, variant: Option<VariantId>) -> String {
    match variant {
        Some(variant) => format!("variant:{}", variant.0),
        None => format!("post:{}", post.0),
    }
}

/// The name under which this process keeps it: another window must not write over it.
fn kept_as(post: PostId, variant: Option<VariantId>) -> String {
    format!("{}@{}", owner(post, variant), std::process::id())
}
