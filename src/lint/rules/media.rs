//! More pictures than a platform takes, or heavier ones.

use super::{Hit, Rule, Said, Subject};
use crate::domain::lint::{RuleId, Severity};
use crate::domain::words::Words;

pub(super) const RULE: Rule<Subject> = Rule {
    id: RuleId::Media,
    severity: Severity::Warning,
    source: "images_max and image_bytes in platforms.toml",
    look,
};

/// Endings of files that are pictures: a film has limits of its own.
const PICTURES: [&str; 8] = ["jpg", "jpeg", "png", "gif", "webp", "heic", "bmp", "tiff"];

fn look(post: &Subject, said: &mut Said) {
    let n = post.media.len();
    let too_many = post.card_of(|it| (1..n).contains(&it.platform.media.images_max));
    if let Some((place, codes)) = too_many {
        let most = post.outlets().map(|it| it.1.platform.media.images_max);
        let max = most.filter(|most| (1..n).contains(most)).min().unwrap_or(n);
        let words = Words::new("lint-media-many").with("codes", codes);
        said.say(Hit::at(place, words.with("n", n).with("max", max)));
    }
    for picture in post.media.iter().filter(|it| is_picture(&it.name)) {
        let is_heavy = |max: u64| max > 0 && picture.bytes > max;
        let heavy = post.card_of(|it| is_heavy(it.platform.media.image_bytes));
        if let Some((place, codes)) = heavy {
            let words = Words::new("lint-media-heavy").with("codes", codes);
            said.say(Hit::at(place, words.with("name", &picture.name)));
        }
    }
}

fn is_picture(name: &str) -> bool {
    let ending = name
        .rsplit_once('.')
        .map_or("", |it| it.1)
        .to_ascii_lowercase();
    PICTURES.contains(&ending.as_str())
}
