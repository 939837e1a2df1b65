//! `edit WHICH`: the card and the texts of a post. Without an option her own editor opens on the text.

use std::io::IsTerminal;
use std::path::Path;

use clap::Args;

use super::change;
use super::door::Door;
use super::named::shown;
use super::stop::Stop;
use super::which::{self, Narrow, Target};
use crate::domain::address::is_safe_link;
use crate::domain::command::{Command, PlanCommand, PostCard};
use crate::domain::filter;
use crate::domain::fold::fold;
use crate::domain::ids::VariantId;
use crate::domain::post::Format;
use crate::domain::sanitize;
use crate::domain::words::Words;
use crate::env::Roster;
use crate::store::{Reader, Store};
use crate::term::editor;

/// What is edited, and how.
#[derive(Debug, Args)]
pub(super) struct EditOrder {
    #[arg(value_name = "WHICH")]
    which: String,
    #[command(flatten)]
    narrow: Narrow,
    #[arg(long, value_name = "TEXT", conflicts_with = "text_file")]
    text: Option<String>,
    #[arg(long, value_name = "FILE")]
    text_file: Option<std::path::PathBuf>,
    #[arg(long, conflicts_with_all = ["text", "text_file"], requires = "channel")]
    inherit: bool,
    #[command(flatten)]
    card: CardFields,
}

/// The parts of a post that are not its text; what is not named stays as it is.
#[derive(Debug, Clone, Default, Args)]
struct CardFields {
    #[arg(long, value_name = "TEXT")]
    topic: Option<String>,
    #[arg(long, value_name = "NAME")]
    rubric: Option<String>,
    #[arg(long, value_name = "NAME")]
    campaign: Option<String>,
    #[arg(long, value_name = "FORMAT")]
    format: Option<String>,
    #[arg(long, value_name = "URL")]
    link: Option<String>,
    #[arg(long, value_name = "TEXT")]
    first_comment: Option<String>,
    #[arg(long, value_name = "TEXT")]
    brief: Option<String>,
    #[arg(long, value_name = "TEXT")]
    script: Option<String>,
    #[arg(long, value_name = "TEXT")]
    shots: Option<String>,
    #[arg(long, value_name = "TEXT")]
    note: Option<String>,
    #[arg(long, value_name = "TEXT")]
    client_note: Option<String>,
    #[arg(long, value_name = "yes|no", value_parser = clap::builder::BoolishValueParser::new())]
    ad: Option<bool>,
    #[arg(long, value_name = "NAME")]
    advertiser: Option<String>,
    #[arg(long, value_name = "TOKEN")]
    erid: Option<String>,
}

/// The largest text that is read from a file.
const LARGEST: u64 = 1 << 20;

/// Changes what was named: all of it or nothing.
pub(super) fn run(door: &mut Door<'_>, order: &EditOrder) -> Result<(), Stop> {
    let mut store = door.store()?;
    let roster = Roster::read(store.reader())?;
    let target = which::one(door, store.reader(), &roster, &order.which, &order.narrow)?;
    let post = target.post;
    let was = store.reader().card_of_post(post)?.card;
    let mut card = was.clone();
    fill(&mut card, &order.card)?;
    let mut commands = Vec::new();
    if card != was {
        commands.push(PlanCommand::EditPost { post, card });
    }
    // An id may name one channel of the post; only --channel gives it a text of its own.
    let own = own_variants(&target, order);
    if order.inherit {
        commands.extend(
            own.iter()
                .map(|variant| PlanCommand::Inherit { variant: *variant }),
        );
    }
    if let Some(text) = wording(door, &mut store, &target, order, own.first().copied())? {
        let text = text.trim_end_matches('\n').to_owned();
        let owners = if own.is_empty() {
            vec![None]
        } else {
            own.iter().copied().map(Some).collect()
        };
        commands.extend(owners.into_iter().map(|variant| PlanCommand::SaveText {
            post,
            variant,
            text: text.clone(),
        }));
        if own.is_empty() {
            warn_of_own_texts(door, store.reader(), &roster, &target)?;
        }
    }
    if commands.is_empty() {
        door.remark(&Words::new("cli-nothing-changed"));
        return Ok(());
    }
    let commands: Vec<Command> = commands.into_iter().map(Command::Plan).collect();
    change::apply_all(door, &mut store, &commands).map(drop)
}

fn own_variants(target: &Target, order: &EditOrder) -> Vec<VariantId> {
    if order.narrow.channel.is_none() {
        return Vec::new();
    }
    target.lines.iter().map(|line| line.variant).collect()
}

