//! A column named by hand: `--map COLUMN=FIELD`.

use thiserror::Error;

use super::Field;
use crate::import::reason::quoted;

/// One `--map COLUMN=FIELD`; a `-` for the field takes the column's meaning away.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assignment {
    /// The column's name, compared folded; or its number from 1, where no column is called so.
    pub column: String,
    /// What it means; none: nothing.
    pub field: Option<Field>,
}

/// Why a `--map` could not be read.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum AssignmentError {
    /// No `=` in it, or nothing before it.
    #[error("`{0}` is not COLUMN=FIELD")]
    Shape(String),
    /// No field has this id.
    #[error("no field is called `{0}`")]
    Field(String),
}

impl std::str::FromStr for Assignment {
    type Err = AssignmentError;

    fn from_str(said: &str) -> Result<Self, AssignmentError> {
        // The last `=` divides: a column's name may have one, a field's never.
        let shape = || AssignmentError::Shape(quoted(said));
        let (column, id) = said.rsplit_once('=').ok_or_else(shape)?;
        if column.trim().is_empty() {
            return Err(shape());
        }
        let id = id.trim().to_ascii_lowercase();
        let field = match id.as_str() {
            "-" => None,
            id => Some(Field::from_id(id).ok_or_else(|| AssignmentError::Field(quoted(id)))?),
        };
        Ok(Assignment {
            column: column.trim().to_owned(),
            field,
        })
    }
}
