//! Keys as people press them: under every layout, in chords, with a keymap of their own.

use std::collections::BTreeSet;

use super::*;
use crate::keys::ChordError;

/// Actions that only the palette knows. None so far.
const PALETTE_ONLY: &[Action] = &[];

/// A Latin keyboard, lower and upper case, in the order of the keys.
const LATIN: &str = "`1234567890-=qwertyuiop[]asdfghjkl;'zxcvbnm,./\
                     ~!@#$%^&*()_+QWERTYUIOP{}ASDFGHJKL:\"ZXCVBNM<>?";
/// What the same keys type under other layouts (xkeyboard-config: ru, ua, ge, gr, vn); `∅` is a dead key or a mark alone.
const LAYOUTS: [(&str, &str); 5] = [
    (
        "Russian",
        "ё1234567890-=йцукенгшщзхъфывапролджэячсмитьбю.\
         Ё!\"№;%:?*()_+ЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮ,",
    ),
    (
        "Ukrainian",
        "'1234567890-=йцукенгшщзхїфівапролджєячсмитьбю.\
         ʼ!\"№;%:?*()_+ЙЦУКЕНГШЩЗХЇФІВАПРОЛДЖЄЯЧСМИТЬБЮ,",
    ),
    (
        "Georgian",
        "„1234567890-=ქწერტყუიოპ[]ასდფგჰჯკლ;'ზხცვბნმ,./\
         “!@#$%^&*()_+QჭEღთYUIOP{}AშDFGHჟKL:\"ძXჩVBNM<>?",
    ),
    (
        "Greek",
        "`1234567890-=;ςερτυθιοπ[]ασδφγηξκλ∅'ζχψωβνμ,./\
         ~!@#$%^&*()_+:ΣΕΡΤΥΘΙΟΠ{}ΑΣΔΦΓΗΞΚΛ∅\"ΖΧΨΩΒΝΜ<>?",
    ),
    (
        "Vietnamese",
        "`ăâêô∅∅∅∅∅đ-₫qwertyuiopươasdfghjkl;'zxcvbnm,./\
         ~ĂÂÊÔ%^&*(Đ_+QWERTYUIOPƯƠASDFGHJKL:\"ZXCVBNM<>?",
    ),
];
/// Keys that a layout needs for letters or marks of its own. Their actions have other chords there, or the palette.
const LOST: [(&str, &[&str]); 2] = [
    ("Greek", &["q", "Q", ":"]),
    (
        "Vietnamese",
        &[
            "1", "2", "3", "4", "5", "0", "g 1", "g 2", "g 3", "g 4", "g 5", "g 6", "g 7", "g 8",
            "g 9", "=", "!",
        ],
    ),
];

/// The key a layout sends when the key of this Latin one is pressed.
fn under(typed: &str, key: Key) -> Key {
    let Code::Char(latin) = key.code else {
        return key;
    };
    let place = LATIN.chars().position(|c| c == latin);
    let sent = place.and_then(|place| typed.chars().nth(place));
    Key {
        code: Code::Char(sent.unwrap_or(latin)),
        mods: key.mods,
    }
}

/// What a series of presses comes to in the end.
fn press(keymap: &Keymap, keys: &[Key]) -> Fed {
    let mut pending = Pending::default();
    let fed = keys
        .iter()
        .map(|key| keymap.feed(&mut pending, *key))
        .last();
    fed.unwrap_or(Fed::Nothing)
}

fn type_in(keymap: &Keymap, typed: &str) -> Fed {
    press(keymap, &typed.chars().map(Key::char).collect::<Vec<_>>())
}

fn mistakes(file: &str) -> Vec<(usize, Fault)> {
    let mistakes = Keymap::with_user(file).unwrap_err();
    mistakes.into_iter().map(|m| (m.line, m.fault)).collect()
}

fn chord(written: &str) -> Chord {
    written.parse().unwrap()
}

