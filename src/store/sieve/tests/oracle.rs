//! The rules of a filter once more, in plain words and without SQL.

use super::now;
use crate::domain::filter::{Filter, Flag, Is, Stage, Term};
use crate::domain::fold::fold;
use crate::domain::ids::{PostId, VariantId};
use crate::domain::post::{Approval, Outcome, late_to_write};
use crate::store::{AgendaLine, Store};

/// A post as the oracle sees it.
pub(super) struct Whole {
    pub(super) lines: Vec<AgendaLine>,
    rubric: String,
    /// What each variant's channel goes by: its platform, and its handle.
    places: Vec<(VariantId, [String; 2])>,
    client: String,
    words: String,
}

pub(super) fn wholes(store: &Store) -> Vec<(PostId, Whole)> {
    let reader = store.reader();
    let (clients, channels) = (reader.clients().unwrap(), reader.channels().unwrap());
    (1..=60)
        .map(|id| {
            let post = PostId(id);
            let lines = reader.variants_of(post).unwrap();
            let sheet = reader.sheet(post).unwrap().unwrap();
            let place = |line: &AgendaLine| {
                let channel = channels.iter().find(|it| it.id == line.channel).unwrap();
                let handle = channel.card.handle.replace('@', "");
                (line.variant, [channel.card.platform.clone(), handle])
            };
            let whole = Whole {
                places: lines.iter().map(place).collect(),
                client: clients
                    .iter()
                    .find(|it| it.id == sheet.client)
                    .unwrap()
                    .card
                    .short
                    .clone(),
                rubric: sheet.rubric.clone(),
                words: format!("{} {}", sheet.topic, sheet.text),
                lines,
            };
            (post, whole)
        })
        .collect()
}

impl Whole {
    fn waits(line: &AgendaLine) -> bool {
        !matches!(line.outcome, Outcome::Published | Outcome::Skipped)
    }

    /// Whether one of its variants, or the post itself, is what the term asks for.
    pub(super) fn is(&self, line: &AgendaLine, is: &Is) -> bool {
        let approval = line.approval;
        let come = line.at.is_some_and(|at| at <= now());
        match is {
            Is::Client(name) => self.client == *name,
            Is::Channel(name) => {
                let mut places = self.places.iter().filter(|it| it.0 == line.variant);
                places.any(|(_, goes_by)| goes_by.contains(name))
            }
            Is::Stage(Stage::Out) => line.outcome == Outcome::Published,
            Is::Stage(Stage::Skipped) => line.outcome == Outcome::Skipped,
            Is::Stage(stage) => Self::waits(line) && approval.word() == stage.word(),
            Is::Format(format) => line.format == *format,
            Is::Rubric(name) => self.rubric == *name,
            Is::Campaign(_) => false,
            Is::Words(words) => {
                let spaced = |text: &str| format!(" {}", fold(text)).replace(['"', '('], " ");
                spaced(&self.words).contains(&spaced(words))
            }
            Is::Flag(Flag::Late) => {
                let come = come && !matches!(approval, Approval::Idea | Approval::Hold);
                Self::waits(line)
                    && (come || late_to_write(approval, line.at, line.ready_by, now()))
            }
            Is::Flag(Flag::Mine) => {
                let to_write = matches!(approval, Approval::Draft | Approval::Changes);
                Self::waits(line) && (to_write || (approval == Approval::Approved && come))
            }
            Is::Flag(Flag::NoText) => Self::waits(line) && line.chars == 0,
            Is::Flag(Flag::NoPicture) => Self::waits(line) && line.lacks_media().is_some(),
            Is::Flag(Flag::NoTime) => line.at.is_none() && line.outcome == Outcome::None,
            Is::Flag(Flag::NoRubric) => self.rubric.is_empty(),
        }
    }

    pub(super) fn passes(&self, filter: &Filter) -> bool {
        let kind = |term: &Term| std::mem::discriminant(&term.is);
        let fits = |line: &AgendaLine| {
            filter.terms().iter().filter(|it| !it.not).all(|term| {
                let alone = matches!(term.is, Is::Words(_) | Is::Flag(_));
                let mut same = filter.terms().iter().filter(|it| {
                    !it.not
                        && if alone {
                            *it == term
                        } else {
                            kind(it) == kind(term)
                        }
                });
                same.any(|it| self.is(line, &it.is))
            })
        };
        let hides = |term: &Term| term.not && self.lines.iter().any(|line| self.is(line, &term.is));
        self.lines.iter().any(fits) && !filter.terms().iter().any(hides)
    }
}
