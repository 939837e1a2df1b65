//! Who is meant: a client, a channel or something of a client's by short name, name, or the beginning or end of its uid. What fits several is asked about.

use super::stop::Stop;
use crate::domain::fold::fold;
use crate::domain::ids::ClientId;
use crate::domain::platform::{Platform, Platforms};
use crate::domain::sanitize;
use crate::domain::slips;
use crate::domain::words::Words;
use crate::env::{Roster, fits_uid};
use crate::store::{Channel, Client};

/// So many signs of a uid are shown to eyes.
const SHORT_UID: usize = 8;

/// The client of this name.
pub(super) fn client<'r>(roster: &'r Roster, asked: &str) -> Result<&'r Client, Stop> {
    match roster.clients_called(asked).as_slice() {
        [client] => Ok(client),
        [] => Err(no_client(roster, asked)),
        several => Err(ambiguous(
            asked,
            several.iter().map(|it| it.card.name.as_str()),
        )),
    }
}

/// The channel of this name: its handle, "Kolos/vk", or the beginning of its uid.
pub(super) fn channel<'r>(roster: &'r Roster, asked: &str) -> Result<&'r Channel, Stop> {
    let fitting = channels(roster, asked);
    match fitting.as_slice() {
        [channel] => Ok(channel),
        [] => Err(misasked("cli-no-channel", asked)),
        several => Err(ambiguous(asked, several.iter().map(|it| it.uid.as_str()))),
    }
}

/// The one channel of this name, where there is exactly one.
pub(super) fn only_channel<'r>(roster: &'r Roster, asked: &str) -> Option<&'r Channel> {
    match channels(roster, asked).as_slice() {
        [channel] => Some(channel),
        _ => None,
    }
}

fn channels<'r>(roster: &'r Roster, asked: &str) -> Vec<&'r Channel> {
    let wanted = fold(asked.trim());
    let by = |fits: &dyn Fn(&Channel) -> bool| -> Vec<&'r Channel> {
        roster.channels.iter().filter(|it| fits(it)).collect()
    };
    let handles = by(&|it| fold(&it.card.handle) == wanted);
    if !handles.is_empty() && !wanted.is_empty() {
        return handles;
    }
    if let Some((who, place)) = asked.split_once('/')
        && let Ok(client) = client(roster, who)
        && let Some(platform) = Platforms::in_force().by_word(place)
    {
        return by(&|it| it.card.client == client.id && it.card.platform == platform.id);
    }
    by(&|it| fits_uid(&it.uid, &wanted))
}

/// The platform of this word.
pub(super) fn platform(asked: &str) -> Result<&'static Platform, Stop> {
    let book = Platforms::in_force();
    book.by_word(asked).ok_or_else(|| {
        let words = |platform: &'static Platform| {
            let names = [&platform.id, &platform.name, &platform.name_ru];
            names
                .into_iter()
                .chain(&platform.aliases)
                .map(String::as_str)
        };
        let near = slips::nearest(asked, book.iter().flat_map(words))
            .and_then(|word| book.by_word(word))
            .map_or_else(String::new, |platform| platform.id.clone());
        let known: Vec<&str> = book.iter().map(|it| it.id.as_str()).collect();
        let key = if near.is_empty() {
            "cli-no-platform"
        } else {
            "cli-no-platform-near"
        };
        let mut words = Words::new(key)
            .with("name", shown(asked))
            .with("known", known.join(", "));
        if !near.is_empty() {
            words = words.with("near", near);
        }
        Stop::misasked(words)
    })
}

/// The client of this name alone, or all of them where none was named.
pub(super) fn whose(roster: &Roster, asked: Option<&str>) -> Result<Vec<ClientId>, Stop> {
    match asked {
        Some(asked) => Ok(vec![client(roster, asked)?.id]),
        None => Ok(roster.clients.iter().map(|it| it.id).collect()),
    }
}

/// The one of these that is called so, or whose uid begins so; `words` gives the name and the uid of each, and `none` is
/// the locale key of the refusal.
pub(super) fn one<T>(
    known: Vec<T>,
    asked: &str,
    words: impl Fn(&T) -> (String, String),
    none: &str,
) -> Result<T, Stop> {
    let wanted = fold(asked.trim());
    let names: Vec<(String, String)> = known.iter().map(words).collect();
    let places = |fits: &dyn Fn(&(String, String)) -> bool| -> Vec<usize> {
        let each = names.iter().enumerate();
        each.filter(|(_, it)| fits(it)).map(|(at, _)| at).collect()
    };
    let mut fitting = places(&|(name, _)| fold(name) == wanted);
    if fitting.is_empty() {
        fitting = places(&|(_, uid)| fits_uid(uid, &wanted));
    }
    let found = match fitting.as_slice() {
        [at] => known.into_iter().nth(*at),
        [] => None,
        several => {
            let fits = several.iter().map(|at| names[*at].1.as_str());
            return Err(ambiguous(asked, fits));
        }
    };
    found.ok_or_else(|| {
        let near = slips::nearest(asked, names.iter().map(|(name, _)| name.as_str()));
        let words = match near {
            Some(near) => Words::new(&format!("{none}-near")).with("near", near),
            None => Words::new(none),
        };
        Stop::misasked(words.with("name", shown(asked)))
    })
}

fn no_client(roster: &Roster, asked: &str) -> Stop {
    let names = roster
        .clients
        .iter()
        .flat_map(|it| [it.card.short.as_str(), it.card.name.as_str()]);
    let words = match slips::nearest(asked, names) {
        Some(near) => Words::new("cli-no-client-near").with("near", near),
        None => Words::new("cli-no-client"),
    };
    Stop::misasked(words.with("name", shown(asked)))
}

fn ambiguous<'n>(asked: &str, fitting: impl Iterator<Item = &'n str>) -> Stop {
    let fitting: Vec<&str> = fitting.take(5).collect();
    Stop::misasked(
        Words::new("cli-ambiguous")
            .with("name", shown(asked))
            .with("fits", fitting.join(", ")),
    )
}

fn misasked(key: &str, asked: &str) -> Stop {
    Stop::misasked(Words::new(key).with("name", shown(asked)))
}

/// The end of a uid: what was made at one moment begins alike and ends differently.
pub(super) fn short(uid: &str) -> &str {
    let end = uid.len().saturating_sub(SHORT_UID);
    uid.get(end..).unwrap_or(uid)
}

/// The first line of a text, for a list.
pub(super) fn first_line(text: &str) -> &str {
    text.lines().next().unwrap_or_default()
}

/// What was asked for, harmless and short.
pub(super) fn shown(asked: &str) -> String {
    let near: String = asked.chars().take(60).collect();
    sanitize::line(&near)
}
