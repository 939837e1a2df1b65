//! Today before the first client: the same screen, greyed, as an example, and three ways on, each one key.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::Today;
use super::view::{CLIENT, CODES, TIME, TOPIC};
use crate::action::Action;
use crate::domain::words::Words;
use crate::effect::{Effect, Effects, Show};
use crate::env::Env;
use crate::ui::{put_cut_to, put_right, put_to, rule, tint};

/// What brings a plan from elsewhere, as it is typed in a shell.
const IMPORT: &str = "postdesk import plan ";

/// The ways on: the key, and the locale key of what it does. The keys are those of the usual keymap.
const WAYS: [(&str, &str); 3] = [
    ("Enter", "today-way-client"),
    ("o", "today-way-demo"),
    ("y", "today-way-import"),
];

/// A row of the example: what stands in the fixed columns, and the locale key of the rest.
enum Example {
    Rule(&'static str, &'static str),
    Post(&'static str, &'static str, &'static str),
    Person(&'static str, &'static str, &'static str),
    Note(&'static str, &'static str),
}

const EXAMPLE: [Example; 11] = [
    Example::Rule("today-late", " 1"),
    Example::Post("08:00", "OK", "today-example-breakfast"),
    Example::Rule("today-today", " 3"),
    Example::Post("09:30", "VK TG", "today-example-recipe"),
    Example::Post("15:00", "IG", "today-example-peonies"),
    Example::Post("19:30", "FB IG", "today-example-baker"),
    Example::Rule("today-waiting", " 2"),
    Example::Person("0:12", "VK", "today-example-complaint"),
    Example::Person("0:40", "IG", "today-example-question"),
    Example::Rule("today-tonight", ""),
    Example::Note("today-gaps", "today-example-gaps"),
];

/// Whether there is nobody to work for yet.
pub(super) fn is_empty(env: &Env<'_>) -> bool {
    env.roster.clients.is_empty()
}

/// What an action does on an empty desk.
pub(super) fn act(action: Action) -> Effects {
    match action {
        Action::Do => Effect::Show(Show::Clients).into(),
        Action::Lead => Effect::OpenDemo.into(),
        Action::Copy => Effect::Copy {
            text: IMPORT.to_owned(),
            what: Words::new("today-copied-import"),
        }
        .into(),
        _ => Effects::none(),
    }
}

/// What can be done on an empty desk.
pub(super) fn offers() -> Vec<Action> {
    vec![
        Action::Do,
        Action::Lead,
        Action::Copy,
        Action::Palette,
        Action::Help,
    ]
}

/// What the three ways are called in the footer.
pub(super) const fn word(action: Action) -> Option<&'static str> {
    match action {
        Action::Do => Some("today-do-client"),
        Action::Lead => Some("today-do-demo"),
        Action::Copy => Some("today-do-import"),
        _ => None,
    }
}

/// Draws the example and, under it, the ways on; where there is little room the ways are what stays.
pub(super) fn draw(area: Rect, buf: &mut Buffer, env: &Env<'_>) {
    // A rule and three ways.
    let ways = area.height.min(4);
    let room = area.height - ways;
    let shown = room.saturating_sub(2);
    if room > 0 {
        let first = Rect { height: 1, ..area };
        let title = env.locale.text("today-empty");
        let note = env.locale.text("today-example");
        let note_at = put_right(buf, first, &format!(" {note} "), env.theme.dim);
        put_cut_to(buf, area.x + 1, area.y, note_at, &title, env.theme.text);
    }
    let mut y = area.y + 1;
    for example in EXAMPLE.iter().take(usize::from(shown)) {
        let row = Rect {
            y,
            height: 1,
            ..area
        };
        draw_example(example, row, buf, env);
        // An example is not to be mistaken for work that waits.
        tint(buf, row, env.theme.dim);
        y += 1;
    }
    let under = if room > 0 { y + 1 } else { area.y };
    draw_ways(
        Rect {
            y: under.min(area.bottom() - ways),
            height: ways,
            ..area
        },
        buf,
        env,
    );
}

fn draw_ways(area: Rect, buf: &mut Buffer, env: &Env<'_>) {
    let mut y = area.y;
    if usize::from(area.height) > WAYS.len() {
        rule(buf, area, &env.locale.text("today-ways"), "", env.theme);
        y += 1;
    }
    for ((key, words), y) in WAYS.iter().zip(y..area.bottom()) {
        let x = put_to(buf, area.x + TIME, y, area.right(), key, env.theme.hint_key);
        put_cut_to(
            buf,
            (area.x + CODES).max(x + 1),
            y,
            area.right(),
            &env.locale.text(words),
            env.theme.text,
        );
    }
}

fn draw_example(example: &Example, row: Rect, buf: &mut Buffer, env: &Env<'_>) {
    let style = env.theme.dim;
    let text = |part: &str| env.locale.text(part);
    let mut put = |from: u16, to: u16, words: &str| {
        put_cut_to(buf, row.x + from, row.y, to.min(row.right()), words, style);
    };
    match example {
        Example::Rule(title, count) => {
            let title = format!("{}{count}", text(title));
            rule(buf, row, &title, "", env.theme);
        }
        Example::Post(time, codes, key) => {
            put(TIME, row.right(), time);
            put(CODES, row.x + CLIENT - 1, codes);
            put(CLIENT, row.x + TOPIC - 1, &text(&format!("{key}-client")));
            let need = text(&format!("{key}-need"));
            let wide = crate::ui::width::width(&need) as u16;
            let need_at = row.width.saturating_sub(wide + 1).max(TOPIC + 12);
            let topic_end = (row.x + need_at).saturating_sub(1);
            put(TOPIC, topic_end, &text(&format!("{key}-topic")));
            put(need_at, row.right(), &need);
        }
        Example::Person(left, code, key) => {
            put(TIME, row.right(), left);
            put(CODES, row.x + CLIENT - 1, code);
            put(CLIENT, row.x + TOPIC - 1, &text(&format!("{key}-client")));
            put(TOPIC, row.right(), &text(&format!("{key}-text")));
        }
        Example::Note(label, words) => {
            put(TIME, row.x + 11, &text(label));
            put(11, row.right(), &text(words));
        }
    }
}

impl Today {
    /// Clients there are, but nothing to do: what can be done about that stands below.
    pub(super) fn draw_quiet(list: Rect, buf: &mut Buffer, env: &Env<'_>) {
        let next = if env.roster.channels.is_empty() {
            "today-quiet-channel"
        } else {
            "today-quiet-post"
        };
        let styles = [env.theme.text, env.theme.dim];
        for ((key, style), y) in ["today-all-quiet", next]
            .into_iter()
            .zip(styles)
            .zip(list.y + 1..list.bottom())
        {
            let text = env.locale.text(key);
            put_cut_to(buf, list.x + TIME, y, list.right(), &text, style);
        }
    }
}
