//! To the client: the posts of the next packet with what is still missing in them; `Enter` sends, and where it went is said.

use std::path::PathBuf;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::Reply;
use super::enter::Enter;
use crate::action::Action;
use crate::domain::Moment;
use crate::domain::ids::{ChannelId, ClientId, PostId};
use crate::domain::post::{Approval, Status};
use crate::domain::tongue::Tongue;
use crate::domain::yes::YesRefused;
use crate::effect::Effect;
use crate::env::Env;
use crate::store::{AgendaLine, Reader, Result};
use crate::ui::{Cursor, popup, put_cut_to, put_right, put_to, tint};

/// Cells of the window, its frame included.
const CELLS: u16 = 78;

/// Rows around the list: language, the note, and a blank beside each.
const AROUND: u16 = 4;

/// The packet before and after it is sent.
#[derive(Debug)]
pub struct ToClient {
    client: ClientId,
    code: String,
    tongue: Tongue,
    posts: Vec<Sheet>,
    cursor: Cursor,
    height: usize,
    sent: Option<Sent>,
    enter: Enter,
}

/// One post as it would go.
#[derive(Debug)]
struct Sheet {
    post: PostId,
    topic: String,
    at: Option<Moment>,
    channels: Vec<ChannelId>,
    /// What she may want to see to first: a locale key, and the code it was shown under.
    warning: Option<(&'static str, String)>,
}

/// Where it went.
#[derive(Debug)]
struct Sent {
    code: String,
    files: Vec<PathBuf>,
}

impl ToClient {
    /// Lays out these posts, which must be of one client.
    pub fn open(reader: &Reader, posts: &[PostId], env: &Env<'_>) -> Result<Self> {
        let mut sheets = Vec::with_capacity(posts.len());
        let mut client: Option<ClientId> = None;
        for post in posts {
            let lines = reader.variants_of(*post)?;
            let Some(first) = lines.first() else {
                continue;
            };
            if client.is_some_and(|client| client != first.client) {
                return Err(YesRefused::TwoClients.into());
            }
            client = Some(first.client);
            sheets.push(Sheet::of(*post, &lines, env));
        }
        let client = client.ok_or(YesRefused::NoPosts)?;
        sheets.sort_by_key(|sheet| (sheet.at.is_none(), sheet.at, sheet.post));
        sheets.dedup_by_key(|sheet| sheet.post);
        let card = env.roster.client(client).map(|it| &it.card);
        Ok(Self {
            client,
            code: reader.next_letters(client)?,
            tongue: card.map_or(Tongue::En, |card| Tongue::of(&card.languages)),
            posts: sheets,
            cursor: Cursor::default(),
            height: 1,
            sent: None,
            enter: Enter::default(),
        })
    }

    /// It has gone out under these letters, and lies in these files.
    pub fn sent(&mut self, code: String, files: Vec<PathBuf>) {
        self.sent = Some(Sent { code, files });
    }

    pub(super) fn act(&mut self, action: Action, env: &Env<'_>) -> Reply {
        let len = self.posts.len();
        match action {
            Action::Back => return Reply::close(),
            Action::Do if !self.enter.is_new(env.now) => {}
            Action::Do if self.sent.is_some() => return Reply::close(),
            Action::Do => return self.send(),
            Action::Up => self.cursor.step(-1, len),
            Action::Down => self.cursor.step(1, len),
            Action::PageUp => self.cursor.page(-1, self.height, len),
            Action::PageDown => self.cursor.page(1, self.height, len),
            Action::Left => self.turn(Tongue::ALL.len() - 1),
            Action::Right => self.turn(1),
            _ => {}
        }
        Reply::stay()
    }

    /// The keys, while it waits for its Enter and after.
    pub(super) fn hints(&self) -> &'static [(&'static str, &'static str)] {
        if self.sent.is_some() {
            return &[("Enter", "hint-back")];
        }
        &[
            ("Enter", "to-client-hint-send"),
            ("← →", "to-client-hint-tongue"),
            ("Esc", "hint-back"),
        ]
    }

    fn send(&self) -> Reply {
        Reply::with(Effect::SendPacket {
            posts: self.posts.iter().map(|sheet| sheet.post).collect(),
            tongue: self.tongue,
        })
    }

    /// Another language.
    fn turn(&mut self, by: usize) {
        let all = Tongue::ALL;
        let here = all.iter().position(|it| *it == self.tongue).unwrap_or(0);
        if self.sent.is_none() {
            self.tongue = all[(here + by) % all.len()];
        }
    }

    pub(super) fn settle(&mut self, area: Rect) {
        self.height = usize::from(area.height.saturating_sub(AROUND + 2)).max(1);
        self.cursor.settle(self.height, self.posts.len());
    }

    pub(super) fn draw(&self, area: Rect, buf: &mut Buffer, env: &Env<'_>) {
        let shown = self.posts.len().min(self.height) as u16;
        let rows = match &self.sent {
            Some(sent) => sent.files.iter().map(|_| 1).sum::<u16>() + 5,
            None => shown + AROUND + 2,
        };
        let inner = popup(buf, area, (CELLS, rows), &self.title(env), env.theme);
        match &self.sent {
            Some(sent) => self.draw_sent(sent, inner, buf, env),
            None => self.draw_list(inner, buf, env),
        }
    }

