//! The fast lane: one line says client, channels, time and text, in any order before the text.
//!
//! "Kolos vk,tg сейчас Отключили воду, открыты до 15:00". What is not understood as one of the first three is the text;
//! nothing is guessed: a name that fits two clients is asked about, and so is a time that can be read two ways.

use chrono_tz::Tz;

use super::Moment;
use super::fold::fold;
use super::ids::{ChannelId, ClientId};
use super::platform::Platforms;
use super::when::{When, WhenError, parse, parse_ahead};

/// Who may be named.
#[derive(Debug, Clone, Default)]
pub struct Names {
    /// Clients with the names they go by.
    pub clients: Vec<(ClientId, Vec<String>)>,
    /// Channels: whose, on which platform, and whether posts can go there.
    pub channels: Vec<(ChannelId, ClientId, String, bool)>,
}

/// What one line says.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Line {
    /// Whose post.
    pub client: Option<ClientId>,
    /// Where; empty when none was named.
    pub channels: Vec<ChannelId>,
    /// When; none: on the shelf.
    pub when: Option<When>,
    /// Rubric, from `#word`.
    pub rubric: String,
    /// The text.
    pub text: String,
}

/// What is missing or wrong. The words that say it are the locale's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Trouble {
    /// No client was named and none is in scope.
    NoClient,
    /// The client has no channel on this platform.
    NoSuchChannel {
        /// What was named.
        platform: String,
    },
    /// Posts cannot go to this platform.
    NotPostable {
        /// What was named.
        platform: String,
    },
    /// There is no text.
    NoText,
    /// The time can be read two ways.
    Time(WhenError),
}

/// Reads a line. `scope` is the client in scope, meant where none is named.
pub fn read(
    line: &str,
    names: &Names,
    scope: Option<ClientId>,
    now: Moment,
    zone: Tz,
) -> (Line, Option<Trouble>) {
    let mut read = Line::default();
    let mut platforms: Vec<String> = Vec::new();
    let mut doubt = None;
    let mut rest = line.trim();
    loop {
        let before = rest;
        if read.client.is_none()
            && let Some((client, after)) = client_ahead(rest, names)
        {
            read.client = Some(client);
            rest = after;
        }
        if platforms.is_empty()
            && let Some((found, after)) = platforms_ahead(rest)
        {
            platforms = found;
            rest = after;
        }
        if read.when.is_none()
            && let Some(found) = parse_ahead(rest, now, zone)
        {
            match found {
                Ok((when, bytes)) => {
                    read.when = Some(when);
                    rest = rest[bytes..]
                        .trim_start_matches([' ', ',', ':', '—', '-'])
                        .trim_start();
                }
                Err(question) => doubt = Some(Trouble::Time(question)),
            }
        }
        if read.when.is_none() && doubt.is_none() && begins_with_a_day(rest, now, zone) {
            doubt = Some(Trouble::Time(WhenError::NoHour));
        }
        if read.rubric.is_empty()
            && let Some(after) = rest.strip_prefix('#')
            && let Some((rubric, after)) = after.split_once(' ')
        {
            rubric.clone_into(&mut read.rubric);
            rest = after.trim_start();
        }
        if rest == before {
            break;
        }
    }
    rest.clone_into(&mut read.text);
    read.client = read.client.or(scope);
    let trouble = channels(&mut read, &platforms, names);
    (read, trouble.or(doubt))
}

/// Whether the text goes on with a day in figures, "26.11", without an hour: it would end up in the topic.
fn begins_with_a_day(text: &str, now: Moment, zone: Tz) -> bool {
    let Some((day, _)) = first_words(text, 1) else {
        return false;
    };
    let of_figures = |part: &str| matches!(part.len(), 1 | 2 | 4) && part.parse::<u16>().is_ok();
    let parts = day.split('.').filter(|part| !part.is_empty()).count();
    matches!(parts, 2 | 3)
        && day.trim_end_matches('.').split('.').all(of_figures)
        && parse(day, now, zone) == Err(WhenError::NoHour)
}

