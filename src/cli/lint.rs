//! `lint`: what the checker says of posts, taking its safe fixes, and letting posts break a rule for a reason.

use clap::Args;
use serde_json::{Value, json};

use super::change;
use super::door::Door;
use super::moments;
use super::named;
use super::stop::Stop;
use super::which::{self, Narrow};
use crate::domain::command::{Command, Mended, PlanCommand};
use crate::domain::ids::{PostId, VariantId};
use crate::domain::lint::{RuleId, Severity};
use crate::domain::sanitize;
use crate::domain::words::Words;
use crate::env::Roster;
use crate::lint::{Finding, Part, Subject, check, mended, rules};
use crate::locale::Locale;
use crate::store::{Reader, Store};

/// Days ahead that are looked at where no posts and no days are named.
const AHEAD: chrono::Duration = chrono::Duration::days(14);

/// Posts looked at in one go.
const MANY: usize = 10_000;

/// What is looked at, and what becomes of it.
#[derive(Debug, Args)]
pub(super) struct LintOrder {
    #[arg(value_name = "WHICH")]
    which: Vec<String>,
    #[arg(long, value_name = "WHEN", conflicts_with = "which")]
    from: Option<String>,
    #[arg(long, value_name = "WHEN", conflicts_with = "which")]
    to: Option<String>,
    #[arg(long, value_name = "WHO")]
    client: Option<String>,
    #[arg(long)]
    fix: bool,
    #[arg(long, value_name = "RULE", value_delimiter = ',', requires_all = ["which", "reason"])]
    pass: Vec<String>,
    #[arg(long, value_name = "TEXT")]
    reason: Option<String>,
    #[arg(
        long,
        value_name = "RULE",
        value_delimiter = ',',
        requires = "which",
        conflicts_with = "pass"
    )]
    mind: Vec<String>,
}

/// A post and what was found on it.
struct Looked {
    uid: String,
    topic: String,
    client: String,
    subject: Subject,
    found: Vec<Finding>,
}

/// Looks, and does what was asked. Something in the way of a post is told to the shell.
pub(super) fn run(door: &mut Door<'_>, order: &LintOrder) -> Result<(), Stop> {
    if !order.pass.is_empty() || !order.mind.is_empty() {
        return decide(door, order);
    }
    let store = order.fix.then(|| door.store()).transpose()?;
    let own = match &store {
        Some(_) => None,
        None => Some(door.reader()?),
    };
    let Some(reader) = store.as_ref().map(Store::reader).or(own.as_ref()) else {
        return Ok(());
    };
    let roster = Roster::read(reader)?;
    let looked = reader.snapshot(|reader| Ok(look(door, reader, &roster, order)))??;
    if let Some(mut store) = store {
        return fix(door, &mut store, &looked);
    }
    tell(door, &looked)?;
    let blocks = |it: &Finding| it.severity == Severity::Blocking;
    if looked.iter().any(|it| it.found.iter().any(blocks)) {
        return Err(Stop::Found);
    }
    Ok(())
}

/// Lets the named posts break rules, or holds them to these again.
fn decide(door: &mut Door<'_>, order: &LintOrder) -> Result<(), Stop> {
    let mut store = door.store()?;
    let roster = Roster::read(store.reader())?;
    let narrow = Narrow {
        client: order.client.clone(),
        channel: None,
    };
    let targets = which::targets(door, store.reader(), &roster, &order.which, &narrow)?;
    let posts: Vec<PostId> = targets.iter().map(|it| it.post).collect();
    let command = if order.mind.is_empty() {
        PlanCommand::LetPass {
            posts,
            rules: known_rules(&order.pass, &door.locale)?,
            reason: why(order.reason.as_deref())?,
        }
    } else {
        PlanCommand::Mind {
            posts,
            rules: known_rules(&order.mind, &door.locale)?,
        }
    };
    change::apply(door, &mut store, &Command::Plan(command)).map(drop)
}

/// A reason that says something.
pub(super) fn why(said: Option<&str>) -> Result<String, Stop> {
    let reason = sanitize::line(said.unwrap_or_default()).trim().to_owned();
    if reason.is_empty() {
        return Err(Stop::misasked(Words::new("lint-reason-missing")));
    }
    Ok(reason)
}

/// Rules by their names; all that nobody knows are told at once.
pub(super) fn known_rules(said: &[String], locale: &Locale) -> Result<Vec<RuleId>, Stop> {
    let mut rules = Vec::new();
    let mut wrong = Vec::new();
    for word in said.iter().filter(|word| !word.trim().is_empty()) {
        if let Some(rule) = locale.rule_named(word) {
            rules.push(rule);
        } else {
            let words = Words::new("lint-no-rule").with("found", named::shown(word));
            wrong.push(words.with("known", Locale::rule_words()));
        }
    }
    Stop::unless_right(wrong)?;
    Ok(rules)
}

