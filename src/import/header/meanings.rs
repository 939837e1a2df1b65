//! What the columns of a file mean, decided step by step: by hand, by name, by faint name, by what stands in them.

use std::collections::HashMap;

use super::{
    By, Field, Kind, known,
    sample::Sample,
    words::{faintly_known, is_network},
};

/// The meanings of all columns, on their way.
pub(super) struct Meanings<'t> {
    header: &'t [String],
    /// Whether the columns have names, and not only numbers.
    named: bool,
    kind: Kind,
    samples: &'t [Sample],
    hand: &'t HashMap<usize, Option<Field>>,
    means: Vec<Option<(Field, By)>>,
}

impl<'t> Meanings<'t> {
    /// Columns of which nothing is known yet.
    pub(super) fn new(
        header: &'t [String],
        named: bool,
        kind: Kind,
        samples: &'t [Sample],
        hand: &'t HashMap<usize, Option<Field>>,
    ) -> Self {
        Meanings {
            header,
            named,
            kind,
            samples,
            hand,
            means: vec![None; header.len()],
        }
    }

    /// What each column means: what is said first, then what names say, then what cells show.
    pub(super) fn found(mut self) -> Vec<Option<(Field, By)>> {
        self.by_hand();
        if self.named {
            self.by_name();
            self.by_faint_name();
        }
        self.by_sample();
        self.means
    }

    fn mean(&mut self, place: usize, field: Field, by: By) {
        if let Some(meaning) = self.means.get_mut(place) {
            *meaning = Some((field, by));
        }
    }

    fn is_meant(&self, field: Field) -> bool {
        self.means.iter().flatten().any(|(it, _)| *it == field)
    }

    /// Columns that nothing is known about yet.
    fn open(&self) -> Vec<usize> {
        let places = 0..self.header.len();
        let open = |place: &usize| {
            !self.hand.contains_key(place) && self.means.get(*place).is_some_and(Option::is_none)
        };
        places.filter(open).collect()
    }

    fn by_hand(&mut self) {
        for (place, field) in self.hand {
            if let Some(field) = field {
                self.mean(*place, *field, By::Hand);
            }
        }
    }

    fn by_name(&mut self) {
        for place in self.open() {
            let Some(name) = self.header.get(place) else {
                continue;
            };
            let said = |field: &Field| self.hand.values().flatten().any(|it| it == field);
            let field = known(name, self.kind).filter(|field| field.is_many() || !said(field));
            match field {
                Some(field) => self.mean(place, field, By::Name),
                None if self.is_ticked(place, name) => self.mean(place, Field::Ticked, By::Name),
                None => {}
            }
        }
    }

    fn is_ticked(&self, place: usize, name: &str) -> bool {
        self.kind.fields().contains(&Field::Ticked)
            && is_network(name)
            && self.samples.get(place).is_some_and(Sample::is_ticks)
    }

    fn by_faint_name(&mut self) {
        let open = self.open();
        let said = open.iter().filter_map(|place| {
            let (field, rank) = faintly_known(self.header.get(*place)?, self.kind)?;
            Some((rank, *place, field))
        });
        let mut said: Vec<(usize, usize, Field)> = said.collect();
        said.sort_unstable_by_key(|(rank, place, _)| (*rank, *place));
        for (_, place, field) in said {
            if !self.is_met(field) {
                self.mean(place, field, By::Name);
            }
        }
    }

    /// Whether the field, or another that says the same, has its column.
    fn is_met(&self, field: Field) -> bool {
        let group = self.kind.needs().iter().find(|it| it.contains(&field));
        self.is_meant(field) || group.is_some_and(|it| it.iter().any(|it| self.is_meant(*it)))
    }

    /// Fields the file needs are sought in every column whose name says nothing; others only where there is no name.
    fn by_sample(&mut self) {
        let kind = self.kind;
        let has = |field: Field| kind.fields().contains(&field);
        if !self.is_met(Field::Date)
            && let Some(place) = self.only(Sample::is_dates)
        {
            let timed = self.samples.get(place).is_some_and(|it| it.timed > 0);
            let field = if timed { Field::At } else { Field::Date };
            self.mean(place, field, By::Sample);
        }
        let is_dated = self.is_meant(Field::Date) && !self.is_meant(Field::At);
        if is_dated && !self.is_meant(Field::Time) {
            self.sampled(Field::Time, Sample::is_clocks);
        }
        if has(Field::Channel) && !self.is_met(Field::Channel) {
            self.sampled(Field::Channel, Sample::is_networks);
        }
        if has(Field::Media) && !self.is_meant(Field::Media) {
            let media = self.nameless().into_iter();
            let media = media.filter(|it| self.samples.get(*it).is_some_and(Sample::is_media));
            for place in media.collect::<Vec<_>>() {
                self.mean(place, Field::Media, By::Sample);
            }
        }
        if has(Field::Link) && !self.is_meant(Field::Link) {
            let nameless = self.nameless();
            let only = self.only(Sample::is_addresses);
            if let Some(place) = only.filter(|place| nameless.contains(place)) {
                self.mean(place, Field::Link, By::Sample);
            }
        }
        if has(Field::Text)
            && !self.is_met(Field::Text)
            && let Some(place) = self.longest()
        {
            self.mean(place, Field::Text, By::Sample);
        }
    }

    fn sampled(&mut self, field: Field, looks: fn(&Sample) -> bool) {
        if let Some(place) = self.only(looks) {
            self.mean(place, field, By::Sample);
        }
    }

    fn nameless(&self) -> Vec<usize> {
        let nameless =
            |place: &usize| !self.named || self.header.get(*place).is_some_and(String::is_empty);
        self.open().into_iter().filter(nameless).collect()
    }

    /// The only open column that looks so; of several none is chosen.
    fn only(&self, looks: fn(&Sample) -> bool) -> Option<usize> {
        let open = self.open();
        let mut fits = open
            .iter()
            .filter(|place| self.samples.get(**place).is_some_and(looks));
        let first = fits.next().copied();
        first.filter(|_| fits.next().is_none())
    }

    /// The open column of texts clearly longer than all others.
    fn longest(&self) -> Option<usize> {
        let mut lengths: Vec<(usize, usize)> = self
            .open()
            .iter()
            .filter_map(|place| Some((self.samples.get(*place)?.length(), *place)))
            .filter(|(length, _)| *length >= 8)
            .collect();
        lengths.sort_unstable();
        let (longest, place) = lengths.pop()?;
        let second = lengths.pop().map_or(0, |(length, _)| length);
        (second * 2 < longest).then_some(place)
    }
}
