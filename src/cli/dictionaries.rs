//! Which dictionaries the doctor finds for the languages she writes in, and what is wrong with them.

use std::collections::BTreeSet;

use super::door::Door;
use crate::domain::spell::language;

/// The facts by language; of others only what is wrong is told.
const FACTS: [(&str, &str); 5] = [
    ("en", "dictionary.en"),
    ("fi", "dictionary.fi"),
    ("ka", "dictionary.ka"),
    ("ru", "dictionary.ru"),
    ("vi", "dictionary.vi"),
];

/// Tells of the dictionary of every language of her clients: where it lies, or how to come by one. To have none is no
/// mistake: words of that language are not checked, and everything else works.
pub(super) fn tell(door: &mut Door<'_>, facts: &mut Vec<(&'static str, String)>) {
    let clients = door.reader().ok().and_then(|reader| reader.clients().ok());
    let tags = clients
        .into_iter()
        .flatten()
        .flat_map(|client| client.card.languages);
    let languages: BTreeSet<String> = tags.filter_map(|tag| language(&tag)).collect();
    let places = door.world.places();
    let mut remarks = Vec::new();
    for language in languages {
        let found = places.find(&language);
        let path = found.map_or_else(|| "—".to_owned(), |found| found.dic.display().to_string());
        if let Some((_, name)) = FACTS.iter().find(|(of, _)| *of == language) {
            facts.push((name, crate::domain::sanitize::line(&path)));
        }
        remarks.extend(places.trouble(&language));
    }
    for words in remarks {
        door.remark(&words);
    }
}
