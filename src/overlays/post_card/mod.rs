//! The card of a post over its text: what it is about, its pictures with their descriptions, and under them the checklist
//! of its format.

mod checklist;

use chrono::Datelike;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::Reply;
use super::blank::{self, Blank, Named};
use crate::domain::Moment;
use crate::domain::address;
use crate::domain::command::{Command, PlanCommand, PostCard};
use crate::domain::format::{Facts, checklist};
use crate::domain::ids::PostId;
use crate::domain::lint::Ad;
use crate::domain::post::Format;
use crate::domain::tongue::Tongue;
use crate::domain::when::{self, WhenError};
use crate::domain::words::Words;
use crate::effect::{Effect, Effects, Show};
use crate::env::{Env, Kept};
use crate::keys::{Code, Key};
use crate::report::contractor;
use crate::store::{CardOfPost, Media, Memo, Reader, Result};
use crate::ui::{Entry, Field, LineInput, clear, rule};
use checklist::{Goes, draw_checklist};

// Field numbers of a post's card.
const TOPIC: usize = 0;
const RUBRIC: usize = 1;
const CAMPAIGN: usize = 2;
const FORMAT: usize = 3;
const LINK: usize = 4;
const FIRST_COMMENT: usize = 5;
const BRIEF: usize = 6;
const NOTE: usize = 7;
const READY_BY: usize = 8;
/// The first description; there is one for each picture, and behind the last a field for one more picture.
const ALTS: usize = 9;

/// The fields of an advertisement come behind the field for one more picture.
const AD: [usize; 3] = [1, 2, 3];

/// Said instead of a description, it takes the picture off.
const OFF: &str = "-";

/// A day without an hour means its evening: there is time to read it through before the next.
const EVENING: &str = "18:00";

/// The card being filled in.
#[derive(Debug)]
pub struct PostForm {
    was: CardOfPost,
    goes: Goes,
    blank: Blank,
    /// Answers of an earlier sitting were taken up again.
    resumed: bool,
}

impl PostForm {
    /// Opens the card as it stands, with the answers of an earlier sitting that never found their place.
    pub fn open(reader: &Reader, post: PostId, env: &Env<'_>) -> Result<Self> {
        let goes = Goes::read(reader, post, env)?;
        let mut form = Self::of(reader.card_of_post(post)?, goes, env);
        if let Some(draft) = reader.draft(&form.owner())? {
            form.blank.take_up(&draft.text);
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
            fresh.blank.take_up(&self.blank.kept());
            fresh.blank.go_to(self.blank.at());
            fresh.resumed = self.resumed;
            *self = fresh;
        }
        Ok(())
    }

    fn of(was: CardOfPost, goes: Goes, env: &Env<'_>) -> Self {
        Self {
            blank: Blank::new(fields(&was, env), env),
            goes,
            was,
            resumed: false,
        }
    }

    /// Answers being typed.
    pub(super) fn kept(&self) -> Kept {
        self.blank.kept_as(self.owner())
    }

