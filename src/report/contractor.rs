//! The brief for whoever draws or films it: what, how large for each platform, the words that go with it, until when. Text
//! to paste into a chat, in a language the contractor reads.

use chrono::NaiveDateTime;

use super::line;
use crate::domain::format::{Limits, Media, Rules, rules};
use crate::domain::picture::Kind;
use crate::domain::platform::Platform;
use crate::domain::post::Format;
use crate::domain::tongue::Tongue;
use crate::locale::{Arg, Voice};

/// What is to be made.
#[derive(Debug, Clone, Copy)]
pub struct Order<'o> {
    /// In which language it is asked for.
    pub tongue: Tongue,
    /// For whom.
    pub client: &'o str,
    /// What it is about.
    pub topic: &'o str,
    /// What kind of thing it is.
    pub format: Format,
    /// What it should do and how it should sound.
    pub brief: &'o str,
    /// The text that goes with it.
    pub text: &'o str,
    /// The link that goes with it.
    pub link: &'o str,
    /// Where it will be seen.
    pub platforms: &'o [&'o Platform],
    /// Until when, on her wall.
    pub ready_by: Option<NaiveDateTime>,
}

/// The brief as text. What is not there is left out; a missing deadline is said.
pub fn text(order: &Order<'_>) -> String {
    let teller = Teller {
        voice: Voice::new(order.tongue),
        order,
        rules: rules(order.format),
    };
    let parts = [
        teller.head(),
        order.brief.trim().to_owned(),
        teller.sizes(),
        teller.words(),
        teller.end(),
    ];
    let said: Vec<String> = parts.into_iter().filter(|it| !it.is_empty()).collect();
    said.join("\n\n") + "\n"
}

/// Who says it.
struct Teller<'o> {
    voice: Voice,
    order: &'o Order<'o>,
    rules: &'static Rules,
}

impl Teller<'_> {
    fn say(&self, key: &str, args: &[(&str, Arg)]) -> String {
        self.voice.say(key, args)
    }

    /// Whose, what about, and what kind of thing.
    fn head(&self) -> String {
        let args = [
            ("client", line(self.order.client).into()),
            ("topic", line(self.order.topic).into()),
        ];
        let title = self.say("order-title", &args);
        if self.order.format == Format::Text {
            return title;
        }
        let format = format!("format-{}", self.order.format.word());
        let format = self.voice.text(&format).into_owned();
        format!(
            "{title}\n{}",
            self.say("order-format", &[("format", format.into())])
        )
    }

    /// A line for each platform, with what is known of it.
    fn sizes(&self) -> String {
        let mut lines = vec![self.voice.text("order-sizes").into_owned()];
        for platform in self.order.platforms {
            let known = self.known_of(platform);
            if !known.is_empty() {
                lines.push(format!(
                    "– {}: {}",
                    platform.name_in(self.order.tongue),
                    known.join(" · ")
                ));
            }
        }
        if lines.len() == 1 {
            return String::new();
        }
        lines.join("\n")
    }

    /// Ratio, length, kinds and weight that a platform takes in this format.
    fn known_of(&self, platform: &Platform) -> Vec<String> {
        let own = self.rules.on.get(&platform.id);
        let media = &platform.media;
        let is_film = self.rules.media == Some(Media::Film);
        let (kinds, most) = if is_film {
            (&media.film_kinds, media.film_bytes)
        } else {
            (&media.image_kinds, media.image_bytes)
        };
        let ratio = own.map(|it| &it.ratio).filter(|it| !it.is_empty());
        let ratio = ratio.unwrap_or(&self.rules.ratio);
        let mut known = Vec::new();
        if !ratio.is_empty() {
            known.push(ratio.clone());
        }
        if let Some(limits) = own {
            known.extend(length(limits));
        }
        if !kinds.is_empty() {
            let names: Vec<&str> = kinds.iter().copied().map(Kind::name).collect();
            known.push(names.join(", "));
        }
        if !is_film && media.width_min > 0 {
            let pixels = self.voice.number(i64::from(media.width_min));
            known.push(self.say("order-width", &[("pixels", pixels.into())]));
        }
        if most > 0 {
            let size = self.voice.number((most / 1_000_000) as i64);
            known.push(self.say("order-weight", &[("size", size.into())]));
        }
        known
    }

    /// The text and the link that go with it.
    fn words(&self) -> String {
        let text = self.order.text.trim();
        let mut parts = Vec::new();
        if !text.is_empty() {
            parts.push(format!("{}\n{text}", self.voice.text("order-text")));
        }
        if !self.order.link.is_empty() {
            let link = line(self.order.link).into();
            parts.push(self.say("order-link", &[("link", link)]));
        }
        parts.join("\n\n")
    }

    /// Until when, and where to.
    fn end(&self) -> String {
        let by = match self.order.ready_by {
            Some(by) => {
                let when = self.voice.when_long(by).into();
                self.say("order-by", &[("when", when)])
            }
            None => self.voice.text("order-undated").into_owned(),
        };
        format!("{by}\n{}", self.voice.text("order-send"))
    }
}

