//! The settings from the command line: begun, shown, checked, changed; and every kind of file of hers in the real program.

use std::fs;
use std::os::unix::fs::{PermissionsExt, symlink};

use crate::home::{Home, said};

const EXAMPLE: &str = include_str!("../../config.example.toml");

/// A home whose settings were never begun.
fn bare() -> Home {
    let home = Home::new();
    fs::remove_file(home.path().join("config/config.toml")).unwrap();
    home
}

#[test]
fn settings_begin_once_and_are_changed_line_by_line() {
    let home = bare();
    let file = home.path().join("config/config.toml");
    let text = || fs::read_to_string(&file).unwrap();
    assert_eq!(
        home.well(&["config", "path"]).trim(),
        file.display().to_string()
    );
    home.well(&["config", "init"]);
    assert_eq!(text(), EXAMPLE);
    assert!(home.refused(1, &["config", "init"]).contains("already"));
    let told = home.well(&["config", "set", "hours", "Mon-Fri 9-18"]);
    assert!(told.contains("hours = \"Mon-Fri 9-18\""), "{told}");
    home.well(&[
        "config",
        "set",
        "daemon.on_due",
        "mpv",
        "--really-quiet",
        "bell.ogg",
    ]);
    home.well(&["config", "set", "clock", "false"]);
    let shown = home.json(&["config", "show", "--json"]);
    let of = |key: &str| {
        let mut all = shown.as_array().unwrap().iter();
        all.find(|it| it["key"] == key).cloned().unwrap()
    };
    assert_eq!(of("hours")["value"], "Mon-Fri 9-18");
    assert_eq!(of("hours")["from"], "file");
    assert_eq!(of("daemon.on_due")["value"][1], "--really-quiet");
    assert_eq!(of("clock")["value"], false);
    assert_eq!(of("zone")["from"], "environment");
    assert_eq!(of("mouse")["from"], "default");
    let plain = home.well(&["config", "show"]);
    assert!(plain.contains("clock\tfalse\tconfig.toml:"), "{plain}");
    for key in ["hours", "daemon.on_due", "clock"] {
        home.well(&["config", "unset", key]);
    }
    assert_eq!(text(), EXAMPLE);
    assert!(
        home.run(&["config", "unset", "clock"])
            .err
            .contains("does not say")
    );
}

#[test]
fn what_would_be_a_mistake_is_refused_and_the_file_stays() {
    let home = Home::new();
    let file = home.path().join("config/config.toml");
    let before = fs::read(&file).unwrap();
    for (code, args, words) in [
        (1, &["language", "de"] as &[&str], "en, ru"),
        (1, &["zone", "Moscow/Europe"], "no time zone"),
        (1, &["hours", "late"], "Mon-Fri 9-18"),
        (1, &["theme", "plum"], "auto, dark, light, mono"),
        (2, &["clock", "yes"], "true, false"),
        (2, &["langauge", "ru"], "did you mean “language”"),
        (2, &["hours", "Mon-Fri", "9-18"], "in quotes"),
        (1, &["daemon.on_due", ""], "name of a program"),
    ] {
        let said = home.refused(code, &[&["config", "set"], args].concat());
        assert!(said.contains(words), "{args:?}: {said}");
    }
    assert_eq!(fs::read(&file).unwrap(), before);
    assert!(!home.database().exists());
}

#[test]
fn links_and_permissions_survive_and_nothing_is_left_beside() {
    let home = bare();
    let (real, link) = (
        home.path().join("dotfiles.toml"),
        home.path().join("config/config.toml"),
    );
    fs::write(&real, "clock = true # тикает\r\n").unwrap();
    fs::set_permissions(&real, fs::Permissions::from_mode(0o600)).unwrap();
    symlink(&real, &link).unwrap();
    home.well(&["config", "set", "clock", "false"]);
    assert!(link.is_symlink());
    assert_eq!(
        fs::read_to_string(&real).unwrap(),
        "clock = false # тикает\r\n"
    );
    assert_eq!(
        fs::metadata(&real).unwrap().permissions().mode() & 0o777,
        0o600
    );
    assert_eq!(fs::read_dir(home.path().join("config")).unwrap().count(), 1);
}

#[test]
fn her_own_editor_opens_the_file_and_the_check_follows() {
    let home = bare();
    let ring = home.write("ring.sh", "#!/bin/sh\necho 'clokc = 1' >> \"$1\"\n");
    fs::set_permissions(&ring, fs::Permissions::from_mode(0o755)).unwrap();
    let edited = said(
        home.command(&["config", "edit"])
            .env("EDITOR", &ring)
            .env("PATH", "/usr/bin:/bin"),
    );
    assert_eq!(edited.code, 1, "{edited:?}");
    assert!(edited.err.contains("daemon.clokc"), "{edited:?}");
    let fine = said(
        home.command(&["config", "edit"])
            .env("EDITOR", "true")
            .env("PATH", "/usr/bin:/bin"),
    );
    assert_eq!(fine.code, 1, "the mistake is still there: {fine:?}");
}

