//! Everything of hers in the settings folder, read in one go: taken whole, or refused with every mistake of every file.

mod folder;
mod stamps;
mod wrong;

use std::path::{Path, PathBuf};

use super::file::read_file;
use super::{Config, Manners, Paths, Said};
use crate::domain::page::{Mistake, quote};
use crate::domain::platform::Platforms;
use crate::domain::words::Words;
use crate::domain::{filter, verdict, when};
use crate::keys::Keymap;
use crate::locale::{self, OwnFile};
use crate::ui::Theme;
use folder::{folders_in, is_name, names_in};

pub use stamps::Stamps;
pub use wrong::{Kind, Wrong};

/// Everything of hers, understood.
#[derive(Debug, Default)]
pub struct Own {
    /// Her settings, and where she says them.
    pub said: Said,
    /// The names of her themes.
    pub themes: Vec<String>,
    /// Her keys over ours, where she has some.
    pub keymap: Option<Keymap>,
    /// The colours in force.
    pub theme: Option<Theme>,
    /// What is put in force for the whole program.
    pub pages: Pages,
}

/// Pages that the whole program asks for without being handed them.
#[derive(Debug, Default)]
pub struct Pages {
    platforms: Option<Platforms>,
    when: Option<when::Hers>,
    verdict: Option<verdict::Hers>,
    filter: Option<filter::Hers>,
    locale: Option<locale::Own>,
}

impl Pages {
    /// Puts them in force; what she has no page for is ours again.
    pub fn put_in_force(self) {
        Platforms::put_in_force(self.platforms);
        when::Hers::put_in_force(self.when);
        verdict::Hers::put_in_force(self.verdict);
        filter::Hers::put_in_force(self.filter);
        locale::Own::put_in_force(self.locale);
    }
}

impl Own {
    /// Reads the folder. What is wrong is left out of what is returned beside it: it is for those who can do without.
    pub fn read(paths: &Paths, manners: &Manners) -> (Self, Vec<Wrong>) {
        let mut reading = Reading {
            folder: &paths.config,
            wrong: Vec::new(),
        };
        let themes = reading.themes();
        let said = reading.file(Kind::Config, "config.toml", |text| {
            Config::read(text, &themes)
        });
        let said = said.unwrap_or_default();
        let keymap = reading.file(Kind::Keymap, "keymap.toml", keymap);
        let theme = reading.theme(said.config.theme(manners), &themes);
        let platforms = reading.file(Kind::Platforms, "platforms.toml", Platforms::with_user);
        let when = reading.file(Kind::When, "words/when.toml", when::Hers::read);
        let verdict = reading.file(Kind::Verdict, "words/verdict.toml", verdict::Hers::read);
        let filter = reading.file(Kind::Filter, "words/filter.toml", |text| {
            let book = platforms.as_ref().unwrap_or_else(|| Platforms::builtin());
            filter::Hers::read(text, book)
        });
        let locale = reading.locale();
        let own = Self {
            said,
            themes,
            keymap,
            theme,
            pages: Pages {
                platforms,
                when,
                verdict,
                filter,
                locale,
            },
        };
        (own, reading.wrong)
    }

    /// Looks at the themes that are not in force too: what is wrong with them is told before they are chosen.
    pub fn check_other_themes(paths: &Paths, wrong: &mut Vec<Wrong>) {
        let mut reading = Reading {
            folder: &paths.config,
            wrong: Vec::new(),
        };
        for name in reading.themes() {
            let file = theme_file(&name);
            reading.file(Kind::Theme, &file, Theme::from_toml);
        }
        let news = reading.wrong.into_iter();
        let news: Vec<Wrong> = news.filter(|one| !wrong.contains(one)).collect();
        wrong.extend(news);
    }

    /// Looks at one file anywhere, by what its name says it is about.
    pub fn check_file(paths: Option<&Paths>, file: &Path) -> Vec<Wrong> {
        let kind = Kind::of(file);
        let folder = PathBuf::new();
        let mut reading = Reading {
            folder: &folder,
            wrong: Vec::new(),
        };
        let name = file.to_string_lossy().into_owned();
        match kind {
            Kind::Config => {
                let themes = paths.map_or_else(Vec::new, |paths| {
                    names_in(&paths.config.join(THEMES), "toml")
                });
                reading.needed(kind, &name, |text| Config::read(text, &themes).map(drop));
            }
            Kind::Keymap => reading.needed(kind, &name, |text| keymap(text).map(drop)),
            Kind::Platforms => {
                reading.needed(kind, &name, |text| Platforms::with_user(text).map(drop));
            }
            Kind::Theme => {
                let own = file.file_stem().unwrap_or_default().to_string_lossy();
                if !is_name(&own) {
                    let mistake = Mistake::whole(Words::new("theme-name"));
                    reading.complain(kind, &name, vec![mistake]);
                }
                reading.needed(kind, &name, |text| Theme::from_toml(text).map(drop));
            }
            Kind::When => reading.needed(kind, &name, |text| when::Hers::read(text).map(drop)),
            Kind::Verdict => {
                reading.needed(kind, &name, |text| verdict::Hers::read(text).map(drop));
            }
            Kind::Filter => reading.needed(kind, &name, |text| {
                filter::Hers::read(text, Platforms::builtin()).map(drop)
            }),
            Kind::Locale => {
                let tag = file.parent().and_then(Path::file_name).unwrap_or_default();
                let tag = tag.to_string_lossy().into_owned();
                reading.needed(kind, &name, |text| one_locale(tag.clone(), text));
            }
        }
        reading.wrong
    }
}

