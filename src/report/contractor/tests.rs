//! The brief for a contractor, as text and as Markdown.

use super::*;
use crate::domain::platform::Platforms;

fn order(tongue: Tongue, platforms: &[&str]) -> Order {
    let by = NaiveDate::from_ymd_opt(2026, 11, 26).unwrap();
    let known = platforms
        .iter()
        .map(|id| Platforms::builtin().by_id(id).unwrap());
    Order {
        tongue,
        client: "Kolos".into(),
        short: "Kolos".into(),
        voice: "тепло, на «вы»".into(),
        topic: "Хлеб за минуту".into(),
        format: Format::Short,
        brief: "Руки, печь, первый хлеб. Без слов.".into(),
        script: "Рустам: «Пора».\n\nОткрывает печь.".into(),
        shots: "Печь, общий план, 3 с\n\n  Руки крупно, 2 с\nХлеб на доске".into(),
        text: "Рустам встаёт в четыре.".into(),
        link: "https://kolos.example/hleb".into(),
        pictures: vec![("01.mp4".into(), false), ("печь.jpg".into(), true)],
        platforms: known.cloned().collect(),
        ready_by: by.and_hms_opt(18, 0, 0),
    }
}

#[test]
fn a_contractor_reads_what_how_large_and_until_when() {
    let said = text(&order(Tongue::En, &["instagram", "vk"]));
    let wanted = "Task for Kolos: Хлеб за минуту\nFormat: short video\nVoice: тепло, на «вы»\n\n\
        Руки, печь, первый хлеб. Без слов.\n\n\
        Script:\nРустам: «Пора».\n\nОткрывает печь.\n\n\
        Shots:\n1. Печь, общий план, 3 с\n2. Руки крупно, 2 с\n3. Хлеб на доске\n\n\
        Sizes and limits\n– Instagram: 9:16 · 0:03–15:00 · up to 300 MB\n– VK: 9:16\n\n\
        Text that goes with it:\nРустам встаёт в четыре.\n\nLink: https://kolos.example/hleb\n\n\
        Already there:\n– печь.jpg (cover)\n– 01.mp4\n\n\
        Please send it by Thursday 26 November, 18:00.\n\
        Please send the original files in reply, not compressed by the messenger.\n";
    assert_eq!(said, wanted);
}

#[test]
fn the_same_stands_in_the_file() {
    let said = markdown(&order(Tongue::En, &["vk"]));
    let wanted = "# Task for Kolos: Хлеб за минуту\n\nFormat: short video\n\nVoice: тепло, на «вы»\n\n\
        > Руки, печь, первый хлеб. Без слов.\n\n\
        ## Script\n\n> Рустам: «Пора».\n>\n> Открывает печь.\n\n\
        ## Shots\n\n1. Печь, общий план, 3 с\n2. Руки крупно, 2 с\n3. Хлеб на доске\n\n\
        ## Sizes and limits\n\n- VK: 9:16\n\n\
        ## Text that goes with it\n\n> Рустам встаёт в четыре.\n\nLink: https\\://kolos.example/hleb\n\n\
        ## Already there\n\n- печь.jpg (cover)\n- 01.mp4\n\n\
        Please send it by Thursday 26 November, 18:00.\n\n\
        Please send the original files in reply, not compressed by the messenger.\n";
    assert_eq!(said, wanted);
}

#[test]
fn platforms_and_the_deadline_are_named_as_the_contractor_says_them() {
    let russian = text(&order(Tongue::Ru, &["instagram"]));
    assert!(
        russian.starts_with("Kolos. Задача: Хлеб за минуту\n"),
        "{russian}"
    );
    assert!(russian.contains("– Инстаграм: "), "{russian}");
    let finnish = text(&order(Tongue::Fi, &["instagram"]));
    assert!(finnish.contains("– Instagram: "), "{finnish}");
    assert!(finnish.contains("Määräaika: torstai 26. marraskuuta"));
}

#[test]
fn it_is_written_in_every_language_a_client_reads_and_says_when_the_day_is_open() {
    let mut all: Vec<String> = Vec::new();
    for tongue in Tongue::ALL {
        for said in [text(&order(*tongue, &[])), markdown(&order(*tongue, &[]))] {
            assert!(!said.contains('⟦'), "{said}");
            assert!(!all.contains(&said));
            all.push(said);
        }
    }
    let bare = text(&Order {
        tongue: Tongue::Ru,
        client: "Kolos".into(),
        topic: "Хлеб".into(),
        ..Order::default()
    });
    assert_eq!(bare.lines().count(), 4, "{bare}");
}

#[test]
fn a_script_that_the_format_has_no_use_for_is_kept_and_not_asked_for() {
    let card = |format| PostCard {
        format,
        script: "Кот".into(),
        shots: "Кот спит".into(),
        ..PostCard::default()
    };
    let asked = |format| text(&Order::of(&card(format), &[], None)).contains("Кот");
    assert!(asked(Format::Story) && asked(Format::Live));
    assert!(!asked(Format::Photo) && !asked(Format::Poll));
}

#[test]
fn the_name_of_the_file_is_one_component_whatever_the_topic_is() {
    let made = NaiveDate::from_ymd_opt(2026, 11, 24).unwrap();
    let name = |topic: &str| {
        let order = Order {
            short: "Kolos".into(),
            topic: topic.into(),
            ..Order::default()
        };
        order.file_name(made)
    };
    assert_eq!(
        name("Хлеб за минуту"),
        "2026-11-24-Kolos-Хлеб-за-минуту-task"
    );
    assert_eq!(
        name("../../etc/passwd\0"),
        "2026-11-24-Kolos-..-..-etc-passwd-task"
    );
    assert!(name(&"ы".repeat(5_000)).len() < 110);
}
