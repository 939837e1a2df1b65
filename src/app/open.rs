//! Opening rooms and short-lived windows.

use chrono::{Datelike, Days, Duration};

use super::{App, env};
use crate::domain::command::{Command, PlanCommand, Planned};
use crate::domain::ids::{ThreadId, VariantId};
use crate::domain::words::Words;
use crate::domain::zone::resolve;
use crate::effect::{Pane, Purpose, Show, Weight};
use crate::overlays::{Clients, Find, Help, Overlay, Palette, Picker, Prompt, Publish, Write};
use crate::store::Result;

/// A posting time is taken when something is planned on its channel within this distance.
const NEAR: Duration = Duration::minutes(90);

impl App {
    pub(super) fn go(&mut self, pane: Pane) {
        self.keep_now();
        self.pane = pane;
    }

    pub(super) fn open_thread(&mut self, thread: ThreadId) {
        self.go(Pane::Inbox);
        self.refresh();
        let tried = self
            .rooms
            .open_thread(thread, self.store.reader(), &env!(self));
        self.report(tried);
    }

    pub(super) fn open(&mut self, show: Show) -> Result<()> {
        let overlay = match show {
            Show::Help => self.help(),
            Show::Palette => Overlay::Palette(Palette::new(
                |action| self.keymap.chord_of(action),
                &env!(self),
            )),
            Show::Scope => Overlay::Picker(Picker::scope(&env!(self))),
            Show::Status(variants) => Overlay::Picker(Picker::status(&variants, &env!(self))),
            Show::Find => Overlay::Find(Find::new(&env!(self))),
            Show::Prompt(purpose) => return self.open_prompt(purpose),
            Show::Write { post, variant } => Overlay::Write(Box::new(Write::open(
                self.store.reader(),
                post,
                variant,
                &env!(self),
            )?)),
            Show::Publish(variants) => return self.open_publish(&variants),
            Show::Clients => {
                Overlay::Clients(Box::new(Clients::open(self.store.reader(), &env!(self))?))
            }
        };
        self.overlays.push(overlay);
        Ok(())
    }

    fn help(&self) -> Overlay {
        let here = self.rooms.offers(self.pane, &env!(self));
        Overlay::Help(Help::new(
            &here,
            |action| self.keymap.chord_of(action),
            &env!(self),
        ))
    }

    fn open_prompt(&mut self, purpose: Purpose) -> Result<()> {
        let kept = match Prompt::owner(&purpose) {
            Some(owner) => self.store.reader().draft(owner)?.map(|draft| draft.text),
            None => None,
        };
        let prompt = Prompt::open(purpose, kept.as_deref(), &env!(self));
        self.overlays.push(Overlay::Prompt(Box::new(prompt)));
        Ok(())
    }

    fn open_publish(&mut self, variants: &[VariantId]) -> Result<()> {
        let mut publish = Publish::open(self.store.reader(), variants)?;
        let begin = publish.begin(&env!(self));
        self.overlays.push(Overlay::Publish(Box::new(publish)));
        self.perform(begin);
        Ok(())
    }

    /// Gives each variant the next posting time of its channel that nothing is near to.
    pub(super) fn next_slot(&mut self, variants: &[VariantId]) -> Result<()> {
        let mut moves = Vec::new();
        for &variant in variants {
            if let Some(line) = self.store.reader().line(variant)?
                && let Some(planned) = self.free_slot(&line)?
            {
                moves.push((variant, Some(planned)));
            }
        }
        if moves.is_empty() {
            self.toast = Some((Words::new("no-free-slot"), Weight::Bad));
            return Ok(());
        }
        self.apply(Command::Plan(PlanCommand::Reschedule { moves }))
    }

    fn free_slot(&self, line: &crate::store::AgendaLine) -> Result<Option<Planned>> {
        let reader = self.store.reader();
        let zone = self.roster.zone(line.client);
        let today = self.now.with_timezone(&zone).date_naive();
        let slots = reader.slots(Some(line.client))?;
        for day in (0..60).filter_map(|n| today.checked_add_days(Days::new(n))) {
            for slot in slots.iter().filter(|slot| slot.channel == line.channel) {
                let minute = u32::from(slot.minute);
                let Some(local) = day.and_hms_opt(minute / 60, minute % 60, 0) else {
                    continue;
                };
                let at = resolve(local, zone).moment();
                let fits = u32::from(slot.weekday) == day.weekday().num_days_from_monday();
                if fits && at > self.now && !reader.is_taken(slot.channel, at - NEAR, at + NEAR)? {
                    return Ok(Some(Planned {
                        local,
                        zone: zone.name().to_owned(),
                        at,
                    }));
                }
            }
        }
        Ok(None)
    }

    /// Text whose window went away before it found its place is offered at the next opening.
    pub(super) fn offer_kept_text(&mut self) {
        match self.store.reader().drafts_kept() {
            Ok(kept) => {
                let count = kept.iter().filter(|it| !it.text.is_empty()).count();
                if count > 0 {
                    self.toast = Some((Words::new("kept-text").with("n", count), Weight::Plain));
                }
            }
            Err(error) => self.report(Err(error)),
        }
    }
}
