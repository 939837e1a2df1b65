//! The older wordings of a post and of its channels: when each was saved, what of the words has become what since, how the
//! post stood then, and Enter to take one up again.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::Reply;
use super::enter::Enter;
use super::history::{Look, Told, rows, style, swapped};
use crate::action::Action;
use crate::domain::Moment;
use crate::domain::command::{Command, PlanCommand};
use crate::domain::ids::{PostId, VariantId};
use crate::domain::post::status;
use crate::env::Env;
use crate::store::{PostThen, Reader, Result};
use crate::ui::{Cursor, chosen, clear, parts, put_cut_to, rule};

/// Wordings that are read; nobody looks further back.
const MOST: usize = 500;

/// The window.
#[derive(Debug)]
pub struct Versions {
    post: PostId,
    topic: String,
    /// Whose wordings can be seen: the post's own, and those of channels that have some.
    owners: Vec<(Option<VariantId>, String)>,
    owner: usize,
    /// Newest first.
    wordings: Vec<(Moment, String)>,
    /// The one that stands; none where a channel follows the base.
    stands: Option<String>,
    cursor: Cursor,
    /// The post at the moment of the wording under the cursor.
    then: Option<PostThen>,
    /// What has changed since, as rows of the window.
    changes: Vec<(Look, String)>,
    /// A held key must not take up what nobody has looked at.
    enter: Enter,
}

impl Versions {
    /// Opens on the wordings of the post itself.
    pub fn open(reader: &Reader, post: PostId, env: &Env<'_>) -> Result<Self> {
        let mut owners = vec![(None, env.locale.text("versions-base").into_owned())];
        let lines = reader.variants_of(post)?;
        for line in &lines {
            if !reader.wordings(post, Some(line.variant), 1)?.is_empty() {
                let code = env.roster.code(line.channel).to_owned();
                owners.push((Some(line.variant), code));
            }
        }
        let mut window = Self {
            post,
            topic: lines
                .into_iter()
                .next()
                .map_or_else(String::new, |line| line.topic),
            owners,
            owner: 0,
            wordings: Vec::new(),
            stands: None,
            cursor: Cursor::default(),
            then: None,
            changes: Vec::new(),
            enter: Enter::default(),
        };
        window.enter.wait(env.now);
        window.refresh(reader)?;
        Ok(window)
    }

    /// Asks again: another owner, another wording, or one was taken up.
    pub fn refresh(&mut self, reader: &Reader) -> Result<()> {
        let (variant, _) = self.owners[self.owner];
        self.wordings = reader.wordings(self.post, variant, MOST)?;
        self.stands = reader.sheet(self.post)?.and_then(|sheet| {
            if variant.is_none() {
                return Some(sheet.text);
            }
            let mut channels = sheet.variants.into_iter();
            channels.find(|it| Some(it.variant) == variant)?.own
        });
        self.cursor.at = self.cursor.at.min(self.wordings.len().saturating_sub(1));
        self.then = match self.wordings.get(self.cursor.at) {
            Some((at, _)) => reader.post_as_of(self.post, *at)?,
            None => None,
        };
        Ok(())
    }

    pub(super) fn act(&mut self, action: Action, env: &Env<'_>) -> Reply {
        let len = self.wordings.len();
        match action {
            Action::Back => return Reply::close(),
            Action::Do if self.enter.is_new(env.now) => return self.take_up(),
            Action::Up => self.cursor.step(-1, len),
            Action::Down => self.cursor.step(1, len),
            Action::Home => self.cursor.home(),
            Action::End => self.cursor.end(len),
            Action::Left => self.turn(-1),
            Action::Right => self.turn(1),
            _ => return Reply::stay(),
        }
        Reply::with(crate::effect::Effect::LookAgain)
    }

    /// The wordings of another channel.
    fn turn(&mut self, by: isize) {
        let last = self.owners.len() - 1;
        self.owner = self.owner.saturating_add_signed(by).min(last);
        self.cursor.home();
    }

    /// The wording under the cursor, unless it is the one that stands.
    fn older(&self) -> Option<&str> {
        let (_, text) = self.wordings.get(self.cursor.at)?;
        (self.stands.as_ref() != Some(text)).then_some(text)
    }

    /// The wording under the cursor stands again, as a new one.
    fn take_up(&self) -> Reply {
        match self.older() {
            Some(text) => Reply::close_with(Command::Plan(PlanCommand::SaveText {
                post: self.post,
                variant: self.owners[self.owner].0,
                text: text.to_owned(),
            })),
            None => Reply::stay(),
        }
    }

    pub(super) fn settle(&mut self, area: Rect) {
        let (_, list, below) = split(area, self.wordings.len());
        self.cursor
            .settle(usize::from(list.height).max(1), self.wordings.len());
        let room = usize::from(below.width.saturating_sub(2));
        let told = self.changed();
        self.changes = rows(&told, room.saturating_sub(4));
    }

