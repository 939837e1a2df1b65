//! The rows of the list: time left, channel, client, person, tone, and the first line of what they wrote.

use ratatui::{buffer::Buffer, layout::Rect, style::Style};

use super::super::Inbox;
use super::super::list::{Row, Section};
use crate::domain::inbox::ThreadState;
use crate::env::Env;
use crate::store::ThreadLine;
use crate::ui::{put, put_cut, rule, tint};

/// Where the columns begin, counted from the left edge; a column without cells is left out.
#[derive(Debug, Clone, Copy)]
struct Columns {
    code: u16,
    client: u16,
    person: u16,
    tone: u16,
}

/// Cells before the columns: the cursor and the mark.
const MARGIN: u16 = 2;
/// Cells of the time left: "!-23:59 ".
const TIME: u16 = 8;
/// Less than this left of the promise is worth a colour, in minutes.
const SOON: i64 = 30;

/// Draws the part of the list in sight.
pub(super) fn draw(room: &Inbox, area: Rect, buf: &mut Buffer, env: &Env<'_>) {
    let list = &room.list;
    let seen = list
        .cursor
        .window(usize::from(area.height), list.rows.len());
    for (y, row) in (area.top()..area.bottom()).zip(seen) {
        let line = Rect {
            y,
            height: 1,
            ..area
        };
        match list.rows[row] {
            Row::Head(section) => heading(section, line, buf, env),
            Row::Nobody => {
                let words = env.locale.text("inbox-nobody-waits");
                put_cut(buf, line.x + MARGIN, y, line.width, &words, env.theme.dim);
            }
            Row::Rounds => rounds(room, line, buf, env),
            Row::Thread(place) => {
                if let Some((section, thread)) = list.lines.get(place) {
                    let marked = room.marked.contains(&thread.thread);
                    conversation(*section, thread, marked, line, buf, env);
                }
            }
        }
        if row == list.cursor.at && !matches!(list.rows[row], Row::Head(_) | Row::Nobody) {
            put(buf, line.x, y, line.width, ">", env.theme.strong);
            if !room.typing() {
                tint(buf, line, env.theme.cursor_line);
            }
        }
    }
}

fn heading(section: Section, line: Rect, buf: &mut Buffer, env: &Env<'_>) {
    let (title, note) = match section {
        Section::First | Section::Back => ("inbox-answer-first", "inbox-time-left"),
        Section::Others => ("inbox-waiting-for-others", "inbox-since"),
        Section::Later => ("inbox-later", "inbox-back-in"),
        Section::Done => ("inbox-done", ""),
    };
    let note = match note {
        "" => "".into(),
        key => env.locale.text(key),
    };
    rule(buf, line, &env.locale.text(title), &note, env.theme);
}

fn conversation(
    section: Section,
    thread: &ThreadLine,
    marked: bool,
    line: Rect,
    buf: &mut Buffer,
    env: &Env<'_>,
) {
    let columns = columns(line.width);
    let theme = env.theme;
    let quiet = match section {
        Section::First | Section::Back => theme.text,
        Section::Others | Section::Later | Section::Done => theme.dim,
    };
    if marked {
        put(buf, line.x + 1, line.y, 1, "*", theme.accent);
    }
    let mut x = line.x + MARGIN;
    let right = line.right();
    let mut cell = |cells: u16, text: &str, style: Style| {
        let room = cells.min(right.saturating_sub(x));
        put_cut(buf, x, line.y, room.saturating_sub(1), text, style);
        x = x.saturating_add(cells).min(right);
    };
    let (time, style) = time(section, thread, env);
    cell(TIME, &time, style);
    cell(columns.code, env.roster.code(thread.channel), quiet);
    let (badge, colour) = env.roster.badge(thread.client);
    cell(columns.client, badge, theme.client(colour));
    cell(columns.person, &thread.person, quiet);
    cell(columns.tone, thread.tone.word(), tone(thread, env));
    cell(u16::MAX, thread.first_line(), quiet);
}

/// What stands in the first column: time left, or where the conversation stands.
fn time(section: Section, thread: &ThreadLine, env: &Env<'_>) -> (String, Style) {
    let theme = env.theme;
    let word = |key: &str| env.locale.text(key).into_owned();
    match section {
        Section::First => match thread.answer_by.map(|by| env.minutes_until(by)) {
            None => (String::new(), theme.dim),
            Some(left @ ..0) => (format!("!{}", env.locale.span(left)), theme.bad),
            Some(left @ 0..SOON) => (env.locale.span(left), theme.warn),
            Some(left) => (env.locale.span(left), theme.text),
        },
        Section::Back => (word("inbox-back"), theme.warn),
        Section::Later => {
            let left = thread.snooze_until.map(|until| env.minutes_until(until));
            (
                left.map_or(String::new(), |left| env.locale.span(left)),
                theme.dim,
            )
        }
        Section::Others => (
            word(match thread.state {
                ThreadState::WaitClient => "inbox-wait-client",
                ThreadState::WaitAuthor => "inbox-wait-author",
                _ => "inbox-wait-other",
            }),
            theme.dim,
        ),
        Section::Done if thread.state == ThreadState::Done => ("✓".to_owned(), theme.good),
        Section::Done => ("–".to_owned(), theme.dim),
    }
}

fn tone(thread: &ThreadLine, env: &Env<'_>) -> Style {
    use crate::domain::inbox::Tone;
    match thread.tone {
        Tone::Bad | Tone::Troll => env.theme.bad,
        Tone::Good => env.theme.good,
        Tone::Question => env.theme.accent,
        Tone::Unsaid => env.theme.text,
    }
}

/// "round  OK Kolos 3:10 · IG Marani 2 d": as many channels as fit.
fn rounds(room: &Inbox, line: Rect, buf: &mut Buffer, env: &Env<'_>) {
    let due: Vec<String> = room
        .list
        .rounds
        .iter()
        .map(|round| {
            let code = env.roster.code(round.channel);
            let owner = env
                .roster
                .channel(round.channel)
                .map_or("?", |channel| env.roster.badge(channel.card.client).0);
            let ago = match round.last {
                Some(last) => env.locale.span(-env.minutes_until(last)),
                None => env.locale.text("inbox-never").into_owned(),
            };
            format!("{code} {owner} {ago}")
        })
        .collect();
    let x = line.x + MARGIN;
    let room = line.width.saturating_sub(MARGIN);
    let word = env.locale.text("inbox-round");
    put_cut(buf, x, line.y, TIME - 1, &word, env.theme.warn);
    let words = env.locale.say(
        "inbox-not-looked-at",
        &[("channels", due.join(" · ").into())],
    );
    put_cut(
        buf,
        x + TIME,
        line.y,
        room.saturating_sub(TIME),
        &words,
        env.theme.text,
    );
}

/// Wide screens give names more room; narrow ones leave the client away, then everything but time and words.
const fn columns(cells: u16) -> Columns {
    match cells {
        100.. => Columns {
            code: 5,
            client: 9,
            person: 17,
            tone: 2,
        },
        60..100 => Columns {
            code: 4,
            client: 9,
            person: 11,
            tone: 2,
        },
        50..60 => Columns {
            code: 3,
            client: 7,
            person: 9,
            tone: 2,
        },
        36..50 => Columns {
            code: 3,
            client: 0,
            person: 9,
            tone: 2,
        },
        _ => Columns {
            code: 0,
            client: 0,
            person: 0,
            tone: 0,
        },
    }
}
