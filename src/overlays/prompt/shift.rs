//! Several posts at several times: how far they go, or where the first of them goes.

use std::collections::HashMap;

use chrono::NaiveDateTime;
use chrono_tz::Tz;

use super::Meaning;
use super::moment::{Subject, warned};
use crate::domain::Moment;
use crate::domain::ids::VariantId;
use crate::domain::shift::Shift;
use crate::domain::when;
use crate::domain::words::Words;
use crate::domain::zone::town;
use crate::effect::Effect;
use crate::env::{Env, Landing};

/// A variant and its moment.
type Move = (VariantId, Moment);

/// What is moved, by its variant.
type Subjects<'s> = HashMap<VariantId, &'s Subject>;

/// "+2d" moves all of them; "fri 10" is where the first goes, and the others keep their distance. Each moves on the wall it
/// was planned on, whatever wall is shown: that is how they will be moved.
pub(super) fn shift(line: &str, moves: &[Move], subjects: &[Subject], env: &Env<'_>) -> Meaning {
    if line.trim().is_empty() {
        return Meaning::Not(Words::new("prompt-shift-help"));
    }
    let (Some(first), Some(last)) = (moves.first(), moves.last()) else {
        return Meaning::Not(Words::new("shift-nothing"));
    };
    let subjects: &Subjects<'_> = &subjects.iter().map(|it| (it.variant, it)).collect();
    let by = match when::distance(line) {
        Some(by) => by,
        None => match when::parse(line, env.now, env.shown_zone()) {
            Ok(when) => {
                let (from, zone) = wall(*first, subjects, env);
                let to = when.resolved.moment().with_timezone(&zone);
                Shift::between(from, to.naive_local())
            }
            Err(trouble) => return Meaning::Not(trouble.words()),
        },
    };
    if by.is_nothing() {
        return Meaning::Not(Words::new("prompt-shift-nothing"));
    }
    let land = |it: &Move| {
        let (local, zone) = wall(*it, subjects, env);
        by.land(local, zone).map(|(planned, _)| planned.at)
    };
    let (Some(to), Some(last_to)) = (land(first), land(last)) else {
        return Meaning::Not(Words::new("prompt-shift-nothing"));
    };
    if to <= env.now {
        let at = said(to, env);
        return Meaning::Not(Words::new("prompt-shift-past").with("at", at));
    }
    let args = [
        ("from", said(first.1, env).into()),
        ("to", said(to, env).into()),
        ("zone", town(env.shown_zone()).into()),
    ];
    let mut shown = vec![env.locale.say("prompt-shift-first", &args)];
    if last != first {
        let args = [("to", said(last_to, env).into())];
        shown.push(env.locale.say("prompt-shift-last", &args));
    }
    let landings: Vec<Landing> = moves
        .iter()
        .filter_map(|it| Some(subjects.get(&it.0)?.landing(land(it)?)))
        .collect();
    shown.extend(warned(&landings, env));
    Meaning::Ready {
        shown,
        effects: Effect::Shift {
            variants: moves.iter().map(|(variant, _)| *variant).collect(),
            by,
        }
        .into(),
    }
}

/// The wall a variant moves along: the one it was planned on.
fn wall((variant, at): Move, subjects: &Subjects<'_>, env: &Env<'_>) -> (NaiveDateTime, Tz) {
    let planned = subjects.get(&variant).and_then(|it| it.wall);
    planned.unwrap_or_else(|| (env.wall(at).naive_local(), env.shown_zone()))
}

fn said(at: Moment, env: &Env<'_>) -> String {
    let day = env.locale.day_short(env.wall(at).date_naive());
    format!("{day} {}", env.clock(at))
}
