//! What is wrong with a file of hers, and what the file is about.

use std::path::Path;

use crate::domain::page::Mistake;
use crate::domain::words::Words;
use crate::locale::Locale;

/// What a file is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// `config.toml`.
    Config,
    /// `keymap.toml`.
    Keymap,
    /// `platforms.toml`.
    Platforms,
    /// `themes/<name>.toml`.
    Theme,
    /// `locale/<language>/<name>.ftl`.
    Locale,
    /// `words/when.toml`.
    When,
    /// `words/verdict.toml`.
    Verdict,
    /// `words/filter.toml`.
    Filter,
}

impl Kind {
    /// Whether only the window needs it: keys and colours.
    pub const fn is_of_the_window(self) -> bool {
        matches!(self, Kind::Keymap | Kind::Theme)
    }

    /// What a file is about, by its name and the folder it lies in.
    pub fn of(file: &Path) -> Self {
        let name = |path: Option<&Path>| {
            let name = path.and_then(Path::file_name).unwrap_or_default();
            name.to_string_lossy().into_owned()
        };
        let folder = name(file.parent());
        match name(Some(file)).as_str() {
            "keymap.toml" => Kind::Keymap,
            "platforms.toml" => Kind::Platforms,
            "when.toml" => Kind::When,
            "verdict.toml" => Kind::Verdict,
            "filter.toml" => Kind::Filter,
            _ if file.extension().is_some_and(|end| end == "ftl") => Kind::Locale,
            _ if folder == "themes" => Kind::Theme,
            _ => Kind::Config,
        }
    }
}

/// One thing wrong with a file of hers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wrong {
    /// What the file is about.
    pub kind: Kind,
    /// Its path below the settings folder, harmless to show.
    pub file: String,
    /// What is wrong, and where.
    pub mistake: Mistake,
}

impl Wrong {
    /// A mistake in `config.toml`.
    pub fn of_config(mistake: Mistake) -> Self {
        Self {
            kind: Kind::Config,
            file: "config.toml".to_owned(),
            mistake,
        }
    }

    /// The sentence for her: file, line, what is wrong there.
    pub fn words(&self, locale: &Locale) -> Words {
        let words = match self.mistake.line {
            0 => Words::new("settings-at-all"),
            line => Words::new("settings-at").with("line", line),
        };
        self.said(words, locale)
    }

    /// The same with the column, for her who has the file open.
    pub fn words_with_column(&self, locale: &Locale) -> Words {
        if self.mistake.column == 0 {
            return self.words(locale);
        }
        let words = Words::new("settings-at-column")
            .with("line", self.mistake.line)
            .with("column", self.mistake.column);
        self.said(words, locale)
    }

    /// File and line alone, for a narrow place.
    pub fn place(&self) -> String {
        match self.mistake.line {
            0 => self.file.clone(),
            line => format!("{}:{line}", self.file),
        }
    }

    fn said(&self, words: Words, locale: &Locale) -> Words {
        words
            .with("file", &self.file)
            .with("what", locale.words(&self.mistake.words))
    }
}