/// A home in which every file of hers has a mistake.
fn all_wrong() -> Home {
    let home = Home::new();
    home.write(
        "config/config.toml",
        "zone = \"Europe/Moskow\"\nclokc = true\n",
    );
    home.write("config/keymap.toml", "[desk]\n\"x\" = \"app.udno\"\n");
    home.write(
        "config/platforms.toml",
        "[[platform]]\nid = \"kontur\"\nnmae = \"Kontur\"\n",
    );
    home.write(
        "config/themes/plum.toml",
        "like = \"dark\"\n[styles]\nbad = \"purpel\"\n",
    );
    home.write("config/locale/en/mine.ftl", "tab-todya = Morning\n");
    home.write("config/words/when.toml", "evening = [\"завтра\"]\n");
    home.write("config/words/verdict.toml", "yes = [\"нет\"]\n");
    home.write("config/words/filter.toml", "[format]\nshort = [\"вк\"]\n");
    home
}

#[test]
fn every_mistake_of_every_file_is_told_with_its_place() {
    let home = all_wrong();
    let checked = home.run(&["config", "check", "--json"]);
    assert_eq!(checked.code, 1);
    let told: serde_json::Value = serde_json::from_str(&checked.out).unwrap();
    let places: Vec<String> = told
        .as_array()
        .unwrap()
        .iter()
        .map(|it| {
            format!(
                "{}:{}:{}",
                it["file"].as_str().unwrap(),
                it["line"],
                it["column"]
            )
        })
        .collect();
    for place in [
        "config.toml:1:8",
        "config.toml:2:1",
        "keymap.toml:2:7",
        "platforms.toml:1:1",
        "platforms.toml:3:1",
        "themes/plum.toml:3:7",
        "locale/en/mine.ftl:1:1",
        "words/when.toml:1:12",
        "words/verdict.toml:1:8",
        "words/filter.toml:2:10",
    ] {
        assert!(
            places.contains(&place.to_owned()),
            "{place} is not in {places:?}"
        );
    }
}

#[test]
fn whoever_asks_is_told_the_same_mistakes() {
    let home = all_wrong();
    let plain = home.run(&["config", "check"]);
    assert!(
        plain
            .out
            .contains("config.toml, line 2, column 1: there is no “clokc”; did you mean “clock”?"),
        "{plain:?}"
    );
    let doctor = home.run(&["doctor"]);
    assert_eq!(doctor.code, 1);
    for file in [
        "config.toml, line 2",
        "keymap.toml, line 2",
        "themes/plum.toml, line 3",
        "words/verdict.toml, line 1",
    ] {
        assert!(doctor.err.contains(file), "{file}: {doctor:?}");
    }
    home.refused(1, &["client", "add", "Kolos"]);
    assert!(!home.database().exists());
    for file in [
        "keymap.toml",
        "themes/plum.toml",
        "words/when.toml",
        "locale/en/mine.ftl",
    ] {
        let path = home.path().join("config").join(file).display().to_string();
        let said = home.run(&["config", "check", &path]);
        assert_eq!((said.code, said.out.lines().count()), (1, 1), "{said:?}");
    }
    assert!(
        home.run(&["config", "check", "/no/such.toml"])
            .out
            .contains("no such file")
    );
}

#[test]
fn every_kind_of_file_of_hers_works() {
    let home = Home::new();
    home.write(
        "config/platforms.toml",
        "[[platform]]\nid = \"kontur\"\ncode = \"KO\"\nname = \"Kontur\"\naliases = [\"контур\"]\nkind = \"network\"\nmodes = [\"assisted\"]\nchecklist = [\"open\", \"publish\"]\n",
    );
    home.write("config/words/when.toml", "noon = [\"обед\"]\n");
    home.write("config/words/verdict.toml", "yes = [\"погнали\"]\n");
    home.write(
        "config/words/filter.toml",
        "[format]\nshort = [\"вертикалка\"]\n",
    );
    home.write(
        "config/locale/en/mine.ftl",
        "settings-well = Spick and span\n",
    );
    home.write(
        "config/themes/plum.toml",
        "like = \"dark\"\n[styles]\naccent = \"#aa22cc\"\n",
    );
    home.write("config/keymap.toml", "[desk]\n\"9\" = \"go.kpi\"\n");
    home.well(&["config", "set", "theme", "plum"]);
    let checked = home.run(&["config", "check"]);
    assert_eq!((checked.code, checked.err.trim()), (0, "Spick and span"));
    assert!(home.well(&["doctor"]).contains("theme\tplum"));
    home.well(&["client", "add", "Kolos", "--zone", "Europe/Moscow"]);
    home.well(&[
        "channel",
        "add",
        "--client",
        "Kolos",
        "--platform",
        "контур",
        "--handle",
        "@kolos",
    ]);
    let added = home.run(&["add", "Kolos контур 25.12.2030 обед Пирог к празднику"]);
    assert_eq!(added.code, 0, "{added:?}");
    let posts = home.json(&["list", "posts", "--json"]).to_string();
    assert!(
        posts.contains("kontur") && posts.contains("2030-12-25T12:00"),
        "{posts}"
    );
}

