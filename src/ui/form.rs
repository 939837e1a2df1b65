//! A form from top to bottom: labels, boxes to write in, choices, an error under each, and a folded rest.

mod layout;
#[cfg(test)]
mod tests;

use ratatui::{buffer::Buffer, layout::Rect};

use super::{
    editor::{Editor, EditorStyle, LineInput, Reply},
    put::put_cut,
    theme::Theme,
};
use crate::keys::{Code, Key};
use layout::{Place, Plan};

/// Fields to fill in, one under the other; exactly one of them gets the keys.
#[derive(Debug, Clone, Default)]
pub struct Form {
    fields: Vec<Field>,
    at: usize,
    folded: bool,
    /// Fields that have no place here now; what stands in them stays.
    hidden: Vec<usize>,
    fold_note: String,
    plan: Plan,
    top: usize,
}

/// One field of a form. All words are given, already translated.
#[derive(Debug, Clone)]
pub struct Field {
    /// What she is asked for.
    pub label: String,
    /// Where she answers.
    pub entry: Entry,
    /// What is wrong with the answer; empty if nothing is. Goes away when the answer changes.
    pub error: String,
    /// True for a field that is shown only after unfolding.
    pub folded: bool,
}

/// How a field is answered.
#[derive(Debug, Clone)]
pub enum Entry {
    /// One line.
    Line(LineInput),
    /// A text, shown in so many rows.
    Text(Editor, u16),
    /// One of several options, changed with the left and right arrow.
    Choice {
        /// The options, in order.
        options: Vec<String>,
        /// The chosen one.
        at: usize,
    },
}

impl Entry {
    /// The answer as text: what was written, or the chosen option.
    pub fn text(&self) -> &str {
        match self {
            Self::Line(line) => line.text(),
            Self::Text(editor, _) => editor.text(),
            Self::Choice { options, at } => options.get(*at).map_or("", String::as_str),
        }
    }
}

impl Form {
    /// A form of these fields, the first one in focus. `fold_note` is the row that stands for the folded fields and names
    /// the key that shows them; without folded fields it is never seen.
    pub fn new(fields: Vec<Field>, fold_note: &str) -> Self {
        let mut form = Self {
            folded: fields.iter().any(|field| field.folded),
            fields,
            fold_note: fold_note.to_owned(),
            ..Self::default()
        };
        let first = form.visible().next();
        form.at = first.unwrap_or(0);
        form.settle(80, 24);
        form
    }

    /// The fields with their answers, folded ones too.
    pub fn fields(&self) -> &[Field] {
        &self.fields
    }

    /// One field, to set its answer or its error; `settle` afterwards.
    pub fn field_mut(&mut self, index: usize) -> Option<&mut Field> {
        self.fields.get_mut(index)
    }

    /// Which field gets the keys.
    pub fn at(&self) -> usize {
        self.at
    }

    /// True while some fields are hidden.
    pub fn is_folded(&self) -> bool {
        self.folded
    }

    /// Takes these fields out of sight and brings all others back; their answers stay. `settle` afterwards.
    pub fn hide(&mut self, fields: Vec<usize>) {
        self.hidden = fields;
    }

    /// The text that has the keys, if one has.
    pub fn text_in_focus(&mut self) -> Option<&mut Editor> {
        match self.fields.get_mut(self.at).map(|field| &mut field.entry) {
            Some(Entry::Text(editor, _)) => Some(editor),
            _ => None,
        }
    }

    /// Gives a field the keys, unfolding if it is folded. Out of range or out of sight nothing happens.
    pub fn focus(&mut self, index: usize) {
        let Some(field) = self
            .fields
            .get(index)
            .filter(|_| !self.hidden.contains(&index))
        else {
            return;
        };
        self.folded &= !field.folded;
        self.at = index;
        self.settle(self.plan.width, self.plan.height);
    }

