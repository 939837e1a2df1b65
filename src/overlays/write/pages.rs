//! The texts of one post: the base, and one page for each of its channels that follows the base or goes its own way.

use super::ground::{Stages, Theirs};
use crate::domain::command::NewWording;
use crate::domain::ids::{ChannelId, RevId, VariantId};
use crate::domain::outgoing::Outgoing;
use crate::domain::platform::Platform;
use crate::domain::post::{Outcome, Status};
use crate::domain::sanitize;
use crate::env::Env;
use crate::store::{AgendaLine, Reader, Result, Sheet, SheetVariant};
use crate::ui::Editor;

/// How a page stands to the base text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    /// It is the base text.
    Base,
    /// It shows the base text as it goes out there, and cannot be typed into.
    Follows,
    /// It was opened to be written: left as it is, it goes on following the base.
    Begun,
    /// It has a text of its own.
    Own,
}

/// How far a channel's post has gone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Going {
    /// There is time.
    Ahead,
    /// Its moment has come: somebody may be publishing it right now.
    Due,
    /// It is out there: what went out stays.
    Out,
}

impl Going {
    fn of(line: &AgendaLine, env: &Env<'_>) -> Self {
        match (line.outcome, line.status(env.now)) {
            (Outcome::Published, _) => Self::Out,
            (_, Status::Due) => Self::Due,
            _ => Self::Ahead,
        }
    }
}

/// One text.
#[derive(Debug)]
pub(super) struct Page {
    pub(super) variant: Option<VariantId>,
    pub(super) channel: Option<ChannelId>,
    pub(super) way: Way,
    /// The text with its caret and its undo, while another one is in hand.
    pub(super) laid: Editor,
    /// Her own text of a channel that follows the base again.
    pub(super) put_by: Option<Editor>,
    /// The text as it stood when the page was read: the base, the channel's own, or what it follows.
    pub(super) saved: String,
    /// The channel's own text in the desk.
    pub(super) own: Option<String>,
    /// The base text that a text of its own took in last; none where that is not known.
    pub(super) came_from: Option<String>,
    /// The same, as the desk has it.
    pub(super) came_from_saved: Option<String>,
    /// The wording that `saved` comes from.
    pub(super) rev: Option<RevId>,
    /// What somebody else has saved since: hers was not made from it.
    pub(super) theirs: Option<Theirs>,
    /// What it stood on before and after it was brought together with something.
    pub(super) stages: Stages,
    /// Text of an earlier sitting was taken up again.
    pub(super) resumed: bool,
    /// Something was typed into it.
    pub(super) touched: bool,
    pub(super) going: Going,
}

impl Page {
    /// All pages of a post, the base first.
    pub(super) fn all(
        sheet: &Sheet,
        lines: &[AgendaLine],
        reader: &Reader,
        env: &Env<'_>,
    ) -> Result<Vec<Self>> {
        let mut pages = vec![Self::base(sheet)];
        for variant in &sheet.variants {
            let line = lines.iter().find(|line| line.variant == variant.variant);
            pages.push(Self::of(variant, sheet, line, env));
        }
        for page in &mut pages {
            page.rev = reader.wording(sheet.post, page.variant)?.map(|it| it.id);
        }
        Ok(pages)
    }

    fn base(sheet: &Sheet) -> Self {
        Self {
            variant: None,
            channel: None,
            way: Way::Base,
            laid: Editor::new(&sheet.text),
            put_by: None,
            saved: sheet.text.clone(),
            own: None,
            came_from: None,
            came_from_saved: None,
            rev: None,
            theirs: None,
            stages: Stages::default(),
            resumed: false,
            touched: false,
            going: Going::Ahead,
        }
    }

    fn of(it: &SheetVariant, sheet: &Sheet, line: Option<&AgendaLine>, env: &Env<'_>) -> Self {
        let is_own = it.own.is_some();
        let came_from = it.came_from.clone().unwrap_or_else(|| sheet.text.clone());
        let came_from = Some(came_from).filter(|_| is_own);
        let saved = it.own.clone().unwrap_or_else(|| it.goes.whole.clone());
        Self {
            variant: Some(it.variant),
            channel: Some(it.channel),
            way: if is_own { Way::Own } else { Way::Follows },
            laid: Editor::new(it.own.as_deref().unwrap_or(&it.goes.text)),
            own: it.own.clone(),
            saved,
            came_from_saved: came_from.clone(),
            came_from,
            going: line.map_or(Going::Ahead, |line| Going::of(line, env)),
            ..Self::base(sheet)
        }
    }

    /// From now on it is written; nothing comes of it while it reads as before.
    pub(super) fn begin(&mut self, base: &str) {
        self.way = Way::Begun;
        self.came_from = Some(base.to_owned());
    }

    /// It follows the base again. Hers waits for the next press, unless it still reads as it was begun.
    pub(super) fn put_by(&mut self, hers: Editor, env: &Env<'_>) {
        let begun = self.came_from.as_ref().filter(|_| self.own.is_none());
        let begun = begun.map(|from| self.inherited(from, env).whole);
        if begun.as_deref() == Some(hers.text()) {
            (self.came_from, self.stages) = (None, Stages::default());
        } else {
            self.put_by = Some(hers);
        }
        self.way = Way::Follows;
    }

    /// Whether it can be typed into.
    pub(super) fn is_writable(&self) -> bool {
        self.way != Way::Follows
    }

    /// Whether the base has become another since this text was made from it.
    pub(super) fn is_stale(&self, base: &str) -> bool {
        self.way == Way::Own && self.came_from.as_deref().is_some_and(|from| from != base)
    }

    /// Whether it differs from what the desk has.
    pub(super) fn is_dirty(&self, text: &str) -> bool {
        match self.way {
            Way::Base | Way::Begun => text != self.saved,
            Way::Follows => self.own.is_some() || self.put_by.is_some(),
            Way::Own => self.own.as_deref() != Some(text) || self.came_from != self.came_from_saved,
        }
    }

    /// What has to be saved of it, given how it reads now.
    pub(super) fn to_save(&self, text: &str) -> Vec<NewWording> {
        if !self.is_dirty(text) {
            return Vec::new();
        }
        let wording = |text: Option<String>, came_from: Option<&String>| NewWording {
            variant: self.variant,
            text,
            came_from: came_from.cloned(),
        };
        match self.way {
            Way::Base => vec![wording(Some(sanitize::text(text)), None)],
            Way::Begun | Way::Own => {
                let from = self.came_from.as_ref();
                vec![wording(Some(sanitize::text(text)), from)]
            }
            // What she wrote meanwhile goes into its history, then it follows the base again.
            Way::Follows => {
                let hers = self.put_by.as_ref().map(Editor::text);
                let hers = hers.filter(|hers| self.own.as_deref() != Some(*hers));
                let hers = hers.map(|hers| wording(Some(sanitize::text(hers)), None));
                hers.into_iter().chain([wording(None, None)]).collect()
            }
        }
    }

    /// What a channel makes of the base text.
    pub(super) fn inherited(&self, base: &str, env: &Env<'_>) -> Outgoing {
        Outgoing::inherited(base, self.platform(env))
    }

    pub(super) fn platform<'e>(&self, env: &'e Env<'_>) -> Option<&'e Platform> {
        env.roster.platform(self.channel?)
    }
}
