//! A client's card: its fields, and what saving it means.

use super::card::{Card, Whose};
use super::check::Mistakes;
use crate::domain::client::{ClientCard, short_name};
use crate::domain::command::{ClientCommand, Command};
use crate::domain::fold::fold;
use crate::domain::hours::Hours;
use crate::domain::ids::ClientId;
use crate::domain::lint::RuleId;
use crate::env::Env;
use crate::overlays::blank;
use crate::store::{Client, Rubric};

// Field numbers of a client's card.
const NAME: usize = 0;
const SHORT: usize = 1;
const ZONE: usize = 2;
const HOURS: usize = 3;
const PROMISE: usize = 4;
const POSTS: usize = 5;
const MONEY: usize = 6;
const LANGUAGES: usize = 7;
const RUBRICS: usize = 8;
const AVOID: usize = 9;
const TONE: usize = 10;
const GOALS: usize = 11;
const AUDIENCE: usize = 12;
const WORDS: usize = 13;
const LINTS: usize = 14;

impl Card {
    /// A client's card, empty for a new one.
    pub(super) fn client(client: Option<&Client>, rubrics: &[Rubric], env: &Env<'_>) -> Self {
        let card = client.map_or_else(
            || ClientCard::new("", env.zone.name()),
            |client| client.card.clone(),
        );
        let line = |key: &str, text: &str, folded: bool| blank::line(key, text, folded, env);
        let fields = vec![
            line("card-name", &card.name, false),
            line("card-short", &card.short, false),
            line("card-zone", &card.zone, false),
            line("card-hours", &card.hours, false),
            line("card-promise", &card.promise_min.to_string(), false),
            line(
                "card-posts",
                &card
                    .contract_posts
                    .map_or_else(String::new, |n| n.to_string()),
                true,
            ),
            line("card-money", &card.contract_money, true),
            line("card-languages", &card.languages.join(", "), true),
            line("card-rubrics", &rubrics_text(rubrics), true),
            line("card-avoid", &card.avoid.join(", "), true),
            blank::text("card-tone", &card.tone, true, env),
            blank::text("card-goals", &card.goals, true, env),
            blank::text("card-audience", &card.audience, true, env),
            line("card-words", &card.words.join(", "), true),
            line("card-lints", &rule_names(&card.lints_off, env), true),
        ];
        let colour = client.map_or_else(
            || (env.roster.clients.len() % 8) as u8,
            |client| client.card.colour,
        );
        let mut made = Self::of(Whose::Client(client.map(|client| client.id)), fields, env);
        made.colour = colour;
        made.rubrics = rubrics.to_vec();
        made
    }

    pub(super) fn client_commands(
        &self,
        id: Option<ClientId>,
        env: &Env<'_>,
    ) -> Result<Vec<Command>, Vec<(usize, String)>> {
        let mut mistakes = Mistakes::default();
        let name = self.blank.line(NAME);
        mistakes.unless(!name.is_empty(), NAME, || {
            env.locale.text("card-name-missing").into_owned()
        });
        let short = Some(self.blank.line(SHORT))
            .filter(|short| !short.is_empty())
            .unwrap_or_else(|| short_name(&name));
        let taken = env
            .roster
            .clients
            .iter()
            .any(|other| Some(other.id) != id && other.card.short == short);
        mistakes.unless(!taken, SHORT, || {
            env.locale.text("card-short-taken").into_owned()
        });
        let zone = mistakes.zone(&self.blank.line(ZONE), ZONE, env);
        let hours = self.blank.line(HOURS);
        if let Err(error) = Hours::parse(&hours) {
            mistakes.add(HOURS, env.locale.words(&error.words()));
        }
        let promise_min = mistakes.number(&self.blank.line(PROMISE), PROMISE, 120, env);
        let posts = self.blank.line(POSTS);
        let contract_posts = (!posts.is_empty()).then(|| mistakes.number(&posts, POSTS, 0, env));
        let rubrics = mistakes.rubrics(&self.blank.line(RUBRICS), RUBRICS, env);
        let lints_off = mistakes.lints(&self.blank.list(LINTS), LINTS, env);
        let card = ClientCard {
            name,
            short,
            colour: self.colour,
            zone,
            hours,
            languages: self.blank.list(LANGUAGES),
            tone: self.blank.text(TONE),
            goals: self.blank.text(GOALS),
            audience: self.blank.text(AUDIENCE),
            avoid: self.blank.list(AVOID),
            promise_min,
            contract_posts,
            contract_money: self.blank.line(MONEY),
            words: self.blank.list(WORDS),
            lints_off: lints_off.into(),
        };
        mistakes.none()?;
        let mut commands = vec![Command::Client(match id {
            Some(id) => ClientCommand::Edit(id, card),
            None => ClientCommand::TakeOn {
                card,
                rubrics: rubrics.clone(),
            },
        })];
        commands.extend(
            id.into_iter()
                .flat_map(|id| self.rubric_commands(id, &rubrics)),
        );
        Ok(commands)
    }

    fn rubric_commands(&self, client: ClientId, wanted: &[(String, Option<u32>)]) -> Vec<Command> {
        wanted
            .iter()
            .filter_map(|(name, share)| {
                let known = |rubric: &&Rubric| fold(&rubric.name) == fold(name);
                match self.rubrics.iter().find(known) {
                    Some(rubric) if (&rubric.name, rubric.share) == (name, *share) => None,
                    Some(rubric) => Some(ClientCommand::EditRubric {
                        rubric: rubric.id,
                        name: name.clone(),
                        share: *share,
                    }),
                    None => Some(ClientCommand::AddRubric {
                        client,
                        name: name.clone(),
                        share: *share,
                    }),
                }
            })
            .map(Command::Client)
            .collect()
    }
}

/// Rules by their names, as the card shows and reads them.
fn rule_names(rules: &[RuleId], env: &Env<'_>) -> String {
    let names = rules.iter().map(|rule| env.locale.rule(*rule));
    names.collect::<Vec<_>>().join(", ")
}

fn rubrics_text(rubrics: &[Rubric]) -> String {
    let each = rubrics.iter().map(|rubric| match rubric.share {
        Some(share) => format!("{} {share}", rubric.name),
        None => rubric.name.clone(),
    });
    each.collect::<Vec<_>>().join(", ")
}
