//! A brief as text: a heading and six lines on a client, to paste into a chat.

use crate::domain::brief::{Answered, BestPost, Brief, GoalLine, Late, NamedPost, Owed};
use crate::domain::kpi::{Score, Unit};
use crate::locale::{Arg, Voice};

use super::line;

/// The brief as text. Every line is there; what is not known is said to be so.
pub fn text(brief: &Brief) -> String {
    let teller = Teller {
        voice: Voice::new(brief.tongue),
        brief,
    };
    let mut out = String::new();
    for words in [
        teller.title(),
        teller.posts(),
        teller.late(&brief.late),
        teller.waiting(),
        teller.answered(&brief.answered),
        teller.best(brief.best.as_ref()),
        teller.goals(),
    ] {
        out.push_str(&words);
        out.push('\n');
    }
    out
}

/// Who says it.
struct Teller<'a> {
    voice: Voice,
    brief: &'a Brief,
}

impl Teller<'_> {
    fn say(&self, key: &str, args: &[(&str, Arg)]) -> String {
        self.voice.say(key, args)
    }

    fn title(&self) -> String {
        let args = [
            ("client", line(&self.brief.client).into()),
            ("day", self.voice.day(self.brief.today).into()),
        ];
        self.say("brief-title", &args)
    }

    /// What is out and what is still to come.
    fn posts(&self) -> String {
        let Brief {
            out,
            promised,
            ahead,
            ..
        } = self.brief;
        let n = ("n", Arg::from(*out));
        let mut list = vec![match promised {
            Some(goal) => self.say("brief-out-of", &[n, ("goal", (*goal).into())]),
            None => self.say("brief-out", &[n]),
        }];
        list.push(match ahead.posts {
            0 => self.say("brief-ahead-none", &[]),
            posts => self.say("brief-ahead", &[("n", posts.into())]),
        });
        if let Some(next) = &ahead.next {
            list.push(self.say("brief-next", &self.named(next)));
        }
        let month = self.voice.month_of(self.brief.today);
        let args = [("month", month.into()), ("list", list.join(", ").into())];
        self.say("brief-posts", &args)
    }

    fn late(&self, late: &Late) -> String {
        let Some(oldest) = &late.oldest else {
            return self.say("brief-late-none", &[]);
        };
        let [topic, when] = self.named(oldest);
        match late.posts {
            0 | 1 => self.say("brief-late-one", &[topic, when]),
            posts => self.say("brief-late", &[("n", posts.into()), topic, when]),
        }
    }

    fn waiting(&self) -> String {
        let owed = |key, owed: Owed| {
            let day = self.voice.day(owed.since?);
            let args = [("n", owed.count.into()), ("day", day.into())];
            (owed.count > 0).then(|| self.say(key, &args))
        };
        let list: Vec<String> = [
            owed("brief-waiting-posts", self.brief.to_approve),
            owed("brief-waiting-words", self.brief.to_say),
        ]
        .into_iter()
        .flatten()
        .collect();
        if list.is_empty() {
            return self.say("brief-waiting-none", &[]);
        }
        self.say("brief-waiting", &[("list", list.join(", ").into())])
    }

    fn answered(&self, answered: &Answered) -> String {
        let Answered {
            week,
            month,
            in_time,
            judged,
        } = *answered;
        if week == 0 && month == 0 && judged == 0 {
            return self.say("brief-answered-none", &[]);
        }
        let args = [("week", week.into()), ("month", month.into())];
        let said = self.say("brief-answered", &args);
        if judged == 0 {
            return said;
        }
        let args = [("part", in_time.into()), ("whole", judged.into())];
        format!("{said}, {}", self.say("brief-in-time", &args))
    }

    fn best(&self, best: Option<&BestPost>) -> String {
        let Some(best) = best else {
            return self.say("brief-best-none", &[]);
        };
        let args = [
            ("topic", self.voice.quoted(&line(&best.topic)).into()),
            ("day", self.voice.day(best.day).into()),
            ("rate", self.voice.percent(best.rate, 1).into()),
        ];
        self.say("brief-best", &args)
    }

    fn goals(&self) -> String {
        if self.brief.goals.is_empty() {
            return self.say("brief-goals-none", &[]);
        }
        let all = self.brief.goals.iter();
        let list: Vec<String> = all.map(|goal| self.goal(goal)).collect();
        self.say("brief-goals", &[("list", list.join(", ").into())])
    }

    fn goal(&self, line: &GoalLine) -> String {
        let key = format!("score-{}", line.score.word().replace('_', "-"));
        let name = ("name", Arg::from(self.voice.text(&key)));
        let ceiling = if line.score.is_better_low() {
            "≤ "
        } else {
            ""
        };
        let goal = match line.score.unit() {
            Unit::Rate if line.goal.fract() == 0.0 => self.voice.percent(line.goal, 0),
            _ => self.amount(line.score, line.goal),
        };
        let goal = format!("{ceiling}{goal}");
        let goal = ("goal", Arg::from(goal));
        match line.now {
            Some(now) => {
                let now = self.amount(line.score, now).into();
                self.say("brief-goal", &[name, ("now", now), goal])
            }
            None => self.say("brief-goal-unknown", &[name, goal]),
        }
    }

    /// A value of a score with its unit.
    fn amount(&self, score: Score, value: f64) -> String {
        match score.unit() {
            Unit::Count => self.voice.decimal(value, 0),
            Unit::Minutes => self.voice.length_of_time(value.round() as i64),
            Unit::Rate => self.voice.percent(value, 1),
            Unit::Share => self.voice.percent(value, 0),
            Unit::Money => self.money(value),
        }
    }

    /// Small sums keep their fraction: half a unit of a price of two is much.
    fn money(&self, value: f64) -> String {
        let is_small = value.abs() < 10.0 && value.fract() != 0.0;
        let sum = self.voice.decimal(value, if is_small { 2 } else { 0 });
        let sign = line(&self.brief.money);
        if sign.is_empty() {
            sum
        } else {
            format!("{sum}\u{a0}{sign}")
        }
    }

    fn named(&self, post: &NamedPost) -> [(&'static str, Arg); 2] {
        let topic = self.voice.quoted(&line(&post.topic));
        let when = self.voice.when(post.when);
        [("topic", topic.into()), ("when", when.into())]
    }
}
