//! Marks are put on links once, and nothing else of a text changes.

use proptest::prelude::*;

use super::*;
use crate::domain::ids::VariantId;

fn usual() -> Template {
    Template::read("").unwrap().unwrap()
}

const AUTUMN: Values<'_> = Values {
    platform: "vk",
    client: "Колос",
    campaign: "osen-2026",
    post: "Осеннее меню",
};

const MARKS: &str =
    "utm_source=vk&utm_medium=social&utm_campaign=osen-2026&utm_content=osennee-menyu";

#[test]
fn marks_go_behind_what_a_link_says_already_and_before_its_place_in_the_page() {
    for (link, marked) in [
        ("https://kolos.ru", "https://kolos.ru?#"),
        ("https://kolos.ru/", "https://kolos.ru/?#"),
        ("https://kolos.ru/меню", "https://kolos.ru/меню?#"),
        ("https://kolos.ru/?q=хлеб", "https://kolos.ru/?q=хлеб&#"),
        ("https://kolos.ru/a?b=1&c=2", "https://kolos.ru/a?b=1&c=2&#"),
        ("https://kolos.ru/a?b=1&", "https://kolos.ru/a?b=1&#"),
        ("https://kolos.ru/a#глава-2", "https://kolos.ru/a?##глава-2"),
        ("https://kolos.ru#top", "https://kolos.ru?##top"),
        (
            "https://kolos.ru/#/menu?x=1",
            "https://kolos.ru/?##/menu?x=1",
        ),
        ("https://kolos.ru/a?b=1#c", "https://kolos.ru/a?b=1&##c"),
        ("https://кафе.рф/чай", "https://кафе.рф/чай?#"),
        ("http://kolos.ru:8080/x", "http://kolos.ru:8080/x?#"),
        (
            "https://ka.wikipedia.org/wiki/ღვინო_(სასმელი)",
            "https://ka.wikipedia.org/wiki/ღვინო_(სასმელი)?#",
        ),
        ("HTTPS://KOLOS.RU/A", "HTTPS://KOLOS.RU/A?#"),
    ] {
        let wanted = marked.replacen('#', MARKS, 1);
        for (before, after) in [
            ("", ""),
            ("Меню: ", "."),
            ("(см. ", ")."),
            ("«", "»"),
            ("[меню](", ")"),
            ("", "!"),
            ("", "…"),
            ("", ", и приходите"),
            ("", " 👋"),
            ("", "\n#хлеб"),
        ] {
            let text = format!("{before}{link}{after}");
            let found = tagged(&text, &usual(), &AUTUMN);
            assert_eq!(found, format!("{before}{wanted}{after}"), "{text}");
            assert_eq!(tagged(&found, &usual(), &AUTUMN), found, "never twice");
            assert!(untagged_links(&found).is_empty(), "{found}");
            let place = before.len()..before.len() + link.len();
            assert_eq!(untagged_links(&text).pop(), Some(place), "{text}");
        }
    }
}

#[test]
fn what_a_link_says_of_itself_stays() {
    let text = "https://kolos.ru/?utm_source=mail&UTM_Medium=letter";
    let found = tagged(text, &usual(), &AUTUMN);
    assert_eq!(
        found,
        format!("{text}&utm_campaign=osen-2026&utm_content=osennee-menyu")
    );
    assert!(untagged_links(text).is_empty());
}

#[test]
fn what_is_no_page_is_left_alone() {
    for text in [
        "",
        "Пишите на mailto:olga@kolos.ru, tel:+78432000000",
        "kolos.ru и www.kolos.ru",
        "https://t.me/kolos_kazan и http://www.t.me/kolos",
        "https://wa.me/78432000000?text=хлеб",
        "ftp://kolos.ru/menu",
        "@kolos@mastodon.social",
        "https://localhost/x",
        "https://",
    ] {
        assert_eq!(tagged(text, &usual(), &AUTUMN), text);
        assert!(untagged_links(text).is_empty(), "{text}");
    }
}

#[test]
fn a_pair_without_a_value_is_left_out() {
    let values = Values {
        campaign: "",
        post: "日本",
        ..AUTUMN
    };
    let found = tagged("https://kolos.ru/", &usual(), &values);
    assert_eq!(found, "https://kolos.ru/?utm_source=vk&utm_medium=social");
}