/// The folder of her themes.
const THEMES: &str = "themes";
/// The folder of her words.
const LOCALE: &str = "locale";

fn theme_file(name: &str) -> String {
    format!("{THEMES}/{name}.toml")
}

fn keymap(text: &str) -> Result<Keymap, Vec<Mistake>> {
    Keymap::with_user(text).map_err(|mistakes| mistakes.into_iter().map(Into::into).collect())
}

fn one_locale(tag: String, text: &str) -> Result<(), Vec<Mistake>> {
    let text = text.to_owned();
    let read = locale::Own::read(&[OwnFile { tag, text }]);
    read.map(drop)
        .map_err(|wrong| wrong.into_iter().map(|(_, mistake)| mistake).collect())
}

/// The folder while it is read.
struct Reading<'p> {
    folder: &'p Path,
    wrong: Vec<Wrong>,
}

impl Reading<'_> {
    /// One file, if it is there and right.
    fn file<T>(
        &mut self,
        kind: Kind,
        name: &str,
        read: impl FnOnce(&str) -> Result<T, Vec<Mistake>>,
    ) -> Option<T> {
        let text = match read_file(&self.folder.join(name)) {
            Ok(text) => text?,
            Err(mistake) => {
                self.complain(kind, name, vec![mistake]);
                return None;
            }
        };
        read(&text)
            .map_err(|mistakes| self.complain(kind, name, mistakes))
            .ok()
    }

    /// One file that must be there.
    fn needed(
        &mut self,
        kind: Kind,
        name: &str,
        read: impl FnOnce(&str) -> Result<(), Vec<Mistake>>,
    ) {
        if self.file(kind, name, read).is_none() && self.wrong.is_empty() {
            self.complain(kind, name, vec![Mistake::whole(Words::new("page-none"))]);
        }
    }

    fn complain(&mut self, kind: Kind, name: &str, mistakes: Vec<Mistake>) {
        let file = crate::domain::sanitize::line(name);
        self.wrong.extend(mistakes.into_iter().map(|mistake| Wrong {
            kind,
            file: file.clone(),
            mistake,
        }));
    }

    /// The names of her themes; a name that cannot be written in the settings is a mistake.
    fn themes(&mut self) -> Vec<String> {
        let names = names_in(&self.folder.join(THEMES), "toml");
        let (good, bad): (Vec<String>, Vec<String>) =
            names.into_iter().partition(|name| is_name(name));
        for name in bad {
            let file = theme_file(&quote(&name));
            self.complain(
                Kind::Theme,
                &file,
                vec![Mistake::whole(Words::new("theme-name"))],
            );
        }
        good
    }

    /// The colours in force: hers, where she has some of that name.
    fn theme(&mut self, name: &str, own: &[String]) -> Option<Theme> {
        if own.iter().any(|own| own == name) {
            return self.file(Kind::Theme, &theme_file(name), Theme::from_toml);
        }
        Theme::named(name)
    }

    /// Her words in every language.
    fn locale(&mut self) -> Option<locale::Own> {
        let folder = self.folder.join(LOCALE);
        let mut names = Vec::new();
        let mut files = Vec::new();
        for tag in folders_in(&folder) {
            for name in names_in(&folder.join(&tag), "ftl") {
                let name = format!("{LOCALE}/{tag}/{name}.ftl");
                let text = self.file(Kind::Locale, &name, |text| Ok(text.to_owned()));
                if let Some(text) = text {
                    let tag = tag.clone();
                    files.push(OwnFile { tag, text });
                    names.push(name);
                }
            }
        }
        if files.is_empty() {
            return None;
        }
        match locale::Own::read(&files) {
            Ok(own) => Some(own),
            Err(wrong) => {
                for (number, mistake) in wrong {
                    self.complain(Kind::Locale, &names[number], vec![mistake]);
                }
                None
            }
        }
    }
}
