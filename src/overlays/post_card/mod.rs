//! The card of a post over its text: what it is about, its pictures with their descriptions, and under them the checklist
//! of its format.

mod checklist;
mod fields;
mod task;
mod wide;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::Reply;
use super::blank::Blank;
use crate::domain::Moment;
use crate::domain::command::{Command, PlanCommand, PostCard};
use crate::domain::format::{Facts, checklist};
use crate::domain::ids::PostId;
use crate::domain::lint::Ad;
use crate::domain::post::Format;
use crate::domain::when::{self, WhenError};
use crate::domain::words::Words;
use crate::effect::{Effect, Effects, Show};
use crate::env::{Env, Kept};
use crate::keys::{Code, Key};
use crate::store::{CardOfPost, Memo, Reader, Result};
use crate::ui::{clear, rule};
use checklist::{Goes, draw_checklist};
use fields::{
    AD, ALTS, BRIEF, CAMPAIGN, CLIENT_NOTE, FIRST_COMMENT, FORMAT, LINK, NOTE, OFF, READY_BY,
    RUBRIC, SCRIPT, SHOTS, TOPIC, described, fields, mistakes, ready_words, unused,
};

/// A day without an hour means its evening: there is time to read it through before the next.
const EVENING: &str = "18:00";

/// The card being filled in.
#[derive(Debug)]
pub struct PostForm {
    was: CardOfPost,
    goes: Goes,
    blank: Blank,
    /// The text in hand has the whole window.
    is_wide: bool,
    /// Answers of an earlier sitting were taken up again.
    resumed: bool,
}

impl PostForm {
    /// Opens the card as it stands, with the answers of an earlier sitting that never found their place.
    pub fn open(reader: &Reader, post: PostId, env: &Env<'_>) -> Result<Self> {
        let goes = Goes::read(reader, post, env)?;
        let mut form = Self::of(reader.card_of_post(post)?, goes, env);
        if let Some(draft) = reader.draft(&form.owner())? {
            form.take_up(&draft.text);
            form.resumed = form.blank.is_changed();
        }
        Ok(form)
    }

    /// A picture may have come in while the card is open; what she has typed stays.
    pub fn refresh(&mut self, reader: &Reader, env: &Env<'_>) -> Result<()> {
        let stands = reader.card_of_post(self.was.post)?;
        if stands != self.was {
            let goes = Goes::read(reader, self.was.post, env)?;
            let mut fresh = Self::of(stands, goes, env);
            fresh.take_up(&self.blank.kept());
            fresh.blank.go_to(self.blank.at());
            fresh.is_wide = self.is_wide;
            fresh.resumed = self.resumed;
            *self = fresh;
        }
        Ok(())
    }

    fn of(was: CardOfPost, goes: Goes, env: &Env<'_>) -> Self {
        let mut form = Self {
            blank: Blank::new(fields(&was, env), env),
            goes,
            was,
            is_wide: false,
            resumed: false,
        };
        form.fit();
        form
    }

    /// Takes up answers that were kept.
    fn take_up(&mut self, kept: &str) {
        self.blank.take_up(kept);
        self.fit();
    }

    /// Shows what the chosen format has a use for.
    fn fit(&mut self) {
        self.blank.hide(unused(self.format()));
    }

    /// Answers being typed.
    pub(super) fn kept(&self) -> Kept {
        self.blank.kept_as(self.owner())
    }

    pub(super) fn key(&mut self, key: Key, env: &Env<'_>) -> Reply {
        if self.is_wide {
            return self.wide_key(key);
        }
        match key.code {
            // What was changed waits for the next opening.
            Code::Esc if self.blank.is_changed() => Reply::close(),
            Code::Esc => Reply::close_with(self.forget()),
            Code::Enter => self.save(env),
            Code::F(4) => Reply::with(self.copy_task(env)),
            Code::F(6) if !key.mods.shift => self.widen(),
            Code::F(8) => Reply::with(self.lay_task(env)),
            Code::F(9) => Reply::with(Effect::Show(Show::Pictures(self.was.post))),
            Code::Char('o') if key.mods.ctrl => self.versions(),
            Code::F(6) if key.mods.shift => self.versions(),
            _ => {
                self.blank.input(key);
                self.fit();
                Reply::stay()
            }
        }
    }

    pub(super) fn paste(&mut self, text: &str) -> Reply {
        self.blank.paste(text);
        Reply::stay()
    }

    /// Opens the older wordings.
    fn versions(&self) -> Reply {
        Reply::with(Effect::Show(Show::Versions(self.was.post)))
    }

