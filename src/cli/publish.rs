//! `publish WHICH`: by hand, as in the window: the bundle in the outbox, the text, the steps; `--stamp` says that it is out,
//! `--skip` lets it go.

use std::path::PathBuf;

use clap::Args;
use serde_json::{Value, json};

use super::change;
use super::door::Door;
use super::gate;
use super::moments;
use super::named::{self, shown};
use super::stop::Stop;
use super::which::{self, Narrow, Target};
use crate::app::outbox;
use crate::domain::Moment;
use crate::domain::address::is_safe_link;
use crate::domain::command::{Command, DeliveryCommand};
use crate::domain::ids::VariantId;
use crate::domain::post::Outcome;
use crate::domain::sanitize;
use crate::domain::words::Words;
use crate::env::Roster;
use crate::overlays::publish::{page, steps};
use crate::store::{AgendaLine, Parcel, Reader, Store};

/// What goes out, and what became of it.
#[derive(Debug, Args)]
pub(super) struct PublishOrder {
    #[arg(required = true, value_name = "WHICH")]
    which: Vec<String>,
    #[arg(long, value_name = "LINK", num_args = 0..=1, default_missing_value = "")]
    stamp: Option<String>,
    #[arg(long, value_name = "MOMENT", requires = "stamp")]
    at: Option<String>,
    #[arg(long, value_name = "REASON", conflicts_with = "stamp")]
    skip: Option<String>,
    #[arg(long, value_name = "REASON", conflicts_with_all = ["stamp", "skip"])]
    anyway: Option<String>,
    #[command(flatten)]
    narrow: Narrow,
}

/// Does what was asked about what goes out.
pub(super) fn run(door: &mut Door<'_>, order: &PublishOrder) -> Result<(), Stop> {
    let mut store = door.store()?;
    let roster = Roster::read(store.reader())?;
    let targets = which::targets(door, store.reader(), &roster, &order.which, &order.narrow)?;
    if let Some(link) = &order.stamp {
        let at = order.at.as_deref().map(|at| moments::past(door, at));
        let at = at.transpose()?.unwrap_or(door.now);
        return stamp(door, &mut store, &targets, link, at);
    }
    if let Some(reason) = &order.skip {
        let reason = sanitize::line(reason).trim().to_owned();
        if reason.is_empty() {
            return Err(Stop::misasked(Words::new("move-reason-missing")));
        }
        let variants = open(&targets);
        let skip = Command::Delivery(DeliveryCommand::Skip { variants, reason });
        return change::apply(door, &mut store, &skip).map(drop);
    }
    let anyway = order.anyway.as_deref();
    let passes = gate::handed_out(door, store.reader(), &open(&targets), anyway)?;
    if !passes.is_empty() {
        change::apply_all(door, &mut store, &passes)?;
    }
    lay_out(door, &mut store, &roster, &targets)
}

fn open(targets: &[Target]) -> Vec<VariantId> {
    targets.iter().flat_map(Target::open).collect()
}

/// Out, as she says; what is out already gets its address.
fn stamp(
    door: &mut Door<'_>,
    store: &mut Store,
    targets: &[Target],
    link: &str,
    at: Moment,
) -> Result<(), Stop> {
    let permalink = sanitize::line(link).trim().to_owned();
    if !permalink.is_empty() && !is_safe_link(&permalink) {
        return Err(Stop::misasked(
            Words::new("cli-link").with("found", shown(link)),
        ));
    }
    let lines = || targets.iter().flat_map(|target| &target.lines);
    let all_out = lines().all(|line| line.outcome == Outcome::Published);
    let command = if all_out && !permalink.is_empty() {
        DeliveryCommand::Link {
            variants: lines().map(|line| line.variant).collect(),
            permalink,
        }
    } else {
        DeliveryCommand::Stamp {
            variants: open(targets),
            at,
            permalink,
        }
    };
    change::apply(door, store, &Command::Delivery(command)).map(drop)
}