/// Files that want to break the program, each with what must be said of it.
fn hostile() -> [(&'static str, Vec<u8>, &'static str); 12] {
    let deep = format!("a = {}", "[".repeat(200_000));
    let id = format!("[[platform]]\nid = \"{}\"\n", "x".repeat(1 << 20));
    let mut bomb = "-a0 = ha\n".to_owned();
    for n in 1..60 {
        bomb.extend([format!("-a{n} = {{ -a{0} }}{{ -a{0} }}\n", n - 1)]);
    }
    bomb.push_str("tab-plan = { -a59 }\n");
    [
        ("config.toml", vec![b'#'; 10 << 20], "larger than 256 KB"),
        (
            "config.toml",
            (0..=255).cycle().take(5_000).collect(),
            "config.toml",
        ),
        (
            "config.toml",
            b"clock = true\nzone = \"caf\xe9\"\n".to_vec(),
            "line 2, column 12: not readable as text (UTF-8) from byte 25",
        ),
        (
            "config.toml",
            b"\xef\xbb\xbfclock = true\r\nclock = true\r\n".to_vec(),
            "line 2, column 1",
        ),
        ("config.toml", deep.into_bytes(), "line 1"),
        (
            "config.toml",
            b"theme = \"\\u001b[2Jplum\"\n".to_vec(),
            "auto, dark, light, mono",
        ),
        (
            "keymap.toml",
            "\"x\" = 1\n".repeat(20_000).into_bytes(),
            "keymap.toml",
        ),
        ("platforms.toml", id.into_bytes(), "larger than 256 KB"),
        (
            "themes/\u{1b}[2J.toml",
            b"like = \"dark\"\n".to_vec(),
            "theme’s name",
        ),
        ("locale/en/bomb.ftl", bomb.into_bytes(), "cannot be said"),
        (
            "locale/en/esc.ftl",
            b"tab-plan = \x1b[2J\n".to_vec(),
            "U+001B",
        ),
        (
            "words/verdict.toml",
            b"yes = [[[]]]\nno = { a = 1 }\n".to_vec(),
            "line 1",
        ),
    ]
}

#[test]
fn hostile_files_are_refused_in_a_sentence_and_nothing_is_written() {
    let home = Home::new();
    for (name, bytes, words) in hostile() {
        let path = home.write(&format!("config/{name}"), &bytes);
        let said = home.run(&["config", "check"]);
        assert_eq!(said.code, 1, "{name}: {:.500}", said.err);
        assert!(
            said.out.contains(words),
            "{name}: {words} is not in {:.500}",
            said.out
        );
        assert!(
            !said.out.contains('\u{1b}') && !said.err.contains('\u{1b}'),
            "{name}"
        );
        assert_eq!(
            home.run(&["config", "check", &path]).code,
            1,
            "{name} alone"
        );
        assert_eq!(fs::read(&path).unwrap(), bytes);
        if name == "config.toml" {
            home.write("config/config.toml", "");
        } else {
            fs::remove_file(&path).unwrap();
        }
    }
    assert_eq!(home.run(&["config", "check"]).code, 0);
    assert!(!home.database().exists());
}

#[test]
fn a_folder_a_loop_or_a_pipe_in_place_of_a_file_is_said() {
    for shape in ["folder", "loop", "pipe"] {
        let home = bare();
        let file = home.path().join("config/config.toml");
        match shape {
            "folder" => fs::create_dir(&file).unwrap(),
            "loop" => symlink(&file, &file).unwrap(),
            _ => symlink("/dev/zero", &file).unwrap(),
        }
        for args in [
            &["config", "check"] as &[&str],
            &["config", "set", "clock", "true"],
            &["config", "init"],
        ] {
            let said = home.run(args);
            assert_eq!(said.code, 1, "{shape} {args:?}: {said:?}");
            assert!(!(said.out + &said.err).is_empty());
        }
        assert_eq!(
            fs::read_dir(home.path().join("config")).unwrap().count(),
            1,
            "{shape}"
        );
    }
}
