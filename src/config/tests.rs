//! Her settings as she writes them, and as she miswrites them.

mod written;

use super::*;

/// The settings of a file of hers, without themes of her own.
fn read(file: &str) -> Result<Config, Vec<Mistake>> {
    Config::read(file, &[]).map(|said| said.config)
}

fn told(file: &str) -> Vec<(usize, usize, String)> {
    let mistakes = read(file).unwrap_err().into_iter();
    mistakes
        .map(|mistake| (mistake.line, mistake.column, mistake.words.key))
        .collect()
}

#[test]
fn the_example_is_every_option_with_its_default_and_its_explanation() {
    assert_eq!(read(EXAMPLE), Ok(Config::default()));
    // Options stand behind "# " alone; explanations are what else does.
    let is_option = |line: &str| {
        line.split_once(" = ")
            .is_some_and(|(key, _)| key.bytes().all(|b| b.is_ascii_lowercase() || b == b'_'))
    };
    let mut bare = String::new();
    let mut explained = false;
    for line in EXAMPLE.lines() {
        match line.strip_prefix("# ") {
            Some(option) if is_option(option) => {
                assert!(explained, "{option} is not explained");
                bare.extend([option, "\n"]);
                explained = false;
            }
            Some(_) => explained = true,
            None if line.is_empty() => explained = false,
            None => bare.extend([line, "\n"]),
        }
    }
    let said = Config::read(&bare, &[]).unwrap();
    assert_eq!(said.config, Config::default());
    let keys: Vec<&str> = said.lines.iter().map(|(key, _)| *key).collect();
    let all: Vec<&str> = OPTIONS.iter().map(|(key, _)| *key).collect();
    assert_eq!(
        keys, all,
        "an option is missing, or stands in another order"
    );
}

#[test]
fn every_option_has_a_value_to_show() {
    let config = Config::default();
    for (key, sort) in OPTIONS {
        let value = config.value(key).unwrap();
        let fits = match sort {
            Sort::Words => value.is_str(),
            Sort::YesNo => value.is_bool(),
            Sort::List => value.is_array(),
        };
        assert!(fits, "{key} = {value}");
    }
    assert_eq!(config.value("nothing"), None);
}

#[test]
fn a_file_of_hers_is_read() {
    let config = Config::read(
        "\u{feff}language = \"ru\"\r\nzone = \"europe/moscow\"\r\ntheme = \"plum\"\nclock = false\nmouse = true\n[daemon]\non_due = [\"ring\", \"$HOME\"]\nnotify = false\n",
        &["plum".to_owned()],
    )
    .unwrap();
    assert_eq!(config.lines.len(), 7);
    assert_eq!(config.lines[6], ("daemon.notify", 8));
    let config = config.config;
    assert_eq!(config.language, Some(Lang::Ru));
    assert_eq!(config.zone, Some(Tz::Europe__Moscow));
    assert_eq!(config.theme.word(), "plum");
    assert!(!config.clock && config.mouse && !config.daemon.notify);
    assert_eq!(config.daemon.on_due, ["ring", "$HOME"]);
}

#[test]
fn every_mistake_is_told_with_its_line_and_column() {
    let file = "langauge = \"ru\"\nzone = \"Europe/Moskow\"\n\nclock = \"yes\"\ntheme = \"drak\"\nlanguage = \"de\"\nhours = \"late\"\n[daemon]\non_due = [1]\nnotfy = 1\n[desk]\nx = 1\n";
    let told: Vec<(usize, usize, String)> = told(file);
    let expected = [
        (1, 1, "page-unknown-near"),
        (2, 8, "config-zone-near"),
        (4, 9, "page-wants-bool"),
        (5, 9, "page-no-choice"),
        (6, 12, "page-no-choice"),
        (7, 9, "config-hours"),
        (9, 10, "page-wants-list"),
        (10, 1, "page-unknown-near"),
        (11, 2, "page-unknown"),
    ];
    let expected = expected.map(|(line, column, key)| (line, column, key.to_owned()));
    assert_eq!(told, expected);
    let near = &read("langauge = \"ru\"\n").unwrap_err()[0].words.args["near"];
    assert_eq!(near, "language");
}

#[test]
fn what_is_no_toml_is_refused_and_shown_harmless() {
    assert_eq!(told("zone = \nlanguage = \"ru\"\n")[0].2, "page-syntax");
    assert_eq!(
        told("daemon = 1\n"),
        [(1, 1, "page-wants-table".to_owned())]
    );
    assert_eq!(
        told("clock = true\nclock = true\n")[0],
        (2, 1, "page-twice".to_owned())
    );
    assert_eq!(
        told("[daemon]\non_due = [\"\"]\n")[0].2,
        "config-no-program"
    );
    let hostile = read("\"a\u{202e}b\" = 1\n").unwrap_err();
    let shown = &hostile[0].words.args["key"];
    assert!(!shown.contains('\u{202e}'), "{shown}");
    let long = read(&format!("{} = 1\n", "k".repeat(100_000))).unwrap_err();
    assert!(long[0].words.args["key"].chars().count() <= 41);
    let mut many = String::new();
    for n in 0..20_000 {
        many.extend([format!("k{n} = 1\n")]);
    }
    assert_eq!(told(&many).len(), 20_000);
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
        theme: Look::Named("light".to_owned()),
        ..config
    };
    assert_eq!(chosen.theme(&manners(None, false, None)), "light");
    assert_eq!(chosen.theme(&manners(None, true, None)), "mono");
}