    fn title(&self, env: &Env<'_>) -> String {
        let code = self.sent.as_ref().map_or(&self.code, |sent| &sent.code);
        let (client, _) = env.roster.badge(self.client);
        let args = [
            ("client", client.into()),
            ("code", code.as_str().into()),
            ("n", self.posts.len().into()),
        ];
        env.locale.say("to-client-title", &args)
    }

    fn draw_list(&self, inner: Rect, buf: &mut Buffer, env: &Env<'_>) {
        let (left, right) = (inner.x + 1, inner.right().saturating_sub(1));
        let tongue = env.locale.text(&format!("tongue-{}", self.tongue.word()));
        let tongue = env
            .locale
            .say("to-client-tongue", &[("tongue", tongue.into())]);
        put_cut_to(buf, left, inner.y, right, &tongue, env.theme.text);
        let top = inner.y + 2.min(inner.height);
        let room = usize::from(inner.bottom().saturating_sub(top + 2)).max(1);
        let window = self.cursor.window(room, self.posts.len());
        for (at, y) in window.zip(top..inner.bottom()) {
            let row = Rect {
                x: left,
                y,
                width: right.saturating_sub(left),
                height: 1,
            };
            self.draw_post(at, row, buf, env);
        }
        let note = env.locale.text("to-client-note");
        let last = inner.bottom().saturating_sub(1).max(top);
        if last < inner.bottom() && last > top {
            put_cut_to(buf, left, last, right, &note, env.theme.dim);
        }
    }

    fn draw_post(&self, at: usize, row: Rect, buf: &mut Buffer, env: &Env<'_>) {
        let sheet = &self.posts[at];
        let number = format!("{}{}", self.code, at + 1);
        let x = put_to(buf, row.x, row.y, row.right(), &number, env.theme.strong);
        let when = sheet.at.map_or_else(String::new, |at| {
            let day = env.locale.day_short(env.wall(at).date_naive());
            format!("{day} {}", env.clock(at))
        });
        let x = x.max(row.x + 4) + 1;
        put_cut_to(
            buf,
            x,
            row.y,
            (x + 16).min(row.right()),
            &when,
            env.theme.text,
        );
        let codes: Vec<&str> = sheet
            .channels
            .iter()
            .map(|it| env.roster.code(*it))
            .collect();
        let x = x + 17;
        put_cut_to(
            buf,
            x,
            row.y,
            (x + 8).min(row.right()),
            &codes.join(" "),
            env.theme.dim,
        );
        let warning = sheet
            .warning
            .as_ref()
            .map_or_else(String::new, |(key, code)| {
                env.locale.say(key, &[("code", code.as_str().into())])
            });
        let end = put_right(buf, row, &warning, env.theme.warn);
        let end = if warning.is_empty() { row.right() } else { end };
        put_cut_to(
            buf,
            x + 9,
            row.y,
            end.saturating_sub(1),
            &sheet.topic,
            env.theme.text,
        );
        if at == self.cursor.at && self.posts.len() > 1 {
            tint(buf, row, env.theme.cursor_line);
        }
    }

    fn draw_sent(&self, sent: &Sent, inner: Rect, buf: &mut Buffer, env: &Env<'_>) {
        let (left, right) = (inner.x + 1, inner.right().saturating_sub(1));
        let (client, _) = env.roster.badge(self.client);
        let words = env
            .locale
            .say("to-client-sent", &[("client", client.into())]);
        put_cut_to(buf, left, inner.y, right, &words, env.theme.good);
        let Some(folder) = sent.files.first().and_then(|file| file.parent()) else {
            return;
        };
        let folder = folder.display().to_string();
        let words = env
            .locale
            .say("to-client-files", &[("folder", folder.into())]);
        put_cut_to(buf, left, inner.y + 2, right, &words, env.theme.text);
        let names = sent.files.iter().filter_map(|file| file.file_name());
        for (name, y) in names.zip(inner.y + 3..inner.bottom()) {
            put_cut_to(
                buf,
                left + 2,
                y,
                right,
                &name.to_string_lossy(),
                env.theme.text,
            );
        }
    }
}

impl Sheet {
    fn of(post: PostId, lines: &[AgendaLine], env: &Env<'_>) -> Self {
        let open = || lines.iter().filter(|line| line.out_at.is_none());
        Self {
            post,
            topic: lines[0].topic.clone(),
            at: open().filter_map(|line| line.at).min(),
            channels: open().map(|line| line.channel).collect(),
            warning: warning(lines, env.now),
        }
    }
}

/// What stands in the way first, then what is missing, then what is only good to know.
fn warning(lines: &[AgendaLine], now: Moment) -> Option<(&'static str, String)> {
    let open = || lines.iter().filter(|line| line.out_at.is_none());
    let any = |is: fn(&AgendaLine) -> bool| open().any(is);
    let asked = open()
        .map(|line| line.asked.as_str())
        .find(|code| !code.is_empty());
    let key = if open().next().is_none() {
        "to-client-out"
    } else if any(|line| line.approval == Approval::Hold) {
        "to-client-parked"
    } else if open().any(|line| line.status(now) == Status::Missed) {
        "to-client-late"
    } else if any(|line| line.chars == 0) {
        "to-client-no-text"
    } else if any(AgendaLine::wants_media) {
        "to-client-no-picture"
    } else if asked.is_some() {
        "to-client-again"
    } else if any(|line| line.at.is_none()) {
        "to-client-no-time"
    } else if any(|line| line.approval == Approval::Approved) {
        "to-client-approved"
    } else {
        return None;
    };
    Some((key, asked.unwrap_or_default().to_owned()))
}
