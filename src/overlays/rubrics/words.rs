//! Days, stages, progress and checklists in her words.

use chrono::{Datelike, NaiveDate};

use crate::domain::campaign::{CampaignCard, Progress, Stage};
use crate::domain::format::rules;
use crate::domain::ids::{ChannelId, RubricId};
use crate::domain::platform::Platform;
use crate::domain::post::{Format, Status};
use crate::domain::rubric::Mix;
use crate::env::Env;

/// What stands between two facts.
pub(super) const BETWEEN: &str = " · ";

/// From its first day to its last: "1–30 Nov", "24 Nov – 10 Jan 2027"; empty without either.
pub(super) fn days(card: &CampaignCard, today: NaiveDate, env: &Env<'_>) -> String {
    let day = |day: NaiveDate| {
        let short = env.locale.day_month(day);
        if day.year() == today.year() {
            short
        } else {
            format!("{short} {}", day.year())
        }
    };
    let open = |key: &str, end: NaiveDate| env.locale.say(key, &[("day", day(end).into())]);
    match (card.starts, card.ends) {
        (Some(starts), Some(ends)) if starts == ends => day(starts),
        (Some(starts), Some(ends)) if starts.with_day(1) == ends.with_day(1) => {
            format!("{}–{}", starts.day(), day(ends))
        }
        (Some(starts), Some(ends)) => format!("{} – {}", day(starts), day(ends)),
        (Some(starts), None) => open("campaign-from", starts),
        (None, Some(ends)) => open("campaign-to", ends),
        (None, None) => String::new(),
    }
}

/// Where it stands: "6 days left", "in 3 days", "over".
pub(super) fn stage(stage: Stage, env: &Env<'_>) -> String {
    let say = |key: &str, n: i64| env.locale.say(key, &[("n", n.into())]);
    let text = |key: &str| env.locale.text(key).into_owned();
    match stage {
        Stage::Running { left: Some(left) } => say("campaign-running", left),
        Stage::Running { left: None } => text("campaign-endless"),
        Stage::Ahead { days } => say("campaign-ahead", days),
        Stage::Undated => text("campaign-undated"),
        Stage::Over => text("campaign-over"),
    }
}

/// The parts of a campaign's posts that are not none: how many, the mark of the plan, the key of the words.
fn parts(progress: Progress) -> impl Iterator<Item = (u32, &'static str, &'static str)> {
    let parts = [
        (progress.out, Status::Published.mark(), "campaign-out"),
        (
            progress.planned,
            Status::Scheduled.mark(),
            "campaign-planned",
        ),
        (progress.late, Status::Missed.mark(), "campaign-late"),
        (progress.open, Status::Idea.mark(), "campaign-open"),
    ];
    parts.into_iter().filter(|(n, ..)| *n > 0)
}

/// "3 out · 2 planned · 1 late".
pub(super) fn progress(progress: Progress, env: &Env<'_>) -> String {
    let each = parts(progress).map(|(n, _, key)| env.locale.say(key, &[("n", n.into())]));
    let said: Vec<String> = each.collect();
    if said.is_empty() {
        return env.locale.text("campaign-no-posts").into_owned();
    }
    said.join(BETWEEN)
}

/// "3✓ 2● 1!", in the marks of the plan.
pub(super) fn marks(progress: Progress) -> String {
    let each = parts(progress).map(|(n, mark, _)| format!("{n}{mark}"));
    each.collect::<Vec<_>>().join("  ")
}

/// "VK 4 · TG 3", most posts first.
pub(super) fn channels(mix: &Mix, rubric: Option<RubricId>, env: &Env<'_>) -> String {
    let mut each: Vec<(ChannelId, u32)> = mix.channels_of(rubric).collect();
    each.sort_by_key(|(_, posts)| std::cmp::Reverse(*posts));
    let said = each
        .into_iter()
        .map(|(channel, posts)| format!("{} {posts}", env.roster.code(channel)));
    said.collect::<Vec<_>>().join(BETWEEN)
}

/// What a format asks for on these platforms: "2–10 pictures · text · cover".
pub(super) fn needs(format: Format, platforms: &[&Platform], env: &Env<'_>) -> String {
    let rules = rules(format);
    let needs = rules.needs_on(platforms).into_iter();
    let said = needs.map(|need| env.locale.words(&rules.words_of(need, platforms)));
    said.collect::<Vec<_>>().join(BETWEEN)
}

/// What the platforms allow of a format, those that say something: "IG: 10 pictures, 4:5–1.91:1".
pub(super) fn limits(format: Format, platforms: &[&Platform], env: &Env<'_>) -> Vec<String> {
    let rules = rules(format);
    platforms
        .iter()
        .filter_map(|platform| {
            let each = rules.limits_on(platform);
            let said: Vec<String> = each.iter().map(|it| env.locale.words(it)).collect();
            let args = [
                ("platform", platform.code.as_str().into()),
                ("limits", said.join(", ").into()),
            ];
            (!said.is_empty()).then(|| env.locale.say("formats-limits", &args))
        })
        .collect()
}
