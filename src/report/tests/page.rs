//! The page: what is in it, that it needs nothing else, and that it asks for no more pictures than it takes.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

use super::stage::{item, packet, packet_of, picture};
use crate::domain::packet::{Packet, Picture};
use crate::domain::tongue::Tongue;
use crate::report;

/// A picture of one point.
const POINT: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR";

pub(super) fn page_of(
    packet: &Packet,
    pictures: impl FnMut(&Picture) -> Option<Vec<u8>>,
) -> String {
    let mut out = Vec::new();
    report::packet::html(packet, pictures, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

/// The name of a tag with its attributes.
type Tag = (String, Vec<(String, String)>);

/// The opening tags of a page, read as strictly as they are written: every value in double quotes.
pub(super) fn tags(page: &str) -> Vec<Tag> {
    let mut found = Vec::new();
    let mut rest = page.strip_prefix("<!DOCTYPE html>").unwrap();
    while let Some(at) = rest.find('<') {
        rest = &rest[at + 1..];
        if let Some(after) = rest.strip_prefix('/') {
            rest = after;
            continue;
        }
        let end = rest.find([' ', '>']).unwrap();
        let mut tag = (rest[..end].to_owned(), Vec::new());
        rest = &rest[end..];
        while let Some(after) = rest.strip_prefix(' ') {
            let (attribute, value) = after.split_once("=\"").unwrap();
            let (value, after) = value.split_once('"').unwrap();
            tag.1.push((attribute.to_owned(), value.to_owned()));
            rest = after;
        }
        rest = rest.strip_prefix('>').unwrap();
        found.push(tag);
    }
    found
}

/// The words of a piece of a page, as a browser reads them.
pub(super) fn words(piece: &str) -> String {
    let outside = piece.split('<').enumerate().map(|(n, part)| match n {
        0 => part,
        _ => part.split_once('>').unwrap().1,
    });
    let outside: String = outside.collect();
    [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#39;", "'"),
        ("&amp;", "&"),
    ]
    .into_iter()
    .fold(outside, |words, (written, meant)| {
        words.replace(written, meant)
    })
}

#[test]
fn every_post_stands_on_the_page_in_the_language_of_the_client() {
    for tongue in Tongue::ALL {
        let packet = packet(*tongue);
        let page = page_of(&packet, |_| None);
        let lang = format!("<html lang=\"{}\">", tongue.word());
        assert!(page.starts_with(&format!("<!DOCTYPE html>\n{lang}")));
        let told = words(&page[page.find("<body>").unwrap()..]);
        for post in &packet.items {
            assert!(told.contains(&packet.code_of(post)) && told.contains(&post.topic));
            for wording in &post.wordings {
                assert!(told.contains(&wording.text), "{told}");
            }
        }
        assert!(!told.contains(['⟦', '{']), "{told}");
    }
}

#[test]
fn nothing_but_the_own_style_is_allowed_and_that_by_its_hash() {
    let page = page_of(&packet(Tongue::En), |_| None);
    let (_, style) = page.split_once("<style>").unwrap();
    let (style, _) = style.split_once("</style>").unwrap();
    let hash = STANDARD.encode(Sha256::digest(style));
    let policy = format!(
        "content=\"default-src 'none'; img-src data:; style-src 'sha256-{hash}'; base-uri 'none'; form-action 'none'\""
    );
    assert!(page.contains(&policy), "{policy}");
    for asks in [
        "url(",
        "@import",
        "<script",
        " style=",
        "src=\"http",
        "srcset",
    ] {
        assert!(!page.contains(asks), "{asks}");
    }
}

#[test]
fn links_can_be_clicked_and_say_nothing_of_where_from() {
    let post = item(1, "A", "Menu: https://kolos.example/menu, and javascript:x");
    let page = page_of(&packet_of(Tongue::En, vec![post]), |_| None);
    let link = "<a href=\"https://kolos.example/menu\" target=\"_blank\" rel=\"noopener noreferrer nofollow\">";
    assert_eq!(page.matches("<a ").count(), 1, "one post needs no list");
    assert!(page.contains(link), "{page}");
}

#[test]
fn pictures_lie_inside_and_what_cannot_is_named() {
    let mut post = item(1, "A", "b");
    post.pictures = vec![
        picture("raf.svg", "Cup \"with\" foam"),
        picture("drawing.svg", ""),
        picture("film.mp4", ""),
        picture("lost.png", ""),
    ];
    let page = page_of(
        &packet_of(Tongue::En, vec![post]),
        |picture| match picture.name.as_str() {
            "raf.svg" => Some(POINT.to_vec()),
            "drawing.svg" => Some(b"<svg onload='x()'/>".to_vec()),
            "film.mp4" => Some(b"\0\0\0\x18ftypmp42".to_vec()),
            _ => None,
        },
    );
    let image = "<img src=\"data:image/png;base64,iVBORw0KGgoAAAANSUhEUg==\" alt=\"Cup &quot;with&quot; foam\">";
    assert!(page.contains(image), "{page}");
    assert_eq!(page.matches("<img ").count(), 1);
    assert_eq!(page.matches("class=\"apart\"").count(), 3);
    for name in ["drawing.svg", "film.mp4", "lost.png"] {
        assert!(page.contains(&format!("<strong dir=\"auto\">{name}</strong>")));
    }
}

#[test]
fn a_month_gets_a_list_in_front() {
    let posts = (1..=30)
        .map(|n| item(n, &format!("Post {n}"), "b"))
        .collect();
    let page = page_of(&packet_of(Tongue::En, posts), |_| None);
    for n in 1..=30 {
        assert!(page.contains(&format!("<a href=\"#post-{n}\">")));
        assert!(page.contains(&format!("id=\"post-{n}\">")));
    }
}

#[test]
fn an_empty_packet_is_a_page_too() {
    let page = page_of(&packet_of(Tongue::Ru, Vec::new()), |_| None);
    assert!(
        page.contains("<p>В этой подборке нет постов.</p>"),
        "{page}"
    );
    assert!(!page.contains("<article") && !page.contains("class=\"how\""));
}

#[test]
fn a_broken_pipe_is_told() {
    struct Full;
    impl std::io::Write for Full {
        fn write(&mut self, _: &[u8]) -> std::io::Result<usize> {
            Err(std::io::ErrorKind::StorageFull.into())
        }
        fn flush(&mut self) -> std::io::Result<()> {
            Ok(())
        }
    }
    let told = report::packet::html(&packet(Tongue::Ru), |_| None, &mut Full);
    assert_eq!(told.unwrap_err().kind(), std::io::ErrorKind::StorageFull);
}
