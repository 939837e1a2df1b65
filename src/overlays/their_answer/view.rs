//! How an answer being taken down looks: the posts with what is said to each, the client's words, and what must be asked.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::items::{self, Item};
use super::{Focus, TheirAnswer};
use crate::domain::verdict::Verdict;
use crate::env::Env;
use crate::ui::{EditorStyle, chosen, clear, put_cut_to, put_to, rule};

/// Rows of the client's words at most.
const WORDS: u16 = 6;

/// Where the topic begins, and how far what is said reaches back from the right edge.
const TOPIC: u16 = 7;

/// What goes where: posts, the line on the post under the cursor, the client's words, doubts.
struct Places {
    list: Rect,
    about: Rect,
    words: Rect,
    doubts: Rect,
}

impl Places {
    fn of(area: Rect, posts: usize) -> Self {
        let row = |y: u16, height: u16| Rect {
            y: y.min(area.bottom()),
            height: height.min(area.bottom().saturating_sub(y)),
            ..area
        };
        let room = area.height.saturating_sub(1);
        let posts = u16::try_from(posts).unwrap_or(u16::MAX);
        let list = posts.clamp(1, (room / 2).max(1));
        // Two rules and the line on the post under the cursor.
        let rest = room.saturating_sub(list + 3);
        let words = WORDS.min(rest.saturating_sub(rest / 3)).max(1);
        let top = area.y + 1;
        Self {
            list: row(top, list),
            about: row(top + list, 1),
            words: row(top + list + 2, words),
            doubts: row(top + list + 2 + words, rest.saturating_sub(words) + 1),
        }
    }
}

pub(super) fn settle(answer: &mut TheirAnswer, area: Rect) {
    let posts = answer.shown().count();
    let places = Places::of(area, posts);
    answer.height = usize::from(places.list.height).max(1);
    answer.cursor.settle(answer.height, posts);
    let words = inside(places.words);
    answer.editor.settle(words.width, words.height);
    if let Focus::Words(_, line) = &mut answer.focus {
        line.settle(words.width.saturating_sub(2));
    }
}

pub(super) fn draw(
    answer: &TheirAnswer,
    area: Rect,
    buf: &mut Buffer,
    env: &Env<'_>,
) -> Option<(u16, u16)> {
    clear(buf, area);
    let items: Vec<&Item> = answer.shown().collect();
    let places = Places::of(area, items.len());
    draw_head(answer, &items, Rect { height: 1, ..area }, buf, env);
    for (at, row) in answer.cursor.rows(places.list, items.len()) {
        draw_item(answer, items[at], row, buf, env);
        if at == answer.cursor.at {
            chosen(buf, row, env.theme);
        }
    }
    if let Some(item) = answer.item() {
        draw_about(answer, item, places.about, buf, env);
    }
    let caret = draw_words(answer, places.words, buf, env);
    draw_doubts(answer, places.doubts, buf, env);
    caret
}

/// "ANSWER · Kolos · packet A" and since when, with the other packets of the client.
fn draw_head(answer: &TheirAnswer, items: &[&Item], row: Rect, buf: &mut Buffer, env: &Env<'_>) {
    let Some(first) = items.first() else {
        return;
    };
    let (client, _) = env.roster.badge(answer.client);
    let code = first.asked.letters.as_str();
    let title = [("client", client.into()), ("code", code.into())];
    let title = env.locale.say("their-answer-title", &title);
    let day = env
        .locale
        .day_short(env.wall(first.asked.shown_at).date_naive());
    let mut note = env.locale.say("their-answer-since", &[("day", day.into())]);
    let mut others: Vec<&str> = answer
        .items
        .iter()
        .map(|it| it.asked.letters.as_str())
        .collect();
    others.dedup();
    others.retain(|letters| *letters != code);
    if !others.is_empty() {
        let list = [("list", others.join(", ").into())];
        note = format!("{note} · {}", env.locale.say("their-answer-others", &list));
    }
    rule(buf, row, &title, &note, env.theme);
}

/// "A2  Bara latte art                            changes «another photo»".
fn draw_item(answer: &TheirAnswer, item: &Item, row: Rect, buf: &mut Buffer, env: &Env<'_>) {
    let (words, style) = said(answer, item, env);
    let x = put_to(
        buf,
        row.x + 2,
        row.y,
        row.right(),
        &item.asked.code(),
        env.theme.strong,
    );
    let topic = x.max(row.x + TOPIC - 1) + 1;
    let room = row.right().saturating_sub(topic);
    let cells = (crate::ui::width::width(&words) as u16).min(room / 2);
    let said_at = row.right().saturating_sub(cells + 1);
    let asked = &item.asked;
    let when = asked.at.map_or_else(String::new, |at| {
        format!(
            "{} {} ",
            env.locale.day_short(env.wall(at).date_naive()),
            env.clock(at)
        )
    });
    let end = said_at.saturating_sub(2);
    let x = put_cut_to(buf, topic, row.y, end, &when, env.theme.dim);
    put_cut_to(buf, x, row.y, end, &asked.topic, env.theme.text);
    put_cut_to(buf, said_at, row.y, row.right(), &words, style);
}

