//! `config show`: what is in force, and who said so.

use serde::Serialize;
use toml::Value;

use crate::cli::door::Door;
use crate::cli::stop::Stop;
use crate::config::OPTIONS;
use crate::locale::Lang;

/// One option as it is in force.
#[derive(Serialize)]
struct InForce {
    key: &'static str,
    value: Value,
    from: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    line: Option<usize>,
}

/// One line each: the option, its value as the file would have it, and who said so. A file with a mistake is not in force.
pub(super) fn run(door: &mut Door<'_>, json: bool) -> Result<(), Stop> {
    if !door.mistakes.is_empty() {
        return Err(Stop::Refused(door.mistakes.clone()));
    }
    let all: Vec<InForce> = OPTIONS.iter().map(|(key, _)| in_force(door, key)).collect();
    if json {
        return door.say.json(&all);
    }
    for it in all {
        let from = match it.line {
            Some(line) => format!("config.toml:{line}"),
            None => it.from.to_owned(),
        };
        let value = crate::domain::sanitize::line(&it.value.to_string());
        door.say.answer(&format!("{}\t{value}\t{from}", it.key))?;
    }
    Ok(())
}

fn in_force(door: &Door<'_>, key: &'static str) -> InForce {
    let line = door.lines.iter().find(|(said, _)| *said == key);
    let line = line.map(|(_, line)| *line);
    let manners = &door.world.manners;
    let words = |text: &str| Some(Value::String(text.to_owned()));
    // What the environment says where she does not, or over her.
    let (value, is_of_the_environment) = match key {
        "language" => {
            let theirs = manners.language.as_deref().and_then(Lang::from_tag);
            (words(door.locale.lang().tag()), theirs.is_some())
        }
        "zone" => (words(door.zone.name()), door.world.zone.is_some()),
        "theme" => (
            words(door.config.theme(manners)),
            manners.no_color || manners.ground.is_some(),
        ),
        _ => (door.config.value(key), false),
    };
    let is_silenced = key == "theme" && manners.no_color;
    let said = door.config.value(key);
    let line = line.filter(|_| said != words("") && !is_silenced);
    InForce {
        key,
        value: value.or(said).unwrap_or(Value::Boolean(false)),
        from: match line {
            Some(_) => "file",
            None if is_of_the_environment => "environment",
            None => "default",
        },
        line,
    }
}