    fn save(&mut self, env: &Env<'_>) -> Reply {
        let ready_by = self.ready_by(env);
        let card = self.answers(ready_by.as_ref().copied().unwrap_or_default());
        let mut mistakes = mistakes(&card, env);
        if let Err(words) = ready_by {
            mistakes.push((READY_BY, env.locale.words(&words)));
        }
        if !mistakes.is_empty() {
            self.blank.show_mistakes(mistakes);
            return Reply::stay();
        }
        let post = self.was.post;
        let about = (card != self.was.card).then_some(PlanCommand::EditPost { post, card });
        let pictures = self.was.pictures.iter().enumerate();
        let described =
            pictures.filter_map(|(place, it)| described(it, self.blank.line(ALTS + place)));
        let mut effects = about
            .into_iter()
            .chain(described)
            .map(|command| Effect::Apply(Command::Plan(command)))
            .fold(Effects::none(), Effects::then);
        let path = self.blank.line(ALTS + self.was.pictures.len());
        if !path.is_empty() {
            effects = effects.then(Effect::Attach { post, path });
        }
        Reply::close_with(effects.then(self.forget()))
    }

    /// The day the texts have to be ready, in words of time; what was not touched stays as it is, even where it is past.
    fn ready_by(&self, env: &Env<'_>) -> std::result::Result<Option<Moment>, Words> {
        let said = self.blank.line(READY_BY);
        if said == ready_words(self.was.card.ready_by, env) {
            return Ok(self.was.card.ready_by);
        }
        if said.is_empty() || said == OFF {
            return Ok(None);
        }
        let read = |text: &str| when::parse(text, env.now, env.shown_zone());
        let read = match read(&said) {
            Err(WhenError::NoHour) => read(&format!("{said} {EVENING}")),
            other => other,
        };
        let moment = read.map(|when| when.resolved.moment());
        moment.map(Some).map_err(|error| error.words())
    }

    fn answers(&self, ready_by: Option<Moment>) -> PostCard {
        PostCard {
            topic: self.blank.line(TOPIC),
            rubric: self.blank.line(RUBRIC),
            campaign: self.blank.line(CAMPAIGN),
            format: self.format(),
            link: self.blank.line(LINK),
            first_comment: self.blank.text(FIRST_COMMENT),
            brief: self.blank.text(BRIEF),
            script: self.blank.text(SCRIPT),
            shots: self.blank.text(SHOTS),
            note: self.blank.text(NOTE),
            client_note: self.blank.text(CLIENT_NOTE),
            ready_by,
            ad: self.ad(),
        }
    }

    /// The format as it is chosen now.
    fn format(&self) -> Format {
        let chosen = Format::ALL.get(self.blank.choice(FORMAT));
        chosen.copied().unwrap_or(self.was.card.format)
    }

    /// What it says of itself as an advertisement.
    fn ad(&self) -> Ad {
        let [is_ad, advertiser, erid] = AD.map(|it| ALTS + self.was.pictures.len() + it);
        Ad {
            is_ad: self.blank.choice(is_ad) == 1,
            advertiser: self.blank.line(advertiser),
            erid: self.blank.line(erid),
        }
    }

    fn owner(&self) -> String {
        format!("post-card:{}", self.was.post.0)
    }

    fn forget(&self) -> Effect {
        Effect::Remember(Memo::Drop {
            owner: self.owner(),
        })
    }

    pub(super) fn settle(&mut self, area: Rect) {
        if self.settle_wide(area) {
            return;
        }
        let form = Rect {
            height: area.height - checklist::rows(area),
            ..area
        };
        self.blank.settle(form);
    }

    pub(super) fn draw(&self, area: Rect, buf: &mut Buffer, env: &Env<'_>) -> Option<(u16, u16)> {
        clear(buf, area);
        if self.is_wide {
            return self.draw_wide(area, buf, env);
        }
        let top = Rect {
            height: 1.min(area.height),
            ..area
        };
        let rows = checklist::rows(area);
        let under = Rect {
            y: area.y + top.height,
            height: area.height - top.height - rows,
            ..area
        };
        let below = Rect {
            y: under.bottom(),
            height: rows,
            ..area
        };
        let card = self.answers(self.was.card.ready_by);
        let platforms: Vec<_> = self.goes.platforms.iter().collect();
        let items = checklist(card.format, &self.facts(&card), &platforms);
        draw_checklist(card.format, &items, below, buf, env);
        let (client, _) = env.roster.badge(self.was.client);
        let title = format!("{client} · {}", self.was.card.topic);
        let note = if self.resumed {
            "write-resumed"
        } else {
            "card-note"
        };
        rule(buf, top, &title, &env.locale.text(note), env.theme);
        self.blank.draw(under, buf, env.theme)
    }

    /// The post as its checklist sees it, with the answers as they stand now.
    fn facts<'f>(&'f self, card: &PostCard) -> Facts<'f> {
        let alts = (0..self.was.pictures.len()).map(|place| self.blank.line(ALTS + place));
        Facts {
            text: &self.goes.text,
            media: self.was.pictures.len() as u32,
            undescribed: alts.filter(String::is_empty).count() as u32,
            has_link: !card.link.is_empty(),
            has_script: !card.script.is_empty(),
            has_cover: self.was.pictures.iter().any(|it| it.is_cover),
        }
    }
}
