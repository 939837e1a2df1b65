//! Bringing a channel's text and the base together again: what only one side changed is taken by itself, what both changed
//! is asked, place by place.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::ground::With;
use super::{Reply, Write};
use crate::domain::merge::{Apart, Choice, Hunk, merge, together};
use crate::domain::words::Words;
use crate::effect::{Effect, Weight};
use crate::env::Env;
use crate::keys::{Code, Key};
use crate::ui::width::{pad, width};
use crate::ui::{Editor, EditorStyle, put_cut, put_cut_to, rule, wrapped};

/// The footer while it is asked.
const HINTS: &[(&str, &str)] = &[
    ("←", "together-hint-hers"),
    ("→", "together-hint-base"),
    ("Space", "together-hint-both"),
    ("↑↓", "together-hint-next"),
    ("Enter", "together-hint-take"),
    ("F6", "together-hint-leave"),
    ("Esc", "hint-back"),
];

/// The footer while it is asked about what somebody else has saved.
const THEIRS_HINTS: &[(&str, &str)] = &[
    ("←", "together-hint-hers"),
    ("→", "together-hint-theirs"),
    ("Space", "together-hint-both"),
    ("↑↓", "together-hint-next"),
    ("Enter", "together-hint-take"),
    ("F6", "together-hint-leave"),
    ("Esc", "hint-back"),
];

/// Rows one side of a question takes at most.
const ROWS: usize = 3;

/// The three texts on their way to one.
#[derive(Debug)]
pub(super) struct Together {
    hunks: Vec<Hunk>,
    /// What was chosen, place by place.
    choices: Vec<Option<Choice>>,
    at: usize,
    /// What is taken in.
    with: With,
    /// How it would read.
    view: Editor,
}

impl Together {
    fn new(then: &str, now: &str, hers: &str, with: With) -> Self {
        let hunks = merge(then, now, hers);
        let asked = hunks.iter().filter(|it| matches!(it, Hunk::Apart(_)));
        let mut it = Self {
            choices: vec![None; asked.count()],
            hunks,
            at: 0,
            with,
            view: Editor::new(""),
        };
        it.read();
        it
    }

    /// How it reads with what was chosen so far.
    fn text(&self) -> String {
        let chosen = self.choices.iter().map(|it| it.unwrap_or(Choice::Hers));
        together(&self.hunks, &chosen.collect::<Vec<_>>())
    }

    /// Reads it anew, scrolled to the place that is asked about.
    fn read(&mut self) {
        let before = self.hunks.iter().scan(0, |asked, hunk| {
            *asked += usize::from(matches!(hunk, Hunk::Apart(_)));
            Some((*asked, hunk))
        });
        let before = before.take_while(|(asked, _)| *asked <= self.at);
        let upto = before.map(|(_, hunk)| hunk.clone()).collect::<Vec<_>>();
        let chosen = self.choices.iter().map(|it| it.unwrap_or(Choice::Hers));
        let place = together(&upto, &chosen.collect::<Vec<_>>()).len();
        self.view = Editor::new(&self.text());
        self.view.put_caret(place);
    }

    /// The footer.
    pub(super) fn hints(&self) -> &'static [(&'static str, &'static str)] {
        match self.with {
            With::Base(_) => HINTS,
            With::Theirs => THEIRS_HINTS,
        }
    }

    /// How it reads with what was chosen so far, once anything was.
    pub(super) fn chosen(&self) -> Option<&Editor> {
        let is_chosen = self.choices.iter().any(Option::is_some);
        is_chosen.then_some(&self.view)
    }

    fn choose(&mut self, choice: Choice) {
        if let Some(place) = self.choices.get_mut(self.at) {
            *place = Some(choice);
        }
        self.read();
    }

    fn step(&mut self, by: isize) {
        let last = self.choices.len().saturating_sub(1);
        self.at = self.at.saturating_add_signed(by).min(last);
        self.read();
    }

    /// The next place where nothing is chosen.
    fn next_open(&self) -> Option<usize> {
        self.choices.iter().position(Option::is_none)
    }

    /// What is asked now.
    fn asked(&self) -> Option<&Apart> {
        let mut asked = self.hunks.iter().filter_map(|hunk| match hunk {
            Hunk::Apart(apart) => Some(apart),
            Hunk::Settled(_) => None,
        });
        asked.nth(self.at)
    }
}