/// The new text, where there is one: from the option, the file, standard input, or her own editor.
fn wording(
    door: &Door<'_>,
    store: &mut Store,
    target: &Target,
    order: &EditOrder,
    own: Option<VariantId>,
) -> Result<Option<String>, Stop> {
    if let Some(text) = &order.text {
        return Ok(Some(sanitize::own_text(text)));
    }
    if let Some(file) = &order.text_file {
        return if file.as_os_str() == "-" {
            which::stdin().map(Some)
        } else {
            from_file(file).map(Some)
        };
    }
    let card = &order.card;
    let asks = [
        &card.topic,
        &card.rubric,
        &card.campaign,
        &card.format,
        &card.link,
        &card.first_comment,
        &card.brief,
        &card.script,
        &card.shots,
        &card.note,
        &card.client_note,
        &card.advertiser,
        &card.erid,
    ];
    if order.inherit || card.ad.is_some() || asks.iter().any(|it| it.is_some()) {
        return Ok(None);
    }
    if !(std::io::stdin().is_terminal() && std::io::stdout().is_terminal()) {
        return Err(Stop::misasked(Words::new("edit-nothing-said")));
    }
    let rev = store.reader().wording(target.post, own)?;
    let text = rev.map_or_else(String::new, |rev| rev.text);
    let edited = in_her_editor(door, store.folder(), &text)?;
    Ok(Some(edited).filter(|edited| edited.trim_end_matches('\n') != text))
}

fn from_file(file: &Path) -> Result<String, Stop> {
    let unreadable = |detail: String| {
        let words = Words::new("edit-file").with("file", shown(&file.display().to_string()));
        Stop::refused(words.with("detail", detail))
    };
    let size = std::fs::metadata(file).map_err(|error| unreadable(error.to_string()))?;
    if size.len() > LARGEST {
        return Err(unreadable(std::io::ErrorKind::FileTooLarge.to_string()));
    }
    let bytes = std::fs::read(file).map_err(|error| unreadable(error.to_string()))?;
    Ok(sanitize::from_bytes(&bytes))
}

/// Her own editor on the text; what it does badly leaves the file where it is.
fn in_her_editor(door: &Door<'_>, desk: &Path, text: &str) -> Result<String, Stop> {
    let failed = |detail: String| Stop::refused(Words::new("editor-failed").with("detail", detail));
    let (visual, plain) = &door.world.editor;
    let command = editor::command(visual.as_deref(), plain.as_deref())
        .map_err(|error| Stop::refused(error.words()))?;
    let folder = desk.join("editing");
    std::fs::create_dir_all(&folder).map_err(|error| failed(error.to_string()))?;
    let edited = editor::edit(&command, &folder, "txt", text.as_bytes())
        .map_err(|error| Stop::refused(error.words()))?;
    match edited.kept {
        None => Ok(sanitize::from_bytes(&edited.bytes)),
        Some(path) => {
            let words = Words::new("editor-crashed").with("path", path.display());
            Err(Stop::refused(words))
        }
    }
}

/// A channel with a text of its own does not follow the post: she should know when she edits the post.
fn warn_of_own_texts(
    door: &mut Door<'_>,
    reader: &Reader,
    roster: &Roster,
    target: &Target,
) -> Result<(), Stop> {
    let Some(sheet) = reader.sheet(target.post)? else {
        return Ok(());
    };
    let own = sheet.variants.iter().filter(|it| it.own.is_some());
    let codes: Vec<&str> = own.map(|it| roster.code(it.channel)).collect();
    if !codes.is_empty() {
        door.remark(&Words::new("edit-own-texts").with("codes", codes.join(" ")));
    }
    Ok(())
}

/// Puts the named fields on the card. All mistakes are told at once.
fn fill(card: &mut PostCard, fields: &CardFields) -> Result<(), Stop> {
    let mut wrong = Vec::new();
    let line = |text: &String| sanitize::line(text).trim().to_owned();
    if let Some(topic) = &fields.topic {
        card.topic = line(topic);
        if card.topic.is_empty() {
            wrong.push(Words::new("post-card-topic-missing"));
        }
    }
    let lines = [
        (&fields.rubric, &mut card.rubric),
        (&fields.campaign, &mut card.campaign),
        (&fields.advertiser, &mut card.ad.advertiser),
        (&fields.erid, &mut card.ad.erid),
    ];
    for (asked, place) in lines {
        if let Some(asked) = asked {
            *place = line(asked);
        }
    }
    let texts = [
        (&fields.first_comment, &mut card.first_comment),
        (&fields.brief, &mut card.brief),
        (&fields.script, &mut card.script),
        (&fields.shots, &mut card.shots),
        (&fields.note, &mut card.note),
        (&fields.client_note, &mut card.client_note),
    ];
    for (asked, place) in texts {
        if let Some(asked) = asked {
            sanitize::text(asked).trim().clone_into(place);
        }
    }
    card.ad.is_ad = fields.ad.unwrap_or(card.ad.is_ad);
    if let Some(asked) = &fields.format {
        match filter::format(&fold(asked.trim())) {
            Some(format) => card.format = format,
            None => wrong.push(no_format(asked)),
        }
    }
    if let Some(link) = fields.link.as_deref().map(str::trim) {
        if link.is_empty() || is_safe_link(link) {
            card.link = sanitize::line(link);
        } else {
            wrong.push(Words::new("cli-link").with("found", shown(link)));
        }
    }
    Stop::unless_right(wrong)
}

fn no_format(asked: &str) -> Words {
    let known: Vec<&str> = Format::ALL.iter().map(|it| it.word()).collect();
    let words = Words::new("edit-no-format").with("found", shown(asked));
    words.with("known", known.join(", "))
}