#[test]
fn the_built_in_keymap_has_no_mistakes() {
    let (lines, mistakes) = read::lines(&Page::new(BUILTIN));
    assert_eq!(mistakes, []);
    assert_eq!(read::never_typed(&Page::new(BUILTIN), &lines, &[]), []);
    assert_eq!(lines.len(), Keymap::builtin().bindings.len());
}

#[test]
fn every_action_has_a_key_or_is_known_to_have_none() {
    let keymap = Keymap::builtin();
    for action in Action::ALL {
        let bound = keymap.chords_of(*action).next().is_some();
        assert_ne!(bound, PALETTE_ONLY.contains(action), "{}", action.id());
    }
}

#[test]
fn a_key_keeps_its_place_under_every_layout() {
    let keymap = Keymap::builtin();
    for (layout, typed) in LAYOUTS {
        assert_eq!(typed.chars().count(), LATIN.chars().count(), "{layout}");
        let lost = LOST.iter().find(|(name, _)| *name == layout);
        let lost: BTreeSet<&str> =
            lost.map_or_else(BTreeSet::new, |(_, keys)| keys.iter().copied().collect());
        for Binding { chord, action } in &keymap.bindings {
            let keys: Vec<Key> = chord.keys().iter().map(|key| under(typed, *key)).collect();
            let works = press(&keymap, &keys) == Fed::Action(*action);
            assert_ne!(
                works,
                lost.contains(chord.to_string().as_str()),
                "{layout}: {chord}"
            );
        }
    }
}

#[test]
fn what_a_layout_takes_away_is_reached_in_another_way() {
    let keymap = Keymap::builtin();
    for (layout, typed) in LAYOUTS {
        for action in Action::ALL {
            let reached = keymap.chords_of(*action).any(|chord| {
                let keys: Vec<Key> = chord.keys().iter().map(|key| under(typed, *key)).collect();
                press(&keymap, &keys) == Fed::Action(*action)
            });
            // A Greek keyboard types the palette's `:` with the key of `q`, and the palette quits by name.
            let by_another_key =
                layout == "Greek" && matches!(action, Action::Quit | Action::Palette);
            // A Vietnamese keyboard has letters where others have digits; kept views are reached by name.
            let by_name = layout == "Vietnamese" && action.id().starts_with("view.");
            assert!(
                reached || by_another_key || by_name,
                "{layout}: {}",
                action.id()
            );
        }
    }
    assert_eq!(type_in(&keymap, ":"), Fed::Action(Action::Palette));
}

#[test]
fn russian_signs_stand_for_find_help_and_palette() {
    let keymap = Keymap::builtin();
    assert_eq!(type_in(&keymap, "."), Fed::Action(Action::Find));
    assert_eq!(type_in(&keymap, ","), Fed::Action(Action::Help));
    assert_eq!(type_in(&keymap, "Ж"), Fed::Action(Action::Palette));
    assert_eq!(type_in(&keymap, "пе"), Fed::Action(Action::GoToday));
    for nothing in ["б", "ю", "ж", ";", "№"] {
        assert_eq!(type_in(&keymap, nothing), Fed::Nothing, "{nothing}");
    }
}

#[test]
fn no_built_in_chord_needs_what_some_keyboard_lacks() {
    let keymap = Keymap::builtin();
    for action in Action::ALL {
        let easy = keymap.chords_of(*action).any(|chord| {
            chord.keys().iter().all(|key| match key.code {
                // Behind AltGr, or elsewhere, on a Finnish or German keyboard.
                Code::Char(c) => {
                    !"[]{}'\"\\|~`@#$^&=<>_".contains(c) && !key.mods.ctrl && !key.mods.alt
                }
                Code::F(_) => false,
                _ => true,
            })
        });
        assert!(easy, "{} has only a hard key", action.id());
    }
    for Binding { chord, .. } in &keymap.bindings {
        // Telex makes đ of dd; a Greek keyboard types Σ with W and with S.
        assert!(!matches!(chord.keys(), [a, b] if a == b), "{chord}");
        assert!(!chord.keys().contains(&Key::char('W')), "{chord}");
    }
}