impl Write {
    /// Lays the base as it was, the base as it is and hers beside each other, each as it goes out on the channel; before
    /// that, what somebody else has saved.
    pub(super) fn begin_bringing(&mut self, env: &Env<'_>) -> Reply {
        if let Some(it) = self.with_theirs(self.at) {
            self.together = Some(it);
            return Reply::stay();
        }
        let base = self.base_text().to_owned();
        let page = self.page();
        let Some(then) = page.came_from.as_ref().filter(|_| page.is_stale(&base)) else {
            let words = Words::new("together-nothing");
            return Reply::with(Effect::Toast(words, Weight::Note));
        };
        let [then, now] = [then, &base].map(|text| page.inherited(text, env).whole);
        self.together = Some(Together::new(
            &then,
            &now,
            self.editor.text(),
            With::Base(base),
        ));
        Reply::stay()
    }

    pub(super) fn bring(&mut self, key: Key, env: &Env<'_>) -> Reply {
        let Some(it) = &mut self.together else {
            return Reply::stay();
        };
        match key.code {
            Code::Left => it.choose(Choice::Hers),
            Code::Right => it.choose(Choice::Base),
            Code::Char(' ') => it.choose(Choice::Both),
            Code::Up => it.step(-1),
            Code::Down => it.step(1),
            Code::Esc => self.together = None,
            Code::F(6) => return self.brought(None, env),
            Code::Enter => {
                let Some(open) = it.next_open() else {
                    let text = it.text();
                    return self.brought(Some(text), env);
                };
                it.at = open;
                it.read();
                let words = Words::new("together-choose");
                return Reply::with(Effect::Toast(words, Weight::Note));
            }
            _ => {}
        }
        Reply::stay()
    }

    /// Hers has taken the other in: with its changes, or left as it is. Typing's own undo takes it back.
    fn brought(&mut self, text: Option<String>, env: &Env<'_>) -> Reply {
        let Some(it) = self.together.take() else {
            return Reply::stay();
        };
        let key = match (&it.with, text.is_some()) {
            (With::Base(_), true) => "together-done",
            (With::Base(_), false) => "together-left",
            (With::Theirs, true) => "together-theirs-done",
            (With::Theirs, false) => "together-theirs-left",
        };
        let text = text.unwrap_or_else(|| self.editor.text().to_owned());
        self.take_in(self.at, &text, it.with);
        self.place(env);
        Reply::with(Effect::Toast(Words::new(key), Weight::Plain))
    }

    /// A text reads so from now on, and has taken the other in.
    fn take_in(&mut self, at: usize, text: &str, with: With) {
        let base = self.base_text().to_owned();
        let page = &mut self.pages[at];
        let editor = if at == self.at {
            &mut self.editor
        } else {
            &mut page.laid
        };
        let stage = editor.stage();
        editor.begin_stage(text);
        page.brought(stage, with, &base);
    }

    /// What somebody else has saved of a text, beside hers.
    fn with_theirs(&self, at: usize) -> Option<Together> {
        let page = &self.pages[at];
        let theirs = page.theirs.as_ref()?;
        let hers = self.text_of(at);
        Some(Together::new(&page.saved, &theirs.text, hers, With::Theirs))
    }

    /// Takes in what somebody else has saved of the texts that are about to be saved, where it can be done unasked; says of
    /// how many. Where something is to be asked, that is asked first.
    pub(super) fn bring_theirs(&mut self, env: &Env<'_>) -> Result<usize, Reply> {
        let mut brought = 0;
        for at in 0..self.pages.len() {
            if self.pages[at].to_save(self.text_of(at)).is_empty() {
                continue;
            }
            let Some(it) = self.with_theirs(at) else {
                continue;
            };
            if !it.choices.is_empty() {
                if at != self.at {
                    self.take_up(at, env);
                }
                self.together = Some(it);
                let words = Words::new("together-theirs-first");
                return Err(Reply::with(Effect::Toast(words, Weight::Note)));
            }
            self.take_in(at, &it.text(), With::Theirs);
            brought += 1;
        }
        Ok(brought)
    }

