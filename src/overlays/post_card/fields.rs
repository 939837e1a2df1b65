//! The fields of a post's card: in their order, with what stands in them, and which of them its format has no use for.

use chrono::Datelike;

use crate::domain::Moment;
use crate::domain::address;
use crate::domain::command::{PlanCommand, PostCard};
use crate::domain::format::rules;
use crate::domain::lint::Ad;
use crate::domain::post::Format;
use crate::env::Env;
use crate::overlays::blank::{self, Named};
use crate::store::{CardOfPost, Media};
use crate::ui::{Entry, Field, LineInput};

// The places of its fields.
pub(super) const TOPIC: usize = 0;
pub(super) const RUBRIC: usize = 1;
pub(super) const CAMPAIGN: usize = 2;
pub(super) const FORMAT: usize = 3;
pub(super) const LINK: usize = 4;
pub(super) const FIRST_COMMENT: usize = 5;
pub(super) const BRIEF: usize = 6;
pub(super) const SCRIPT: usize = 7;
pub(super) const SHOTS: usize = 8;
pub(super) const NOTE: usize = 9;
pub(super) const CLIENT_NOTE: usize = 10;
pub(super) const READY_BY: usize = 11;
/// The first description; there is one for each picture, and behind the last a field for one more picture.
pub(super) const ALTS: usize = 12;

/// The fields of an advertisement come behind the field for one more picture.
pub(super) const AD: [usize; 3] = [1, 2, 3];

/// Said instead of a description, it takes the picture off; said instead of a day, it takes the day away.
pub(super) const OFF: &str = "-";

/// The places that have no use for a post of this format: what is not shot has no script.
pub(super) fn unused(format: Format) -> Vec<usize> {
    if rules(format).is_shot {
        Vec::new()
    } else {
        vec![SCRIPT, SHOTS]
    }
}

/// All of them, as the card stands.
pub(super) fn fields(was: &CardOfPost, env: &Env<'_>) -> Vec<Named> {
    let card = &was.card;
    let formats = Format::ALL.iter().map(|format| {
        env.locale
            .text(&format!("format-{}", format.word()))
            .into_owned()
    });
    let at = Format::ALL.iter().position(|it| *it == card.format);
    let mut fields = vec![
        blank::line("post-card-topic", &card.topic, false, env),
        blank::line("post-card-rubric", &card.rubric, false, env),
        blank::line("post-card-campaign", &card.campaign, false, env),
        blank::choice("post-card-format", formats.collect(), at.unwrap_or(0), env),
        blank::line("post-card-link", &card.link, false, env),
        blank::glimpse("post-card-first-comment", &card.first_comment, env),
        blank::glimpse("post-card-brief", &card.brief, env),
        blank::glimpse("post-card-script", &card.script, env),
        blank::glimpse("post-card-shots", &card.shots, env),
        blank::glimpse("post-card-note", &card.note, env),
        blank::glimpse("post-card-client-note", &card.client_note, env),
        blank::line(
            "post-card-ready",
            &ready_words(card.ready_by, env),
            false,
            env,
        ),
    ];
    let pictures = was.pictures.iter().zip(1usize..);
    fields.extend(pictures.map(|(picture, n)| alt(picture, n, env)));
    fields.push(blank::line("post-card-picture", "", false, env));
    fields.extend(ad_fields(&card.ad, env));
    fields
}

/// Most posts are no advertisement and keep these folded.
fn ad_fields(ad: &Ad, env: &Env<'_>) -> [Named; 3] {
    let options =
        ["post-card-ad-no", "post-card-ad-yes"].map(|key| env.locale.text(key).into_owned());
    let folded = !ad.is_ad;
    let (name, field) = blank::choice("post-card-ad", options.to_vec(), usize::from(ad.is_ad), env);
    [
        (name, Field { folded, ..field }),
        blank::line("post-card-advertiser", &ad.advertiser, folded, env),
        blank::line("post-card-erid", &ad.erid, folded, env),
    ]
}

/// "25.11 18:00" on the wall that is shown, with the year where it is another; nothing for none.
pub(super) fn ready_words(by: Option<Moment>, env: &Env<'_>) -> String {
    let Some(by) = by else {
        return String::new();
    };
    let wall = env.wall(by);
    let form = if wall.year() == env.today().year() {
        "%d.%m %H:%M"
    } else {
        "%d.%m.%Y %H:%M"
    };
    wall.format(form).to_string()
}

fn alt(picture: &Media, n: usize, env: &Env<'_>) -> Named {
    let args = [("n", n.into()), ("name", picture.name.as_str().into())];
    let field = Field {
        label: env.locale.say("post-card-alt", &args),
        entry: Entry::Line(LineInput::new(
            &picture.alt,
            &env.locale.text("post-card-alt-example"),
        )),
        error: String::new(),
        folded: false,
    };
    (format!("alt:{}", picture.id.0), field)
}

/// What the answer under a picture means for it.
pub(super) fn described(picture: &Media, alt: String) -> Option<PlanCommand> {
    let media = picture.id;
    if alt == OFF {
        return Some(PlanCommand::Detach { media });
    }
    (alt != picture.alt).then_some(PlanCommand::EditAlt { media, alt })
}

/// What cannot stay as it is, and where it stands.
pub(super) fn mistakes(card: &PostCard, env: &Env<'_>) -> Vec<(usize, String)> {
    let said = |key: &str| env.locale.text(key).into_owned();
    let mut mistakes = Vec::new();
    if card.topic.is_empty() {
        mistakes.push((TOPIC, said("post-card-topic-missing")));
    }
    if !card.link.is_empty() && !address::is_safe_link(&card.link) {
        mistakes.push((LINK, said("prompt-not-a-link")));
    }
    mistakes
}
