//! `picture POST list|add|alt|cover|remove|move`: the pictures of a post, by their numbers in order.

use std::fs;
use std::path::{Path, PathBuf};

use clap::{Args, Subcommand};
use serde_json::{Value, json};

use super::change;
use super::door::Door;
use super::named::shown;
use super::stop::Stop;
use super::which::{self, Narrow};
use crate::domain::command::{Command, PlanCommand};
use crate::domain::ids::{MediaId, PostId};
use crate::domain::picture::Facts;
use crate::domain::sanitize;
use crate::domain::words::Words;
use crate::env::Roster;
use crate::media;
use crate::store::{Media, Store};

/// Whose pictures, and what becomes of them.
#[derive(Debug, Args)]
pub(super) struct PictureOrder {
    #[arg(value_name = "POST")]
    post: String,
    #[command(subcommand)]
    what: Pictured,
}

/// What can be done with the pictures of a post.
#[derive(Debug, Subcommand)]
enum Pictured {
    Add {
        #[arg(required = true, value_name = "FILE")]
        files: Vec<PathBuf>,
        #[arg(long, value_name = "TEXT")]
        alt: Option<String>,
    },
    Alt {
        #[arg(value_name = "N")]
        n: String,
        #[arg(required = true, value_name = "TEXT")]
        text: Vec<String>,
    },
    Cover {
        #[arg(value_name = "N")]
        n: String,
    },
    #[command(alias = "delete")]
    Remove {
        #[arg(required = true, value_name = "N")]
        numbers: Vec<String>,
    },
    Move {
        #[arg(value_name = "N")]
        n: String,
        #[arg(value_name = "TO")]
        to: String,
    },
    List {
        #[arg(long)]
        json: bool,
    },
}

/// Said instead of a number, no picture is the cover.
const NONE: &str = "-";

/// Does what was asked about the pictures of a post.
pub(super) fn run(door: &mut Door<'_>, order: &PictureOrder) -> Result<(), Stop> {
    if let Pictured::List { json } = order.what {
        return list(door, &order.post, json);
    }
    let mut store = door.store()?;
    let roster = Roster::read(store.reader())?;
    let narrow = Narrow::default();
    let post = which::one(door, store.reader(), &roster, &order.post, &narrow)?.post;
    let there = store.reader().card_of_post(post)?.pictures;
    let commands = match &order.what {
        Pictured::Add { files, alt } => add(door, &store, post, files, alt.as_deref())?,
        Pictured::Alt { n, text } => describe(&there, n, text)?,
        Pictured::Cover { n } => cover(post, &there, n)?,
        Pictured::Remove { numbers } => remove(&there, numbers)?,
        Pictured::Move { n, to } => reorder(post, &there, n, to)?,
        Pictured::List { .. } => Vec::new(),
    };
    if commands.is_empty() {
        door.remark(&Words::new("picture-stands"));
        return Ok(());
    }
    let commands: Vec<Command> = commands.into_iter().map(Command::Plan).collect();
    change::apply_all(door, &mut store, &commands).map(drop)
}

/// Takes files into the desk and puts them to the post: all of them or none. What is only tried takes nothing.
fn add(
    door: &Door<'_>,
    store: &Store,
    post: PostId,
    files: &[PathBuf],
    alt: Option<&str>,
) -> Result<Vec<PlanCommand>, Stop> {
    let wrong: Vec<Words> = files.iter().filter_map(|file| unfit(file)).collect();
    if !wrong.is_empty() {
        return Err(Stop::Refused(wrong));
    }
    let alt = alt.map(line).unwrap_or_default();
    let mut commands = Vec::with_capacity(files.len());
    for file in files {
        let taken = if door.manner.dry_run {
            let name = file.file_name().unwrap_or_default().to_string_lossy();
            media::Taken {
                hash: String::new(),
                name: sanitize::line(&name),
                bytes: 0,
                facts: Facts::UNKNOWN,
            }
        } else {
            media::take(store.folder(), file).map_err(|error| {
                Stop::refused(named("picture-unreadable", file).with("detail", error))
            })?
        };
        commands.push(PlanCommand::Attach {
            post,
            hash: taken.hash,
            name: taken.name,
            bytes: taken.bytes,
            alt: alt.clone(),
        });
    }
    Ok(commands)
}

