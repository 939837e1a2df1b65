//! The open conversation: its title, what was said, the answer box with its count, and the ready answers by name.

use ratatui::{buffer::Buffer, layout::Rect};

use super::super::answer::AnswerBox;
use super::super::talk::{Talk, WHO};
use super::{bounded, inner};
use crate::domain::count::count;
use crate::domain::inbox::{ThreadKind, Tone};
use crate::env::Env;
use crate::store::Conversation;
use crate::ui::{EditorStyle, put_cut, rule};

/// The rows of a conversation, from top to bottom; what finds no room is empty.
#[derive(Debug, Clone, Copy, Default)]
struct Parts {
    title: Rect,
    said: Rect,
    rule: Rect,
    edit: Rect,
    ready: Rect,
    hint: Rect,
}

/// Lays out what was said and what is being written.
pub(super) fn settle(talk: &mut Talk, area: Rect, env: &Env<'_>) {
    if let Some(answer) = &mut talk.answer {
        // The width decides how many rows the text takes, and these how high the box is.
        answer.editor.settle(inner(area).width, 1);
    }
    let parts = parts(talk, area);
    if let Some(answer) = &mut talk.answer {
        answer.editor.settle(parts.edit.width, parts.edit.height);
    }
    talk.settle(
        usize::from(parts.said.width),
        usize::from(parts.said.height),
        env,
    );
}

/// Draws it; returns the caret's cell.
pub(super) fn draw(talk: &Talk, area: Rect, buf: &mut Buffer, env: &Env<'_>) -> Option<(u16, u16)> {
    let parts = parts(talk, area);
    if let Some(told) = &talk.told {
        let (title, note) = (title(told, env), note(told, env));
        rule(buf, parts.title, &title, &note, env.theme);
    }
    said(talk, parts.said, buf, env);
    let answer = talk.answer.as_ref()?;
    let heading = env.locale.text("inbox-your-answer");
    let note = talk
        .told
        .as_ref()
        .map_or(String::new(), |told| length(answer, told, env));
    rule(buf, parts.rule, &heading, &note, env.theme);
    let style = EditorStyle::from(env.theme);
    let caret = answer.editor.draw(parts.edit, buf, &style, true);
    ready(answer, parts.ready, buf, env);
    let hint = env.locale.text("inbox-box-keys");
    let row = parts.hint;
    if !row.is_empty() {
        put_cut(buf, row.x, row.y, row.width, &hint, env.theme.dim);
    }
    caret
}

/// Shares the rows out: a place to write first, then the title, what was said, and the rest as it fits.
fn parts(talk: &Talk, area: Rect) -> Parts {
    let inside = inner(area);
    let height = area.height;
    let title = u16::from(height >= 3);
    let Some(answer) = &talk.answer else {
        return Parts {
            title: Rect {
                height: title,
                ..area
            },
            said: Rect {
                y: inside.y + title,
                height: height - title,
                ..inside
            },
            ..Parts::default()
        };
    };
    let rule = u16::from(height >= 4);
    let ready = u16::from(height >= 8 && !answer.ready.is_empty());
    let hint = u16::from(height >= 10);
    let rest = height - title - rule - ready - hint;
    let most = (rest / 2).max(1).min(rest);
    let rows = answer.editor.rows().min(usize::from(most)) as u16;
    let edit = rows.max(most.min(3));
    let mut y = area.y;
    let mut next = |of: Rect, height: u16| {
        let part = Rect { y, height, ..of };
        y += height;
        part
    };
    Parts {
        title: next(area, title),
        said: next(inside, rest - edit),
        rule: next(area, rule),
        edit: next(inside, edit),
        ready: next(inside, ready),
        hint: next(inside, hint),
    }
}

