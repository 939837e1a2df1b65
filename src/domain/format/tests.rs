//! The table of formats is whole, says where its limits come from, and tells what a post lacks.

use super::*;
use crate::domain::platform::Platforms;

fn on(id: &str) -> &'static Platform {
    Platforms::builtin().by_id(id).unwrap()
}

/// What a post of this format lacks on these platforms, by the keys of the words.
fn lacks(format: Format, facts: &Facts<'_>, platforms: &[&str]) -> Vec<String> {
    let platforms: Vec<&Platform> = platforms.iter().map(|id| on(id)).collect();
    let found = check(format, facts, &platforms);
    found.iter().map(|lack| lack.words().key).collect()
}

#[test]
fn every_format_has_its_rules_and_nothing_is_wrong_with_them() {
    let table = read(BUILTIN).unwrap();
    let ids: Vec<Format> = table.iter().map(|rules| rules.id).collect();
    assert_eq!(ids, Format::ALL, "in the order in which she chooses them");
    for it in &table {
        let word = it.id.word();
        assert!(!it.needs.is_empty(), "{word} asks for nothing");
        for (n, need) in it.needs.iter().enumerate() {
            assert!(
                !it.needs[..n].contains(need),
                "{word} asks twice for {need:?}"
            );
        }
        let asks = |need| it.needs.contains(&need);
        assert_eq!(it.media.is_some(), asks(Need::Media), "{word}");
        assert_eq!(it.media.is_some(), it.least > 0, "{word}");
        assert_eq!(it.options.is_some(), asks(Need::Options), "{word}");
        assert_eq!(!it.ratio.is_empty(), asks(Need::Ratio), "{word}");
        for (platform, limits) in &it.on {
            let known = Platforms::builtin().by_id(platform);
            assert!(
                known.is_some_and(Platform::is_postable),
                "{word}: {platform}"
            );
            assert_ne!(
                *limits,
                Limits::default(),
                "{word}: {platform} limits nothing"
            );
            assert!(limits.options.is_none() || asks(Need::Options), "{word}");
            assert!(limits.seconds.is_none() || asks(Need::Seconds), "{word}");
            assert!(
                limits
                    .seconds
                    .is_none_or(|(from, to)| 0 < from && from < to)
            );
        }
    }
}

#[test]
fn every_limit_says_where_it_comes_from() {
    let mut limits = 0;
    let mut inside = false;
    for line in BUILTIN.lines() {
        match line {
            "[format.on]" => inside = true,
            line if line.starts_with('[') => inside = false,
            line if inside && !line.is_empty() => {
                let (_, source) = line.split_once(" # ").unwrap_or_default();
                assert!(source.split(' ').count() >= 3, "no source: {line}");
                limits += 1;
            }
            _ => {}
        }
    }
    let known: usize = Format::ALL.iter().map(|it| rules(*it).on.len()).sum();
    assert_eq!(limits, known);
}

#[test]
fn a_picture_or_film_is_missing_where_the_format_shows_one() {
    let bare = Facts {
        text: "Сырники",
        has_script: true,
        ..Facts::default()
    };
    let missing = |format| lacks(format, &bare, &["vk"]).first().cloned();
    for (format, wanted) in [
        (Format::Text, None),
        (Format::Photo, Some("lack-pictures")),
        (Format::Carousel, Some("lack-pictures")),
        (Format::Video, Some("lack-film")),
        (Format::Short, Some("lack-film")),
        (Format::Story, Some("lack-either")),
        (Format::Article, None),
        (Format::Live, Some("lack-link")),
        (Format::Contest, None),
        (Format::Poll, Some("lack-options")),
    ] {
        assert_eq!(missing(format).as_deref(), wanted, "{format:?}");
    }
}

#[test]
fn a_carousel_has_two_pictures_at_least_and_no_more_than_every_platform_takes() {
    let lack = |media, platforms: &[&str]| {
        let facts = Facts {
            text: "Хлеб",
            media,
            ..Facts::default()
        };
        let platforms: Vec<&Platform> = platforms.iter().map(|id| on(id)).collect();
        check(Format::Carousel, &facts, &platforms).pop()
    };
    let missing = |has, missing| {
        let media = Media::Picture;
        Some(Lack::Media {
            media,
            has,
            missing,
        })
    };
    assert_eq!(lack(0, &["vk"]), missing(0, 2));
    assert_eq!(lack(1, &["vk"]), missing(1, 1));
    assert_eq!(lack(2, &["vk"]), None);
    assert_eq!(lack(10, &["vk", "telegram"]), None);
    let over = |code: &str, most| {
        let platform = code.to_owned();
        Some(Lack::TooMany { platform, most })
    };
    assert_eq!(lack(11, &["vk", "telegram"]), over("VK", 10));
    assert_eq!(lack(5, &["vk", "x", "mastodon"]), over("X", 4));
    assert_eq!(lack(40, &[]), None, "nobody knows how many is too many");
}

#[test]
fn a_platform_that_shows_no_words_alone_wants_a_picture_with_every_format() {
    let words = Facts {
        text: "Только слова",
        ..Facts::default()
    };
    assert!(lacks(Format::Text, &words, &["vk", "facebook"]).is_empty());
    assert_eq!(
        lacks(Format::Text, &words, &["vk", "instagram"]),
        ["lack-either"]
    );
    let shown = Facts { media: 1, ..words };
    assert!(lacks(Format::Text, &shown, &["instagram"]).is_empty());
}