/// Why a file cannot be taken: said of all of them before the first one is.
fn unfit(file: &Path) -> Option<Words> {
    // Asked before it is opened: opening a pipe would wait for whoever writes into it.
    match fs::metadata(file) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            Some(named("picture-no-file", file))
        }
        Err(error) => Some(named("picture-unreadable", file).with("detail", error)),
        Ok(facts) if facts.is_dir() => Some(named("picture-folder", file)),
        Ok(facts) if !facts.is_file() => Some(named("picture-not-a-file", file)),
        Ok(facts) if facts.len() == 0 => Some(named("picture-empty", file)),
        Ok(_) => None,
    }
}

fn named(key: &str, file: &Path) -> Words {
    Words::new(key).with("file", shown(&file.display().to_string()))
}

/// Describes a picture for those who do not see it; nothing said takes the description away.
fn describe(there: &[Media], n: &str, text: &[String]) -> Result<Vec<PlanCommand>, Stop> {
    let picture = &there[place(there, n)?];
    let alt = line(&which::said(text)?);
    if alt == picture.alt {
        return Ok(Vec::new());
    }
    let media = picture.id;
    Ok(vec![PlanCommand::EditAlt { media, alt }])
}

/// Makes a picture the cover; a lone hyphen makes it the first again.
fn cover(post: PostId, there: &[Media], n: &str) -> Result<Vec<PlanCommand>, Stop> {
    let cover = match n.trim() {
        NONE => None,
        n => Some(there[place(there, n)?].id),
    };
    let stands = there.iter().find(|it| it.is_cover).map(|it| it.id);
    if cover == stands {
        return Ok(Vec::new());
    }
    Ok(vec![PlanCommand::ChooseCover { post, cover }])
}

fn remove(there: &[Media], numbers: &[String]) -> Result<Vec<PlanCommand>, Stop> {
    let mut places = Vec::with_capacity(numbers.len());
    for n in numbers {
        let place = place(there, n)?;
        if !places.contains(&place) {
            places.push(place);
        }
    }
    let each = places.into_iter().map(|place| PlanCommand::Detach {
        media: there[place].id,
    });
    Ok(each.collect())
}

/// Gives a picture another place; the others keep their order.
fn reorder(post: PostId, there: &[Media], n: &str, to: &str) -> Result<Vec<PlanCommand>, Stop> {
    let (from, to) = (place(there, n)?, place(there, to)?);
    if from == to {
        return Ok(Vec::new());
    }
    let mut order: Vec<MediaId> = there.iter().map(|it| it.id).collect();
    let media = order.remove(from);
    order.insert(to, media);
    Ok(vec![PlanCommand::ArrangeMedia { post, order }])
}

fn list(door: &mut Door<'_>, asked: &str, as_json: bool) -> Result<(), Stop> {
    let reader = door.reader()?;
    let roster = Roster::read(&reader)?;
    let post = which::one(door, &reader, &roster, asked, &Narrow::default())?.post;
    let pictures = reader.card_of_post(post)?.pictures;
    if as_json {
        let all: Vec<Value> = (1..).zip(&pictures).map(object).collect();
        return door.say.json(&all);
    }
    for (n, it) in (1..).zip(&pictures) {
        let alt = if it.alt.is_empty() { "—" } else { &it.alt };
        let cover = if it.is_cover { "\t★" } else { "" };
        door.say
            .answer(&format!("{n}\t{}\t{alt}{cover}", it.name))?;
    }
    Ok(())
}

fn object((n, it): (usize, &Media)) -> Value {
    json!({ "n": n, "name": it.name, "alt": it.alt, "hash": it.hash, "cover": it.is_cover })
}

/// The place of the picture with this number.
fn place(there: &[Media], asked: &str) -> Result<usize, Stop> {
    let n: Option<usize> = asked.trim().parse().ok();
    let place = n.and_then(|n| n.checked_sub(1));
    let place = place.filter(|place| *place < there.len());
    place.ok_or_else(|| {
        let words = Words::new("picture-no-number").with("found", shown(asked));
        Stop::misasked(words.with("n", there.len()))
    })
}

fn line(text: impl AsRef<str>) -> String {
    sanitize::line(text.as_ref()).trim().to_owned()
}