/// What the checker says of every post that is meant.
fn look(
    door: &mut Door<'_>,
    reader: &Reader,
    roster: &Roster,
    order: &LintOrder,
) -> Result<Vec<Looked>, Stop> {
    let mut looked = Vec::new();
    for post in posts(door, reader, roster, order)? {
        let card = reader.card_of_post(post)?;
        if let Some(subject) = reader.subject(post, door.now)? {
            looked.push(Looked {
                uid: reader.post_uid(post)?,
                topic: card.card.topic,
                client: roster.badge(card.client).0.to_owned(),
                found: check(&subject),
                subject,
            });
        }
    }
    Ok(looked)
}

/// The posts that are named, or those planned in a stretch of days, earliest first.
fn posts(
    door: &mut Door<'_>,
    reader: &Reader,
    roster: &Roster,
    order: &LintOrder,
) -> Result<Vec<PostId>, Stop> {
    if !order.which.is_empty() {
        let narrow = Narrow {
            client: order.client.clone(),
            channel: None,
        };
        let targets = which::targets(door, reader, roster, &order.which, &narrow)?;
        return Ok(targets.iter().map(|it| it.post).collect());
    }
    let scope = match &order.client {
        Some(who) => Some(named::client(roster, who)?.id),
        None => None,
    };
    let bound = |asked: &Option<String>, is_end| {
        let asked = asked.as_deref();
        asked.map(|it| moments::bound(door, it, is_end)).transpose()
    };
    let from = bound(&order.from, false)?.unwrap_or(door.now);
    let to = bound(&order.to, true)?.unwrap_or(from + AHEAD);
    let mut posts: Vec<PostId> = Vec::new();
    for line in reader.agenda(from, to, scope, MANY)? {
        if !posts.contains(&line.post) {
            posts.push(line.post);
        }
    }
    Ok(posts)
}

/// One line for each finding: how heavy, whose, about what, the sentence, and the rule.
fn tell(door: &mut Door<'_>, looked: &[Looked]) -> Result<(), Stop> {
    if door.manner.json {
        let all: Vec<Value> = looked.iter().flat_map(|it| objects(door, it)).collect();
        return door.say.json(&all);
    }
    for it in looked {
        for found in &it.found {
            let sentence = door.locale.words(&found.words);
            let line = [
                found.severity.mark(),
                &it.client,
                &it.topic,
                &sentence,
                found.rule.word(),
                named::short(&it.uid),
            ];
            door.say.answer(&line.join("\t"))?;
        }
    }
    let found: usize = looked.iter().map(|it| it.found.len()).sum();
    let words = Words::new("lint-looked").with("n", looked.len());
    door.remark(&words.with("found", found));
    Ok(())
}

fn objects(door: &Door<'_>, looked: &Looked) -> Vec<Value> {
    let object = |found: &Finding| {
        let place = &found.place;
        let outlets = looked.subject.texts.iter().flat_map(|text| &text.outlets);
        let meant = outlets.filter(|it| place.about.contains(&it.variant));
        let codes: Vec<&str> = meant.map(|it| it.platform.code.as_str()).collect();
        let source = rules().iter().find(|rule| rule.id == found.rule);
        json!({
            "id": looked.uid,
            "client": looked.client,
            "topic": looked.topic,
            "rule": found.rule.word(),
            "severity": found.severity.word(),
            "part": place.part.word(),
            "channels": codes,
            "start": place.range.as_ref().map(|range| range.start),
            "end": place.range.as_ref().map(|range| range.end),
            "words": door.locale.words(&found.words),
            "fix": found.fix,
            "source": source.map(|rule| rule.source),
        })
    };
    looked.found.iter().map(object).collect()
}

/// Takes the safe fixes of all these posts at once: one entry in the history.
fn fix(door: &mut Door<'_>, store: &mut Store, looked: &[Looked]) -> Result<(), Stop> {
    let texts: Vec<Mended> = looked.iter().flat_map(mended_of).collect();
    if texts.is_empty() {
        door.remark(&Words::new("lint-nothing-to-fix"));
        return Ok(());
    }
    let command = Command::Plan(PlanCommand::Mend { texts });
    change::apply(door, store, &command).map(drop)
}

/// The texts of a post that safe fixes change.
fn mended_of(looked: &Looked) -> Vec<Mended> {
    let post = looked.subject.post;
    let of = |part: Part, owner: Option<VariantId>| {
        let found = looked.found.iter();
        found.filter(move |it| it.place.part == part && it.place.owner == owner)
    };
    let texts = looked.subject.texts.iter().map(|text| {
        let new = mended(&text.words, of(Part::Text, text.owner));
        let wording = Mended::Wording {
            post,
            variant: text.owner,
            text: new.clone(),
        };
        (new != text.words).then_some(wording)
    });
    let comment = &looked.subject.first_comment;
    let new = mended(comment, of(Part::FirstComment, None));
    let is_new = new != *comment;
    let comment = is_new.then_some(Mended::FirstComment { post, text: new });
    texts.flatten().chain(comment).collect()
}