#[test]
fn pictures_are_described_where_somebody_hears_it() {
    let facts = Facts {
        text: "Хлеб",
        media: 3,
        undescribed: 2,
        ..Facts::default()
    };
    assert_eq!(
        lacks(Format::Photo, &facts, &["facebook", "vk"]),
        ["lack-alt"]
    );
    assert_eq!(lacks(Format::Photo, &facts, &[]), ["lack-alt"]);
    assert!(lacks(Format::Photo, &facts, &["vk"]).is_empty());
}

#[test]
fn a_script_is_needed_until_the_film_is_there() {
    let facts = |media, has_script| Facts {
        text: "Лена о латте-арте",
        media,
        has_script,
        ..Facts::default()
    };
    assert_eq!(
        lacks(Format::Video, &facts(0, false), &["vk"]),
        ["lack-script", "lack-film"]
    );
    assert_eq!(
        lacks(Format::Video, &facts(0, true), &["vk"]),
        ["lack-film"]
    );
    assert!(lacks(Format::Video, &facts(1, false), &["vk"]).is_empty());
    // The picture of a stream is no film.
    assert_eq!(
        lacks(Format::Live, &facts(1, false), &["vk"]),
        ["lack-script", "lack-link"]
    );
}

#[test]
fn what_is_shot_has_a_script_and_what_asks_for_one_is_shot() {
    let shot: Vec<&str> = Format::ALL
        .iter()
        .filter(|it| rules(**it).is_shot)
        .map(|it| it.word())
        .collect();
    assert_eq!(shot, ["video", "short", "story", "live"]);
    for format in Format::ALL {
        let rules = rules(*format);
        assert!(rules.is_shot || !rules.needs.contains(&Need::Script));
    }
}

#[test]
fn a_cover_that_was_chosen_is_seen_and_any_other_is_hers_to_look_at() {
    let mark = |has_cover| {
        let facts = Facts {
            media: 2,
            has_cover,
            ..Facts::default()
        };
        let items = checklist(Format::Carousel, &facts, &[]);
        items.into_iter().find(|it| it.need == Need::Cover).unwrap()
    };
    assert_eq!(mark(true).mark, Mark::Kept);
    assert_eq!(mark(false).mark, Mark::Look);
}

#[test]
fn the_options_of_a_poll_are_its_lines_with_a_dash() {
    let poll = |options: usize, length: usize| {
        let option = format!("\n- {}", "я".repeat(length));
        format!("Раф или латте?{}", option.repeat(options))
    };
    let lack = |options, length, platforms: &[&str]| {
        let text = poll(options, length);
        let facts = Facts {
            text: &text,
            ..Facts::default()
        };
        let platforms: Vec<&Platform> = platforms.iter().map(|id| on(id)).collect();
        check(Format::Poll, &facts, &platforms).pop()
    };
    let options = |has, least, most| Some(Lack::Options { has, least, most });
    assert_eq!(lack(1, 4, &["facebook"]), options(1, 2, 10));
    assert_eq!(lack(11, 4, &["facebook"]), options(11, 2, 10));
    assert_eq!(lack(12, 4, &["telegram"]), None);
    assert_eq!(
        lack(1, 4, &["vk"]),
        options(1, 2, 10),
        "a question needs a choice"
    );
    assert_eq!(lack(5, 4, &["telegram", "mastodon"]), options(5, 2, 4));
    assert_eq!(lack(3, 50, &["mastodon"]), None);
    let long = Lack::LongOption {
        platform: "MA".to_owned(),
        most: 50,
    };
    assert_eq!(lack(3, 51, &["telegram", "mastodon"]), Some(long));
    let found: Vec<_> = options_in("Что выбрать?\n— раф\n • латте \n-\n– чай\nи всё").collect();
    assert_eq!(found, ["раф", "латте", "чай"]);
}

#[test]
fn what_no_program_sees_is_left_to_her_eyes() {
    let items = checklist(Format::Short, &Facts::default(), &[on("instagram")]);
    let marks: Vec<&str> = items.iter().map(|item| item.mark.sign()).collect();
    assert_eq!(marks, ["▲", "▲", "▲", "·", "·", "·", "·"]);
    let ratio = items.iter().find(|item| item.need == Need::Ratio).unwrap();
    assert_eq!(ratio.words, Words::new("need-ratio").with("ratio", "9:16"));
}

#[test]
fn limits_are_said_in_their_own_words() {
    let said = |format, platform| -> Vec<(String, Vec<String>)> {
        let words = rules(format).limits_on(on(platform));
        let plain = |it: Words| (it.key, it.args.into_values().collect());
        words.into_iter().map(plain).collect()
    };
    let one = |key: &str, value: &str| (key.to_owned(), vec![value.to_owned()]);
    assert_eq!(
        said(Format::Carousel, "instagram"),
        [
            one("limit-pictures", "10"),
            one("limit-ratio", "4:5–1.91:1")
        ]
    );
    assert_eq!(
        said(Format::Short, "instagram"),
        [one("limit-seconds", "0:03–15:00")]
    );
    assert_eq!(
        said(Format::Poll, "telegram"),
        [
            one("limit-options", "2–12"),
            one("limit-question-chars", "300"),
            one("limit-option-chars", "100")
        ]
    );
    assert_eq!(said(Format::Article, "dzen"), [one("limit-cover", "700")]);
    assert!(said(Format::Text, "vk").is_empty());
}
