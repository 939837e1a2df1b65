//! From one text of a post to the next, and whether a channel follows the base or goes its own way.

use super::pages::{Going, Page, Way};
use super::{Reply, Write, kept_as};
use crate::domain::words::Words;
use crate::effect::{Effect, Effects, Weight};
use crate::env::Env;
use crate::store::{Draft, Memo};
use crate::ui::Editor;

impl Write {
    /// The page in hand.
    pub(super) fn page(&self) -> &Page {
        &self.pages[self.at]
    }

    /// How a page reads now.
    pub(super) fn text_of(&self, at: usize) -> &str {
        if at == self.at {
            self.editor.text()
        } else {
            self.pages[at].laid.text()
        }
    }

    /// The base text as it reads now.
    pub(super) fn base_text(&self) -> &str {
        self.text_of(0)
    }

    /// The next text, or the one before; each keeps its caret and its undo, and what was typed is kept on leaving it.
    pub(super) fn turn(&mut self, by: isize, env: &Env<'_>) -> Reply {
        let left = self.keep_left(env);
        let pages = self.pages.len() as isize;
        self.take_up((self.at as isize + by).rem_euclid(pages) as usize, env);
        Reply::with(left)
    }

    /// The text in hand is laid down, and this one taken up.
    pub(super) fn take_up(&mut self, at: usize, env: &Env<'_>) {
        self.look_away();
        std::mem::swap(&mut self.editor, &mut self.pages[self.at].laid);
        if at > 0 {
            self.beside = at;
        }
        self.at = at;
        self.follow_base(at, env);
        std::mem::swap(&mut self.editor, &mut self.pages[at].laid);
        self.variant = self.pages[at].variant;
        self.place(env);
    }

    /// Another text is in hand: what was looked for in the one before, and the word that was spelt, are left.
    pub(super) fn look_away(&mut self) {
        (self.seek, self.asked) = (None, None);
    }

    /// A page that follows the base shows it as it reads now.
    fn follow_base(&mut self, at: usize, env: &Env<'_>) {
        let page = &self.pages[at];
        if page.way == Way::Follows {
            let base = self.pages[0].laid.text();
            let text = page.inherited(base, env).text;
            if text != page.laid.text() {
                self.pages[at].laid = Editor::new(&text);
            }
        }
    }

    /// Where the text in hand goes, counted and marked again.
    pub(super) fn place(&mut self, env: &Env<'_>) {
        let here = |(at, page): (usize, &Page)| match self.at {
            0 => page.way == Way::Follows,
            in_hand => at == in_hand,
        };
        let pages = self.pages.iter().enumerate().filter(|it| here(*it));
        let pages: Vec<&Page> = pages.map(|(_, page)| page).collect();
        self.channels = pages.iter().filter_map(|page| page.channel).collect();
        let out = pages.iter().filter(|page| page.going == Going::Out);
        self.out = out.filter_map(|page| page.channel).collect();
        self.is_due = pages.iter().any(|page| page.going == Going::Due);
        self.forget_beside();
        self.findings.changed();
        self.measure_now(env);
    }

    /// What was typed into the text in hand is kept before another one is taken up; where nothing is left of it, nothing is.
    fn keep_left(&self, env: &Env<'_>) -> Effects {
        let page = self.page();
        if !page.touched || !page.is_writable() {
            return Effects::none();
        }
        let owner = kept_as(self.post, page.variant);
        let text = self.editor.text().to_owned();
        if text == page.saved {
            return Effect::Remember(Memo::Drop { owner }).into();
        }
        let draft = Draft {
            owner,
            text,
            caret: self.editor.caret(),
            base: page.rev,
            pid: std::process::id(),
            at: env.now,
        };
        Effect::Remember(Memo::Keep(draft)).into()
    }

    /// A text of its own for the channel in hand, begun with what goes out now; or the base text again. Her own text comes
    /// back with the next press.
    pub(super) fn own_or_follow(&mut self, env: &Env<'_>) -> Reply {
        let left = self.keep_left(env);
        self.look_away();
        let base = self.base_text().to_owned();
        let page = &mut self.pages[self.at];
        match page.way {
            Way::Base => {
                let words = Words::new("write-base-has-no-base");
                return Reply::with(Effect::Toast(words, Weight::Note));
            }
            Way::Follows => {
                let hers = page.put_by.take();
                self.editor =
                    hers.unwrap_or_else(|| Editor::new(&page.inherited(&base, env).whole));
                page.way = Way::Own;
                // Her own text still comes from where it came from.
                page.came_from = page.came_from.take().or(Some(base));
            }
            Way::Begun | Way::Own => {
                let goes = page.inherited(&base, env).text;
                let hers = std::mem::replace(&mut self.editor, Editor::new(&goes));
                page.put_by(hers, env);
            }
        }
        page.touched = true;
        self.place(env);
        Reply::with(left)
    }

    /// A key that would write where nothing can be written.
    pub(super) fn only_read() -> Reply {
        let words = Words::new("write-follows-base");
        Reply::with(Effect::Toast(words, Weight::Note))
    }
}
