//! Several posts at several times: how far they go, or where the first of them goes.

use chrono::NaiveDateTime;

use super::Meaning;
use crate::domain::Moment;
use crate::domain::ids::VariantId;
use crate::domain::shift::Shift;
use crate::domain::when;
use crate::domain::words::Words;
use crate::effect::Effect;
use crate::env::Env;

/// "+2d" moves all of them; "fri 10" is where the first goes, and the others keep their distance.
pub(super) fn shift(line: &str, moves: &[(VariantId, Moment)], env: &Env<'_>) -> Meaning {
    if line.trim().is_empty() {
        return Meaning::Not(Words::new("prompt-shift-help"));
    }
    let (Some((_, first)), Some((_, last))) = (moves.first(), moves.last()) else {
        return Meaning::Not(Words::new("shift-nothing"));
    };
    let wall = |at: &Moment| env.wall(*at).naive_local();
    let by = match when::distance(line) {
        Some(by) => by,
        None => match when::parse(line, env.now, env.shown_zone()) {
            Ok(when) => Shift::between(wall(first), when.local),
            Err(trouble) => return Meaning::Not(trouble.words()),
        },
    };
    if by.is_nothing() {
        return Meaning::Not(Words::new("prompt-shift-nothing"));
    }
    let land = |at: &Moment| by.land(wall(at), env.shown_zone()).map(|(to, _)| to);
    let (Some(to), Some(last_to)) = (land(first), land(last)) else {
        return Meaning::Not(Words::new("prompt-shift-nothing"));
    };
    if to.at <= env.now {
        let at = said(to.local, env);
        return Meaning::Not(Words::new("prompt-shift-past").with("at", at));
    }
    let args = [
        ("from", said(wall(first), env).into()),
        ("to", said(to.local, env).into()),
        ("zone", env.shown_zone().name().into()),
    ];
    let mut shown = vec![env.locale.say("prompt-shift-first", &args)];
    if last != first {
        let args = [("to", said(last_to.local, env).into())];
        shown.push(env.locale.say("prompt-shift-last", &args));
    }
    Meaning::Ready {
        shown,
        effects: Effect::Shift {
            variants: moves.iter().map(|(variant, _)| *variant).collect(),
            by,
        }
        .into(),
    }
}

fn said(local: NaiveDateTime, env: &Env<'_>) -> String {
    let day = env.locale.day_short(local.date());
    format!("{day} {}", env.locale.clock(local.time()))
}
