//! A brief: where the month of one client stands, in six lines. What nobody knows is none and never a zero.

use chrono::{NaiveDate, NaiveDateTime};

use super::kpi::Score;
use super::tongue::Tongue;

/// Where the month of a client stands. All days and times are on the client's own wall.
#[derive(Debug, Clone, PartialEq)]
pub struct Brief {
    /// Whose, by the full name.
    pub client: String,
    /// The language it is written in.
    pub tongue: Tongue,
    /// The day it speaks of; the month and the week are those of this day.
    pub today: NaiveDate,
    /// Posts that went out this month.
    pub out: u32,
    /// Posts the month promises, if any were promised.
    pub promised: Option<u32>,
    /// What is still to come this month.
    pub ahead: Ahead,
    /// What should be out and is not.
    pub late: Late,
    /// Posts that wait for the client's yes.
    pub to_approve: Owed,
    /// Conversations in which the client must say something first.
    pub to_say: Owed,
    /// What was answered.
    pub answered: Answered,
    /// The best of the last posts; none while too few were measured.
    pub best: Option<BestPost>,
    /// The numbers that have a goal.
    pub goals: Vec<GoalLine>,
    /// The sign of the client's money; empty when it has none.
    pub money: String,
}

/// Posts with a time to come.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Ahead {
    /// How many, until the end of the month.
    pub posts: u32,
    /// The nearest of them.
    pub next: Option<NamedPost>,
}

/// Posts whose time has passed with nothing out.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Late {
    /// How many.
    pub posts: u32,
    /// The one that has waited longest.
    pub oldest: Option<NamedPost>,
}

/// A post by its topic and its time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamedPost {
    /// What it is about.
    pub topic: String,
    /// When it was planned for.
    pub when: NaiveDateTime,
}

/// What the client owes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Owed {
    /// How many things.
    pub count: u32,
    /// The day of the oldest of them.
    pub since: Option<NaiveDate>,
}

/// Conversations that got an answer, by the day on which they began.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Answered {
    /// Since Monday.
    pub week: u32,
    /// Since the first of the month.
    pub month: u32,
    /// Conversations of this month whose promise was kept.
    pub in_time: u32,
    /// Conversations of this month whose promise can be judged.
    pub judged: u32,
}

/// A post that people took part in most.
#[derive(Debug, Clone, PartialEq)]
pub struct BestPost {
    /// What it is about.
    pub topic: String,
    /// The day it went out.
    pub day: NaiveDate,
    /// Interactions of those reached, in per cent.
    pub rate: f64,
}

/// A number against its goal.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct GoalLine {
    /// Which number.
    pub score: Score,
    /// Where it stands; none when it is not known.
    pub now: Option<f64>,
    /// What was promised.
    pub goal: f64,
}
