//! The rules we ship are whole, and a user's page can bend them but not break them.

use super::book::folded;
use super::*;

fn book() -> &'static Platforms {
    Platforms::builtin()
}

#[test]
fn every_platform_we_promise_is_there_and_nothing_is_wrong_with_it() {
    let ids: Vec<&str> = book().iter().map(|platform| platform.id.as_str()).collect();
    assert_eq!(
        ids,
        [
            "vk",
            "ok",
            "telegram",
            "facebook",
            "instagram",
            "threads",
            "x",
            "youtube",
            "linkedin",
            "livejournal",
            "moimir",
            "mastodon",
            "bluesky",
            "wordpress",
            "pinterest",
            "tiktok",
            "dzen",
            "rss",
            "whatsapp",
            "viber",
            "zalo",
            "discord",
            "max",
            "yandexmaps",
            "2gis",
            "google",
            "tripadvisor",
            "otzovik",
            "forum",
        ]
    );
    assert_eq!(Platforms::with_user("").unwrap().iter().count(), ids.len());
}

#[test]
fn the_rules_stay_small_enough_to_be_read_at_every_start() {
    assert!(include_str!("../../../assets/platforms.toml").len() <= 20 * 1024);
}

/// What may be named as from memory.
const FIELDS: [&str; 25] = [
    "max",
    "unit",
    "warn_at",
    "title_max",
    "comment_max",
    "comment_unit",
    "hashtags_max",
    "mentions_max",
    "fold_mobile",
    "fold_desktop",
    "fold_lines",
    "markup",
    "hashtags",
    "dead_links",
    "images_max",
    "image_bytes",
    "films_max",
    "apart",
    "documents",
    "ratio",
    "grid",
    "alt_text",
    "share",
    "compose",
    "kind",
];

#[test]
fn rules_do_not_contradict_themselves() {
    for platform in book() {
        let id = &platform.id;
        assert_eq!(platform.kind == Kind::Archive, id == "moimir", "{id}");
        assert!(
            platform.is_postable() || platform.share.is_empty(),
            "{id} shares where nothing is posted"
        );
        assert!(
            platform.is_postable() || platform.kind != Kind::Network,
            "{id} is a network nobody posts to"
        );
        assert!(
            platform.checklist.contains(&Step::Alt) <= platform.alt_text,
            "{id} asks for words nobody hears"
        );
        assert!(
            platform.checklist.contains(&Step::FirstComment) <= platform.first_comment,
            "{id}"
        );
        assert!(
            platform.checklist.is_empty() || platform.checklist.first() == Some(&Step::Open),
            "{id}"
        );
        assert!(
            platform.checklist.is_empty() || platform.checklist.contains(&Step::Publish),
            "{id}"
        );
        assert!(platform.text.warn_at <= platform.text.max, "{id}");
        assert!(
            platform.kind == Kind::Archive
                || platform.modes.contains(&Mode::Auto)
                || platform.needs_rounds()
                || platform.watch > 0,
            "{id}"
        );
        for field in &platform.from_memory {
            assert!(FIELDS.contains(&field.as_str()), "{id}: no field {field}");
        }
    }
}

#[test]
fn what_binds_programs_alone_is_a_limit() {
    let limits = ["image_bytes", "image_kinds", "width_min", "film_bytes"];
    for platform in book() {
        for field in &platform.media.by_program {
            let is_limit = limits.contains(&field.as_str());
            assert!(is_limit, "{}: no limit {field}", platform.id);
        }
    }
}

#[test]
fn a_platform_is_found_by_any_word_people_use() {
    for (word, id) in [
        ("вк", "vk"),
        ("VK", "vk"),
        ("vkontakte", "vk"),
        ("ВКонтакте", "vk"),
        ("телеграм", "telegram"),
        ("tg", "telegram"),
        ("ТГ", "telegram"),
        ("инста", "instagram"),
        ("insta", "instagram"),
        ("фб", "facebook"),
        ("fb", "facebook"),
        ("ფეისბუქი", "facebook"),
        ("ютуб", "youtube"),
        ("однокл", "ok"),
        ("ок", "ok"),
        ("OK", "ok"),
        ("Twitter", "x"),
        (" x ", "x"),
        ("жж", "livejournal"),
        ("Яндекс Карты", "yandexmaps"),
        ("2ГИС", "2gis"),
        ("отзовик", "otzovik"),
        ("diễn đàn", "forum"),
        ("foorumi", "forum"),
    ] {
        assert_eq!(
            book().by_word(word).map(|platform| platform.id.as_str()),
            Some(id),
            "{word}"
        );
    }
    for nobody in ["", " ", "myspace", "\u{1b}[2J", "v k"] {
        assert!(book().by_word(nobody).is_none(), "{nobody:?}");
    }
}

#[test]
fn aliases_stand_in_the_rules_as_they_are_compared() {
    for platform in book() {
        for alias in &platform.aliases {
            assert_eq!(*alias, folded(alias), "{}", platform.id);
        }
    }
}

#[test]
fn a_user_changes_one_limit_and_keeps_the_rest() {
    let page = r#"
        [[platform]]
        id = "mastodon"
        aliases = ["lampo.social"]
        text = { max = 5000 }
    "#;
    let own = Platforms::with_user(page).unwrap();
    let mastodon = own.by_word("Lampo.social").unwrap();
    assert_eq!(
        (mastodon.text.max, mastodon.text.unit),
        (5000, Unit::Mastodon)
    );
    assert!(own.by_word("федиверс").is_some(), "our own words stay");
    assert_eq!(own.iter().count(), book().iter().count());
}