/// "0:03–1:30".
fn length(limits: &Limits) -> Option<String> {
    let clock = |seconds: u32| format!("{}:{:02}", seconds / 60, seconds % 60);
    let (from, to) = limits.seconds?;
    Some(format!("{}–{}", clock(from), clock(to)))
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::*;
    use crate::domain::platform::Platforms;

    fn order(tongue: Tongue, platforms: &[&Platform]) -> String {
        let by = NaiveDate::from_ymd_opt(2026, 11, 26).unwrap();
        text(&Order {
            tongue,
            client: "Kolos",
            topic: "Хлеб за минуту",
            format: Format::Short,
            brief: "Руки, печь, первый хлеб. Без слов.",
            text: "Рустам встаёт в четыре.",
            link: "https://kolos.example/hleb",
            platforms,
            ready_by: by.and_hms_opt(18, 0, 0),
        })
    }

    #[test]
    fn a_contractor_reads_what_how_large_and_until_when() {
        let platform = |id| Platforms::builtin().by_id(id).unwrap();
        let said = order(Tongue::En, &[platform("instagram"), platform("vk")]);
        let wanted = "Task for Kolos: Хлеб за минуту\nFormat: short video\n\n\
            Руки, печь, первый хлеб. Без слов.\n\n\
            Sizes and limits\n– Instagram: 9:16 · 0:03–15:00 · up to 300 MB\n– VK: 9:16\n\n\
            Text that goes with it:\nРустам встаёт в четыре.\n\nLink: https://kolos.example/hleb\n\n\
            Please send it by Thursday 26 November, 18:00.\n\
            Please send the original files in reply, not compressed by the messenger.\n";
        assert_eq!(said, wanted);
    }

    #[test]
    fn platforms_and_the_deadline_are_named_as_the_contractor_says_them() {
        let instagram = Platforms::builtin().by_id("instagram").unwrap();
        let russian = order(Tongue::Ru, &[instagram]);
        assert!(russian.starts_with("Kolos. Задача: Хлеб за минуту\n"));
        assert!(russian.contains("– Инстаграм: "), "{russian}");
        let finnish = order(Tongue::Fi, &[instagram]);
        assert!(finnish.contains("– Instagram: "), "{finnish}");
        assert!(finnish.contains("Määräaika: torstai 26. marraskuuta"));
    }

    #[test]
    fn it_is_written_in_every_language_a_client_reads_and_says_when_the_day_is_open() {
        let mut all: Vec<String> = Vec::new();
        for tongue in Tongue::ALL {
            let said = order(*tongue, &[]);
            assert!(!said.contains('⟦'), "{said}");
            assert!(!all.contains(&said));
            all.push(said);
        }
        let bare = text(&Order {
            tongue: Tongue::Ru,
            client: "Kolos",
            topic: "Хлеб",
            format: Format::Text,
            brief: "",
            text: "",
            link: "",
            platforms: &[],
            ready_by: None,
        });
        assert_eq!(bare.lines().count(), 4, "{bare}");
    }
}