/// "Ольга Р. · VK · under «Сырники…»".
fn title(told: &Conversation, env: &Env<'_>) -> String {
    let place = match (&told.post, told.kind) {
        (Some(topic), _) => env
            .locale
            .say("inbox-under-post", &[("topic", topic.as_str().into())]),
        (None, ThreadKind::Comment) => env.locale.text("inbox-kind-comment").into_owned(),
        (None, ThreadKind::Message) => env.locale.text("inbox-kind-message").into_owned(),
        (None, ThreadKind::Review) => env.locale.text("inbox-kind-review").into_owned(),
        (None, ThreadKind::Mention) => env.locale.text("inbox-kind-mention").into_owned(),
    };
    let parts = [told.person.as_str(), env.roster.code(told.channel), &place];
    let known: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    known.join(" · ")
}

/// "- · waiting · 3 earlier": tone, topic, and how much the person has written elsewhere.
fn note(told: &Conversation, env: &Env<'_>) -> String {
    let mut parts = Vec::new();
    if told.tone != Tone::Unsaid {
        parts.push(told.tone.word().to_owned());
    }
    if !told.topic.is_empty() {
        parts.push(told.topic.clone());
    }
    if told.elsewhere > 0 {
        let earlier = [("n", bounded(told.elsewhere))];
        parts.push(env.locale.say("inbox-earlier", &earlier));
    }
    parts.join(" · ")
}

fn said(talk: &Talk, area: Rect, buf: &mut Buffer, env: &Env<'_>) {
    let theme = env.theme;
    for (y, row) in (area.top()..area.bottom()).zip(talk.seen()) {
        let words = match (row.elsewhere, row.ours) {
            (true, _) => theme.dim,
            (false, true) => theme.accent,
            (false, false) => theme.text,
        };
        if !talk.is_roomy() {
            let head = format!("{} {}", row.when, row.who);
            let line = if row.when.is_empty() {
                &row.text
            } else {
                &head
            };
            put_cut(buf, area.x, y, area.width, line, words);
            continue;
        }
        let who = area.x + talk.when_cells as u16 + 2;
        let text = who + WHO as u16 + 1;
        put_cut(buf, area.x, y, area.width, &row.when, theme.dim);
        put_cut(buf, who, y, WHO as u16, &row.who, theme.dim);
        let room = area.right().saturating_sub(text);
        put_cut(buf, text, y, room, &row.text, words);
    }
}

/// "144/3 000", as the platform counts an answer; "144/—" where no limit is known.
fn length(answer: &AnswerBox, told: &Conversation, env: &Env<'_>) -> String {
    let text = answer.editor.text();
    let Some(platform) = env.roster.platform(told.channel) else {
        return String::new();
    };
    let number = |n: usize| env.locale.number(n as i64);
    match platform.comment_limit() {
        None => format!("{}/—", number(count(text, platform.text.comment_unit))),
        Some(limit) => {
            let standing = limit.standing(text);
            let over = if standing.over { "! " } else { "" };
            format!("{over}{}", env.locale.length(&standing))
        }
    }
}

/// `Tab: часы · [бронь] · цена`.
fn ready(answer: &AnswerBox, row: Rect, buf: &mut Buffer, env: &Env<'_>) {
    if row.is_empty() {
        return;
    }
    let theme = env.theme;
    let shown = answer.shown_ready();
    let head = env.locale.text("inbox-tab-puts-in");
    let mut x = put_cut(buf, row.x, row.y, row.width, &head, theme.dim);
    // The one that stands in the text is always in sight, whatever comes before it.
    let from = shown.map_or(0, |shown| shown.saturating_sub(2));
    for (place, one) in answer.ready.iter().enumerate().skip(from) {
        let (name, style) = if Some(place) == shown {
            (format!(" [{}]", one.name), theme.strong)
        } else {
            (format!(" {}", one.name), theme.text)
        };
        if place > from {
            x = put_cut(
                buf,
                x,
                row.y,
                row.right().saturating_sub(x),
                " ·",
                theme.dim,
            );
        }
        x = put_cut(buf, x, row.y, row.right().saturating_sub(x), &name, style);
    }
}
