//! Hostile values stay in their place, and hostile links stay closed.

use super::*;
use crate::domain::platform::Platforms;
use proptest::prelude::*;

const X: &str = "https://x.com/intent/tweet?text={text}&url={url}";

fn text(text: &str) -> Parts<'_> {
    Parts {
        text,
        ..Parts::default()
    }
}

#[test]
fn cyrillic_spaces_and_new_lines_are_encoded_as_bytes() {
    let address = share_address(X, &text("Чай & «рай»\n+1")).unwrap();
    assert_eq!(
        address,
        "https://x.com/intent/tweet?text=%D0%A7%D0%B0%D0%B9%20%26%20%C2%AB%D1%80%D0%B0%D0%B9%C2%BB%0A%2B1"
    );
}

#[test]
fn a_missing_value_takes_its_pair_along() {
    let link = Parts {
        url: "https://kolos.ru/меню",
        ..Parts::default()
    };
    let encoded = "https%3A%2F%2Fkolos.ru%2F%D0%BC%D0%B5%D0%BD%D1%8E";
    assert_eq!(
        share_address(X, &link).unwrap(),
        format!("https://x.com/intent/tweet?url={encoded}")
    );
    assert_eq!(
        share_address(X, &Parts::default()).unwrap(),
        "https://x.com/intent/tweet"
    );
    let fixed = "https://www.linkedin.com/feed/?shareActive=true&text={text}";
    assert_eq!(
        share_address(fixed, &Parts::default()).unwrap(),
        "https://www.linkedin.com/feed/?shareActive=true"
    );
}

#[test]
fn the_page_fills_the_path_and_the_server() {
    let page = |handle| Parts {
        handle,
        text: "Moi",
        ..Parts::default()
    };
    let open = |template, handle| share_address(template, &page(handle));
    assert_eq!(
        open("https://vk.com/{handle}", "@kolos").unwrap(),
        "https://vk.com/kolos"
    );
    assert_eq!(
        open("https://ok.ru/{handle}", "https://ok.ru/group/55").unwrap(),
        "https://ok.ru/group/55"
    );
    let share = "https://{host}/share?text={text}";
    assert_eq!(
        open(share, "@lampo@mastodon.social").unwrap(),
        "https://mastodon.social/share?text=Moi"
    );
    assert_eq!(open(share, "@lampo"), Err(AddressError::Missing("host")));
    assert_eq!(
        open("https://vk.com/{handle}", " "),
        Err(AddressError::Missing("handle"))
    );
    assert_eq!(
        open("https://vk.com/{handle}", "..?a=b#c").unwrap_err(),
        AddressError::Missing("handle")
    );
    assert_eq!(
        open("https://vk.com/{handle}", "a b@c:d").unwrap(),
        "https://vk.com/a%20b%40c%3Ad"
    );
}

#[test]
fn a_template_that_leads_elsewhere_is_refused() {
    for (template, error) in [
        ("http://vk.com/{handle}", TemplateError::NotHttps),
        ("javascript:alert(1)", TemplateError::NotHttps),
        ("viber://forward?text={text}", TemplateError::NotHttps),
        (
            "https://vk.com/{token}",
            TemplateError::Unknown("token".to_owned()),
        ),
        ("https://vk.com/{text", TemplateError::Unclosed),
        ("https://vk.com/text}", TemplateError::Unclosed),
        ("https://vk.com/#{text}", TemplateError::Fragment),
    ] {
        assert_eq!(
            share_address(template, &text("a")),
            Err(AddressError::Template(error)),
            "{template}"
        );
    }
    assert_eq!(share_address("", &text("a")), Err(AddressError::NotALink));
    assert_eq!(
        share_address("https://{text}.evil@vk.com/", &text("a")),
        Err(AddressError::NotALink)
    );
}

#[test]
fn a_text_that_no_server_would_take_goes_by_the_clipboard() {
    let long = "ж".repeat(1_400);
    assert!(matches!(
        share_address(X, &text(&long)),
        Err(AddressError::TooLong(8_432))
    ));
}

#[test]
fn only_plain_links_are_safe() {
    for link in [
        "https://vk.com/kolos?w=wall-1_2#reply",
        "HTTP://example.com",
        "https://кафе.рф/меню",
        "https://example.com:8080/a@b",
        "http://127.0.0.1:3000/",
        "https://[2001:db8::1]:443/x",
        "https://ru.wikipedia.org/wiki/Чай_(напиток)",
    ] {
        assert!(is_safe_link(link), "{link}");
    }
    for link in [
        "",
        "vk.com",
        "//vk.com",
        "https://",
        "https:///path",
        "https://?",
        "https://.../",
        "javascript:alert(1)",
        "javascript://vk.com/%0aalert(1)",
        "file:///etc/passwd",
        "ftp://a.b/",
        "https://vk.com@evil.example/",
        "https://a:b@evil.example",
        "https://vk.com\\@evil.example",
        "https://vk.com/\n--flag",
        "https://vk.com/\u{1b}]52;c;x\u{7}",
        "https://vk.com/a b",
        "https://vk.com/\u{202e}gpj.exe",
        "https://vk\u{200b}.com/",
        "https://vk.com/\"onclick",
        "https://vk.com/<b>",
        "https://vk.com:99999/",
        "https://vk.com:x/",
        "https://[::1/",
        "https://[::1]x/",
        " https://vk.com",
    ] {
        assert!(!is_safe_link(link), "{link:?}");
    }
}

proptest! {
    #[test]
    fn no_value_breaks_out_of_its_place(value in any::<String>(), handle in any::<String>()) {
        let parts = Parts { url: &value, text: &value, title: &value, handle: &handle };
        for platform in Platforms::builtin() {
            for template in [&platform.share, &platform.compose] {
                let Ok(address) = share_address(template, &parts) else { continue };
                prop_assert!(is_safe_link(&address));
                let host_is_fixed = !template.contains("{host}");
                let site = template.split('/').nth(2).unwrap_or_default();
                prop_assert!(!host_is_fixed || address.split('/').nth(2) == Some(site));
                let query = |s: &str| s.split_once('?').map_or(0, |(_, q)| q.split('&').count());
                prop_assert!(query(&address) <= query(template));
                prop_assert!(!address.contains(['#', '"', '\'', '\n', '<', ' ']));
            }
        }
    }

    #[test]
    fn what_was_put_in_comes_out_again(value in "\\PC{1,60}") {
        let address = share_address(X, &text(&value)).unwrap();
        let (_, encoded) = address.split_once("text=").unwrap();
        let back = percent_encoding::percent_decode_str(encoded).decode_utf8().unwrap();
        prop_assert_eq!(back, value);
    }
}