    pub(super) fn key(&mut self, key: Key, env: &Env<'_>) -> Reply {
        match key.code {
            // What was changed waits for the next opening.
            Code::Esc if self.blank.is_changed() => Reply::close(),
            Code::Esc => Reply::close_with(self.forget()),
            Code::Enter => self.save(env),
            Code::F(4) => Reply::with(self.order(env)),
            Code::F(9) => Reply::with(Effect::Show(Show::Pictures(self.was.post))),
            Code::Char('o') if key.mods.ctrl => self.versions(),
            Code::F(6) if key.mods.shift => self.versions(),
            _ => {
                self.blank.input(key);
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
            format: Format::ALL
                .get(self.blank.choice(FORMAT))
                .copied()
                .unwrap_or(self.was.card.format),
            link: self.blank.line(LINK),
            first_comment: self.blank.text(FIRST_COMMENT),
            brief: self.blank.text(BRIEF),
            note: self.blank.text(NOTE),
            ready_by,
            ad: self.ad(),
        }
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

    /// What whoever draws or films it has to know, on the clipboard: the card as it stands now, and the text.
    fn order(&self, env: &Env<'_>) -> Effect {
        let card = self.answers(self.ready_by(env).unwrap_or(self.was.card.ready_by));
        let client = env.roster.client(self.was.client).map(|it| &it.card);
        let platforms: Vec<_> = self.goes.platforms.iter().collect();
        let text = contractor::text(&contractor::Order {
            tongue: client.map_or(Tongue::En, |card| Tongue::of(&card.languages)),
            client: client.map_or("", |card| card.name.as_str()),
            topic: &card.topic,
            format: card.format,
            brief: &card.brief,
            text: &self.goes.text,
            link: &card.link,
            platforms: &platforms,
            ready_by: card.ready_by.map(|by| env.wall(by).naive_local()),
        });
        let what = Words::new("order-copied");
        Effect::Copy { text, what }
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
        let form = Rect {
            height: area.height - checklist::rows(area),
            ..area
        };
        self.blank.settle(form);
    }

    pub(super) fn draw(&self, area: Rect, buf: &mut Buffer, env: &Env<'_>) -> Option<(u16, u16)> {
        clear(buf, area);
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
            has_brief: !card.brief.is_empty(),
        }
    }
}

fn fields(was: &CardOfPost, env: &Env<'_>) -> Vec<Named> {
    let card = &was.card;
    let formats = Format::ALL.iter().map(|format| {
        env.locale
            .text(&format!("format-{}", format.word()))
            .into_owned()
    });
    let at = Format::ALL.iter().position(|it| *it == card.format);
    let mut fields = vec![
        blank::line("post-card-topic", &card.topic, false, env),
        blank::line("post-card-rubric", &card.rubric, false, env),
        blank::line("post-card-campaign", &card.campaign, false, env),
        blank::choice("post-card-format", formats.collect(), at.unwrap_or(0), env),
        blank::line("post-card-link", &card.link, false, env),
        blank::text("post-card-first-comment", &card.first_comment, false, env),
        blank::text("post-card-brief", &card.brief, false, env),
        blank::text("post-card-note", &card.note, false, env),
        blank::line(
            "post-card-ready",
            &ready_words(card.ready_by, env),
            false,
            env,
        ),
    ];
    let pictures = was.pictures.iter().zip(1usize..);
    fields.extend(pictures.map(|(picture, n)| alt(picture, n, env)));
    fields.push(blank::line("post-card-picture", "", false, env));
    fields.extend(ad_fields(&card.ad, env));
    fields
}

/// Most posts are no advertisement and keep these folded.
fn ad_fields(ad: &Ad, env: &Env<'_>) -> [Named; 3] {
    let options =
        ["post-card-ad-no", "post-card-ad-yes"].map(|key| env.locale.text(key).into_owned());
    let folded = !ad.is_ad;
    let (name, field) = blank::choice("post-card-ad", options.to_vec(), usize::from(ad.is_ad), env);
    [
        (name, Field { folded, ..field }),
        blank::line("post-card-advertiser", &ad.advertiser, folded, env),
        blank::line("post-card-erid", &ad.erid, folded, env),
    ]
}

/// "25.11 18:00" on the wall that is shown, with the year where it is another; nothing for none.
fn ready_words(by: Option<Moment>, env: &Env<'_>) -> String {
    let Some(by) = by else {
        return String::new();
    };
    let wall = env.wall(by);
    let form = if wall.year() == env.today().year() {
        "%d.%m %H:%M"
    } else {
        "%d.%m.%Y %H:%M"
    };
    wall.format(form).to_string()
}

fn alt(picture: &Media, n: usize, env: &Env<'_>) -> Named {
    let args = [("n", n.into()), ("name", picture.name.as_str().into())];
    let field = Field {
        label: env.locale.say("post-card-alt", &args),
        entry: Entry::Line(LineInput::new(
            &picture.alt,
            &env.locale.text("post-card-alt-example"),
        )),
        error: String::new(),
        folded: false,
    };
    (format!("alt:{}", picture.id.0), field)
}

/// What the answer under a picture means for it.
fn described(picture: &Media, alt: String) -> Option<PlanCommand> {
    let media = picture.id;
    if alt == OFF {
        return Some(PlanCommand::Detach { media });
    }
    (alt != picture.alt).then_some(PlanCommand::EditAlt { media, alt })
}

fn mistakes(card: &PostCard, env: &Env<'_>) -> Vec<(usize, String)> {
    let said = |key: &str| env.locale.text(key).into_owned();
    let mut mistakes = Vec::new();
    if card.topic.is_empty() {
        mistakes.push((TOPIC, said("post-card-topic-missing")));
    }
    if !card.link.is_empty() && !address::is_safe_link(&card.link) {
        mistakes.push((LINK, said("prompt-not-a-link")));
    }
    mistakes
}
