//! A packet as one page that needs nothing else: no script, no request, pictures inside; for a phone and for a desk, by day
//! and by night, and on paper.

mod album;
mod escape;

use std::io::{self, Write};

use base64::display::Base64Display;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

use super::card::{Card, Head, Shown};
use crate::domain::packet::{Packet, Picture};
use crate::locale::Voice;
use crate::report::facts;
use album::Album;
use escape::{Escaped, Linked};

/// The looks of the page.
const STYLE: &str = include_str!(concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/assets/report/packet.css"
));

/// From so many posts on a list of them stands in front.
const WORTH_A_LIST: usize = 4;

/// Writes the packet as one self-contained page. `pictures` hands out the bytes of a picture, one at a time; what it does
/// not have, what is no picture and what is too heavy is named instead.
pub fn html(
    packet: &Packet,
    mut pictures: impl FnMut(&Picture) -> Option<Vec<u8>>,
    out: &mut impl Write,
) -> io::Result<()> {
    let voice = Voice::new(packet.tongue);
    let head = Head::new(packet, &voice);
    let mut page = Page {
        packet,
        voice: &voice,
        album: Album::new(),
        out,
    };
    page.begin(&head)?;
    page.head(&head)?;
    if packet.items.len() >= WORTH_A_LIST {
        page.list()?;
    }
    writeln!(page.out, "<main>")?;
    for item in &packet.items {
        page.post(&Card::new(packet, item, &voice), &mut pictures)?;
    }
    page.end()
}

/// A page being written.
struct Page<'a, W> {
    packet: &'a Packet,
    voice: &'a Voice,
    album: Album,
    out: &'a mut W,
}

