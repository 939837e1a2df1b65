//! Bringing a plan in: which file, how it is read, what its names mean, what would come. Esc goes one step back, and
//! nothing that was said is lost by it.

mod names;

mod reading;
mod report;
mod view;
mod worker;

use ratatui::layout::Rect;

use super::Reply;
use super::enter::Enter;
use super::path_line::PathLine;
use crate::action::Action;
use crate::domain::words::Words;
use crate::effect::{Effect, Effects, Show, Weight};
use crate::env::Env;
use crate::import::{Choices, Dates, Problem};
use crate::intake::fetch::{self, Completed};
use crate::intake::{Looked, StandIns, Unknown};
use crate::keys::{Code, Key};
use crate::ui::Cursor;
use worker::Busy;

pub use worker::{Load, Order};

/// Problems kept for reading; the rest are counted.
const TOLD: usize = 1_000;

/// Where she is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Step {
    /// Which file.
    Path,
    /// How it is read.
    Reading,
    /// What its names mean.
    Names,
    /// What would come, row by row.
    Report,
}

/// The window.
#[derive(Debug)]
pub struct Bring {
    step: Step,
    path: PathLine,
    /// The path of the file at hand, as it was typed.
    file: String,
    choices: Choices,
    names: StandIns,
    turn: u64,
    busy: Busy,
    looked: Option<Box<Looked>>,
    /// Names that nobody here has, also those that were given a meaning.
    unknown: Vec<Unknown>,
    /// Problems beyond those that are kept.
    untold: usize,
    /// Why the file could not be read, or why it cannot come in yet.
    refusal: Option<Words>,
    reading: Cursor,
    naming: Cursor,
    problems: Cursor,
    height: usize,
    enter: Enter,
}

impl Bring {
    /// Opens with an empty path; rows without a client are of the one in scope.
    pub fn open(env: &Env<'_>) -> Self {
        let client = env.scope.and_then(|id| env.roster.client(id));
        Self {
            step: Step::Path,
            path: PathLine::new("", "bring-path-example", env),
            file: String::new(),
            choices: Choices {
                client: client.map(|it| it.card.short.clone()),
                ..Choices::default()
            },
            names: StandIns::default(),
            turn: 0,
            busy: Busy::No,
            looked: None,
            unknown: Vec::new(),
            untold: 0,
            refusal: None,
            reading: Cursor::default(),
            naming: Cursor::default(),
            problems: Cursor::default(),
            height: 1,
            enter: Enter::default(),
        }
    }

    /// Whether the path has the keys.
    pub fn typing(&self) -> bool {
        self.step == Step::Path
    }

    /// The typed path may go on like this.
    pub fn completed(&mut self, completed: Completed) {
        self.path.completed(completed);
    }

    pub(super) fn key(&mut self, key: Key, env: &Env<'_>) -> Reply {
        match key.code {
            Code::Esc => Reply::close(),
            Code::Enter if !self.enter.is_new(env.now) => Reply::stay(),
            Code::Enter => Reply::with(self.take_path()),
            Code::Tab => Reply::with(Effect::Complete(self.path.text().to_owned())),
            _ => {
                self.refusal = None;
                self.path.input(key);
                Reply::stay()
            }
        }
    }

    pub(super) fn paste(&mut self, text: &str) -> Reply {
        if self.step == Step::Path {
            self.refusal = None;
            self.path.paste(text);
        }
        Reply::stay()
    }

    pub(super) fn act(&mut self, action: Action, env: &Env<'_>) -> Reply {
        match action {
            Action::Do if !self.enter.is_new(env.now) => {}
            Action::Do => return self.forward(),
            Action::Back => return self.back(),
            // While its pictures are taken only leaving it is left.
            _ if self.busy == Busy::Taking => {}
            Action::Up => self.step_by(-1),
            Action::Down => self.step_by(1),
            Action::PageUp => self.page_by(-1),
            Action::PageDown => self.page_by(1),
            Action::Home => self.cursor().home(),
            Action::End => {
                let len = self.len();
                self.cursor().end(len);
            }
            Action::Left => return Reply::with(self.turn_row(-1, env)),
            Action::Right => return Reply::with(self.turn_row(1, env)),
            Action::Clients => return Reply::with(Effect::Show(Show::Clients)),
            _ => {}
        }
        Reply::stay()
    }

