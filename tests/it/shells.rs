//! Completions load in the shells that are here, the manual is whole, and hostile arguments are only words.

use std::ffi::OsStr;
use std::os::unix::ffi::OsStrExt;
use std::path::Path;
use std::process::Command;

use crate::home::{Home, said};

/// Whether a program is on this machine.
fn is_here(program: &str) -> bool {
    ["/bin", "/usr/bin", "/usr/local/bin"]
        .iter()
        .any(|folder| Path::new(folder).join(program).exists())
}

#[test]
fn completions_load_in_every_shell_that_is_here() {
    let home = Home::new();
    let mut tried = 0;
    for (shell, check) in [
        ("bash", "source \"$1\" && complete -p postdesk"),
        (
            "zsh",
            "autoload -Uz compinit && compinit -D && source \"$1\" && whence _postdesk",
        ),
        (
            "fish",
            "source $argv[1]; and complete -c postdesk | string match -q '*history*'",
        ),
    ] {
        let script = home.well(&["completions", shell]);
        assert!(
            script.contains("history") && script.len() > 5_000,
            "{shell}"
        );
        let file = home.write(&format!("completions.{shell}"), &script);
        if !is_here(shell) {
            continue;
        }
        let mut command = Command::new(shell);
        match shell {
            "bash" => command.args(["--noprofile", "--norc", "-c", check, "bash", &file]),
            "zsh" => command.args(["-f", "-c", check, "zsh", &file]),
            _ => command.args(["--no-config", "-c", check, &file]),
        };
        command.env("HOME", home.path());
        let said = said(&mut command);
        assert_eq!(said.code, 0, "{shell}: {said:?}");
        assert!(!said.err.contains("rror"), "{shell}: {said:?}");
        tried += 1;
    }
    assert!(tried > 0 || !is_here("bash"));
    for shell in ["elvish", "powershell"] {
        assert!(home.well(&["completions", shell]).contains("history"));
    }
    assert!(
        home.refused(2, &["completions", "csh"])
            .contains("bash, zsh, fish")
    );
}

#[test]
fn the_manual_has_a_page_for_every_command_in_her_language() {
    let home = Home::new();
    let folder = home.path().join("man");
    home.well(&["man", "--out", folder.to_str().unwrap()]);
    let pages = std::fs::read_dir(&folder).unwrap().count();
    assert!(pages > 55, "{pages}");
    let page = home.well(&["man"]);
    for words in [
        ".SH NAME",
        ".SH COMMANDS",
        ".SH EXAMPLES",
        "postdesk history",
    ] {
        assert!(page.contains(words), "{words}: {page}");
    }
    let mut command = home.command(&["man", "list", "posts"]);
    let russian = said(command.env("LANG", "ru_RU.UTF-8"));
    assert!(russian.out.contains(".SH ПРИМЕРЫ"), "{russian:?}");
    for english in ["SH NAME", "SH OPTIONS", "SH SYNOPSIS", "Print help"] {
        assert!(!russian.out.contains(english), "{english}: {}", russian.out);
    }
    assert!(home.refused(2, &["man", "nothing"]).contains("nothing"));
}

/// Words nobody means well with.
fn hostile() -> Vec<Vec<u8>> {
    vec![
        b"\x1b[2J\x1b]0;owned\x07Kolos\xe2\x80\xae".to_vec(),
        "щ".repeat(60_000).into_bytes(),
        b"Kol\xffos".to_vec(),
        b"NEAR( \"a'; DROP TABLE post; --%s{0}".to_vec(),
        b"a\nb\tc".to_vec(),
        b" ".to_vec(),
        b"-1".to_vec(),
        b"99999999999999999999".to_vec(),
    ]
}

#[test]
fn hostile_arguments_are_refused_harmlessly_everywhere() {
    let home = Home::with_clients();
    home.well(&["add", "Kolos vk in 3 days 10:00 Окрошка"]);
    let before = home.dump();
    let orders: &[&[&str]] = &[
        &["show"],
        &["show", "Окрошка", "--as-of"],
        &["move", "Окрошка"],
        &["status", "Окрошка"],
        &["publish"],
        &["publish", "Окрошка", "--stamp", "--at"],
        &["edit", "Окрошка", "--format"],
        &["edit", "Окрошка", "--text-file"],
        &["copy", "Окрошка", "--at"],
        &["delete"],
        &["find"],
        &["find", "x", "--limit"],
        &["answer"],
        &["decide", "x"],
        &["look"],
        &["reading", "add", "Kolos/vk", "reach"],
        &["packet", "answer", "Kolos"],
        &["brief"],
        &["undo"],
        &["history", "--before"],
        &["history", "--limit"],
        &["list", "posts", "--filter"],
        &["list", "posts", "--from"],
        &["list", "posts", "--view"],
        &["completions"],
        &["man"],
        &[],
    ];
    for order in orders {
        for word in hostile() {
            let mut args: Vec<&OsStr> = order.iter().map(OsStr::new).collect();
            args.push(OsStr::from_bytes(&word));
            let said = home.run(&args);
            assert!((0..=2).contains(&said.code), "{order:?}: {said:?}");
            let is_bad = |c: char| (c.is_control() && !matches!(c, '\n' | '\t')) || c == '\u{202e}';
            assert!(
                !said.err.contains(is_bad) && !said.out.contains(is_bad),
                "{order:?}: {said:?}"
            );
            assert!(said.err.len() < 20_000, "{order:?} floods the screen");
            assert!(home.dump() == before, "{order:?} wrote something: {said:?}");
        }
    }
}
