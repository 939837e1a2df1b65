//! What becomes of a base text on each platform.

use super::*;
use crate::domain::chance::Rng;
use crate::domain::platform::Platforms;

fn on(platform: &str, text: &str) -> Outgoing {
    Outgoing::inherited(text, Platforms::builtin().by_id(platform))
}

#[test]
fn emphasis_is_said_in_the_markup_of_the_platform_or_left_out() {
    let text = "Завтрак за *199 ₽*, _каждый_ день.";
    assert_eq!(on("vk", text).text, "Завтрак за 199 ₽, каждый день.");
    assert_eq!(on("x", text).text, "Завтрак за 199 ₽, каждый день.");
    assert_eq!(
        on("telegram", text).text,
        "Завтрак за **199 ₽**, __каждый__ день."
    );
    assert_eq!(
        on("discord", text).text,
        "Завтрак за **199 ₽**, _каждый_ день."
    );
    assert_eq!(on("whatsapp", text).text, text);
    assert_eq!(on("vk", "«*_Очень_ важно*»").text, "«Очень важно»");
}

#[test]
fn stars_and_underscores_that_are_no_emphasis_stay() {
    for text in [
        "199 ₽* до полудня\n* кроме выходных",
        "снимок my_file_name.jpg и @anna_petrova_",
        "https://kolos.example/_menu_/*a*?utm_source=vk_post",
        "2*3*4 = 24, *_* и ***",
        "* первое\n* второе",
        "*начало\nи конец*",
        "**уже жирно** и __курсив__",
    ] {
        assert_eq!(on("vk", text).text, text);
        assert_eq!(on("telegram", text).text, text);
    }
}

#[test]
fn lines_of_hashtags_go_to_the_end_or_into_the_first_comment() {
    let text = "#завтрак #казань\n\nСырники по рецепту шефа.\n#меню\nЖдём с восьми, это #важно.";
    let rest = "Сырники по рецепту шефа.\nЖдём с восьми, это #важно.";
    let vk = on("vk", text);
    assert_eq!(vk.text, format!("{rest}\n\n#завтрак #казань\n#меню"));
    assert_eq!(vk.first_comment("Адрес: Баумана, 7"), "Адрес: Баумана, 7");
    let instagram = on("instagram", text);
    assert_eq!(instagram.text, rest);
    assert_eq!(instagram.whole, vk.text);
    assert_eq!(instagram.first_comment(""), "#завтрак #казань\n#меню");
    assert_eq!(
        instagram.first_comment("Адрес: Баумана, 7\n#меню"),
        "Адрес: Баумана, 7\n#меню\n\n#завтрак #казань",
        "a line that stands there already does not come twice"
    );
    assert_eq!(
        on("telegram", text).text,
        text,
        "there they stay where they are"
    );
    let last = "Хлеб.\n#хлеб";
    assert_eq!(
        on("vk", last).text,
        last,
        "to the letter where they stand last already"
    );
    assert_eq!(on("instagram", last).whole, last);
    assert_eq!(on("instagram", "#хлеб\n#казань").text, "#хлеб\n#казань");
}

#[test]
fn links_are_kept_and_said_to_be_dead_where_nobody_can_follow_them() {
    let platform = |id| Platforms::builtin().by_id(id).unwrap();
    let text = "Меню: https://kolos.example/menu";
    assert!(
        on("instagram", text)
            .text
            .contains("https://kolos.example/menu")
    );
    let dead = dead_links(text, platform("instagram"));
    assert_eq!(&text[dead[0].clone()], "https://kolos.example/menu");
    assert_eq!(dead_links(text, platform("telegram")), []);
}

#[test]
fn whatever_she_writes_going_out_twice_is_going_out_once_and_no_word_is_lost() {
    let alphabet = [
        "*",
        "_",
        "**",
        " ",
        "\n",
        "\n\n",
        "кот",
        "ё",
        "#тег",
        "#",
        "👨‍👩‍👧",
        "e\u{301}",
        "https://a.ge/_b_",
        ".",
        "«",
        "»",
        "(",
        "ა",
        "@a_b",
        "\u{200d}",
        "1",
    ];
    let mut chance = Rng::seeded(17);
    let mut any = |sides: usize| (chance.next() % sides as u64) as usize;
    let letters = |text: &str| {
        let mut letters: Vec<char> = text.chars().filter(|c| c.is_alphanumeric()).collect();
        letters.sort_unstable();
        letters
    };
    for _ in 0..300 {
        let length = any(24);
        let text: String = (0..length).map(|_| alphabet[any(alphabet.len())]).collect();
        for platform in Platforms::builtin() {
            let once = Outgoing::inherited(&text, Some(platform));
            let twice = Outgoing::inherited(&once.text, Some(platform));
            assert_eq!(twice.text, once.text, "{text:?} on {}", platform.id);
            assert_eq!(twice.tags, "", "{text:?} on {}", platform.id);
            let all = format!("{} {}", once.text, once.tags);
            assert_eq!(letters(&all), letters(&text), "{text:?} on {}", platform.id);
            assert_eq!(letters(&once.whole), letters(&text));
        }
    }
}
