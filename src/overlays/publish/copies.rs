//! What is copied on the way out, piece after piece, and how long it is: a chain part by part, a poll box by box, the title
//! where a platform wants one, and whatever else there is.

use ratatui::style::Style;

use crate::domain::chain;
use crate::domain::count::Standing;
use crate::domain::format::{Limits, options_in, question_in, rules};
use crate::domain::platform::Platform;
use crate::domain::post::Format;
use crate::domain::words::Words;
use crate::env::Env;
use crate::store::{AgendaLine, Parcel};

/// What `y` cycles through: the text, then whatever else there is, each with its name.
pub(super) fn copies(line: &AgendaLine, parcel: &Parcel, env: &Env<'_>) -> Vec<(Words, String)> {
    let mut copies = if is_poll(line, parcel) {
        poll(&parcel.text)
    } else {
        chained(&parcel.text)
    };
    let platform = env.roster.platform(line.channel);
    let title = platform.and_then(Platform::title_limit);
    let alts: Vec<&str> = parcel
        .media
        .iter()
        .map(|media| media.alt.as_str())
        .filter(|alt| !alt.is_empty())
        .collect();
    let rest = [
        (
            "part-title",
            title.map_or_else(String::new, |_| parcel.topic.clone()),
        ),
        ("part-first-comment", parcel.first_comment.clone()),
        ("part-alt", alts.join("\n")),
        ("part-link", parcel.link.clone()),
    ];
    let there = rest.into_iter().filter(|(_, text)| !text.is_empty());
    copies.extend(there.map(|(key, text)| (Words::new(key), text)));
    copies
}

/// The text, or the parts of a chain.
fn chained(text: &str) -> Vec<(Words, String)> {
    let parts = chain::parts(text);
    let name = |nth: usize| match parts.len() {
        1 => Words::new("part-text"),
        total => Words::new("part-of-chain")
            .with("nth", nth)
            .with("total", total),
    };
    let each = parts.iter().zip(1..);
    each.map(|(part, nth)| (name(nth), (*part).to_owned()))
        .collect()
}

/// Whether it goes into the boxes of a poll: a question, and options on lines of their own.
fn is_poll(line: &AgendaLine, parcel: &Parcel) -> bool {
    line.format == Format::Poll && options_in(&parcel.text).next().is_some()
}

/// The question and each option: every one has a box of its own there.
fn poll(text: &str) -> Vec<(Words, String)> {
    let total = options_in(text).count();
    let name = |nth: usize| {
        Words::new("part-option")
            .with("nth", nth)
            .with("total", total)
    };
    let options = options_in(text).zip(1..);
    std::iter::once((Words::new("part-question"), question_in(text)))
        .chain(options.map(|(option, nth)| (name(nth), option.to_owned())))
        .collect()
}

/// How long question and options are, where the platform has limits for them: the longest option speaks for all.
fn poll_lengths(text: &str, platform: &Platform, env: &Env<'_>) -> Vec<(String, Style)> {
    let limits = rules(Format::Poll).on.get(&platform.id);
    let question = limits.and_then(Limits::question_limit);
    let option = limits.and_then(Limits::option_limit);
    let question = question.map(|limit| ("publish-question", limit.standing(&question_in(text))));
    let option = option.and_then(|limit| {
        let each = options_in(text).map(|option| limit.standing(option));
        Some(("publish-option", each.max_by_key(|it| it.used)?))
    });
    let told = question.into_iter().chain(option);
    told.map(|(key, standing)| {
        let args = [("length", env.locale.length(&standing).into())];
        (env.locale.say(key, &args), style(&standing, env))
    })
    .collect()
}

/// How long text and title are, where the platform has a limit for them.
pub(super) fn lengths(line: &AgendaLine, parcel: &Parcel, env: &Env<'_>) -> Vec<(String, Style)> {
    let Some(platform) = env.roster.platform(line.channel) else {
        return Vec::new();
    };
    let mut told = Vec::new();
    if is_poll(line, parcel) {
        return poll_lengths(&parcel.text, platform, env);
    }
    let standing = chain::standing(&parcel.text, platform, !parcel.media.is_empty());
    if let Some(max) = standing.max {
        let parts = chain::parts(&parcel.text).len();
        let key = match (parts, standing.is_sure) {
            (1, true) => "publish-counted",
            (1, false) => "publish-counted-about",
            _ => "publish-counted-parts",
        };
        let args = [
            ("used", standing.used.into()),
            ("max", max.into()),
            ("n", parts.into()),
        ];
        told.push((env.locale.say(key, &args), style(&standing, env)));
    }
    if let Some(limit) = platform.title_limit() {
        let standing = limit.standing(&parcel.topic);
        let args = [("length", env.locale.length(&standing).into())];
        told.push((
            env.locale.say("publish-title", &args),
            style(&standing, env),
        ));
    }
    told
}

fn style(standing: &Standing, env: &Env<'_>) -> Style {
    if standing.over {
        env.theme.bad
    } else {
        env.theme.dim
    }
}
