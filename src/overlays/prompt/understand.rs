//! What a typed line means for each purpose. Everything is shown before Enter; nothing unclear becomes a Command.

use super::Meaning;
use super::moment::{self, Subject};
use crate::domain::address::is_safe_link;
use crate::domain::command::{
    Author, Command, DeliveryCommand, InboxCommand, KpiCommand, NewMessage, NewPost, PlanCommand,
    Planned,
};
use crate::domain::hash;
use crate::domain::ids::{ChannelId, ClientId, PostId};
use crate::domain::inbox::{ThreadKind, ThreadState};
use crate::domain::lane::{self, Trouble};
use crate::domain::lint::RuleId;
use crate::domain::platform::Kind;
use crate::domain::post::{Approval, Format};
use crate::domain::when::{self, When};
use crate::domain::words::Words;
use crate::effect::{Effect, Effects, Purpose};
use crate::env::Env;

/// A client that is told of a moment, and the channel something goes out on.
type Told = (ClientId, Option<ChannelId>);

/// What a line means for its purpose, and for what it would move; the command line asks here too, so that both understand
/// the same.
pub fn understand(purpose: &Purpose, subjects: &[Subject], line: &str, env: &Env<'_>) -> Meaning {
    match purpose {
        Purpose::Add { .. } => add(line, false, env),
        Purpose::Sketch { .. } => add(line, true, env),
        Purpose::Message { .. } => message(line, env),
        Purpose::Time { variants } => time(line, &told(subjects), env, |planned| {
            let moves = variants.iter().map(|id| (*id, Some(planned.clone())));
            let moves = moves.collect();
            Command::Plan(PlanCommand::Reschedule { moves }).into()
        }),
        Purpose::Shift { moves } => super::shift::shift(line, moves, subjects, env),
        Purpose::Day { .. } => super::day::day(line, env),
        Purpose::Snooze { threads } => time(line, &of_scope(env), env, |planned| {
            Command::Inbox(InboxCommand::Decide {
                threads: threads.clone(),
                state: ThreadState::Snoozed,
                until: Some(planned.at),
            })
            .into()
        }),
        Purpose::Skip { variants } => some_text(line, |reason| {
            Command::Delivery(DeliveryCommand::Skip {
                variants: variants.clone(),
                reason,
            })
            .into()
        }),
        Purpose::Reason { variants, to } => some_text(line, |reason| {
            Command::Plan(PlanCommand::SetApproval {
                variants: variants.clone(),
                to: *to,
                reason,
            })
            .into()
        }),
        Purpose::Topic { thread } => some_text(line, |topic| {
            Command::Inbox(InboxCommand::SetTopic {
                thread: *thread,
                topic,
            })
            .into()
        }),
        Purpose::Lead { client, thread } => some_text(line, |what| {
            Command::Inbox(InboxCommand::AddLead {
                client: *client,
                thread: Some(*thread),
                what,
            })
            .into()
        }),
        Purpose::Attach { post } => {
            some_text(line, |path| Effect::Attach { post: *post, path }.into())
        }
        Purpose::LetPass { posts, rules } => let_pass(line, posts, rules),
        Purpose::Permalink { variants } => permalink(line, variants),
        Purpose::Found { channel } => found(line, *channel),
        Purpose::Target { client, metric } => target(line, *client, metric, env),
    }
}

/// A reason to let posts break rules of the checker.
fn let_pass(line: &str, posts: &[PostId], rules: &[RuleId]) -> Meaning {
    some_text(line, |reason| {
        Command::Plan(PlanCommand::LetPass {
            posts: posts.to_vec(),
            rules: rules.to_vec(),
            reason,
        })
        .into()
    })
}

fn ready(effects: Effects) -> Meaning {
    Meaning::Ready {
        shown: Vec::new(),
        effects,
    }
}

fn some_text(line: &str, make: impl FnOnce(String) -> Effects) -> Meaning {
    let text = line.trim();
    if text.is_empty() {
        Meaning::Not(Words::new("prompt-empty"))
    } else {
        ready(make(text.to_owned()))
    }
}

