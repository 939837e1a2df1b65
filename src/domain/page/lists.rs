//! A page of words of her own, put to lists of ours. Hers never change what ours mean: an entry of hers holds at least one
//! word that stands in none of our lists, so that a line without such a word is read as it was before.

use std::collections::{HashMap, HashSet};

use toml::de::{DeTable, DeValue};
use toml::{Spanned, Table, Value};

use super::{Mistake, Page, in_order, quote, sorts};
use crate::domain::fold::fold;
use crate::domain::words::Words;

/// From here on signs are pictures, which may stand for a word.
const PICTURES: char = '\u{2190}';

/// How a list's words are cut and compared.
pub trait Cut {
    /// An entry as it stands in our lists.
    fn entry(&self, written: &str) -> String;

    /// Its words; none where it can never be met in a text.
    fn words(&self, entry: &str) -> Vec<String>;
}

/// Ours with hers among them; refuses the whole page with all its mistakes. `ours` is the text of our own file, in which
/// every list of entries can be added to.
pub fn with_hers(page: &str, ours: &str, cut: &impl Cut) -> Result<Table, Vec<Mistake>> {
    let (mut page, root) = Page::toml(page);
    let mut lists: Table = toml::from_str(ours).unwrap_or_default();
    let mut adding = Adding {
        names: names(&lists),
        known: known(&lists, cut),
        hers: HashMap::new(),
        found: Vec::new(),
    };
    adding.table(&mut page, "", root.get_ref(), cut);
    if !page.is_right() {
        return Err(page.finish());
    }
    for (list, entry) in adding.found {
        let table = match list.split_once('.') {
            None => Some(&mut lists),
            Some((table, _)) => lists.get_mut(table).and_then(Value::as_table_mut),
        };
        let name = list.rsplit('.').next().unwrap_or_default();
        let entries = table.and_then(|table| table.get_mut(name)?.as_array_mut());
        if let Some(entries) = entries {
            entries.push(Value::String(entry));
        }
    }
    Ok(lists)
}

/// The names of our lists: "evening", "weekdays.fri".
fn names(lists: &Table) -> Vec<String> {
    let each = lists.iter().flat_map(|(name, value)| match value {
        Value::Array(_) => vec![name.clone()],
        Value::Table(inside) => {
            let lists = inside.iter().filter(|(_, value)| value.is_array());
            lists.map(|(inner, _)| format!("{name}.{inner}")).collect()
        }
        _ => Vec::new(),
    });
    each.collect()
}

/// Every word of our lists, with its marks and without them.
fn known(lists: &Table, cut: &impl Cut) -> HashSet<String> {
    let of = |value: &Value| -> Vec<String> {
        let entries = value.as_array().into_iter().flatten();
        entries
            .filter_map(Value::as_str)
            .flat_map(|entry| cut.words(entry))
            .flat_map(|word| [fold(&word), word])
            .collect()
    };
    let each = lists.values().flat_map(|value| match value {
        Value::Table(inside) => {
            // A word that stands for two of ours is ours as well.
            let names = inside.iter().filter(|(_, value)| value.is_str());
            let mut words: Vec<String> = names.map(|(name, _)| name.clone()).collect();
            words.extend(inside.values().flat_map(of));
            words
        }
        list => of(list),
    });
    each.collect()
}

/// Her entries on their way to our lists.
struct Adding {
    names: Vec<String>,
    known: HashSet<String>,
    /// Each entry with its list and its place.
    hers: HashMap<String, (String, usize)>,
    found: Vec<(String, String)>,
}

impl Adding {
    fn table(&mut self, page: &mut Page<'_>, above: &str, table: &DeTable<'_>, cut: &impl Cut) {
        for (name, value) in in_order(table) {
            let list = match above {
                "" => name.get_ref().to_string(),
                above => format!("{above}.{}", name.get_ref()),
            };
            let is_table = self.names.iter().any(|known| {
                let table = known.split_once('.').map(|(table, _)| table);
                table == Some(&list)
            });
            match value.get_ref() {
                DeValue::Table(inside) if is_table && above.is_empty() => {
                    self.table(page, &list, inside, cut);
                }
                _ if self.names.contains(&list) => self.list(page, &list, value, cut),
                _ => {
                    let tables = self
                        .names
                        .iter()
                        .filter_map(|name| Some(name.split_once('.')?.0));
                    let names = self.names.iter().map(String::as_str).chain(tables);
                    page.complain(name.span().start, sorts::unknown(&list, names));
                }
            }
        }
    }

