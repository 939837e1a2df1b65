//! Which posts are shown, and the views that remember it: kept under digits, reached by them.

use super::{App, env};
use crate::domain::command::Change;
use crate::domain::filter::{Filter, read};
use crate::domain::words::Words;
use crate::effect::{Pane, Weight};
use crate::overlays::{KeepView, Overlay};
use crate::store::{Result, View};

impl App {
    /// Shows only what passes.
    pub(super) fn show_only(&mut self, filter: Filter) {
        if filter != self.filter {
            self.filter = filter;
            self.rooms.touch(Change::PLAN);
        }
    }

    /// A rubric or client of the filter may have gone or got another name: it is said, and the rest still filters.
    pub(super) fn filter_again(&mut self, change: Change) {
        let names_changed = change.meets(Change::PLAN.and(Change::CLIENTS));
        if names_changed && !self.filter.is_empty() {
            let line = self.filter.to_string();
            let tried = self.filter_by(&line);
            self.report(tried);
        }
    }

    /// Filters by a line; what it names and is not there is said.
    fn filter_by(&mut self, line: &str) -> Result<()> {
        let reading = read(line, &self.store.reader().filter_names()?);
        if let Some(unclear) = reading.unclear.first() {
            let what = self.locale.words(&unclear.words());
            let words = Words::new("filter-gone").with("what", what);
            self.toast = Some((words, Weight::Note));
        }
        self.show_only(reading.filter);
        Ok(())
    }

    /// Goes to a kept view: its room, its look, its client, its filter.
    pub(super) fn open_view(&mut self, digit: u8) -> Result<()> {
        let Some(view) = self.store.reader().view(digit)? else {
            let words = Words::new("view-missing").with("n", digit);
            self.toast = Some((words, Weight::Note));
            return Ok(());
        };
        let words = Words::new("view-opened")
            .with("n", digit)
            .with("name", &view.name);
        self.toast = Some((words, Weight::Plain));
        let scope = view
            .scope
            .filter(|client| self.roster.client(*client).is_some());
        if scope != view.scope {
            let words = Words::new("view-client-gone").with("name", &view.name);
            self.toast = Some((words, Weight::Note));
        }
        if scope != self.scope {
            self.scope = scope;
            self.rooms.touch(Change::ALL);
        }
        self.filter_by(&view.filter)?;
        self.go(Pane::from_word(&view.pane).unwrap_or(self.pane));
        self.rooms.look_as(&view.look, &env!(self));
        Ok(())
    }

    /// The line that keeps what is shown now.
    pub(super) fn keep_view(&self) -> Result<Overlay> {
        let shown = View {
            name: String::new(),
            pane: self.pane.word().to_owned(),
            look: self.rooms.look().to_owned(),
            scope: self.scope,
            filter: self.filter.to_string(),
        };
        let kept = self.store.reader().views()?;
        let overlay = KeepView::open(shown, kept, &env!(self));
        Ok(Overlay::KeepView(Box::new(overlay)))
    }
}
