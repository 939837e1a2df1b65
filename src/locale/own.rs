//! Words of her own: a sentence of the program said in her way. Only sentences there are, with what they weave in.

use std::collections::{BTreeSet, HashMap, HashSet};

use fluent_bundle::{FluentArgs, FluentResource, FluentValue};

use super::messages::{is_safe, messages};
use super::phrasebook::{Bundle, bind};
use super::{Lang, Language, Shelf};
use crate::domain::in_force::InForce;
use crate::domain::page::{Mistake, Page, quote, sorts};
use crate::domain::tongue::Tongue;
use crate::domain::words::Words;

/// Unknown keys for which the nearest known one is looked up; behind them it is only said that there is none.
const NEAR: usize = 20;

/// Her words in force, once they were read.
static HERS: InForce<Own> = InForce::ours();

/// One file of hers.
#[derive(Debug, Clone)]
pub struct OwnFile {
    /// The tag of the language: the folder it lies in.
    pub tag: String,
    /// Its text.
    pub text: String,
}

/// Her words in every language.
#[derive(Debug, Default)]
pub struct Own {
    by_tag: HashMap<String, OwnWords>,
}

/// Her words in one language.
#[derive(Debug, Default)]
pub(super) struct OwnWords {
    /// What they say it of.
    pub(super) keys: HashSet<String>,
    /// The text of all files.
    pub(super) text: String,
}

/// Her words in force for a language.
pub(super) fn in_force(tag: &str) -> Option<&'static OwnWords> {
    HERS.hers()?.by_tag.get(tag)
}

/// Every language that can be said in other words: those of the interface and those of the clients.
pub fn tags() -> impl Iterator<Item = &'static str> {
    Tongue::ALL.iter().map(|tongue| tongue.shelf().tag)
}

impl Own {
    /// Reads files of hers. All mistakes of all files, each with the number of its file.
    pub fn read(files: &[OwnFile]) -> Result<Self, Vec<(usize, Mistake)>> {
        let mut own = Self::default();
        let mut wrong = Vec::new();
        for (number, file) in files.iter().enumerate() {
            let words = own.by_tag.entry(file.tag.clone()).or_default();
            let mistakes = look(file, words);
            wrong.extend(mistakes.into_iter().map(|mistake| (number, mistake)));
        }
        if wrong.is_empty() {
            Ok(own)
        } else {
            Err(wrong)
        }
    }

    /// Puts hers in force, or ours alone again. Who speaks already goes on as before: make a new `Locale`.
    pub fn put_in_force(hers: Option<Self>) {
        HERS.put(hers);
    }
}

/// The sentences of a language with what each of them weaves in.
fn known(tag: &str) -> HashMap<&'static str, BTreeSet<&'static str>> {
    let interface = Lang::ALL.iter().map(|lang| lang.shelf());
    let letters = Tongue::ALL.iter().map(|tongue| tongue.shelf());
    let mut known: HashMap<&str, BTreeSet<&str>> = HashMap::new();
    for shelf in interface.chain(letters).filter(|shelf| shelf.tag == tag) {
        for message in shelf.files.iter().flat_map(|(_, file)| messages(file)) {
            let args = message.args.iter().map(|(name, _)| *name);
            known.entry(message.key).or_default().extend(args);
        }
    }
    known
}

/// A shelf that speaks this language.
fn shelf(tag: &str) -> Option<&'static Shelf> {
    let tongues = Tongue::ALL.iter().map(|tongue| tongue.shelf());
    tongues.into_iter().find(|shelf| shelf.tag == tag)
}

/// Everything wrong with a file; what is right is put to the words.
fn look(file: &OwnFile, words: &mut OwnWords) -> Vec<Mistake> {
    let mut page = Page::new(&file.text);
    let text = page.text();
    let Some(shelf) = shelf(&file.tag) else {
        let all: Vec<&str> = tags().collect();
        let tag = Words::new("own-no-language").with("tag", quote(&file.tag));
        return vec![Mistake::whole(tag.with("choices", all.join(", ")))];
    };
    for (at, sign) in text.char_indices().filter(|(_, sign)| !is_safe(*sign)) {
        page.complain(
            at,
            Words::new("own-sign").with("sign", format!("U+{:04X}", u32::from(sign))),
        );
    }
    if let Err((_, errors)) = FluentResource::try_new(text.to_owned()) {
        for error in errors {
            let detail = quote(&error.kind.to_string());
            page.complain(
                error.pos.start,
                Words::new("own-syntax").with("detail", detail),
            );
        }
    }
    let known = known(&file.tag);
    let mut strangers = 0;
    let found = messages(text);
    for message in &found {
        for at in &message.signs {
            page.complain(*at, Words::new("own-sign").with("sign", "\\u"));
        }
        if message.key.starts_with('-') {
            continue;
        }
        let Some(args) = known.get(message.key) else {
            strangers += 1;
            let names = known.keys().copied().filter(|_| strangers <= NEAR);
            page.complain(message.at, sorts::unknown(message.key, names));
            continue;
        };
        if !words.keys.insert(message.key.to_owned()) {
            page.complain(
                message.at,
                Words::new("page-twice").with("key", message.key),
            );
        }
        for (arg, at) in message.args.iter().filter(|(arg, _)| !args.contains(arg)) {
            page.complain(*at, no_argument(arg, args));
        }
    }
    if page.is_right() {
        let bundle = bind(shelf, text);
        for message in found.iter().filter(|message| !message.key.starts_with('-')) {
            let tried = say(&bundle, message.key, &known[message.key]);
            page.check(message.at, tried);
        }
    }
    words.text.push_str(text);
    words.text.push('\n');
    page.finish()
}