    /// The footer of this step.
    pub(super) fn hints(&self) -> &'static [(&'static str, &'static str)] {
        match self.step {
            Step::Path => &[
                ("Enter", "bring-hint-look"),
                ("Tab", "bring-hint-complete"),
                ("Esc", "hint-back"),
            ],
            Step::Reading => &[
                ("Enter", "bring-hint-next"),
                ("↑↓", "hint-move"),
                ("← →", "bring-hint-other"),
                ("Esc", "bring-hint-step-back"),
            ],
            Step::Names => &[
                ("Enter", "bring-hint-next"),
                ("← →", "bring-hint-other"),
                ("C", "bring-hint-clients"),
                ("Esc", "bring-hint-step-back"),
            ],
            Step::Report => &[
                ("Enter", "bring-hint-take"),
                ("↑↓", "hint-move"),
                ("Esc", "bring-hint-step-back"),
            ],
        }
    }

    pub(super) fn settle(&mut self, area: Rect) {
        self.path.settle(area);
        self.height = usize::from(self.room(area).height).max(1);
        let (height, len) = (self.height, self.len());
        self.cursor().settle(height, len);
    }

    /// Why nothing can be taken from the file as it is read.
    fn wrong(&self) -> Option<&Problem> {
        let looked = self.looked.as_ref()?;
        match &looked.sniffed {
            None => looked.report.problems.first(),
            Some(sniffed) => sniffed.lacks.as_ref(),
        }
    }

    /// The file's name alone.
    fn name(&self) -> String {
        fetch::name(&fetch::expand(&self.file, None))
    }

    /// The path is meant: another file than before begins anew, the same one keeps all that was said about it.
    fn take_path(&mut self) -> Effects {
        let typed = self.path.text().trim().to_owned();
        if typed.is_empty() {
            return Effects::none();
        }
        if typed != self.file {
            let client = self.choices.client.take();
            self.choices = Choices {
                client,
                ..Choices::default()
            };
            self.looked = None;
            self.unknown.clear();
            (self.reading, self.naming) = (Cursor::default(), Cursor::default());
            self.file = typed;
        }
        self.step = Step::Reading;
        self.look()
    }

    /// Enter: the next step, and at the last one it comes in.
    fn forward(&mut self) -> Reply {
        let Some(looked) = self.looked.as_ref().filter(|_| self.busy == Busy::No) else {
            return Reply::stay();
        };
        let open = looked.sniffed.as_ref().map(|it| &it.dates);
        if let Some(Dates::Open { example }) = open {
            // Asked, never guessed: Enter leads to the question.
            let words = Words::new("bring-dates-first").with("example", example);
            self.reading.at = self.dates_row();
            self.step = Step::Reading;
            return Reply::with(Effect::Toast(words, Weight::Note));
        }
        match self.step {
            Step::Path => {}
            Step::Reading if self.wrong().is_some() => {}
            Step::Reading if self.unknown.is_empty() => self.step = Step::Report,
            Step::Reading => self.step = Step::Names,
            Step::Names => self.step = Step::Report,
            Step::Report if looked.goods.is_empty() => {
                let words = Words::new("imported-nothing");
                return Reply::with(Effect::Toast(words, Weight::Note));
            }
            Step::Report => return Reply::with(Effect::BringIn),
        }
        Reply::stay()
    }

    /// Esc: one step back. While its pictures are taken, it stops: nothing has been written yet.
    fn back(&mut self) -> Reply {
        if self.busy == Busy::Taking {
            let again = self.refused();
            return Reply::with(again);
        }
        self.step = match self.step {
            Step::Path => return Reply::close(),
            Step::Reading => Step::Path,
            Step::Report if !self.unknown.is_empty() => Step::Names,
            Step::Names | Step::Report => Step::Reading,
        };
        Reply::stay()
    }

    fn turn_row(&mut self, by: isize, env: &Env<'_>) -> Effects {
        let turned = match self.step {
            Step::Reading => self.turn_reading(by, env),
            Step::Names => self.turn_name(by, env),
            Step::Path | Step::Report => false,
        };
        if turned { self.look() } else { Effects::none() }
    }

    fn step_by(&mut self, by: isize) {
        let len = self.len();
        self.cursor().step(by, len);
    }

    fn page_by(&mut self, by: isize) {
        let (height, len) = (self.height, self.len());
        self.cursor().page(by, height, len);
    }

    fn cursor(&mut self) -> &mut Cursor {
        match self.step {
            Step::Path | Step::Reading => &mut self.reading,
            Step::Names => &mut self.naming,
            Step::Report => &mut self.problems,
        }
    }

    fn len(&self) -> usize {
        match self.step {
            Step::Path => 0,
            Step::Reading => self.reading_rows().len(),
            Step::Names => self.unknown.len(),
            Step::Report => self
                .looked
                .as_ref()
                .map_or(0, |it| it.report.problems.len()),
        }
    }
}