    pub(super) fn settle_together(&mut self, area: Rect) {
        if let Some(it) = &mut self.together {
            let below = below(area);
            it.view.settle(below.width, below.height);
        }
    }

    pub(super) fn draw_together(&self, area: Rect, buf: &mut Buffer, env: &Env<'_>) {
        let Some(it) = &self.together else { return };
        let count = [("n", it.choices.len().into()), ("at", (it.at + 1).into())];
        let head = env.locale.say("together-asked", &count);
        put_cut(buf, area.x, area.y, area.width, &head, env.theme.strong);
        if let Some(asked) = it.asked() {
            let rows = Rect {
                y: area.y + 1,
                height: area.height.saturating_sub(1),
                ..area
            };
            draw_sides(asked, it, rows, buf, env);
        }
        let below = below(area);
        if below.y > area.y {
            let line = Rect {
                y: below.y - 1,
                height: 1,
                ..area
            };
            let title = env.locale.text("together-reads");
            rule(buf, line, &title, "", env.theme);
        }
        let style = EditorStyle::from(env.theme);
        it.view.draw(below, buf, &style, false);
    }
}

/// The base then, the base now, and hers, one below the other; what is chosen has a dot.
fn draw_sides(asked: &Apart, it: &Together, area: Rect, buf: &mut Buffer, env: &Env<'_>) {
    let chosen = it.choices[it.at];
    let (then, now) = match it.with {
        With::Base(_) => ("together-then", "together-now"),
        With::Theirs => ("together-theirs-then", "together-theirs-now"),
    };
    let is_chosen = |choice| chosen == Some(choice) || chosen == Some(Choice::Both);
    let sides = [
        (then, &asked.then, false),
        (now, &asked.now, is_chosen(Choice::Base)),
        ("together-hers", &asked.hers, is_chosen(Choice::Hers)),
    ]
    .map(|(key, text, is_chosen)| (env.locale.text(key), text, is_chosen));
    let cells = sides.iter().map(|(label, ..)| width(label)).max();
    let nothing = env.locale.text("together-no-words");
    let mut y = area.y;
    for (label, text, is_chosen) in sides {
        let mark = if is_chosen { "●" } else { " " };
        let label = format!("{mark} {} ", pad(&label, cells.unwrap_or(0)));
        let x = put_cut_to(buf, area.x, y, area.right(), &label, env.theme.dim);
        let (text, style) = match text.trim() {
            "" => (&*nothing, env.theme.dim),
            _ if is_chosen => (text.as_str(), env.theme.strong),
            _ => (text.as_str(), env.theme.text),
        };
        let rows = Rect {
            x,
            y,
            width: area.right().saturating_sub(x),
            height: area.bottom().saturating_sub(y),
        };
        y += draw_rows(text, rows, buf, style);
    }
}

/// A few rows of a text; returns how many it took.
fn draw_rows(text: &str, area: Rect, buf: &mut Buffer, style: Style) -> u16 {
    let rows = wrapped(text, usize::from(area.width).max(1));
    let mut taken = 0;
    let room = ROWS.min(usize::from(area.height));
    for row in rows.into_iter().take(room) {
        put_cut(buf, area.x, area.y + taken, area.width, &text[row], style);
        taken += 1;
    }
    taken.max(1)
}

/// Where it is read how it would be: below what is asked.
fn below(area: Rect) -> Rect {
    let above = (2 + 3 * ROWS as u16)
        .min(area.height / 2 + 1)
        .min(area.height);
    Rect {
        y: area.y + above,
        height: area.height - above,
        ..area
    }
}
