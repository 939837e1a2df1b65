//! What is wrong with a line that was not understood, in her language: clap says what it met, the words are ours.

use clap::error::{ContextKind, ContextValue, ErrorKind};

use super::named::shown;
use crate::domain::sanitize;
use crate::domain::words::Words;
use crate::locale::Locale;

/// The sentence for the most common mistakes; none where clap's own words must do.
pub(super) fn words(error: &clap::Error) -> Option<Words> {
    let met = |kind| context(error, kind);
    let near = |words: Words, key: &str, suggested: Option<String>| match suggested {
        Some(near) => Words {
            key: format!("{key}-near"),
            ..words.with("near", near)
        },
        None => words,
    };
    Some(match error.kind() {
        ErrorKind::InvalidSubcommand => {
            let words =
                Words::new("misread-command").with("found", met(ContextKind::InvalidSubcommand)?);
            near(
                words,
                "misread-command",
                met(ContextKind::SuggestedSubcommand),
            )
        }
        ErrorKind::UnknownArgument => {
            let words = Words::new("misread-option").with("found", met(ContextKind::InvalidArg)?);
            near(words, "misread-option", met(ContextKind::SuggestedArg))
        }
        ErrorKind::MissingRequiredArgument => {
            Words::new("misread-missing").with("what", met(ContextKind::InvalidArg)?)
        }
        ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues => {
            Words::new("misread-more").with("what", met(ContextKind::InvalidArg)?)
        }
        // A value that is missing altogether is an invalid one to clap.
        ErrorKind::InvalidValue
            if met(ContextKind::InvalidValue).is_none_or(|it| it.is_empty()) =>
        {
            Words::new("misread-value-missing").with("what", met(ContextKind::InvalidArg)?)
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => Words::new("misread-value")
            .with("found", met(ContextKind::InvalidValue)?)
            .with("what", met(ContextKind::InvalidArg)?),
        ErrorKind::TooManyValues => Words::new("misread-too-many")
            .with("found", met(ContextKind::InvalidValue)?)
            .with("what", met(ContextKind::InvalidArg)?),
        ErrorKind::ArgumentConflict => Words::new("misread-conflict")
            .with("what", met(ContextKind::InvalidArg)?)
            .with("other", met(ContextKind::PriorArg)?),
        ErrorKind::InvalidUtf8 => Words::new("misread-bytes"),
        _ => return None,
    })
}

/// The sentence, how the command is used, and where help is.
pub(super) fn sentence(locale: &Locale, words: &Words, error: &clap::Error) -> String {
    let mut said = locale.words(words);
    if let Some(ContextValue::StyledStr(usage)) = error.get(ContextKind::Usage) {
        let usage = sanitize::text(&usage.to_string());
        let usage = usage.trim().trim_start_matches("Usage:").trim();
        said = format!("{said}\n\n{}: {usage}", locale.text("help-usage"));
    }
    format!("{said}\n\n{}", locale.text("misread-help"))
}

/// What clap met, short and harmless.
fn context(error: &clap::Error, kind: ContextKind) -> Option<String> {
    Some(match error.get(kind)? {
        ContextValue::String(text) => shown(text),
        ContextValue::Strings(texts) => {
            let all: Vec<String> = texts.iter().map(|text| shown(text)).collect();
            all.join(", ")
        }
        ContextValue::StyledStr(text) => shown(&text.to_string()),
        _ => return None,
    })
}
