//! A card being filled in: fields by name, what they began with, and what of it is kept for the next opening.

use std::collections::BTreeMap;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::domain::sanitize;
use crate::env::{Env, Kept};
use crate::keys::Key;
use crate::ui::{Editor, Entry, Field, Form, LineInput, Theme};

/// A form whose answers can be put aside. Kept are only the answers she changed, each under the name of its field: what
/// has changed behind her back in the meantime shows through everywhere else.
#[derive(Debug)]
pub(super) struct Blank {
    form: Form,
    names: Vec<String>,
    start: Vec<String>,
}

/// A field and the name its answer is kept under.
pub(super) type Named = (String, Field);

impl Blank {
    pub(super) fn new(fields: Vec<Named>, env: &Env<'_>) -> Self {
        let (names, fields): (Vec<_>, Vec<_>) = fields.into_iter().unzip();
        let start = fields
            .iter()
            .map(|field| field.entry.text().to_owned())
            .collect();
        Self {
            form: Form::new(fields, &env.locale.text("card-more")),
            names,
            start,
        }
    }

    /// The changed answers as one text.
    pub(super) fn kept(&self) -> String {
        let changed: BTreeMap<&str, &str> = self.changed().collect();
        serde_json::to_string(&changed).unwrap_or_default()
    }

    /// The same for the autosave, under this owner.
    pub(super) fn kept_as(&self, owner: String) -> Kept {
        Kept {
            owner,
            text: self.kept(),
            caret: 0,
        }
    }

    /// Takes up answers that were kept; those of fields that are gone are let go.
    pub(super) fn take_up(&mut self, kept: &str) {
        let answers: BTreeMap<String, String> = serde_json::from_str(kept).unwrap_or_default();
        for (name, answer) in &answers {
            let place = self.names.iter().position(|known| known == name);
            let Some(field) = place.and_then(|place| self.form.field_mut(place)) else {
                continue;
            };
            match &mut field.entry {
                Entry::Line(line) => drop(line.rewrite(answer)),
                Entry::Text(editor, _) => *editor = Editor::new(answer),
                Entry::Choice { options, at } => {
                    let found = options.iter().position(|option| option == answer);
                    *at = found.unwrap_or(*at);
                }
            }
        }
    }

    /// Whether anything differs from what the card began with.
    pub(super) fn is_changed(&self) -> bool {
        self.changed().next().is_some()
    }

    /// The name of the field that has the keys.
    pub(super) fn at(&self) -> &str {
        self.names.get(self.form.at()).map_or("", String::as_str)
    }

    /// Gives the keys to the field of this name, if there is one.
    pub(super) fn go_to(&mut self, name: &str) {
        if let Some(place) = self.names.iter().position(|known| known == name) {
            self.form.focus(place);
        }
    }

    /// Takes the fields of these places out of sight; what stands in them is kept.
    pub(super) fn hide(&mut self, places: Vec<usize>) {
        self.form.hide(places);
    }

    /// The text that has the keys; none where a line or a choice has them.
    pub(super) fn text_in_hand(&mut self) -> Option<&mut Editor> {
        self.form.text_in_focus()
    }

    /// The same to be looked at, with its label.
    pub(super) fn text_shown(&self) -> Option<(&str, &Editor)> {
        let field = self.form.fields().get(self.form.at())?;
        match &field.entry {
            Entry::Text(editor, _) => Some((&field.label, editor)),
            Entry::Line(_) | Entry::Choice { .. } => None,
        }
    }

    pub(super) fn input(&mut self, key: Key) {
        self.form.input(key);
    }

    /// Pasted text, raw.
    pub(super) fn paste(&mut self, text: &str) {
        self.form.paste_clean(&sanitize::own_text(text));
    }

    pub(super) fn settle(&mut self, area: Rect) {
        self.form.settle(area.width, area.height.saturating_sub(1));
    }

    pub(super) fn draw(&self, area: Rect, buf: &mut Buffer, theme: &Theme) -> Option<(u16, u16)> {
        self.form.draw(area, buf, theme)
    }

    /// Writes every mistake under its field.
    pub(super) fn show_mistakes(&mut self, mistakes: Vec<(usize, String)>) {
        self.form.show_errors(mistakes);
    }

    /// The chosen option of a choice; the first one of anything else.
    pub(super) fn choice(&self, place: usize) -> usize {
        match self.form.fields().get(place).map(|field| &field.entry) {
            Some(Entry::Choice { at, .. }) => *at,
            _ => 0,
        }
    }

    /// An answer in one line.
    pub(super) fn line(&self, place: usize) -> String {
        sanitize::line(self.answer(place)).trim().to_owned()
    }

    /// An answer in as many lines as she likes.
    pub(super) fn text(&self, place: usize) -> String {
        sanitize::text(self.answer(place)).trim().to_owned()
    }

    /// An answer that lists things.
    pub(super) fn list(&self, place: usize) -> Vec<String> {
        let line = self.line(place);
        let parts = line.split([',', ';']).map(str::trim);
        parts
            .filter(|part| !part.is_empty())
            .map(str::to_owned)
            .collect()
    }

    fn answer(&self, place: usize) -> &str {
        let field = self.form.fields().get(place);
        field.map_or("", |field| field.entry.text())
    }

    fn changed(&self) -> impl Iterator<Item = (&str, &str)> {
        let answers = self.form.fields().iter().map(|field| field.entry.text());
        let each = self.names.iter().zip(answers).zip(&self.start);
        each.filter(|((_, answer), start)| *answer != start.as_str())
            .map(|((name, answer), _)| (name.as_str(), answer))
    }
}

/// A field of one line; its words live under its name.
pub(super) fn line(name: &str, text: &str, folded: bool, env: &Env<'_>) -> Named {
    let example = env.locale.text(&format!("{name}-example"));
    let entry = Entry::Line(LineInput::new(text, &example));
    (name.to_owned(), field(name, entry, folded, env))
}

/// A field of three lines; its words live under its name.
pub(super) fn text(name: &str, text: &str, folded: bool, env: &Env<'_>) -> Named {
    let entry = Entry::Text(Editor::new(text), 3);
    (name.to_owned(), field(name, entry, folded, env))
}

/// A field of two lines, where a card is long and a text that grows can have the whole window; its words live under its name.
pub(super) fn glimpse(name: &str, text: &str, env: &Env<'_>) -> Named {
    let entry = Entry::Text(Editor::new(text), 2);
    (name.to_owned(), field(name, entry, false, env))
}

/// One of a few; its words live under its name.
pub(super) fn choice(name: &str, options: Vec<String>, at: usize, env: &Env<'_>) -> Named {
    let entry = Entry::Choice { options, at };
    (name.to_owned(), field(name, entry, false, env))
}

fn field(name: &str, entry: Entry, folded: bool, env: &Env<'_>) -> Field {
    Field {
        label: env.locale.text(name).into_owned(),
        entry,
        error: String::new(),
        folded,
    }
}
