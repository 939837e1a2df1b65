//! Names that a file uses and the desk does not, with what stands here for each: said by hand once, remembered afterwards.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::domain::fold::fold;

/// Names kept of one kind; a desk has no more partners who call things otherwise.
const MOST: usize = 2_000;

/// Things kept under one name: two clients may both have a «Страница».
const UNDER_ONE: usize = 16;

/// What a name is the name of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum What {
    /// Of a client.
    Client,
    /// Of a channel, or of the platform it is on.
    Channel,
    /// Of a rubric.
    Rubric,
}

impl What {
    /// Its word in locale keys.
    pub const fn word(self) -> &'static str {
        match self {
            What::Client => "client",
            What::Channel => "channel",
            What::Rubric => "rubric",
        }
    }
}

/// What stands for which name, the newest first.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct StandIns {
    clients: BTreeMap<String, Vec<String>>,
    channels: BTreeMap<String, Vec<String>>,
    rubrics: BTreeMap<String, Vec<String>>,
}

impl StandIns {
    /// From now on this name of a file means that one here.
    pub fn say(&mut self, what: What, name: &str, here: &str) {
        let name = fold(name.trim());
        let book = self.book_mut(what);
        if book.len() >= MOST && !book.contains_key(&name) {
            return;
        }
        let under = book.entry(name).or_default();
        under.retain(|known| known != here);
        under.insert(0, here.to_owned());
        under.truncate(UNDER_ONE);
    }

    /// The name means none of these any more.
    pub fn forget(&mut self, what: What, name: &str, these: &[String]) {
        let name = fold(name.trim());
        let book = self.book_mut(what);
        if let Some(under) = book.get_mut(&name) {
            under.retain(|here| !these.contains(here));
            if under.is_empty() {
                book.remove(&name);
            }
        }
    }

    /// What may be meant by a name, the likeliest first.
    pub fn of(&self, what: What, name: &str) -> &[String] {
        let book = match what {
            What::Client => &self.clients,
            What::Channel => &self.channels,
            What::Rubric => &self.rubrics,
        };
        if book.is_empty() {
            return &[];
        }
        book.get(&fold(name.trim())).map_or(&[], Vec::as_slice)
    }

    /// Nothing stands for anything.
    pub fn is_empty(&self) -> bool {
        self.clients.is_empty() && self.channels.is_empty() && self.rubrics.is_empty()
    }

    /// These names over those that were known before.
    #[must_use]
    pub fn over(&self, before: &StandIns) -> StandIns {
        let mut all = before.clone();
        for what in [What::Client, What::Channel, What::Rubric] {
            let newer = match what {
                What::Client => &self.clients,
                What::Channel => &self.channels,
                What::Rubric => &self.rubrics,
            };
            for (name, under) in newer {
                for here in under.iter().rev() {
                    all.say(what, name, here);
                }
            }
        }
        all
    }

    fn book_mut(&mut self, what: What) -> &mut BTreeMap<String, Vec<String>> {
        match what {
            What::Client => &mut self.clients,
            What::Channel => &mut self.channels,
            What::Rubric => &mut self.rubrics,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_newest_word_comes_first_and_older_ones_stay() {
        let mut before = StandIns::default();
        before.say(What::Channel, "Страница", "@kolos");
        let mut now = StandIns::default();
        now.say(What::Channel, " СТРАНИЦА ", "@marani");
        let all = now.over(&before);
        assert_eq!(all.of(What::Channel, "страница"), ["@marani", "@kolos"]);
        assert!(all.of(What::Client, "страница").is_empty());
        assert_eq!(all.over(&all), all);
    }

    #[test]
    fn what_stands_for_one_client_is_taken_back_alone() {
        let mut names = StandIns::default();
        names.say(What::Channel, "Страница", "@kolos");
        names.say(What::Channel, "Страница", "@marani");
        names.forget(What::Channel, "страница", &["@kolos".into(), "vk".into()]);
        assert_eq!(names.of(What::Channel, "Страница"), ["@marani"]);
        names.forget(What::Channel, "Страница", &["@marani".into()]);
        assert!(names.is_empty());
    }

    #[test]
    fn a_hostile_file_cannot_fill_the_memory() {
        let mut names = StandIns::default();
        for n in 0..MOST + 50 {
            names.say(What::Client, &format!("name {n}"), "Kolos");
        }
        for n in 0..UNDER_ONE + 5 {
            names.say(What::Client, "name 1", &format!("here {n}"));
        }
        assert_eq!(names.clients.len(), MOST);
        assert_eq!(names.of(What::Client, "name 1").len(), UNDER_ONE);
    }
}
