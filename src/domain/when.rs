//! stub
use super::{Moment, words::Words, zone::Resolved};
#[derive(Debug, Clone, PartialEq)]
pub struct When {
    pub local: chrono::NaiveDateTime,
    pub resolved: Resolved,
    pub now: bool,
}
#[derive(Debug, Clone, PartialEq)]
pub enum WhenError {
    NotATime,
}
impl WhenError {
    pub fn words(&self) -> Words {
        Words::new("when-not-a-time")
    }
}
pub fn parse(_t: &str, _n: Moment, _z: chrono_tz::Tz) -> Result<When, WhenError> {
    Err(WhenError::NotATime)
}
pub fn parse_prefix(_t: &str, _n: Moment, _z: chrono_tz::Tz) -> Option<(When, usize)> {
    None
}