    /// Writes the errors of a refused form under their fields and goes to the first of them.
    pub fn show_errors(&mut self, errors: impl IntoIterator<Item = (usize, String)>) {
        for field in &mut self.fields {
            field.error.clear();
        }
        for (index, error) in errors {
            if let Some(field) = self.fields.get_mut(index) {
                field.error = error;
            }
        }
        let first = self.fields.iter().position(|field| !field.error.is_empty());
        self.focus(first.unwrap_or(self.at));
    }

    /// Gives the form a key. Tab goes round, and past the last
    /// field in sight it unfolds the rest; up and down leave a field at its first and last row; ctrl-j is a new line
    /// in a text. Enter and Esc are the caller's.
    pub fn input(&mut self, key: Key) -> Reply {
        let reply = match key.code {
            Code::Tab => self.go(1, true),
            Code::BackTab => self.go(-1, true),
            code => match (self.answer(key), code) {
                (Reply::Ignored, Code::Up) => self.go(-1, false),
                (Reply::Ignored, Code::Down) => self.go(1, false),
                (reply, _) => reply,
            },
        };
        self.after(reply)
    }

    /// Puts a sanitised text into the field in focus; a choice ignores it.
    pub fn paste_clean(&mut self, text: &str) -> Reply {
        let reply = match self.fields.get_mut(self.at).map(|field| &mut field.entry) {
            Some(Entry::Line(line)) => line.paste_clean(text),
            Some(Entry::Text(editor, _)) => editor.paste_clean(text),
            Some(Entry::Choice { .. }) | None => Reply::Ignored,
        };
        self.after(reply)
    }

    /// Goes to the field that was clicked: column and row inside the area the form was drawn in.
    pub fn click(&mut self, col: u16, row: u16) -> Reply {
        let row = row.saturating_add(self.top as u16);
        let hit = |place: &&Place| (place.label.y..place.entry.bottom()).contains(&row);
        let Some(place) = self.plan.places.iter().find(hit) else {
            return Reply::Ignored;
        };
        let (x, y) = (
            col.saturating_sub(place.entry.x),
            row.saturating_sub(place.entry.y),
        );
        let moved = self.at != place.field;
        self.at = place.field;
        let reply = match &mut self.fields[place.field].entry {
            Entry::Line(line) => line.click(x),
            Entry::Text(editor, _) => editor.click(x, y),
            Entry::Choice { .. } => Reply::Ignored,
        };
        self.after(if moved { Reply::Moved } else { reply })
    }

    /// Lays the form out for an area and scrolls to the field in focus.
    pub fn settle(&mut self, cells: u16, rows: u16) {
        let shown: Vec<usize> = self.visible().collect();
        self.plan = Plan::new(&self.fields, &shown, self.folded, cells, rows);
        for place in &self.plan.places {
            match &mut self.fields[place.field].entry {
                Entry::Line(line) => line.settle(place.entry.width),
                Entry::Text(editor, _) => editor.settle(place.entry.width, place.entry.height),
                Entry::Choice { .. } => {}
            }
        }
        self.top = self.plan.scroll(self.top, self.at);
    }

    /// Draws the form and returns the caret's cell, if the field in focus has one.
    pub fn draw(&self, area: Rect, buf: &mut Buffer, theme: &Theme) -> Option<(u16, u16)> {
        let area = area.intersection(buf.area);
        // Drawn whole beside the screen, then the rows in sight are taken over: a field may be half scrolled out.
        let mut sheet = Buffer::empty(Rect::new(0, 0, self.plan.width, self.plan.rows));
        sheet.set_style(sheet.area, theme.text);
        let mut caret = None;
        for place in &self.plan.places {
            caret = self.draw_field(place, &mut sheet, theme).or(caret);
        }
        if let Some(y) = self.plan.fold_row {
            put_cut(
                &mut sheet,
                0,
                y,
                self.plan.width,
                &self.fold_note,
                theme.dim,
            );
        }
        let rows = area
            .height
            .min(self.plan.rows.saturating_sub(self.top as u16));
        for y in 0..rows {
            for x in 0..area.width.min(self.plan.width) {
                buf[(area.x + x, area.y + y)] = sheet[(x, self.top as u16 + y)].clone();
            }
        }
        let (x, y) = caret?;
        let y = y.checked_sub(self.top as u16)?;
        (x < area.width && y < rows).then_some((area.x + x, area.y + y))
    }