fn no_argument(arg: &str, args: &BTreeSet<&str>) -> Words {
    let written = |name: &str| format!("${name}");
    if args.is_empty() {
        return Words::new("own-no-arguments").with("arg", written(&quote(arg)));
    }
    let all: Vec<String> = args.iter().map(|name| written(name)).collect();
    Words::new("own-no-argument")
        .with("arg", written(&quote(arg)))
        .with("choices", all.join(", "))
}

/// Says a sentence with every plural there is: one that cannot be said to its end, or goes on for ever, is a mistake.
fn say(bundle: &Bundle, key: &str, args: &BTreeSet<&str>) -> Result<(), Words> {
    let broken = |detail: String| {
        Words::new("own-broken")
            .with("key", key)
            .with("detail", quote(&detail))
    };
    let pattern = bundle
        .get_message(key)
        .and_then(|message| message.value())
        .ok_or_else(|| Words::new("own-empty").with("key", key))?;
    for n in [0, 1, 2, 5, 11, 21, 1000] {
        let values: FluentArgs = args
            .iter()
            .map(|name| {
                let count = FluentValue::from(n);
                let text = FluentValue::from("x");
                (*name, if *name == "n" { count } else { text })
            })
            .collect();
        let mut complaints = Vec::new();
        let said = bundle.format_pattern(pattern, Some(&values), &mut complaints);
        if let Some(complaint) = complaints.first() {
            return Err(broken(complaint.to_string()));
        }
        if said.trim().is_empty() {
            return Err(Words::new("own-empty").with("key", key));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(tag: &str, text: &str) -> OwnFile {
        OwnFile {
            tag: tag.to_owned(),
            text: text.to_owned(),
        }
    }

    fn told(text: &str) -> Vec<(usize, String)> {
        let wrong = Own::read(&[file("en", text)]).unwrap_err();
        let each = wrong
            .into_iter()
            .map(|(_, mistake)| (mistake.line, mistake.words.key));
        each.collect()
    }

    #[test]
    fn a_sentence_of_hers_is_taken() {
        let own = Own::read(&[
            file(
                "ru",
                "\u{feff}tab-today = Утро\r\ndid = Есть: { $what }\r\n",
            ),
            file("fi", "client-quoted = ”{ $words }”\n"),
        ]);
        assert!(own.is_ok(), "{own:?}");
        assert_eq!(own.unwrap().by_tag["ru"].keys.len(), 2);
    }

    #[test]
    fn every_mistake_has_its_line() {
        let page = "tab-todya = Morning\ndid = Done: { $waht }\ntab-plan = { $n }\ndid = again\n";
        assert_eq!(
            told(page),
            [
                (1, "page-unknown-near".to_owned()),
                (2, "own-no-argument".to_owned()),
                (3, "own-no-arguments".to_owned()),
                (4, "page-twice".to_owned()),
            ]
        );
        assert_eq!(told("tab-plan = { \n")[0].1, "own-syntax");
        assert_eq!(
            told("tab-plan = a\u{1b}[2J\n"),
            [(1, "own-sign".to_owned())]
        );
        assert_eq!(
            told("tab-plan = { \"\\u001B\" }\n"),
            [(1, "own-sign".to_owned())]
        );
        assert_eq!(
            told("tab-plan = { NUMBERS($n) }\n")[0].1,
            "own-no-arguments"
        );
        assert_eq!(
            told("tab-plan = { -nobody }\n"),
            [(1, "own-broken".to_owned())]
        );
        let wrong = Own::read(&[file("xx", "")]).unwrap_err();
        assert_eq!(
            (wrong[0].0, wrong[0].1.words.key.as_str()),
            (0, "own-no-language")
        );
    }

    #[test]
    fn words_that_never_end_are_refused() {
        assert_eq!(
            told("-a = { -a }\ntab-plan = { -a }\n"),
            [(2, "own-broken".to_owned())]
        );
        let mut bomb = "-a0 = ha\n".to_owned();
        for n in 1..40 {
            let below = n - 1;
            bomb.extend([format!("-a{n} = {{ -a{below} }}{{ -a{below} }}\n")]);
        }
        bomb.push_str("tab-plan = { -a39 }\n");
        assert_eq!(told(&bomb), [(41, "own-broken".to_owned())]);
    }

    #[test]
    fn thousands_of_strangers_are_told_in_a_moment() {
        let mut page = String::new();
        for n in 0..20_000 {
            page.extend([format!("k{n} = x\n")]);
        }
        assert_eq!(told(&page).len(), 20_000);
    }
}
