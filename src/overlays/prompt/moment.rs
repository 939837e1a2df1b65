//! The moment a line means: on the wall that is shown, on the other one where it differs, what the clocks do there, and
//! whether it finds her away.

use chrono::NaiveDateTime;
use chrono_tz::Tz;

use crate::domain::Moment;
use crate::domain::ids::{ChannelId, ClientId, PostId, VariantId};
use crate::domain::when::When;
use crate::domain::zone::{Resolved, town};
use crate::env::{Env, Landing};

/// Begins a line that warns.
pub(super) const WARNING: &str = "▲ ";

/// A variant that a line would move: whose it is, where it goes, and the wall it was planned on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Subject {
    /// Which variant.
    pub variant: VariantId,
    /// Of which post.
    pub post: PostId,
    /// Whose.
    pub client: ClientId,
    /// Where.
    pub channel: ChannelId,
    /// The wall time it was planned for, and whose wall that is.
    pub wall: Option<(NaiveDateTime, Tz)>,
}

impl Subject {
    /// The same at another moment.
    pub(super) const fn landing(&self, at: Moment) -> Landing {
        Landing {
            post: self.post,
            client: self.client,
            channel: self.channel,
            at,
        }
    }
}

/// "Fri 27 Nov 18:30 Moscow · 22:30 in Ho Chi Minh", and under it what must be minded: of those who are told of it, each
/// client with the channel something goes out on.
pub(super) fn shown(
    when: &When,
    told: &[(ClientId, Option<ChannelId>)],
    env: &Env<'_>,
) -> Vec<String> {
    let at = when.resolved.moment();
    let args = [
        ("day", env.day_of_year(env.wall(at).date_naive()).into()),
        ("clock", env.clock(at).into()),
        ("town", town(env.shown_zone()).into()),
    ];
    let mut walls = vec![env.locale.say("prompt-moment", &args)];
    for (client, _) in told {
        let other = env.other_words(*client, at);
        walls.extend(other.filter(|words| !walls.contains(words)));
    }
    let mut shown = vec![walls.join(" · ")];
    let warn = |words: &str| format!("{WARNING}{words}");
    match when.resolved {
        Resolved::Plain(_) => {}
        Resolved::Gap { .. } => shown.push(warn(&env.locale.text("prompt-gap"))),
        Resolved::Fold { .. } => shown.push(warn(&env.locale.text("prompt-fold"))),
    }
    let away = told
        .iter()
        .find_map(|(client, channel)| env.away(at, *client, (*channel)?));
    shown.extend(away.map(|off| warn(&env.away_words(&off))));
    shown
}

/// What is said of posts that land so: why the only one finds her away, or how many of them do.
pub(super) fn warned(landings: &[Landing], env: &Env<'_>) -> Option<String> {
    let (away, all) = env.found_away(landings);
    let words = match away.as_slice() {
        [] => return None,
        [off] if all == 1 => env.away_words(off),
        several => {
            let args = [("n", several.len().into()), ("all", all.into())];
            env.locale.say("off-several", &args)
        }
    };
    Some(format!("{WARNING}{words}"))
}