    fn draw_field(&self, place: &Place, buf: &mut Buffer, theme: &Theme) -> Option<(u16, u16)> {
        let field = &self.fields[place.field];
        let focused = place.field == self.at;
        let label = place.label;
        let look = if focused {
            theme.field_focus
        } else {
            theme.field
        };
        put_cut(buf, label.x, label.y, label.width, &field.label, look);
        if let Some(y) = place.error_row {
            let told = format!("! {}", field.error);
            put_cut(buf, place.entry.x, y, place.entry.width, &told, theme.bad);
        }
        let style = EditorStyle::from(theme);
        match &field.entry {
            Entry::Line(line) => line.draw(place.entry, buf, &style, focused),
            Entry::Text(editor, _) => editor.draw(place.entry, buf, &style, focused),
            Entry::Choice { .. } => {
                let chosen = field.entry.text();
                let Rect { x, y, width, .. } = place.entry;
                if focused {
                    put_cut(
                        buf,
                        x,
                        y,
                        width,
                        &format!("‹ {chosen} ›"),
                        theme.field_focus,
                    );
                } else {
                    put_cut(buf, x, y, width, chosen, theme.text);
                }
                None
            }
        }
    }

    fn answer(&mut self, key: Key) -> Reply {
        let newline = key == Key::ctrl('j');
        match self.fields.get_mut(self.at).map(|field| &mut field.entry) {
            Some(Entry::Line(line)) => line.input(key),
            Some(Entry::Text(editor, _)) if newline => editor.newline(),
            Some(Entry::Text(editor, _)) => editor.input(key),
            Some(Entry::Choice { options, at }) => choose(options.len(), at, key),
            None => Reply::Ignored,
        }
    }

    fn after(&mut self, reply: Reply) -> Reply {
        if reply == Reply::Changed
            && let Some(field) = self.fields.get_mut(self.at)
        {
            field.error.clear();
        }
        if reply != Reply::Ignored {
            self.settle(self.plan.width, self.plan.height);
        }
        reply
    }

    /// To the next or previous field in sight; past the last one the folded fields come out, then with `round` it goes
    /// from the last to the first.
    fn go(&mut self, by: isize, round: bool) -> Reply {
        if by > 0 && self.visible().last() == Some(self.at) {
            self.folded = false;
        }
        let visible: Vec<usize> = self.visible().collect();
        let here = visible
            .iter()
            .position(|&index| index == self.at)
            .unwrap_or(0);
        let len = visible.len() as isize;
        let to = here as isize + by;
        let to = if round && len > 0 {
            to.rem_euclid(len)
        } else {
            to
        };
        match usize::try_from(to).ok().and_then(|to| visible.get(to)) {
            Some(&index) if index != self.at => {
                self.at = index;
                Reply::Moved
            }
            _ => Reply::Ignored,
        }
    }

    fn visible(&self) -> impl Iterator<Item = usize> {
        let is_shown = |(index, field): &(usize, &Field)| {
            !(self.hidden.contains(index) || self.folded && field.folded)
        };
        let fields = self.fields.iter().enumerate();
        fields.filter(is_shown).map(|(index, _)| index)
    }
}

fn choose(len: usize, at: &mut usize, key: Key) -> Reply {
    let by = match key.code {
        Code::Left => len.saturating_sub(1),
        Code::Right | Code::Char(' ') => 1,
        _ => return Reply::Ignored,
    };
    if len < 2 {
        return Reply::Ignored;
    }
    *at = (*at + by) % len;
    Reply::Changed
}
