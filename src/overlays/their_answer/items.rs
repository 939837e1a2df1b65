//! The posts of a packet with what is said to them: picked by key, else as the client's words were understood.

use crate::domain::command::Told;
use crate::domain::ids::{ClientId, PacketId};
use crate::domain::verdict::{Answer, Asked, Doubt, Verdict, read_answer};
use crate::store::{AskedItem, Reader, Result};

use super::MOST;

/// One post.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Item {
    pub(super) asked: AskedItem,
    /// What she has picked by key: it outweighs what was understood of the words.
    pub(super) picked: Option<(Verdict, String)>,
}

/// What was understood of the client's words.
#[derive(Debug, Default)]
pub(super) struct Heard {
    said: Answer,
    pub(super) doubts: Vec<Doubt>,
}

impl Heard {
    /// Reads words as an answer to these posts; no words are no answer and no question.
    pub(super) fn of<'i>(
        text: &str,
        items: impl Iterator<Item = &'i Item>,
        letters: &[String],
    ) -> Self {
        let items: Vec<&Item> = items.collect();
        let Some(first) = items.first().filter(|_| !text.trim().is_empty()) else {
            return Self::default();
        };
        let code = first.asked.letters.as_str();
        let numbers: Vec<u32> = items.iter().map(|it| it.asked.number).collect();
        let others: Vec<String> = letters.iter().filter(|it| *it != code).cloned().collect();
        let asked = Asked {
            code,
            numbers: &numbers,
            other_codes: &others,
        };
        let mut said = read_answer(text, &asked);
        Self {
            doubts: std::mem::take(&mut said.doubts),
            said,
        }
    }

    fn on(&self, number: u32) -> Option<(Verdict, &str)> {
        let mut said = self.said.items.iter();
        let found = said.find(|it| it.number == number)?;
        Some((found.verdict, found.words.as_str()))
    }
}

impl Item {
    /// What is about to be taken down on it: her own pick, or what was understood; nothing that is on record already.
    pub(super) fn news<'a>(&'a self, heard: &'a Heard) -> Option<(Verdict, &'a str)> {
        let picked = self
            .picked
            .as_ref()
            .map(|(verdict, words)| (*verdict, words.as_str()));
        let news = picked.or_else(|| heard.on(self.asked.number))?;
        let on_record = self.asked.verdict == Some(news.0) && self.asked.words == news.1;
        (!on_record).then_some(news)
    }

    /// Whether a yes to it cannot count, because it is not what was shown any more.
    pub(super) fn is_stale(&self, heard: &Heard) -> bool {
        let is_yes = matches!(self.news(heard), Some((Verdict::Yes, _)));
        is_yes && !self.asked.changed.is_empty()
    }
}

/// What the client has, with nothing said yet.
pub(super) fn read(reader: &Reader, client: ClientId) -> Result<Vec<Item>> {
    let asked = reader.asked(client, MOST)?.into_iter();
    let items = asked.map(|asked| Item {
        asked,
        picked: None,
    });
    Ok(items.collect())
}

/// Picks go along to the posts they were made for, unless those are answered by now.
pub(super) fn carry_over(old: &[Item], mut fresh: Vec<Item>) -> Vec<Item> {
    for item in &mut fresh {
        let before = old.iter().find(|it| it.asked.item == item.asked.item);
        let same = before.filter(|it| it.asked.verdict == item.asked.verdict);
        item.picked = same.and_then(|it| it.picked.clone());
    }
    fresh
}

/// All that is clear and new.
pub(super) fn told<'i>(items: impl Iterator<Item = &'i Item>, heard: &Heard) -> Vec<Told> {
    let clear = items.filter(|it| !it.is_stale(heard));
    clear
        .filter_map(|it| {
            let (verdict, words) = it.news(heard)?;
            Some(Told {
                item: it.asked.item,
                verdict,
                words: words.to_owned(),
            })
        })
        .collect()
}

/// Whether a doubt has gone: she has picked for that post, or its answer is on record.
pub(super) fn is_settled(doubt: &Doubt, items: &[Item], packet: PacketId) -> bool {
    match doubt {
        Doubt::Unclear { number, .. } | Doubt::Bare { number } | Doubt::Twice { number, .. } => {
            let here = |it: &&Item| it.asked.packet == packet && it.asked.number == *number;
            let item = items.iter().find(here);
            item.is_some_and(|it| it.picked.is_some())
        }
        Doubt::OtherPacket { code, number } => {
            let there = |it: &&Item| {
                it.asked.letters.eq_ignore_ascii_case(code) && it.asked.number == *number
            };
            let item = items.iter().find(there);
            item.is_some_and(|it| it.asked.verdict.is_some())
        }
        Doubt::NoSuchItem { .. } | Doubt::Nowhere { .. } | Doubt::CutShort | Doubt::NothingSaid => {
            false
        }
    }
}