impl<W: Write> Page<'_, W> {
    /// Nothing may be loaded, and of styles only our own, by its hash.
    fn begin(&mut self, head: &Head) -> io::Result<()> {
        let lang = self.packet.tongue.word();
        write!(
            self.out,
            "<!DOCTYPE html>\n<html lang=\"{lang}\">\n<head>\n<meta charset=\"utf-8\">\n\
             <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src data:; style-src 'sha256-"
        )?;
        let style = Sha256::digest(STYLE);
        writeln!(
            self.out,
            "{}'; base-uri 'none'; form-action 'none'\">\n\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
             <meta name=\"color-scheme\" content=\"light dark\">\n\
             <meta name=\"referrer\" content=\"no-referrer\">\n\
             <meta name=\"robots\" content=\"noindex, nofollow\">\n\
             <meta name=\"format-detection\" content=\"telephone=no, date=no, address=no, email=no\">\n\
             <link rel=\"icon\" href=\"data:,\">\n\
             <title>{} · {}</title>\n<style>{STYLE}</style>\n</head>\n<body>",
            Base64Display::new(&style, &STANDARD),
            Escaped(&head.client),
            Escaped(&head.title),
        )
    }

    fn head(&mut self, head: &Head) -> io::Result<()> {
        writeln!(
            self.out,
            "<header class=\"head\">\n<p class=\"title\">{}</p>\n<h1 dir=\"auto\">{}</h1>\n<p class=\"facts\">{}</p>\n</header>",
            Escaped(&head.title),
            Escaped(&head.client),
            Escaped(&head.facts),
        )?;
        if head.answer.is_empty() {
            let nothing = self.voice.text("packet-empty");
            return writeln!(self.out, "<p>{}</p>", Escaped(&nothing));
        }
        let how = self.voice.text("packet-how");
        writeln!(
            self.out,
            "<section class=\"how\">\n<h2>{}</h2>\n<p>{}</p>",
            Escaped(&how),
            Escaped(&head.answer),
        )?;
        if !head.reply_by.is_empty() {
            writeln!(self.out, "<p class=\"by\">{}</p>", Escaped(&head.reply_by))?;
        }
        writeln!(self.out, "</section>")
    }

    /// Every post in a line that leads to it.
    fn list(&mut self) -> io::Result<()> {
        let title = self.voice.text("packet-overview");
        writeln!(
            self.out,
            "<nav class=\"list\">\n<h2>{}</h2>\n<ol>",
            Escaped(&title)
        )?;
        for item in &self.packet.items {
            let card = Card::new(self.packet, item, self.voice);
            writeln!(
                self.out,
                "<li><a href=\"#post-{}\"><span class=\"code\">{}</span> <span class=\"topic\" dir=\"auto\">{}</span> \
                 <span class=\"when\">{}</span></a></li>",
                item.number,
                Escaped(&card.code),
                Escaped(&card.topic),
                Escaped(&card.when),
            )?;
        }
        writeln!(self.out, "</ol>\n</nav>")
    }

    fn post(
        &mut self,
        card: &Card<'_>,
        pictures: &mut impl FnMut(&Picture) -> Option<Vec<u8>>,
    ) -> io::Result<()> {
        writeln!(
            self.out,
            "<article class=\"post\" id=\"post-{}\">\n<div class=\"top\"><div class=\"code\">{}</div><div>\
             <p class=\"when\">{}</p><p class=\"places\" dir=\"auto\">{}</p></div></div>\n<div class=\"body\">",
            card.number,
            Escaped(&card.code),
            Escaped(&card.when_long),
            Escaped(&card.places.join(", ")),
        )?;
        if !card.topic.is_empty() {
            writeln!(self.out, "<h2 dir=\"auto\">{}</h2>", Escaped(&card.topic))?;
        }
        if !card.kind.is_empty() {
            writeln!(self.out, "<p class=\"kind\">{}</p>", Escaped(&card.kind))?;
        }
        for said in &card.wordings {
            self.label(&said.places)?;
            self.words(&said.text)?;
        }
        self.pictures(card, pictures)?;
        for (label, words) in [
            ("packet-first-comment", &card.first_comment),
            ("packet-link", &card.link),
        ] {
            if !words.is_empty() {
                self.label(&self.voice.text(label))?;
                self.words(words)?;
            }
        }
        self.note(&card.client_note)?;
        writeln!(self.out, "</div>\n</article>")
    }

    /// What is said to the reader, in a box apart from the post.
    fn note(&mut self, words: &str) -> io::Result<()> {
        if words.is_empty() {
            return Ok(());
        }
        writeln!(self.out, "<aside class=\"note\">")?;
        self.label(&self.voice.text("packet-client-note"))?;
        self.words(words)?;
        writeln!(self.out, "</aside>")
    }

    fn label(&mut self, words: &str) -> io::Result<()> {
        if words.is_empty() {
            return Ok(());
        }
        writeln!(self.out, "<h3 dir=\"auto\">{}</h3>", Escaped(words))
    }

    fn words(&mut self, words: &str) -> io::Result<()> {
        let words = Linked(words);
        writeln!(self.out, "<div class=\"text\" dir=\"auto\">{words}</div>")
    }

    fn pictures(
        &mut self,
        card: &Card<'_>,
        pictures: &mut impl FnMut(&Picture) -> Option<Vec<u8>>,
    ) -> io::Result<()> {
        let class = match card.pictures.len() {
            0 => return Ok(()),
            1 => "pictures one",
            _ => "pictures",
        };
        writeln!(self.out, "<div class=\"{class}\">")?;
        for shown in &card.pictures {
            match self.album.take(shown.picture, pictures) {
                Some((kind, bytes)) => self.picture(shown, kind, &bytes)?,
                None => self.picture_apart(shown)?,
            }
        }
        writeln!(self.out, "</div>")
    }

    fn picture(&mut self, shown: &Shown<'_>, kind: &str, bytes: &[u8]) -> io::Result<()> {
        let alt = if shown.alt.is_empty() {
            &shown.name
        } else {
            &shown.alt
        };
        let bytes = Base64Display::new(bytes, &STANDARD);
        write!(self.out, "<figure><img src=\"data:{kind};base64,{bytes}")?;
        let caption = facts(&[&shown.told(), &shown.alt]);
        writeln!(
            self.out,
            "\" alt=\"{}\"><figcaption dir=\"auto\">{}</figcaption></figure>",
            Escaped(alt),
            Escaped(&caption),
        )
    }

    /// A box that names what is not here.
    fn picture_apart(&mut self, shown: &Shown<'_>) -> io::Result<()> {
        let apart = self.voice.text("packet-picture-apart");
        writeln!(
            self.out,
            "<div class=\"apart\"><strong dir=\"auto\">{}</strong><span>{}</span></div>",
            Escaped(&shown.told()),
            Escaped(&apart),
        )
    }

    fn end(&mut self) -> io::Result<()> {
        let day = self.voice.day_year(self.packet.made);
        let made = self.voice.say("packet-made", &[("day", day.into())]);
        writeln!(
            self.out,
            "</main>\n<footer class=\"foot\">{}</footer>\n</body>\n</html>",
            Escaped(&made)
        )
    }
}
