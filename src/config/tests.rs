//! Her settings as she writes them, and as she miswrites them.

use super::*;

const EXAMPLE: &str = include_str!("../../config.example.toml");

#[test]
fn the_example_says_every_option_with_its_default() {
    let said: String = EXAMPLE
        .lines()
        .filter_map(|line| line.strip_prefix("# "))
        .filter(|line| {
            read::KEYS
                .iter()
                .any(|key| line.starts_with(&format!("{key} = ")))
        })
        .fold(String::new(), |said, line| said + line + "\n");
    assert_eq!(said.lines().count(), read::KEYS.len());
    assert_eq!(Config::read(&said), Ok(Config::default()));
    assert_eq!(Config::read(EXAMPLE), Ok(Config::default()));
}

#[test]
fn a_file_of_hers_is_read() {
    let config = Config::read(
        "\u{feff}language = \"ru\"\r\nzone = \"europe/moscow\"\r\ntheme = \"light\"\nclock = false\nmouse = true\n",
    )
    .unwrap();
    assert_eq!(config.language, Some(Lang::Ru));
    assert_eq!(config.zone, Some(Tz::Europe__Moscow));
    assert_eq!(config.theme, Look::Light);
    assert!(!config.clock && config.mouse);
}

#[test]
fn every_mistake_is_told_with_its_line() {
    let mistakes = Config::read(
        "langauge = \"ru\"\nzone = \"Europe/Moskow\"\n\nclock = \"yes\"\ntheme = \"drak\"\nlanguage = \"de\"\n[desk]\nx = 1\n",
    )
    .unwrap_err();
    let told: Vec<(usize, &Fault)> = mistakes.iter().map(|m| (m.line, &m.fault)).collect();
    assert_eq!(told.len(), 6, "{told:?}");
    assert!(matches!(
        told[0],
        (
            1,
            Fault::UnknownKey {
                near: Some("language"),
                ..
            }
        )
    ));
    assert!(matches!(told[1], (2, Fault::Zone { nearest, .. }) if nearest[0] == "Europe/Moscow"));
    assert!(matches!(
        told[2],
        (4, Fault::WrongSort { key: "clock", .. })
    ));
    assert!(matches!(
        told[3],
        (5, Fault::NoSuchChoice { key: "theme", .. })
    ));
    assert!(matches!(
        told[4],
        (
            6,
            Fault::NoSuchChoice {
                key: "language",
                ..
            }
        )
    ));
    assert!(matches!(told[5], (7, Fault::UnknownKey { near: None, .. })));
}

#[test]
fn what_is_no_toml_is_refused_and_shown_harmless() {
    let mistakes = Config::read("zone = \nlanguage = \"ru\"\n").unwrap_err();
    assert!(matches!(
        mistakes[0],
        Mistake {
            line: 1,
            fault: Fault::Syntax(_)
        }
    ));
    let hostile = Config::read("\"a\u{202e}b\" = 1\n").unwrap_err();
    let shown = hostile[0].words().args["key"].clone();
    assert!(!shown.contains('\u{202e}'), "{shown}");
    let long = Config::read(&format!("{} = 1\n", "k".repeat(100_000))).unwrap_err();
    assert!(long[0].words().args["key"].chars().count() <= 41);
}

#[test]
fn the_environment_speaks_where_she_does_not() {
    let manners = |language: Option<&str>, no_color, ground: Option<&str>| Manners {
        language: language.map(str::to_owned),
        no_color,
        ground: ground.map(str::to_owned),
    };
    let config = Config::default();
    assert_eq!(
        config.lang(&manners(Some("ru_RU.UTF-8"), false, None)),
        Lang::Ru
    );
    assert_eq!(config.lang(&manners(Some("C"), false, None)), Lang::En);
    assert_eq!(config.zone(Some("Asia/Tbilisi")), Tz::Asia__Tbilisi);
    assert_eq!(config.zone(Some("posixrules")), Tz::UTC);
    assert_eq!(config.theme(&manners(None, false, Some("0;15"))), "light");
    assert_eq!(config.theme(&manners(None, false, Some("15;0"))), "dark");
    assert_eq!(config.theme(&manners(None, true, Some("0;15"))), "mono");
    let chosen = Config {
        theme: Look::Light,
        ..config
    };
    assert_eq!(chosen.theme(&manners(None, false, None)), "light");
    assert_eq!(chosen.theme(&manners(None, true, None)), "mono");
}
