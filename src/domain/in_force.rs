//! What is in force: a page of hers over ours, for the whole program, from the moment it was read without a mistake.

use std::sync::{PoisonError, RwLock};

/// Her own version of something that ships with the program. Nobody but the command line and the window puts one here;
/// tests read pages of hers without putting them in force, so that none sees another's.
#[derive(Debug)]
pub struct InForce<T: 'static>(RwLock<Option<&'static T>>);

impl<T> InForce<T> {
    /// Nothing of hers: ours is in force.
    pub const fn ours() -> Self {
        Self(RwLock::new(None))
    }

    /// Hers, where there is one.
    pub fn hers(&self) -> Option<&'static T> {
        *self.0.read().unwrap_or_else(PoisonError::into_inner)
    }

    /// Puts hers in force, or ours again. What was in force before stays readable for whoever still holds it: a page
    /// takes some kilobytes and is changed by hand, so that keeping every version until the end costs nothing.
    pub fn put(&self, hers: Option<T>) {
        let hers = hers.map(|page| &*Box::leak(Box::new(page)));
        *self.0.write().unwrap_or_else(PoisonError::into_inner) = hers;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hers_comes_and_goes_and_who_holds_it_keeps_it() {
        static PAGE: InForce<String> = InForce::ours();
        assert_eq!(PAGE.hers(), None);
        PAGE.put(Some("hers".to_owned()));
        let held = PAGE.hers();
        PAGE.put(Some("newer".to_owned()));
        assert_eq!(PAGE.hers().map(String::as_str), Some("newer"));
        PAGE.put(None);
        assert_eq!(PAGE.hers(), None);
        assert_eq!(held.map(String::as_str), Some("hers"));
    }
}
