//! `man`: the pages of the manual, from the same words as `--help`, with the window's catalogue beside its commands.

use std::path::{Path, PathBuf};

use clap::{Args, Command};
use clap_mangen::Man;

use super::door::Door;
use super::line;
use super::named::shown;
use super::reach::{Reach, reach};
use super::stop::Stop;
use crate::action::Action;
use crate::domain::words::Words;
use crate::locale::Locale;

/// Which page, and where to.
#[derive(Debug, Args)]
pub(super) struct ManOrder {
    #[arg(value_name = "COMMAND")]
    command: Vec<String>,
    #[arg(long, value_name = "DIR", conflicts_with = "command")]
    out: Option<PathBuf>,
}

/// Headings of a page as they come, and the keys of ours.
const HEADINGS: [(&str, &str); 6] = [
    ("NAME", "man-name"),
    ("SYNOPSIS", "man-synopsis"),
    ("DESCRIPTION", "man-description"),
    ("OPTIONS", "man-options"),
    ("SUBCOMMANDS", "man-commands"),
    ("VERSION", "man-version"),
];

/// Says one page, or writes all of them.
pub(super) fn run(door: &mut Door<'_>, order: &ManOrder) -> Result<(), Stop> {
    let mut root = line::command(&door.locale);
    root.build();
    if let Some(folder) = &order.out {
        let mut written = 0;
        write_all(&root, "postdesk", folder, &door.locale, &mut written)
            .map_err(|error| Stop::refused(Words::new("man-not-written").with("detail", error)))?;
        door.remark(&Words::new("man-written").with("n", written));
        return Ok(());
    }
    let mut command = &root;
    let mut path = "postdesk".to_owned();
    for word in &order.command {
        command = command.find_subcommand(word).ok_or_else(|| {
            Stop::misasked(Words::new("misread-command").with("found", shown(word)))
        })?;
        path = below(&path, command);
    }
    let page = page(command, &path, &door.locale)
        .map_err(|error| Stop::refused(Words::new("man-not-written").with("detail", error)))?;
    door.say.raw(&page)
}

/// The path of a command below another, as examples are named by it.
fn below(path: &str, command: &Command) -> String {
    match path {
        "postdesk" => command.get_name().to_owned(),
        above => format!("{above}-{}", command.get_name()),
    }
}

fn write_all(
    command: &Command,
    path: &str,
    folder: &Path,
    locale: &Locale,
    written: &mut usize,
) -> std::io::Result<()> {
    std::fs::create_dir_all(folder)?;
    let name = Man::new(command.clone()).get_filename();
    std::fs::write(folder.join(name), page(command, path, locale)?)?;
    *written += 1;
    for sub in command.get_subcommands() {
        write_all(sub, &below(path, sub), folder, locale, written)?;
    }
    Ok(())
}

/// One page in her language.
fn page(command: &Command, path: &str, locale: &Locale) -> std::io::Result<String> {
    // Examples are laid out line by line, which the generator would run together.
    let man = Man::new(command.clone().after_help("").after_long_help(""));
    let mut bytes = Vec::new();
    man.render_title(&mut bytes)?;
    man.render_name_section(&mut bytes)?;
    man.render_synopsis_section(&mut bytes)?;
    man.render_options_section(&mut bytes)?;
    if command.has_subcommands() {
        man.render_subcommands_section(&mut bytes)?;
    }
    let mut page = String::new();
    for line in String::from_utf8_lossy(&bytes).lines() {
        let ours = HEADINGS
            .iter()
            .find(|(theirs, _)| line == format!(".SH {theirs}"));
        match ours {
            Some((_, key)) => page.push_str(&heading(&locale.text(key))),
            None => page.extend([line, "\n"]),
        }
    }
    if let Some(examples) = line::examples(path, locale) {
        page.push_str(&heading(&locale.text("help-examples")));
        page.push_str(".nf\n");
        examples
            .lines()
            .for_each(|line| page.extend([&plain(line), "\n"]));
        page.push_str(".fi\n");
    }
    if path == "postdesk" {
        page.push_str(&heading(&locale.text("man-window")));
        catalogue(locale, &mut page);
    }
    Ok(page)
}

/// Every action of the window, with the command that does the same, or why it needs a screen.
fn catalogue(locale: &Locale, page: &mut String) {
    for action in Action::ALL {
        let title = locale.text(&action.title_key()).into_owned();
        let reached = match reach(*action) {
            Reach::Orders(paths) => {
                let each = paths.iter().map(|path| path.replace('-', " "));
                let each = each.map(|path| format!("postdesk {path}"));
                each.collect::<Vec<_>>().join(", ")
            }
            Reach::Screen(why) => locale.text(why).into_owned(),
        };
        page.extend([".TP\n", &plain(&title), "\n", &plain(&reached), "\n"]);
    }
}

fn heading(words: &str) -> String {
    format!(".SH {}\n", plain(&words.to_uppercase()))
}

/// A line of text that the formatter takes for nothing else.
fn plain(line: &str) -> String {
    let escaped = line.replace('\\', "\\e").replace('-', "\\-");
    if escaped.starts_with(['.', '\'']) {
        format!("\\&{escaped}")
    } else {
        escaped
    }
}
