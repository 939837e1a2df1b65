//! What an entry touched, in words: what became of each thing, what of it became what, and of texts the words that changed.

use crate::domain::yes::{diff, swaps};
use crate::env::Env;
use crate::store::{Seen, Touch, TouchedField, What};
use crate::ui::wrapped;

/// How a line looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::overlays) enum Look {
    /// The name of a thing.
    Head,
    /// Plain words.
    Plain,
    /// What went.
    Gone,
    /// What came.
    New,
}

/// One line, not yet wrapped.
pub(in crate::overlays) type Told = (Look, String);

/// Changes of a text that are told.
const CHANGES: usize = 40;

/// Everything an entry touched.
pub(super) fn all(touched: &[Touch], most: usize, env: &Env<'_>) -> Vec<Told> {
    let mut told: Vec<Told> = Vec::new();
    for touch in touched {
        told.push((Look::Head, head(touch, env)));
        for field in &touch.fields {
            told.extend(of_field(field, env));
        }
    }
    if touched.is_empty() {
        told.push((Look::Plain, env.locale.text("history-nothing").into_owned()));
    }
    if touched.len() == most {
        told.push((Look::Plain, "…".to_owned()));
    }
    told
}

/// "post “Raf”, VK: changed".
fn head(touch: &Touch, env: &Env<'_>) -> String {
    let kind = format!("history-is-{}", touch.kind.replace('_', "-"));
    let kind = env.locale.text(&kind).into_owned();
    let code = touch.channel.map_or("", |channel| env.roster.code(channel));
    let named = match (touch.name.is_empty(), code.is_empty()) {
        (true, true) => kind,
        (true, false) => format!("{kind} · {code}"),
        (false, true) => format!("{kind} · {}", touch.name),
        (false, false) => format!("{kind} · {} · {code}", touch.name),
    };
    let what = match touch.what {
        What::Made => env.locale.text("history-made").into_owned(),
        What::Changed => env.locale.text("history-changed").into_owned(),
        What::Buried => env.locale.text("history-buried").into_owned(),
        What::Recorded(n) => env.locale.say("history-recorded", &[("n", n.into())]),
    };
    format!("{named}: {what}")
}

fn of_field(field: &TouchedField, env: &Env<'_>) -> Vec<Told> {
    let label = format!("history-field-{}", field.field.replace('_', "-"));
    let label = if env.locale.has(&label) {
        env.locale.text(&label).into_owned()
    } else {
        field.field.clone()
    };
    if let (Seen::Wording(_), _) | (_, Seen::Wording(_)) = (&field.before, &field.after) {
        let mut told = vec![(Look::Plain, format!("  {label}:"))];
        told.extend(swapped(&wording(&field.before), &wording(&field.after)));
        return told;
    }
    let (before, after) = (
        seen(&field.before, field, env),
        seen(&field.after, field, env),
    );
    vec![(Look::Plain, format!("  {label}: {before} → {after}"))]
}

fn wording(seen: &Seen) -> String {
    match seen {
        Seen::Wording(text) => text.clone(),
        _ => String::new(),
    }
}

fn seen(seen: &Seen, field: &TouchedField, env: &Env<'_>) -> String {
    match seen {
        Seen::Nothing => "—".to_owned(),
        Seen::Text(text) | Seen::Wording(text) => crate::domain::sanitize::line(text),
        Seen::Word(word) => {
            let family = match field.field.as_str() {
                "approval" => "approval",
                "format" => "format",
                _ => return word.clone(),
            };
            env.locale.text(&format!("{family}-{word}")).into_owned()
        }
        Seen::At(at) => {
            let day = env.locale.day_short(env.wall(*at).date_naive());
            format!("{day} {}", env.clock(*at))
        }
    }
}

/// The words that went and those that came in their place.
pub(in crate::overlays) fn swapped(old: &str, new: &str) -> Vec<Told> {
    let mut told = Vec::new();
    for swap in swaps(&diff(old, new)).into_iter().take(CHANGES) {
        for (look, sign, words) in [(Look::Gone, '−', swap.gone), (Look::New, '+', swap.new)] {
            let lines = words.trim().lines().filter(|line| !line.trim().is_empty());
            told.extend(lines.map(|line| (look, format!("  {sign} {line}"))));
        }
    }
    told
}

/// Lines as rows of so many cells.
pub(in crate::overlays) fn rows(told: &[Told], room: usize) -> Vec<(Look, String)> {
    let mut rows = Vec::new();
    for (look, line) in told {
        let parts = wrapped(line, room.max(1)).into_iter().enumerate();
        rows.extend(parts.map(|(nth, range)| {
            let indent = if nth > 0 && !matches!(look, Look::Head) {
                "    "
            } else {
                ""
            };
            (*look, format!("{indent}{}", line[range].trim_end()))
        }));
    }
    rows
}
