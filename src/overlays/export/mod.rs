//! Taking out what is shown: in which form, under which name, and then where it lies.

mod view;

use std::path::{Path, PathBuf};

use ratatui::layout::Rect;

use super::Reply;
use super::enter::Enter;
use crate::domain::file_name::plain;
use crate::domain::sanitize;
use crate::domain::words::Words;
use crate::effect::Effect;
use crate::env::Env;
use crate::keys::{Code, Key, Layouts};
use crate::report::export::{Form, Trouble, Wanted};
use crate::ui::LineInput;

/// Bytes of a client's name in the name of a file.
const LONGEST_NAME: usize = 40;

/// The forms, each with its key.
const FORMS: [(char, Form); 4] = [
    ('c', Form::Csv),
    ('x', Form::Xlsx),
    ('m', Form::Md),
    ('j', Form::Json),
];

/// How far it has come.
#[derive(Debug)]
enum Stage {
    /// Form and name can be chosen; what is in the way, if something is.
    Asking(Option<Words>),
    /// A worker writes.
    Writing,
    /// It lies there, with so many rows.
    Done(PathBuf, usize),
}

/// The window.
#[derive(Debug)]
pub struct Export {
    wanted: Wanted,
    folder: PathBuf,
    name: LineInput,
    /// Whether the keys are letters of the name.
    naming: bool,
    /// Whether a file of this name is replaced.
    replace: bool,
    stage: Stage,
    enter: Enter,
}

impl Export {
    /// Opens with a name by day and client, for files that go into this folder.
    pub fn open(wanted: Wanted, folder: PathBuf, env: &Env<'_>) -> Self {
        let who = wanted.client.map(|client| env.roster.badge(client).0);
        let who = who.map_or_else(String::new, |name| {
            format!("-{}", plain(name, LONGEST_NAME, "client"))
        });
        let what = if wanted.only_waiting {
            "drafts"
        } else {
            wanted.what.word()
        };
        let day = env.now.with_timezone(&env.zone).date_naive();
        let name = format!("{day}{who}-{what}.{}", wanted.form.word());
        Self {
            name: LineInput::new(&name, ""),
            naming: false,
            replace: false,
            stage: Stage::Asking(None),
            enter: Enter::default(),
            wanted,
            folder,
        }
    }

    pub(super) fn key(&mut self, key: Key, env: &Env<'_>) -> Reply {
        match (&self.stage, key.code) {
            (_, Code::Enter) if !self.enter.is_new(env.now) => Reply::stay(),
            (Stage::Writing, Code::Esc) | (Stage::Done(..), Code::Esc | Code::Enter) => {
                Reply::close()
            }
            (Stage::Done(path, _), Code::Char(typed))
                if Layouts::builtin().to_latin(typed) == 'y' =>
            {
                Reply::with(Effect::Copy {
                    text: path.display().to_string(),
                    what: Words::new("export-path"),
                })
            }
            (Stage::Asking(_), _) => self.asked(key),
            (Stage::Writing | Stage::Done(..), _) => Reply::stay(),
        }
    }

    /// A key while form and name can be chosen.
    fn asked(&mut self, key: Key) -> Reply {
        match key.code {
            Code::Enter => return self.begin(),
            Code::Tab => self.naming = !self.naming,
            Code::Esc if self.naming => self.naming = false,
            Code::Esc => return Reply::close(),
            _ if self.naming => self.type_name(key),
            Code::Char(typed) => {
                let latin = Layouts::builtin().to_latin(typed);
                if let Some((_, form)) = FORMS.iter().find(|(key, _)| *key == latin) {
                    self.turn(*form);
                }
            }
            _ => {}
        }
        Reply::stay()
    }

    fn type_name(&mut self, key: Key) {
        if self.name.input(key) == crate::ui::Reply::Changed {
            self.renamed();
        }
    }

    pub(super) fn paste(&mut self, text: &str) -> Reply {
        let can = self.naming && matches!(self.stage, Stage::Asking(_));
        if can && self.name.paste_clean(&sanitize::line(text)) == crate::ui::Reply::Changed {
            self.renamed();
        }
        Reply::stay()
    }

    /// Another form: the name gets its ending.
    fn turn(&mut self, form: Form) {
        let name = self.name.text();
        let stem = match ending(name) {
            Some(_) => name.rsplit_once('.').map_or(name, |(stem, _)| stem),
            None => name,
        };
        let name = format!("{stem}.{}", form.word());
        self.name.rewrite(&name);
        self.renamed();
    }

    /// Another name: its ending says the form, and what was in the way of the old one is no more.
    fn renamed(&mut self) {
        self.wanted.form = ending(self.name.text()).unwrap_or(self.wanted.form);
        self.replace = false;
        self.stage = Stage::Asking(None);
    }

    fn begin(&mut self) -> Reply {
        let file = self.name.text().trim().to_owned();
        if file.is_empty() || file.ends_with('/') {
            self.stage = Stage::Asking(Some(Words::new("export-no-name")));
            return Reply::stay();
        }
        self.stage = Stage::Writing;
        Reply::with(Effect::Export {
            wanted: self.wanted.clone(),
            file,
            replace: self.replace,
        })
    }

    /// The worker is done. A file that is there already is asked about.
    pub fn written(&mut self, path: &Path, written: Result<usize, Trouble>) {
        self.stage = match written {
            Ok(rows) => Stage::Done(path.to_owned(), rows),
            Err(Trouble::There(_)) => {
                self.replace = true;
                Stage::Asking(Some(Words::new("export-replace")))
            }
            Err(trouble) => Stage::Asking(Some(trouble.words())),
        };
    }

    pub(super) fn settle(&mut self, area: Rect) {
        self.name.settle(view::room_of_name(area));
    }

    /// The keys of the stage it is at.
    pub(super) fn hints(&self) -> &'static [(&'static str, &'static str)] {
        match &self.stage {
            Stage::Asking(_) if self.naming => &[
                ("Enter", "export-hint-write"),
                ("Tab", "export-hint-form"),
                ("Esc", "hint-back"),
            ],
            Stage::Asking(_) => &[
                ("Enter", "export-hint-write"),
                ("c x m j", "export-hint-form"),
                ("Tab", "export-hint-name"),
                ("Esc", "hint-back"),
            ],
            Stage::Writing => &[("Esc", "hint-back")],
            Stage::Done(..) => &[("y", "export-hint-path"), ("Enter", "hint-back")],
        }
    }
}

/// The form an ending says.
fn ending(name: &str) -> Option<Form> {
    let (_, ending) = name.trim().rsplit_once('.')?;
    Form::from_word(&ending.to_ascii_lowercase())
}
