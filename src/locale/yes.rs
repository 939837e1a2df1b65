//! Words around the client's yes: reasons that the desk wrote down itself, and what has changed since a client saw it.

use std::borrow::Cow;

use unicode_segmentation::UnicodeSegmentation;

use super::{Lang, Locale};
use crate::domain::ids::ChannelId;
use crate::domain::verdict::Verdict;
use crate::domain::yes::{Changed, REASONS, swaps};

/// Places told of each part; the others are counted.
const TOLD: usize = 3;

/// Characters of old and of new words in one place.
const LONGEST: usize = 32;

impl Locale<Lang> {
    /// A reason as she reads it: the desk's own are keys, anything else is said as it is.
    pub fn reason<'a>(&'a self, reason: &'a str) -> Cow<'a, str> {
        if REASONS.contains(&reason) {
            self.text(reason)
        } else {
            Cow::Borrowed(reason)
        }
    }

    /// "changed after the yes to A1: text 199 → 249"; `name` names channels.
    pub fn since_shown<'n>(
        &self,
        code: &str,
        verdict: Option<Verdict>,
        changed: &[Changed],
        name: impl Fn(ChannelId) -> &'n str,
    ) -> String {
        let list: Vec<String> = changed.iter().map(|it| self.changed(it, &name)).collect();
        let key = match verdict {
            Some(Verdict::Yes) => "yes-since-yes",
            Some(Verdict::Changes | Verdict::No) | None => "yes-since-shown",
        };
        self.say(
            key,
            &[("code", code.into()), ("list", list.join("; ").into())],
        )
    }

    /// "text VK 199 → 249, + new words".
    fn changed<'n>(&self, changed: &Changed, name: &impl Fn(ChannelId) -> &'n str) -> String {
        let part = self.text(&format!("yes-part-{}", changed.part.word()));
        let mut head: Vec<&str> = vec![&part];
        head.extend(changed.channels.iter().map(|channel| name(*channel)));
        let swaps = swaps(&changed.pieces);
        let mut list: Vec<String> = swaps
            .iter()
            .take(TOLD)
            .map(|swap| match (short(&swap.gone), short(&swap.new)) {
                (gone, new) if gone.is_empty() => format!("+ {new}"),
                (gone, new) if new.is_empty() => format!("− {gone}"),
                (gone, new) => format!("{gone} → {new}"),
            })
            .collect();
        if swaps.len() > TOLD {
            list.push(self.say("yes-more", &[("n", (swaps.len() - TOLD).into())]));
        }
        format!("{}: {}", head.join(" "), list.join(", "))
    }
}

/// Words on one line, cut where they are long.
fn short(words: &str) -> String {
    let line = words.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.grapheme_indices(true).nth(LONGEST) {
        Some((end, _)) => format!("{}…", line[..end].trim_end()),
        None => line,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::yes::{Shown, TAKEN_BACK};

    const VK: ChannelId = ChannelId(1);
    const TG: ChannelId = ChannelId(2);

    fn shown(vk: &str, tg: &str) -> Shown {
        Shown {
            wordings: vec![(VK, vk.into()), (TG, tg.into())],
            ..Shown::default()
        }
    }

    fn said(lang: Lang, was: &Shown, now: &Shown) -> String {
        let name = |channel| if channel == VK { "VK" } else { "TG" };
        let verdict = Some(Verdict::Yes);
        Locale::new(lang).since_shown("A1", verdict, &was.changed(now), name)
    }

    #[test]
    fn what_changed_is_said_place_by_place() {
        let was = shown("Завтрак за 199 ₽", "Завтрак за 199 ₽");
        let mut now = shown("Завтрак за 249 ₽", "Завтрак за 199 ₽");
        now.link = "https://kolos.example".into();
        assert_eq!(
            said(Lang::En, &was, &now),
            "changed after the yes to A1: text VK: 199 → 249; link: + https://kolos.example"
        );
        assert_eq!(
            said(Lang::Ru, &was, &shown("За 199 ₽", "За 199 ₽")),
            "изменено после согласия на A1: текст: Завтрак за → За"
        );
    }

    #[test]
    fn a_rewritten_text_stays_one_line() {
        let old = "а б в г д е ж з и к\n".repeat(40);
        let new = "а 1 в 2 д 3 ж 4 и 5\n".repeat(40);
        let words = said(Lang::Ru, &shown(&old, ""), &shown(&new, ""));
        assert!(words.ends_with("ещё 197 мест"), "{words}");
        let far = said(Lang::En, &shown(&"сло ".repeat(900), ""), &shown("", ""));
        assert!(far.ends_with('…') && far.chars().count() < 90, "{far}");
    }

    #[test]
    fn the_desk_s_own_reasons_are_words_and_hers_stay_hers() {
        let ru = Locale::new(Lang::Ru);
        assert_eq!(ru.reason(TAKEN_BACK), "изменён после согласия клиента");
        assert_eq!(ru.reason("цену 249, не 199"), "цену 249, не 199");
    }
}
