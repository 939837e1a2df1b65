//! The whole of what is pasted into a chat, in each language, as a person wrote it down.

use super::stage::{brief, item, packet, packet_of, picture, place};
use crate::domain::brief::{Ahead, Answered, Brief, Late, Owed};
use crate::domain::tongue::Tongue;
use crate::domain::verdict::{Asked, Verdict, read_answer};
use crate::locale::Voice;
use crate::report;

/// What one file under `src/report/tests` says.
macro_rules! golden {
    ($kind:literal, $($tongue:ident $tag:literal)*) => {
        [$((Tongue::$tongue, include_str!(concat!($kind, "-", $tag, ".txt")))),*]
    };
}

#[test]
fn a_packet_reads_as_a_letter_in_every_language() {
    for (tongue, expected) in golden!("packet", En "en" Ru "ru" Vi "vi" Ka "ka" Fi "fi") {
        let told = report::packet::text(&packet(tongue));
        assert_eq!(told, expected, "{tongue:?}\n{told}");
    }
}

#[test]
fn a_brief_reads_as_a_letter_in_every_language() {
    for (tongue, expected) in golden!("brief", En "en" Ru "ru" Vi "vi" Ka "ka" Fi "fi") {
        let told = report::brief::text(&brief(tongue));
        assert_eq!(told, expected, "{tongue:?}\n{told}");
        assert_eq!(told.lines().count(), 7);
    }
}

#[test]
fn the_answer_a_packet_asks_for_is_understood_in_every_language() {
    for tongue in Tongue::ALL {
        let voice = Voice::new(*tongue);
        let say = |key: &str, code: &str| voice.say(key, &[("code", code.into())]);
        let sample = [
            say("packet-sample-yes", "A1"),
            say("packet-sample-change", "A2"),
            say("packet-sample-no", "A3"),
        ]
        .join(", ");
        assert!(report::packet::text(&packet(*tongue)).contains(&sample));
        let asked = Asked {
            code: "A",
            numbers: &[1, 2, 3],
            other_codes: &[],
        };
        let answer = read_answer(&sample, &asked);
        assert_eq!(answer.doubts, [], "{tongue:?}: {sample}");
        let verdicts: Vec<_> = answer
            .items
            .iter()
            .map(|it| (it.number, it.verdict))
            .collect();
        let expected = [(1, Verdict::Yes), (2, Verdict::Changes), (3, Verdict::No)];
        assert_eq!(verdicts, expected, "{tongue:?}: {sample}");
    }
}

#[test]
fn a_packet_kept_as_markdown_says_the_same() {
    let told = report::packet::markdown(&packet(Tongue::Ru));
    assert_eq!(told, include_str!("packet-ru.md"), "{told}");
}

/// A client taken on this morning.
fn nothing_yet(tongue: Tongue) -> Brief {
    Brief {
        out: 0,
        promised: None,
        ahead: Ahead::default(),
        late: Late::default(),
        to_approve: Owed::default(),
        to_say: Owed::default(),
        answered: Answered::default(),
        best: None,
        goals: Vec::new(),
        ..brief(tongue)
    }
}

#[test]
fn nothing_is_invented_where_nothing_is_known() {
    for tongue in Tongue::ALL {
        let told = report::brief::text(&nothing_yet(*tongue));
        assert_eq!(told.lines().count(), 7, "{told}");
        let digits: String = told
            .lines()
            .skip(1)
            .collect::<String>()
            .chars()
            .filter(char::is_ascii_digit)
            .collect();
        // A Vietnamese month is a number.
        let expected = if *tongue == Tongue::Vi { "110" } else { "0" };
        assert_eq!(digits, expected, "{told}");
    }
    assert_eq!(
        report::brief::text(&nothing_yet(Tongue::Ru)),
        include_str!("brief-ru-new.txt")
    );
}

#[test]
fn unanswered_messages_are_not_hidden_behind_a_zero() {
    let mut brief = nothing_yet(Tongue::En);
    brief.answered.judged = 3;
    let told = report::brief::text(&brief);
    let line = "Messages answered: 0 this week, 0 this month, 0 of 3 on time";
    assert!(told.contains(line), "{told}");
}

#[test]
fn a_single_post_is_answered_yes_no_or_what_to_change() {
    let told = |tongue| report::packet::text(&packet_of(tongue, vec![item(1, "A", "b")]));
    for (tongue, answer) in [
        (
            Tongue::En,
            "Please answer “A1 ok” or “A1 no”, or write what should change.",
        ),
        (
            Tongue::Ru,
            "Ответьте, пожалуйста, «A1 ок» или «A1 нет» либо напишите, что изменить.",
        ),
    ] {
        assert!(told(tongue).contains(answer), "{}", told(tongue));
    }
}

#[test]
fn an_empty_packet_says_so_and_asks_for_nothing() {
    let packet = packet_of(Tongue::Ru, Vec::new());
    assert_eq!(
        report::packet::text(&packet),
        "Кафе-пекарня «Колос»\nПосты на согласование · подборка\u{a0}A\n0 постов\n\nВ этой подборке нет постов.\n"
    );
    assert!(report::packet::markdown(&packet).ends_with("В этой подборке нет постов.\n\n"));
}

#[test]
fn twelve_channels_are_named_and_two_of_a_kind_told_apart() {
    let mut post = item(1, "A", "b");
    let known = [
        "vk",
        "ok",
        "telegram",
        "facebook",
        "instagram",
        "youtube",
        "tiktok",
        "x",
        "linkedin",
        "pinterest",
    ];
    let names = known.map(|id| place(id, "@kolos", Tongue::En));
    post.places = names.to_vec();
    post.places.push(place("vk", "@kolos_job", Tongue::En));
    post.places.push(place("zalo", "", Tongue::En));
    let told = report::packet::text(&packet_of(Tongue::En, vec![post]));
    let heading = told.lines().find(|line| line.starts_with("A1")).unwrap();
    assert_eq!(heading.split(", ").count(), 12, "{heading}");
    assert!(heading.starts_with("A1 · date still open · VK (@kolos), Odnoklassniki, "));
    assert!(heading.ends_with("VK (@kolos_job), Zalo"), "{heading}");
}

#[test]
fn pictures_are_named_and_a_long_comment_begins_on_its_own_line() {
    let mut post = item(1, "A", "b");
    post.pictures = vec![picture("one.png", ""), picture("two.png", "")];
    post.first_comment = "One\ntwo".to_owned();
    let told = report::packet::text(&packet_of(Tongue::En, vec![post]));
    let end = "b\n\nFirst comment:\nOne\ntwo\nPhotos and video: one.png, two.png\n\n";
    assert!(told.contains(end), "{told}");
}

#[test]
fn the_file_is_named_by_day_client_and_letter() {
    let name = |packet: &_| report::packet::file_name(packet, "html");
    let mut packet = packet(Tongue::Ru);
    assert_eq!(name(&packet), "2026-11-24-Kolos-A.html");
    packet.short = "Колос & Ко/../<b>".to_owned();
    assert_eq!(name(&packet), "2026-11-24-Колос-Ко-..-b-A.html");
    packet.short = "ы".repeat(50_000);
    packet.code = "../AB".to_owned();
    assert!(name(&packet).ends_with("ы-AB.html") && name(&packet).len() < 80);
    packet.short = "/".to_owned();
    assert_eq!(name(&packet), "2026-11-24-client-AB.html");
}