#[test]
fn control_works_under_cyrillic_where_the_terminal_tells_it() {
    let keymap = Keymap::builtin();
    for typed in ['r', 'R', 'к', 'К'] {
        assert_eq!(
            press(&keymap, &[Key::ctrl(typed)]),
            Fed::Action(Action::Redo),
            "{typed}"
        );
    }
    assert_eq!(
        press(&keymap, &[Key::ctrl('я')]),
        Fed::Action(Action::Suspend)
    );
    assert_eq!(press(&keymap, &[Key::ctrl('u')]), Fed::Nothing);
}

#[test]
fn a_begun_chord_says_what_may_follow_and_is_forgotten_when_mistyped() {
    let keymap = Keymap::builtin();
    let mut pending = Pending::default();
    let Fed::Pending(rest) = keymap.feed(&mut pending, Key::char('п')) else {
        panic!("g begins chords");
    };
    assert!(rest.contains(&(chord("t"), Action::GoToday)), "{rest:?}");
    assert!(!pending.is_empty());
    // `y` would copy: after a mistyped chord it must not.
    assert_eq!(keymap.feed(&mut pending, Key::char('y')), Fed::Nothing);
    assert!(pending.is_empty());
    assert_eq!(
        keymap.feed(&mut pending, Key::char('y')),
        Fed::Action(Action::Copy)
    );
    assert!(matches!(
        keymap.feed(&mut pending, Key::char('g')),
        Fed::Pending(_)
    ));
    assert_eq!(
        keymap.feed(&mut pending, Key::plain(Code::Esc)),
        Fed::Nothing
    );
    assert_eq!(
        keymap.feed(&mut pending, Key::plain(Code::Esc)),
        Fed::Action(Action::Back)
    );
}

#[test]
fn the_footer_shows_the_first_chord() {
    let keymap = Keymap::builtin();
    let shown = |action| keymap.chord_of(action).unwrap();
    assert_eq!(shown(Action::Do), "Enter");
    assert_eq!(shown(Action::GoToday), "1");
    assert_eq!(shown(Action::Back), "Esc");
    assert_eq!(shown(Action::Redo), "U");
    assert_eq!(shown(Action::Mark), "Space");
    assert_eq!(shown(Action::Left), "←");
    assert_eq!(keymap.chords_of(Action::Redo).count(), 2);
}

#[test]
fn her_own_keys_win_are_shown_first_and_can_take_keys_away() {
    let file = "[desk]\n\"v\" = \"item.mark\"\n\"d\" = \"item.delete\"\n\"ctrl-z\" = \"none\"\n\"й\" = \"app.help\"\n";
    let keymap = Keymap::with_user(file).unwrap();
    assert_eq!(keymap.chord_of(Action::Mark).unwrap(), "v");
    assert_eq!(type_in(&keymap, " "), Fed::Action(Action::Mark));
    assert_eq!(type_in(&keymap, "м"), Fed::Action(Action::Mark));
    assert_eq!(type_in(&keymap, "d"), Fed::Action(Action::Delete));
    assert_eq!(keymap.chord_of(Action::Done), None);
    assert_eq!(press(&keymap, &[Key::ctrl('z')]), Fed::Nothing);
    // A letter she binds as it is wins over the key in its place.
    assert_eq!(type_in(&keymap, "й"), Fed::Action(Action::Help));
    assert_eq!(type_in(&keymap, "q"), Fed::Action(Action::Back));
}

#[test]
fn an_empty_file_changes_nothing() {
    let empty = Keymap::with_user("# mine, one day\n").unwrap();
    assert_eq!(empty.bindings, Keymap::builtin().bindings);
    assert!(Keymap::with_user("[desk]").is_ok());
}