#[test]
fn a_user_adds_a_platform_of_his_own() {
    let page = r#"
        [[platform]]
        id = "kontur"
        code = "KO"
        name = "Kontur"
        name_ru = "Контур"
        kind = "network"
        text = { max = 900, unit = "grapheme" }
        modes = ["assisted"]
        checklist = ["open", "publish"]
    "#;
    let own = Platforms::with_user(page).unwrap();
    assert_eq!(own.by_word("контур").unwrap().text.max, 900);
}

#[test]
fn all_mistakes_of_a_page_are_told_at_once() {
    let page = r#"
        [[platform]]
        id = "vk"
        colour = "blue"
        [[platform]]
        id = "ok"
        [[platform]]
        id = "ok"
        [[platform]]
        name = "nameless"
        [[platform]]
        id = "dzen"
        aliases = "дзен"
        modes = ["assisted", "by hand"]
        text = { max = -1, fold_mobil = 3 }
        [[platform]]
        id = "new"
        [[platform]]
        id = "New one"
    "#;
    assert_eq!(
        told(page),
        [
            (4, "page-unknown"),
            (8, "platform-twice"),
            (9, "platform-nameless"),
            (13, "page-wants-list"),
            (14, "page-no-choice"),
            (15, "page-wants-number"),
            (15, "page-unknown-near"),
            (16, "platform-lacks"),
            (16, "platform-lacks"),
            (16, "platform-lacks"),
            (16, "platform-lacks"),
            (19, "platform-id"),
        ]
    );
}

#[test]
fn what_contradicts_itself_or_ours_is_told_where_it_stands() {
    let page = r#"
        [[platform]]
        id = "ok"
        code = "toolong"
        share = "http://ok.ru/{token}"
        [[platform]]
        id = "telegram"
        aliases = ["инста"]
        compose = "https://t.me/{token}"
        [[platform]]
        id = "dzen"
        checklist = []
        src = " "
    "#;
    assert_eq!(
        told(page),
        [
            (4, "platform-code"),
            (5, "platform-not-https"),
            (8, "platform-ambiguous"),
            (9, "platform-asks"),
            (12, "platform-checklist"),
            (13, "platform-empty"),
        ]
    );
}

#[test]
fn a_page_that_wants_to_break_the_desk_is_refused() {
    let long = format!("[[platform]]\nid = \"{}\"\n", "x".repeat(1 << 20));
    assert_eq!(told(&long)[0], (2, "platform-id"));
    let shown = Platforms::with_user(&long).unwrap_err()[0].words.args["platform"].clone();
    assert!(shown.chars().count() < 50);
    let hostile = "[[platform]]\nid = \"a\\u001b[2J\"\n";
    let shown = Platforms::with_user(hostile).unwrap_err()[0].words.args["platform"].clone();
    assert!(!shown.contains('\u{1b}'), "{shown}");
    let many = "[[platform]]\nid = \"vk\"\n".repeat(5_000);
    assert_eq!(told(&many).len(), 4_999);
}

/// The mistakes of a page: line and key of the sentence.
fn told(page: &str) -> Vec<(usize, &'static str)> {
    const KEYS: [&str; 16] = [
        "page-unknown",
        "page-unknown-near",
        "page-wants-list",
        "page-wants-number",
        "page-no-choice",
        "page-syntax",
        "platform-stray",
        "platform-nameless",
        "platform-id",
        "platform-twice",
        "platform-lacks",
        "platform-code",
        "platform-not-https",
        "platform-asks",
        "platform-ambiguous",
        "platform-checklist",
    ];
    let key = |key: &str| {
        let known = KEYS.into_iter().chain(["platform-empty"]);
        known.into_iter().find(|known| *known == key).unwrap()
    };
    let mistakes = Platforms::with_user(page).unwrap_err();
    let each = mistakes.iter();
    each.map(|mistake| (mistake.line, key(&mistake.words.key)))
        .collect()
}

#[test]
fn a_page_that_is_no_page_is_refused() {
    for page in [
        "platform = 1",
        "platform = [1]",
        "[[platform]\nid=",
        "colour = 1",
        "[platform]\nid = \"vk\"",
    ] {
        assert!(
            !Platforms::with_user(page).unwrap_err().is_empty(),
            "{page}"
        );
    }
}

#[test]
fn steps_are_called_in_the_rules_as_in_the_code() {
    for platform in book() {
        for step in &platform.checklist {
            let read: Step = toml::Value::String(step.name().to_owned())
                .try_into()
                .unwrap();
            assert_eq!(read, *step);
        }
    }
}

#[test]
fn every_field_of_ours_may_be_written_on_a_page_of_hers() {
    let page = include_str!("../../../assets/platforms.toml");
    let own = Platforms::with_user(page);
    let aliases_twice = own.unwrap();
    for (ours, hers) in book().iter().zip(&aliases_twice) {
        let hers = Platform {
            aliases: ours.aliases.clone(),
            ..hers.clone()
        };
        assert_eq!(*ours, hers);
    }
}