/// Turns platforms into the client's channels; none named means all that posts can go to.
fn channels(read: &mut Line, platforms: &[String], names: &Names) -> Option<Trouble> {
    let Some(client) = read.client else {
        return Some(Trouble::NoClient);
    };
    let theirs = || names.channels.iter().filter(|(_, of, _, _)| *of == client);
    if platforms.is_empty() {
        read.channels = theirs()
            .filter(|channel| channel.3)
            .map(|channel| channel.0)
            .collect();
    }
    for platform in platforms {
        match theirs().find(|channel| channel.2 == *platform) {
            Some((id, _, _, true)) => read.channels.push(*id),
            Some((_, _, _, false)) => {
                return Some(Trouble::NotPostable {
                    platform: platform.clone(),
                });
            }
            None => {
                return Some(Trouble::NoSuchChannel {
                    platform: platform.clone(),
                });
            }
        }
    }
    read.text.is_empty().then_some(Trouble::NoText)
}

/// A client's name at the start, the longest that fits; a name that two clients share is nobody's.
pub(super) fn client_ahead<'a>(text: &'a str, names: &Names) -> Option<(ClientId, &'a str)> {
    (1..=4).rev().find_map(|count| {
        let (head, rest) = first_words(text, count)?;
        let wanted = fold(head.trim_end_matches([':', ',']));
        let mut fitting = names
            .clients
            .iter()
            .filter(|(_, names)| names.iter().any(|name| fold(name) == wanted));
        let (client, _) = fitting.next()?;
        fitting.next().is_none().then_some((*client, rest))
    })
}

/// Platforms at the start: "vk,tg", "vk, tg", "вк". Every word of the list must be one.
fn platforms_ahead(text: &str) -> Option<(Vec<String>, &str)> {
    let mut found: Vec<String> = Vec::new();
    let mut rest = text;
    loop {
        let (word, after) = first_words(rest, 1)?;
        let open = word.ends_with(',');
        let mut ids = Vec::new();
        for part in word.split([',', '+', '/']).filter(|part| !part.is_empty()) {
            match Platforms::in_force().by_word(part) {
                Some(platform) => ids.push(platform.id.clone()),
                // "vk, Отключили воду": the comma belonged to the list, the word does not.
                None if found.is_empty() || !ids.is_empty() => return None,
                None => return Some((found, rest)),
            }
        }
        found.extend(ids);
        rest = after;
        if !open {
            return (!found.is_empty()).then_some((found, rest));
        }
    }
}

/// The first words of a text and what follows them; none when there are fewer.
pub(super) fn first_words(text: &str, count: usize) -> Option<(&str, &str)> {
    let mut end = 0;
    for _ in 0..count {
        let rest = &text[end..];
        let word = rest.trim_start();
        if word.is_empty() {
            return None;
        }
        let start = end + rest.len() - word.len();
        end = start + word.find(char::is_whitespace).unwrap_or(word.len());
    }
    Some((text[..end].trim_start(), text[end..].trim_start()))
}

/// The topic of a post that only has a text: its first sentence, at most 60 characters.
pub fn topic_of(text: &str) -> String {
    let line = text
        .lines()
        .find(|line| !line.trim().is_empty())
        .unwrap_or("")
        .trim();
    let sentence = line
        .char_indices()
        .find(|(at, c)| matches!(c, '.' | '!' | '?' | '…') && *at > 8)
        .map_or(line, |(at, _)| &line[..at]);
    if sentence.chars().count() <= 60 {
        return sentence.to_owned();
    }
    let cut: String = sentence.chars().take(60).collect();
    let words = cut
        .rsplit_once(' ')
        .map_or(cut.as_str(), |(words, _)| words);
    format!("{words}…")
}

/// A message typed in: "Kolos vk Ольга Р.: Ждали заказ 50 минут".
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heard {
    /// Whose public.
    pub client: ClientId,
    /// Where; places of reviews included.
    pub channel: ChannelId,
    /// Who.
    pub author: String,
    /// What.
    pub text: String,
}

