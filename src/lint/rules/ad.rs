//! An advertisement without its mark, or where the law forbids it. Other posts are none of its business.

use super::{Hit, Rule, Said, Subject};
use crate::domain::lint::{RuleId, Severity};
use crate::domain::platform::AdsRu;
use crate::domain::words::Words;
use crate::lint::spans::Folded;
use crate::lint::subject::Text;

pub(super) const RULE: Rule<Subject> = Rule {
    id: RuleId::Ad,
    severity: Severity::Blocking,
    source: "Russian advertising law: the word, the advertiser and an ERID; 72-FZ from 2025-09-01 for blocked resources",
    look,
};

/// The word that the law wants.
const WORD: &str = "Реклама";

fn look(post: &Subject, said: &mut Said) {
    if !post.ad.is_ad || !post.is_russian() {
        return;
    }
    let banned = post.card_of(|it| it.platform.ads_ru == AdsRu::Banned);
    if let Some((place, codes)) = banned {
        said.say(Hit::at(
            place,
            Words::new("lint-ad-banned").with("codes", codes),
        ));
    }
    let disputed = post.card_of(|it| it.platform.ads_ru == AdsRu::Disputed);
    if let Some((place, codes)) = disputed {
        let words = Words::new("lint-ad-disputed").with("codes", codes);
        said.say(Hit::at(place, words).weighing(Severity::Warning));
    }
    card(post, said);
    for text in &post.texts {
        mark(post, text, said);
    }
}

/// What the card must know of it.
fn card(post: &Subject, said: &mut Said) {
    let missing = [
        (post.ad.advertiser.is_empty(), "lint-ad-advertiser"),
        (post.ad.erid.is_empty(), "lint-ad-erid"),
        (
            !post.ad.erid.is_empty() && !post.ad.has_sound_erid(),
            "lint-ad-erid-unsound",
        ),
    ];
    for (_, key) in missing.into_iter().filter(|it| it.0) {
        if let Some((place, _)) = post.card_of(|_| true) {
            said.say(Hit::at(place, Words::new(key)));
        }
    }
}

/// What its readers must see. Once all of it is known the whole line can be put under the text.
fn mark(post: &Subject, text: &Text, said: &mut Said) {
    let folded = Folded::of(&text.words);
    let (advertiser, erid) = (&post.ad.advertiser, &post.ad.erid);
    let lacks_word = !folded.has(WORD);
    let lacks = lacks_word
        || (!advertiser.is_empty() && !folded.has(advertiser))
        || (!erid.is_empty() && !text.words.contains(erid.as_str()));
    if !lacks {
        return;
    }
    let end = text.words.len();
    let key = if lacks_word {
        "lint-ad-word"
    } else {
        "lint-ad-mark"
    };
    let before = if text.words.is_empty() { "" } else { "\n\n" };
    let fix = post.ad.mark().map(|mark| format!("{before}{mark}"));
    said.say(Hit::at(text.place().from(end..end), Words::new(key)).mended_by(fix));
}
