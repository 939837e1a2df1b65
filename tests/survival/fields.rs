//! The fields of a card on the screen: which of them the caret stands in, and the way to another.
#![expect(clippy::panic, reason = "a card without the field is a failed test")]

use crate::window::{Window, rows};

/// No card has more fields.
const FIELDS: usize = 40;

impl Window {
    /// Goes from field to field of a card until the caret stands in the one of this name.
    pub(crate) fn goes_to(&mut self, field: &str) {
        for _ in 0..FIELDS {
            if self.field().starts_with(field) {
                return;
            }
            let was = self.picture_and_caret();
            self.send("\t");
            self.waits_for("the next field", || self.picture_and_caret() != was);
        }
        panic!("no field {field:?}:\n{}", self.picture());
    }

    /// The row that names the field the caret stands in: no other row of it begins with a letter at the left edge.
    fn field(&self) -> String {
        let (picture, (row, _)) = self.picture_and_caret();
        let rows: Vec<&str> = picture.lines().take(usize::from(row) + 1).collect();
        let is_named = |line: &&&str| line.starts_with(char::is_alphabetic);
        rows.iter().rev().find(is_named).unwrap_or(&"").to_string()
    }

    fn picture_and_caret(&self) -> (String, (u16, u16)) {
        let shown = self.shown.lock().unwrap();
        let screen = shown.terminal.screen();
        (rows(screen), screen.cursor_position())
    }
}
