//! What the columns of a file are called, for problems that are found when the file is closed already.

use std::collections::HashMap;

use super::Field;

/// The names of the columns that mean something, as the file writes them, safe to show.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Names(HashMap<Field, String>);

impl Names {
    /// The column where a field should be said: its own, or one that may say the same, or else the field's id.
    pub fn of(&self, field: Field) -> &str {
        let instead: &[Field] = match field {
            Field::Time => &[Field::At, Field::Date],
            Field::Date => &[Field::At],
            Field::At => &[Field::Date],
            Field::Topic => &[Field::Text],
            _ => &[],
        };
        let name = [field].iter().chain(instead).find_map(|it| self.0.get(it));
        name.map_or(field.id(), String::as_str)
    }
}

impl FromIterator<(Field, String)> for Names {
    fn from_iter<I: IntoIterator<Item = (Field, String)>>(named: I) -> Self {
        Names(named.into_iter().collect())
    }
}