#[test]
fn a_template_is_read_or_says_what_is_wrong() {
    assert_eq!(Template::read("-"), Ok(None));
    assert_eq!(Template::read(USUAL), Template::read(" "));
    let own = Template::read("?ref={client}-{platform}").unwrap().unwrap();
    let found = tagged("https://kolos.ru/", &own, &AUTUMN);
    assert_eq!(found, "https://kolos.ru/?ref=kolos-vk");
    for (line, wrong) in [
        ("utm_source", Wrong::Pair("utm_source".to_owned())),
        ("=x", Wrong::Pair("=x".to_owned())),
        ("a=", Wrong::Pair("a=".to_owned())),
        ("a=б", Wrong::Pair("a=б".to_owned())),
        ("a={post", Wrong::Pair("a={post".to_owned())),
        ("a={post}}", Wrong::Pair("a={post}}".to_owned())),
        ("a=1&&b=2", Wrong::Pair(String::new())),
        ("a={rubric}", Wrong::Unknown("rubric".to_owned())),
        ("a=1#b", Wrong::Pair("a=1#b".to_owned())),
    ] {
        assert_eq!(Template::read(line), Err(wrong), "{line}");
    }
}

#[test]
fn a_post_keeps_one_wording_where_its_channels_agree() {
    let place = |n, platform, own, line: &str| Place {
        variant: VariantId(n),
        own,
        template: Template::read(line).unwrap(),
        values: Values { platform, ..AUTUMN },
    };
    let base = "Меню: https://kolos.ru/";
    let same = "utm_source=smm";
    let both = [place(1, "vk", None, same), place(2, "telegram", None, same)];
    let wanted = "Меню: https://kolos.ru/?utm_source=smm".to_owned();
    assert_eq!(marked(base, &both), [(None, wanted.clone())]);

    let apart = [
        place(1, "vk", None, "utm_source={platform}"),
        place(2, "telegram", None, "-"),
    ];
    let of_vk = "Меню: https://kolos.ru/?utm_source=vk".to_owned();
    assert_eq!(marked(base, &apart), [(Some(VariantId(1)), of_vk)]);

    let own = [
        place(1, "vk", Some("Своё"), same),
        place(2, "telegram", Some(base), same),
    ];
    assert_eq!(marked("", &own), [(Some(VariantId(2)), wanted)]);
    assert_eq!(marked("Без ссылок", &both), []);
}

fn hostile() -> impl Strategy<Value = String> {
    let words = prop::sample::select(vec![
        "https://kolos.ru",
        "http://a.ru",
        "/",
        "?",
        "#",
        "&",
        "=",
        "utm_source",
        "utm_",
        "x=1",
        "(",
        ")",
        "[",
        "]",
        ".",
        ",",
        "!",
        "»",
        "«",
        " ",
        "\n",
        "ё",
        "ế",
        "👋",
        "%D0",
        "@",
        "t.me",
        "https://t.me/x",
        "\u{301}",
        ":80",
        "кафе.рф",
        "…",
        "*",
    ]);
    prop::collection::vec(words, 0..30).prop_map(|words| words.concat())
}

proptest! {
    #[test]
    fn only_marks_are_added_and_never_twice(text in hostile()) {
        let once = tagged(&text, &usual(), &AUTUMN);
        prop_assert_eq!(tagged(&once, &usual(), &AUTUMN), once.clone());
        prop_assert!(untagged_links(&once).is_empty(), "{}", once);
        // What was there is there still, in its order.
        let mut rest = once.chars();
        prop_assert!(text.chars().all(|c| rest.any(|other| other == c)), "{}", once);
    }
}

#[test]
fn the_own_link_of_a_post_takes_the_marks_that_all_its_channels_agree_on() {
    let place = |n, platform, line: &str| Place {
        variant: VariantId(n),
        own: None,
        template: Template::read(line).unwrap(),
        values: Values { platform, ..AUTUMN },
    };
    let usual = "utm_source={platform}&utm_medium=social";
    let (vk, telegram) = (place(1, "vk", usual), place(2, "telegram", usual));
    let link = "https://kolos.ru/raf?a=1#menu";
    let alone = marked_link(link, std::slice::from_ref(&vk));
    let of_vk = "https://kolos.ru/raf?a=1&utm_source=vk&utm_medium=social#menu";
    assert_eq!(alone.as_deref(), Some(of_vk));
    let both = [vk.clone(), telegram];
    let agreed = marked_link(link, &both).unwrap();
    assert_eq!(agreed, "https://kolos.ru/raf?a=1&utm_medium=social#menu");
    // Once is enough, and then nobody calls it bare any more.
    assert_eq!(marked_link(&agreed, &both), None);
    assert_eq!(untagged_links(&agreed), []);
    // Where nothing is put on links, nothing is agreed on; channels that leave links alone have no say.
    assert_eq!(marked_link(link, &[place(1, "vk", "-")]), None);
    assert_eq!(marked_link("", &both), None);
    let one_says = marked_link(link, &[vk, place(2, "telegram", "-")]);
    assert_eq!(one_says.as_deref(), Some(of_vk));
}