/// Reads a message: client, one channel, the author up to the colon, the text.
pub fn hear(line: &str, names: &Names, scope: Option<ClientId>) -> Result<Heard, Trouble> {
    let mut rest = line.trim();
    let mut client = scope;
    if let Some((named, after)) = client_ahead(rest, names) {
        client = Some(named);
        rest = after;
    }
    let client = client.ok_or(Trouble::NoClient)?;
    let (platforms, rest) = platforms_ahead(rest).ok_or(Trouble::NoSuchChannel {
        platform: String::new(),
    })?;
    let platform = platforms.first().cloned().unwrap_or_default();
    let channel = names
        .channels
        .iter()
        .find(|(_, of, on, _)| *of == client && *on == platform)
        .map(|channel| channel.0)
        .ok_or(Trouble::NoSuchChannel { platform })?;
    let (author, text) = rest.split_once(':').ok_or(Trouble::NoText)?;
    let (author, text) = (author.trim().to_owned(), text.trim().to_owned());
    if author.is_empty() || text.is_empty() {
        return Err(Trouble::NoText);
    }
    Ok(Heard {
        client,
        channel,
        author,
        text,
    })
}

#[cfg(test)]
mod tests {
    use chrono::TimeZone;

    use super::*;

    const KAZAN: Tz = chrono_tz::Europe::Moscow;

    /// Kolos with VK and Telegram; a Tuesday morning.
    fn lane(line: &str) -> (Line, Option<Trouble>) {
        let names = Names {
            clients: vec![(ClientId(1), vec!["Kolos".to_owned()])],
            channels: vec![
                (ChannelId(1), ClientId(1), "vk".to_owned(), true),
                (ChannelId(2), ClientId(1), "telegram".to_owned(), true),
            ],
        };
        let now = KAZAN.with_ymd_and_hms(2026, 11, 24, 9, 12, 0).unwrap();
        read(line, &names, None, now.to_utc(), KAZAN)
    }

    #[test]
    fn the_time_is_taken_and_the_text_keeps_its_numbers() {
        for (line, at, text) in [
            (
                "Kolos vk,tg завтра 9 Пять причин прийти",
                "25 09:00",
                "Пять причин прийти",
            ),
            ("Kolos vk пт полдевятого: Завтрак", "27 08:30", "Завтрак"),
            (
                "Kolos vk fri 9 Half of the menu",
                "27 09:00",
                "Half of the menu",
            ),
            ("завтра в девять Kolos vk Ужин", "25 09:00", "Ужин"),
            ("Kolos vk Пять причин прийти", "", "Пять причин прийти"),
            ("Kolos vk В 9 районах тепло", "", "В 9 районах тепло"),
            ("Kolos vk 5.50 за кофе", "", "5.50 за кофе"),
            ("Kolos vk 26.11 09:00 Завтрак", "26 09:00", "Завтрак"),
        ] {
            let (read, trouble) = lane(line);
            let said = read
                .when
                .map(|when| when.local.format("%d %H:%M").to_string());
            assert_eq!(said.unwrap_or_default(), at, "{line}");
            assert_eq!((read.text.as_str(), trouble), (text, None), "{line}");
        }
    }

    #[test]
    fn a_time_of_two_meanings_never_becomes_a_text_unasked() {
        for line in [
            "Kolos vk next friday 9 Live music",
            "Kolos vk 03/04 10:00 Live music",
            "Kolos vk 26.11 Live music",
            "Kolos 26.11.2026 Live music",
        ] {
            let (_, trouble) = lane(line);
            assert!(
                matches!(trouble, Some(Trouble::Time(_))),
                "{line}: {trouble:?}"
            );
        }
        let (_, trouble) = lane("next friday 9 Live music");
        assert_eq!(trouble, Some(Trouble::NoClient));
    }
}
