//! stub
#[derive(Debug, Clone, Default)]
pub struct Hours;
impl Hours {
    pub fn parse(_: &str) -> Result<Hours, ()> {
        Ok(Hours)
    }
    pub fn deadline(&self, r: super::Moment, p: u32, _z: chrono_tz::Tz) -> super::Moment {
        r + chrono::Duration::minutes(i64::from(p))
    }
}