/// What is said to a post, or that nothing is yet; news stand out from what is on record.
fn said(answer: &TheirAnswer, item: &Item, env: &Env<'_>) -> (String, Style) {
    if item.is_stale(&answer.heard) {
        return (
            env.locale.text("their-answer-stale").into_owned(),
            env.theme.bad,
        );
    }
    if let Some((verdict, words)) = item.news(&answer.heard) {
        let style = match verdict {
            Verdict::Yes => env.theme.good,
            Verdict::Changes | Verdict::No => env.theme.warn,
        };
        return (
            verdict_words("their-answer-news", verdict, words, env),
            style,
        );
    }
    if answer
        .doubts()
        .iter()
        .any(|doubt| items::is_about(doubt, item))
    {
        return (
            env.locale.text("their-answer-asked").into_owned(),
            env.theme.warn,
        );
    }
    match item.asked.verdict {
        Some(verdict) => {
            let words = item.asked.words.as_str();
            (
                verdict_words("their-answer-said", verdict, words, env),
                env.theme.dim,
            )
        }
        None => (env.locale.text("verdict-none").into_owned(), env.theme.dim),
    }
}

fn verdict_words(key: &str, verdict: Verdict, words: &str, env: &Env<'_>) -> String {
    let name = env.locale.text(&format!("verdict-{}", verdict.word()));
    let line = words.split_whitespace().collect::<Vec<_>>().join(" ");
    let words = if line.is_empty() {
        String::new()
    } else {
        env.locale.say("verdict-words", &[("words", line.into())])
    };
    let args = [("verdict", name.into()), ("words", words.into())];
    env.locale.say(key, &args)
}

/// The whole of what matters on the post under the cursor: how it has changed since it was shown, or all the words on it.
fn draw_about(answer: &TheirAnswer, item: &Item, row: Rect, buf: &mut Buffer, env: &Env<'_>) {
    let asked = &item.asked;
    let (words, style) = if asked.changed.is_empty() {
        let news = item.news(&answer.heard).map(|(_, words)| words);
        (
            news.unwrap_or(&asked.words).replace('\n', " "),
            env.theme.dim,
        )
    } else {
        let name = |channel| env.roster.code(channel);
        let words = env
            .locale
            .since_shown(&asked.code(), asked.verdict, &asked.changed, name);
        (format!("▲ {words}"), env.theme.warn)
    };
    if row.height > 0 {
        put_cut_to(buf, row.x + TOPIC, row.y, row.right(), &words, style);
    }
}

/// The client's words, or the line for words on one post.
fn draw_words(
    answer: &TheirAnswer,
    area: Rect,
    buf: &mut Buffer,
    env: &Env<'_>,
) -> Option<(u16, u16)> {
    let head = Rect {
        y: area.y.saturating_sub(1),
        height: 1,
        ..area
    };
    let style = EditorStyle::from(env.theme);
    let text = inside(area);
    if let (Focus::Words(verdict, line), Some(item)) = (&answer.focus, answer.item()) {
        let name = env.locale.text(&format!("verdict-{}", verdict.word()));
        let title = [("code", item.asked.code().into()), ("verdict", name.into())];
        let title = env.locale.say("their-answer-words-on", &title);
        rule(buf, head, &title, "", env.theme);
        put_to(buf, text.x, text.y, text.right(), "›", env.theme.strong);
        let line_area = Rect {
            x: text.x + 2,
            width: text.width.saturating_sub(2),
            height: 1.min(text.height),
            ..text
        };
        return line.draw(line_area, buf, &style, true);
    }
    let title = env.locale.text("their-answer-words");
    rule(buf, head, &title, "", env.theme);
    let has_keys = matches!(answer.focus, Focus::Text);
    if answer.editor.text().is_empty() && text.height > 0 {
        let example = env.locale.text("their-answer-example");
        put_cut_to(buf, text.x, text.y, text.right(), &example, env.theme.dim);
        return has_keys.then_some((text.x, text.y));
    }
    answer.editor.draw(text, buf, &style, has_keys)
}

/// What must be asked, each a question; where there are more than rows, the last row counts them.
fn draw_doubts(answer: &TheirAnswer, area: Rect, buf: &mut Buffer, env: &Env<'_>) {
    let Some(code) = answer.shown().next().map(|it| it.asked.letters.as_str()) else {
        return;
    };
    let doubts = answer.doubts();
    let room = usize::from(area.height);
    let shown = if doubts.len() > room {
        room.saturating_sub(1)
    } else {
        doubts.len()
    };
    let said = doubts.iter().take(shown);
    let mut lines: Vec<String> = said
        .map(|doubt| format!("? {}", env.locale.words(&doubt.words(code))))
        .collect();
    if doubts.len() > shown {
        let n = [("n", (doubts.len() - shown).into())];
        lines.push(env.locale.say("their-answer-more-doubts", &n));
    }
    for (line, y) in lines.iter().zip(area.y..area.bottom()) {
        put_cut_to(buf, area.x + 1, y, area.right(), line, env.theme.warn);
    }
}

/// One column free at either side.
fn inside(area: Rect) -> Rect {
    Rect {
        x: area.x + 1.min(area.width),
        width: area.width.saturating_sub(2),
        ..area
    }
}