/// Everything that is needed to publish by hand, channel by channel.
fn lay_out(
    door: &mut Door<'_>,
    store: &mut Store,
    roster: &Roster,
    targets: &[Target],
) -> Result<(), Stop> {
    let mut told = Vec::new();
    for target in targets {
        let open = target.open();
        for line in target
            .lines
            .iter()
            .filter(|line| open.contains(&line.variant))
        {
            let parcel = store.reader().parcel(line.variant)?;
            let folder = if door.manner.dry_run {
                None
            } else {
                let opened = DeliveryCommand::Opened {
                    variants: vec![line.variant],
                };
                store.apply(&Command::Delivery(opened), door.now)?;
                let reader = store.reader();
                outbox::lay_out(reader, store.folder(), roster, line.variant, door.now)?
            };
            let uid = store.reader().uids(line.variant)?.0;
            if door.manner.json {
                told.push(object(door, store.reader(), roster, line, &parcel, folder)?);
            } else {
                tell(door, roster, line, &parcel, folder, &uid)?;
            }
        }
    }
    if door.manner.json {
        door.say.json(&told)?;
    }
    Ok(())
}

fn tell(
    door: &mut Door<'_>,
    roster: &Roster,
    line: &AgendaLine,
    parcel: &Parcel,
    folder: Option<PathBuf>,
    uid: &str,
) -> Result<(), Stop> {
    let (client, code) = (roster.badge(line.client).0, roster.code(line.channel));
    let mut told = vec![format!("{code} · {client} · {}", line.topic)];
    let env = door.env(roster, None);
    for (step, number) in steps(line, parcel, &env).into_iter().zip(1..) {
        let words = env.locale.text(&format!("publish-step-{}", step.name()));
        let detail = match step.name() {
            "open" => page(line, parcel, &env),
            "pictures" => {
                let names: Vec<&str> = parcel.media.iter().map(|it| it.name.as_str()).collect();
                names.join(", ")
            }
            "first-comment" => parcel.first_comment.clone(),
            "link" => parcel.link.clone(),
            "publish" => format!("postdesk publish {} --stamp", named::short(uid)),
            _ => String::new(),
        };
        told.push(format!("{number}. {words}  {detail}").trim_end().to_owned());
    }
    if !parcel.approved {
        told.push(env.locale.text("publish-not-approved").into_owned());
    }
    if let Some(lack) = line.lacks_media() {
        told.push(format!("! {}", env.locale.words(&lack.words())));
    }
    if let Some(folder) = folder {
        let args = [("folder", folder.display().to_string().into())];
        told.push(env.locale.say("publish-folder", &args));
    }
    told.extend([String::new(), parcel.text.clone(), String::new()]);
    for line in told {
        door.say.answer(&line)?;
    }
    Ok(())
}

fn object(
    door: &Door<'_>,
    reader: &Reader,
    roster: &Roster,
    line: &AgendaLine,
    parcel: &Parcel,
    folder: Option<PathBuf>,
) -> Result<Value, Stop> {
    let (id, post) = reader.uids(line.variant)?;
    let channel = roster.channel(line.channel);
    let env = door.env(roster, None);
    let steps = steps(line, parcel, &env);
    Ok(json!({
        "id": id,
        "post": post,
        "client": roster.badge(line.client).0,
        "channel": channel.map_or("", |it| &it.card.handle),
        "platform": channel.map_or("", |it| &it.card.platform),
        "page": page(line, parcel, &env),
        "steps": steps.iter().map(|step| step.name()).collect::<Vec<_>>(),
        "approved": parcel.approved,
        "text": parcel.text,
        "first_comment": parcel.first_comment,
        "link": parcel.link,
        "pictures": parcel.media.iter().map(|it| &it.name).collect::<Vec<_>>(),
        "folder": folder.map(|folder| folder.display().to_string()),
    }))
}
