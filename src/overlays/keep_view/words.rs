//! What a typed digit and name mean, and what a kept view is called and shows.

use crate::domain::filter::{Names, read};
use crate::effect::Pane;
use crate::env::Env;
use crate::store::{DIGITS, View};

/// Letters a name may have: it stands in lists.
const NAME: usize = 40;

/// A lone one instead of a name lets a view go.
pub(super) const OFF: &str = "-";

/// The looks of the plan, by their words.
const LOOKS: [&str; 3] = ["week", "month", "agenda"];

/// The first digit with nothing under it.
pub(super) fn free(kept: &[(u8, View)]) -> Option<u8> {
    DIGITS
        .into_iter()
        .find(|digit| kept.iter().all(|(taken, _)| taken != digit))
}

/// "3 осень VK"; without a number it is the first free one.
pub(super) fn digit_and_name(line: &str, free: Option<u8>) -> (Option<u8>, String) {
    let line = line.trim();
    let cut = |name: &str| name.trim().chars().take(NAME).collect::<String>();
    let mut letters = line.chars();
    let digit = letters.next().and_then(|c| c.to_digit(10));
    let digit = digit.and_then(|digit| u8::try_from(digit).ok());
    let rest = letters.as_str();
    match digit.filter(|_| rest.is_empty() || rest.starts_with(char::is_whitespace)) {
        Some(digit) if DIGITS.contains(&digit) => (Some(digit), cut(rest)),
        Some(_) => (None, cut(rest)),
        None if line == OFF => (None, OFF.to_owned()),
        None => (free, cut(line)),
    }
}

/// What a view is called that gets no name: whose it is and what passes, or else its room.
pub(super) fn suggested(shown: &View, env: &Env<'_>) -> String {
    let client = env
        .scope
        .map(|client| env.roster.badge(client).0.to_owned());
    let filter = Some(env.locale.filter(env.filter).replace(" · ", " "));
    let filter = filter.filter(|filter| !filter.is_empty());
    let parts: Vec<String> = client.into_iter().chain(filter).collect();
    let name = if parts.is_empty() {
        env.locale.text(&format!("tab-{}", shown.pane)).into_owned()
    } else {
        parts.join(" ")
    };
    name.chars().take(NAME).collect()
}

/// "Plan, month · Kolos · VK · draft".
pub(super) fn what(view: &View, env: &Env<'_>) -> String {
    let pane = Pane::from_word(&view.pane).unwrap_or(Pane::Today);
    let mut place = env
        .locale
        .text(&format!("tab-{}", pane.word()))
        .into_owned();
    if pane == Pane::Plan && LOOKS.contains(&view.look.as_str()) {
        let look = env.locale.text(&format!("plan-look-{}", view.look));
        place = format!("{place}, {look}");
    }
    let client = match view.scope {
        Some(client) => env.roster.badge(client).0.to_owned(),
        None => env.locale.text("app-all-clients").into_owned(),
    };
    let mut parts = vec![place, client];
    if !view.filter.is_empty() {
        // As it was kept: a name that is gone since then is still to be seen here.
        let filter = read(&view.filter, &Names::default());
        let known = filter.unclear.is_empty();
        parts.push(if known {
            env.locale.filter(&filter.filter)
        } else {
            view.filter.clone()
        });
    }
    parts.join(" · ")
}

/// The sentence of a view in the palette.
pub(in crate::overlays) fn sentence(view: &View, env: &Env<'_>) -> String {
    env.locale
        .say("view-long", &[("what", what(view, env).into())])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_digit_and_a_name_are_told_apart() {
        let read = |line: &str| digit_and_name(line, Some(4));
        assert_eq!(read("1 осень VK"), (Some(1), "осень VK".to_owned()));
        assert_eq!(read(" 9 "), (Some(9), String::new()));
        assert_eq!(read("осень VK"), (Some(4), "осень VK".to_owned()));
        assert_eq!(read("3 -"), (Some(3), OFF.to_owned()));
        assert_eq!(read("2026 год"), (Some(4), "2026 год".to_owned()));
        assert_eq!(read("0 ноль"), (None, "ноль".to_owned()));
        assert_eq!(read("-"), (None, OFF.to_owned()));
        assert_eq!(digit_and_name("осень", None), (None, "осень".to_owned()));
        assert_eq!(read(&"я".repeat(999)).1.chars().count(), NAME);
    }
}