    fn list(
        &mut self,
        page: &mut Page<'_>,
        list: &str,
        value: &Spanned<DeValue<'_>>,
        cut: &impl Cut,
    ) {
        let read = sorts::list(list, value.get_ref()).map(drop);
        if page.check(value.span().start, read).is_none() {
            return;
        }
        for item in value.get_ref().as_array().into_iter().flatten() {
            let at = item.span().start;
            let written = item.get_ref().as_str().unwrap_or_default().trim();
            let tried = self.entry(page, list, (at, written), cut);
            page.check(at, tried);
        }
    }

    /// Whether a word is none of ours, and more than digits and stops.
    fn is_new(&self, word: &str) -> bool {
        let speaks = |c: char| c.is_alphabetic() || c >= PICTURES;
        word.chars().any(speaks) && !self.known.contains(word)
    }

    /// One entry of hers: it can be met, it is new, and it stands in one list only.
    fn entry(
        &mut self,
        page: &Page<'_>,
        list: &str,
        (at, written): (usize, &str),
        cut: &impl Cut,
    ) -> Result<(), Words> {
        let said = |key: &str| Words::new(key).with("word", quote(written));
        let entry = cut.entry(written);
        let words = cut.words(&entry);
        if words.is_empty() {
            return Err(said("list-never-met"));
        }
        if !words.iter().any(|word| self.is_new(word)) {
            return Err(said("list-known"));
        }
        if let Some((other, place)) = self.hers.get(&entry) {
            let line = page.place(*place).0;
            return Err(said("list-twice").with("list", other).with("other", line));
        }
        self.hers.insert(entry.clone(), (list.to_owned(), at));
        self.found.push((list.to_owned(), entry));
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Plain;

    impl Cut for Plain {
        fn entry(&self, written: &str) -> String {
            written.to_lowercase()
        }

        fn words(&self, entry: &str) -> Vec<String> {
            entry.split_whitespace().map(str::to_owned).collect()
        }
    }

    const OURS: &str = "yes = [\"ok\", \"not against\"]\nno = [\"no\"]\n[days]\nfri = [\"friday\"]\n[means]\ntonight = \"this evening\"\n";

    fn told(page: &str) -> Vec<(usize, String)> {
        let mistakes = with_hers(page, OURS, &Plain).unwrap_err();
        let each = mistakes
            .into_iter()
            .map(|mistake| (mistake.line, mistake.words.key));
        each.collect()
    }

    #[test]
    fn hers_come_behind_ours() {
        let lists = with_hers(
            "yes = [\"Let's go\"]\n[days]\nfri = [\"fr\"]\n",
            OURS,
            &Plain,
        )
        .unwrap();
        assert_eq!(
            lists["yes"].to_string(),
            "[\"ok\", \"not against\", \"let's go\"]"
        );
        assert_eq!(lists["days"]["fri"].to_string(), "[\"friday\", \"fr\"]");
    }

    #[test]
    fn what_would_bend_ours_is_refused_and_named() {
        let page = "yes = [\"no\", \"ok no\", \"\", \"tonight\", \"7 .\"]\nno = [\"never\", \"against friday\"]\nyes2 = []\n[days]\nfri = [\"never\", 7]\nfir = []\n";
        assert_eq!(
            told(page),
            [
                (1, "list-known".to_owned()),
                (1, "list-known".to_owned()),
                (1, "list-never-met".to_owned()),
                (1, "list-known".to_owned()),
                (1, "list-known".to_owned()),
                (2, "list-known".to_owned()),
                (3, "page-unknown-near".to_owned()),
                (5, "page-wants-list".to_owned()),
                (6, "page-unknown-near".to_owned()),
            ]
        );
        assert_eq!(
            told("yes = [\"sure\"]\nno = [\"Sure\"]\n"),
            [(2, "list-twice".to_owned())]
        );
        assert_eq!(
            told("yes = 1\ndays = []\n")[0],
            (1, "page-wants-list".to_owned())
        );
    }
}