/// Who is told of a moment at which these go out.
fn told(subjects: &[Subject]) -> Vec<Told> {
    let told = subjects.iter().map(|it| (it.client, Some(it.channel)));
    told.collect()
}

/// Nothing goes out: the client in scope has a wall of its own all the same.
fn of_scope(env: &Env<'_>) -> Vec<Told> {
    env.scope.map(|client| (client, None)).into_iter().collect()
}

fn time(
    line: &str,
    told: &[Told],
    env: &Env<'_>,
    make: impl FnOnce(Planned) -> Effects,
) -> Meaning {
    if line.trim().is_empty() {
        return Meaning::Not(Words::new("prompt-empty"));
    }
    match when::parse(line, env.now, env.shown_zone()) {
        Ok(when) => Meaning::Ready {
            shown: moment::shown(&when, told, env),
            effects: make(planned(&when, env)),
        },
        Err(trouble) => Meaning::Not(trouble.words()),
    }
}

fn planned(when: &When, env: &Env<'_>) -> Planned {
    Planned {
        local: when.local,
        zone: env.shown_zone().name().to_owned(),
        at: when.resolved.moment(),
    }
}

/// The names of the roster as the fast lane knows them.
pub(super) fn names(env: &Env<'_>) -> lane::Names {
    let clients = env.roster.clients.iter();
    let channels = env.roster.channels.iter();
    lane::Names {
        clients: clients
            .map(|client| {
                (
                    client.id,
                    vec![client.card.short.clone(), client.card.name.clone()],
                )
            })
            .collect(),
        channels: channels
            .map(|channel| {
                let postable = env
                    .roster
                    .platform(channel.id)
                    .is_some_and(crate::domain::platform::Platform::is_postable);
                (
                    channel.id,
                    channel.card.client,
                    channel.card.platform.clone(),
                    postable,
                )
            })
            .collect(),
    }
}

/// A post in one line. A sketch is still to be written: its words are its topic, its time a suggestion.
fn add(line: &str, sketch: bool, env: &Env<'_>) -> Meaning {
    if line.trim().is_empty() {
        let help = if sketch {
            "prompt-sketch-help"
        } else {
            "prompt-add-help"
        };
        return Meaning::Not(Words::new(help));
    }
    let (read, trouble) = lane::read(line, &names(env), env.scope, env.now, env.shown_zone());
    let (Some(client), None) = (read.client, &trouble) else {
        return Meaning::Not(trouble_words(trouble.as_ref()));
    };
    if read.channels.is_empty() {
        return Meaning::Not(Words::new("prompt-no-channels"));
    }
    let shown = lane_shown(&read, client, sketch, env);
    let topic = lane::topic_of(&read.text);
    let text = if sketch && topic == read.text {
        String::new()
    } else {
        read.text
    };
    let post = NewPost {
        client,
        rubric: read.rubric,
        campaign: String::new(),
        topic,
        format: Format::Text,
        text,
        link: String::new(),
        first_comment: String::new(),
        // A time typed together with its text is meant to go out; without a time it waits on the shelf as a draft.
        approval: if read.when.is_some() && !sketch {
            Approval::Approved
        } else {
            Approval::Draft
        },
        planned: read.when.as_ref().map(|when| planned(when, env)),
        channels: read.channels,
    };
    Meaning::Ready {
        shown,
        effects: Command::Plan(PlanCommand::AddPost(post)).into(),
    }
}

