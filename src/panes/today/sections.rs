//! The sections of Today: their rules, and what is left out of each where the window has no room for it.

use super::Today;
use super::lines::Row;
use crate::env::Env;

/// One line of the picture: a section's rule, or a row.
pub(super) enum Line {
    Rule(String, String),
    Row(usize),
    More(String),
}

#[derive(PartialEq, Eq)]
enum Section {
    Unsure,
    Late,
    Today,
    Waiting,
    Tonight,
}

impl Today {
    /// Everything in the order of the screen.
    pub(super) fn lines(&self, env: &Env<'_>) -> Vec<Line> {
        let mut lines = Vec::with_capacity(self.rows.len() + 5);
        for at in 0..self.rows.len() {
            if at == 0 || self.section(at - 1) != self.section(at) {
                lines.push(self.rule_of(&self.section(at), env));
            }
            if at == self.unsure_shown && self.late.len() > self.late_shown {
                let earlier = self.late.len() - self.late_shown;
                let words = env.locale.say("today-earlier", &[("n", earlier.into())]);
                lines.push(Line::More(words));
            }
            lines.push(Line::Row(at));
            let mut more = |key: &str, of: usize, shown: usize| {
                if of > shown {
                    let left = [("n", (of - shown).into())];
                    lines.push(Line::More(env.locale.say(key, &left)));
                }
            };
            if at + 1 == self.unsure_shown {
                more("today-unsure-more", self.unsure.len(), self.unsure_shown);
            }
            let posts = self.unsure_shown + self.late_shown + self.planned.len();
            if at + 1 == posts + self.waiting_shown() {
                more(
                    "today-more",
                    self.waiting_count as usize,
                    self.waiting_shown(),
                );
            }
        }
        lines
    }

    fn rule_of(&self, section: &Section, env: &Env<'_>) -> Line {
        let title = |key: &str, n: usize| format!("{} {n}", env.locale.text(key));
        let note = |key: &str| env.locale.text(key).into_owned();
        match section {
            Section::Unsure => Line::Rule(
                title("today-unsure", self.unsure.len()),
                note("today-unsure-note"),
            ),
            Section::Late => Line::Rule(title("today-late", self.late.len()), String::new()),
            Section::Today => {
                Line::Rule(title("today-today", self.planned.len()), self.out_note(env))
            }
            Section::Waiting => Line::Rule(
                title("today-waiting", self.waiting_count as usize),
                note("today-waiting-note"),
            ),
            Section::Tonight => Line::Rule(note("today-tonight"), String::new()),
        }
    }

    fn out_note(&self, env: &Env<'_>) -> String {
        let (out, all) = self.out_of;
        env.locale
            .say("today-out-of", &[("out", out.into()), ("all", all.into())])
    }

    fn section(&self, at: usize) -> Section {
        match &self.rows[at] {
            Row::Post(_) if at < self.unsure_shown => Section::Unsure,
            Row::Post(_) if at < self.unsure_shown + self.late_shown => Section::Late,
            Row::Post(_) => Section::Today,
            Row::Waiting(_) => Section::Waiting,
            Row::Blocked(_)
            | Row::WithClient(_)
            | Row::Looks(_)
            | Row::Numbers(_)
            | Row::Gaps(_)
            | Row::Contracts(_)
            | Row::Soon(_) => Section::Tonight,
        }
    }
}