/// The built-in chords that begin with `g`.
fn behind_g() -> impl Iterator<Item = String> {
    let chords = Keymap::builtin().bindings.into_iter().map(|it| it.chord);
    let behind = chords.filter(|chord| chord.keys().len() > 1 && chord.keys()[0] == Key::char('g'));
    behind.map(|chord| chord.to_string())
}

#[test]
fn a_prefix_may_be_freed_and_used() {
    let freed: Vec<String> = behind_g()
        .map(|chord| format!("\"{chord}\" = \"none\""))
        .collect();
    let file = format!("[desk]\n{}\n\"g\" = \"move.home\"\n", freed.join("\n"));
    let keymap = Keymap::with_user(&file).unwrap();
    assert_eq!(type_in(&keymap, "g"), Fed::Action(Action::Home));
}

#[test]
fn all_mistakes_come_at_once_with_their_lines() {
    let file = "[desk]\n\
                \"m\" = \"app.udno\"\n\
                \"entr\" = \"item.do\"\n\
                \";\" = \"app.help\"\n\
                \"v\" = 5\n\
                \"pgdn\" = \"move.end\"\n\
                \"PgDn\" = \"move.home\"\n\
                \"g\" = \"move.home\"\n\
                \"q q\" = \"app.quit\"\n\
                [text]\n\
                \"a\" = \"item.add\"\n";
    let mut found = mistakes(file);
    // `g` stands before many built-in chords and says so for each.
    let prefixes = found.iter().filter(|(line, _)| *line == 8).count();
    assert_eq!(prefixes, behind_g().count());
    found.retain(|(line, _)| *line != 8);
    let near = Some(Action::Undo);
    let expected = vec![
        (
            2,
            Fault::UnknownAction {
                id: "app.udno".into(),
                near,
            },
        ),
        (
            3,
            Fault::Chord("entr".into(), ChordError::NotAKey("entr".into())),
        ),
        (4, Fault::Forbidden(chord(";"), ';')),
        (5, Fault::NotAnAction("v".into())),
        (
            7,
            Fault::Twice {
                chord: chord("pgdn"),
                action: Some(Action::End),
                line: 6,
            },
        ),
        (
            9,
            Fault::Behind {
                chord: chord("q q"),
                shorter: chord("q"),
                action: Action::Back,
            },
        ),
        (10, Fault::UnknownTable("text".into())),
    ];
    assert_eq!(found, expected);
}

#[test]
fn the_same_chord_in_the_same_spelling_is_named_too() {
    let file = "[desk]\n\"m\" = \"item.mark\"\n\n\"m\" = \"item.add\"\n\"v\" = \"item.mark\"\n\"v\" = \"none\"\n";
    let twice = |written, line| Fault::Twice {
        chord: chord(written),
        action: Some(Action::Mark),
        line,
    };
    assert_eq!(mistakes(file), [(4, twice("m", 2)), (6, twice("v", 5))]);
}

#[test]
fn two_chords_of_hers_that_hide_each_other_are_named_once() {
    let file = "[desk]\n\"v a\" = \"item.mark\"\n\"v\" = \"item.add\"\n";
    let fault = Fault::Prefix {
        chord: chord("v"),
        longer: chord("v a"),
        action: Action::Mark,
    };
    assert_eq!(mistakes(file), [(3, fault)]);
}

#[test]
fn a_file_that_is_not_toml_says_where() {
    let found = mistakes("[desk]\n\"a\" = \"item.add\"\n\"b\" = item.mark\n= =\n");
    assert!(
        found
            .iter()
            .any(|(line, fault)| *line == 3 && matches!(fault, Fault::Syntax(_))),
        "{found:?}"
    );
    for hostile in [
        "\u{0}",
        "[desk",
        "\"\\u001b\" = 1",
        "desk = 5",
        "[[desk]]\n",
        "[desk]\n\"\" = \"item.do\"\n",
    ] {
        assert!(!mistakes(hostile).is_empty(), "{hostile:?}");
    }
}