/// When, and what the clocks and her hours say to that; then whose post it is, where it goes, and its text.
fn lane_shown(read: &lane::Line, client: ClientId, sketch: bool, env: &Env<'_>) -> Vec<String> {
    let channels = || read.channels.iter();
    let told: Vec<Told> = channels().map(|it| (client, Some(*it))).collect();
    let mut shown = match &read.when {
        Some(when) => moment::shown(when, &told, env),
        None => vec![env.locale.text("prompt-shelf").into_owned()],
    };
    if sketch && read.when.is_some() {
        shown[0] = format!("{} · {}", shown[0], env.locale.text("prompt-suggested"));
    }
    let codes: Vec<&str> = channels().map(|id| env.roster.code(*id)).collect();
    let (client, codes) = (env.roster.badge(client).0, codes.join(" "));
    shown.push(format!("{client} · {codes} · {}", read.text));
    shown
}

fn message(line: &str, env: &Env<'_>) -> Meaning {
    if line.trim().is_empty() {
        return Meaning::Not(Words::new("prompt-message-help"));
    }
    let heard = match lane::hear(line, &names(env), env.scope) {
        Ok(heard) => heard,
        Err(trouble) => return Meaning::Not(trouble_words(Some(&trouble))),
    };
    let review = env
        .roster
        .platform(heard.channel)
        .is_some_and(|platform| platform.kind == Kind::Reviews);
    let (client, code) = (
        env.roster.badge(heard.client).0,
        env.roster.code(heard.channel),
    );
    let shown = vec![format!(
        "{client} · {code} · {}: {}",
        heard.author, heard.text
    )];
    let message = NewMessage {
        channel: heard.channel,
        raw_hash: hash::of_parts(&[&heard.text]),
        author: Author {
            handle: heard.author.clone(),
            name: heard.author,
        },
        post: None,
        kind: if review {
            ThreadKind::Review
        } else {
            ThreadKind::Comment
        },
        at: env.now,
        outgoing: false,
        text: heard.text,
        external_id: None,
    };
    Meaning::Ready {
        shown,
        effects: Command::Inbox(InboxCommand::Receive {
            messages: vec![message],
            file: String::new(),
        })
        .into(),
    }
}

fn trouble_words(trouble: Option<&Trouble>) -> Words {
    match trouble {
        None | Some(Trouble::NoClient) => Words::new("lane-no-client"),
        Some(Trouble::NoSuchChannel { platform }) => {
            Words::new("lane-no-channel").with("platform", platform)
        }
        Some(Trouble::NotPostable { platform }) => {
            Words::new("lane-not-postable").with("platform", platform)
        }
        Some(Trouble::NoText) => Words::new("lane-no-text"),
        Some(Trouble::Time(question)) => question.words(),
    }
}

fn permalink(line: &str, variants: &[crate::domain::ids::VariantId]) -> Meaning {
    let typed = line.trim();
    if typed.is_empty() {
        return Meaning::Not(Words::new("prompt-empty"));
    }
    if !is_safe_link(typed) {
        return Meaning::Not(Words::new("prompt-not-a-link"));
    }
    ready(
        Command::Delivery(DeliveryCommand::Link {
            variants: variants.to_vec(),
            permalink: typed.to_owned(),
        })
        .into(),
    )
}

fn found(line: &str, channel: crate::domain::ids::ChannelId) -> Meaning {
    let text = line.trim();
    let count = if text.is_empty() {
        Some(0)
    } else {
        text.parse().ok()
    };
    count.map_or_else(
        || Meaning::Not(Words::new("prompt-not-a-number")),
        |found| ready(Command::Inbox(InboxCommand::Look { channel, found }).into()),
    )
}

fn target(
    line: &str,
    client: crate::domain::ids::ClientId,
    metric: &str,
    _env: &Env<'_>,
) -> Meaning {
    let text: String = line
        .chars()
        .filter(|c| !c.is_whitespace())
        .collect::<String>()
        .replace(',', ".");
    let value: Option<f64> = text.parse().ok().filter(|value: &f64| value.is_finite());
    if value.is_none() && !text.is_empty() {
        return Meaning::Not(Words::new("prompt-not-a-number"));
    }
    let metric = metric.to_owned();
    ready(
        Command::Kpi(KpiCommand::SetTarget {
            client,
            metric,
            value,
        })
        .into(),
    )
}