    /// The words that have changed from the chosen wording to the one that stands; where it is that one or none stands, its
    /// words.
    fn changed(&self) -> Vec<Told> {
        if let (Some(text), Some(stands)) = (self.older(), &self.stands) {
            return swapped(text, stands);
        }
        let text = self.wordings.get(self.cursor.at);
        let lines = text.map_or("", |(_, text)| text).lines();
        lines.map(|line| (Look::Plain, line.to_owned())).collect()
    }

    pub(super) fn draw(&self, area: Rect, buf: &mut Buffer, env: &Env<'_>) -> Option<(u16, u16)> {
        clear(buf, area);
        let (top, list, below) = split(area, self.wordings.len());
        let names: Vec<String> = self
            .owners
            .iter()
            .enumerate()
            .map(|(nth, (_, name))| {
                if nth == self.owner {
                    format!("[{name}]")
                } else {
                    name.clone()
                }
            })
            .collect();
        let args = [("topic", self.topic.as_str().into())];
        let title = env.locale.say("versions-title", &args);
        rule(buf, top, &title, &names.join(" "), env.theme);
        if self.wordings.is_empty() {
            let words = env.locale.text("versions-none");
            put_cut_to(
                buf,
                area.x + 2,
                top.bottom(),
                area.right(),
                &words,
                env.theme.dim,
            );
            return None;
        }
        for (at, row) in self.cursor.rows(list, self.wordings.len()) {
            self.draw_wording(at, row, buf, env);
        }
        self.draw_then(below, buf, env);
        None
    }

    fn draw_wording(&self, at: usize, row: Rect, buf: &mut Buffer, env: &Env<'_>) {
        let (when, text) = &self.wordings[at];
        let day = env.locale.day_short(env.wall(*when).date_naive());
        let when = format!("{day} {}", env.clock(*when));
        let edge = |x: u16| (row.x + x).min(row.right());
        put_cut_to(buf, edge(2), row.y, edge(19), &when, env.theme.text);
        let first = text.lines().find(|line| !line.trim().is_empty());
        put_cut_to(
            buf,
            edge(20),
            row.y,
            row.right(),
            first.unwrap_or("—"),
            env.theme.text,
        );
        if at == self.cursor.at {
            chosen(buf, row, env.theme);
        }
    }

    /// How the post stood at that moment, and what of the words has become what since.
    fn draw_then(&self, area: Rect, buf: &mut Buffer, env: &Env<'_>) {
        let top = Rect {
            height: 1.min(area.height),
            ..area
        };
        let key = match (self.older(), &self.stands) {
            (None, _) => "versions-stands",
            (Some(_), Some(_)) => "versions-since",
            (Some(_), None) => "versions-let-go",
        };
        rule(
            buf,
            top,
            &env.locale.text(key),
            &self.standings(env),
            env.theme,
        );
        for ((look, text), y) in self.changes.iter().zip(top.bottom()..area.bottom()) {
            put_cut_to(
                buf,
                area.x + 1,
                y,
                area.right(),
                text,
                style(*look, env.theme),
            );
        }
    }

    /// "VK Fri 27 Nov 18:30 scheduled · TG draft", as it was then.
    fn standings(&self, env: &Env<'_>) -> String {
        let Some((at, then)) = self
            .wordings
            .get(self.cursor.at)
            .map(|it| it.0)
            .zip(self.then.as_ref())
        else {
            return String::new();
        };
        let each = then.variants.iter().map(|it| {
            let grace = env
                .roster
                .channel(it.channel)
                .map_or(0, |it| it.card.grace_min);
            let standing = status(it.approval, it.outcome, it.at, grace, at);
            let standing = env
                .locale
                .text(&format!("plan-status-{}", standing.word()))
                .into_owned();
            let when = it.at.map_or_else(String::new, |at| {
                let day = env.locale.day_short(env.wall(at).date_naive());
                format!(" {day} {}", env.clock(at))
            });
            format!("{}{when} {standing}", env.roster.code(it.channel))
        });
        each.collect::<Vec<_>>().join(" · ")
    }

    /// The keys.
    pub(super) const fn hints() -> &'static [(&'static str, &'static str)] {
        &[
            ("Enter", "versions-hint-take"),
            ("↑↓", "hint-move"),
            ("←→", "versions-hint-channel"),
            ("Esc", "hint-back"),
        ]
    }
}

/// Its own line, the wordings, and below them what has changed.
fn split(area: Rect, wordings: usize) -> (Rect, Rect, Rect) {
    let half = area.height.saturating_sub(1) / 2;
    parts(area, u16::try_from(wordings).unwrap_or(u16::MAX).min(half))
}
