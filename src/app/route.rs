//! Where a fact goes: the topmost short-lived window first, then a text box of the room, then the keymap.

use super::{App, env};
use crate::action::Action;
use crate::domain::command::Change;
use crate::domain::sanitize;
use crate::domain::words::Words;
use crate::effect::{Belongings, Effect, Effects, Pane, Purpose, Show, Weight};
use crate::event::{Event, Input, Signal};
use crate::keys::{Code, Fed, Key};
use crate::overlays::{Overlay, Reply};

/// No line and no field takes more at once, in bytes: each key would wait for all of it, and all of it would be kept.
const LARGEST_PASTE: usize = 50_000;

impl App {
    pub(super) fn take(&mut self, event: Event) {
        match event {
            Event::Input(input) => self.input(input),
            Event::Wake => {
                // What was put off comes back, looks fall due and minutes run out without anybody writing.
                self.rooms.touch(Change::ALL);
                self.look_at_the_clock();
                self.look_outside(Change::NONE);
                self.refresh();
                self.keep_safe();
                self.check_soon();
            }
            Event::Outside(change) => self.look_outside(change),
            Event::Edited {
                post,
                variant,
                text,
            } => self.edited(post, variant, text),
            Event::Taken { post, taken } => {
                self.taken(post, taken);
                self.look_again();
            }
            Event::Swapped { post, media, taken } => self.swapped(post, media, taken),
            Event::Measured => self.look_again(),
            Event::Seen { wanted, seen } => self.picture_seen(wanted, seen),
            Event::WorkedOn(rows) => self.worked_on(rows),
            Event::Worked(done) => self.worked(done),
            Event::Checked(is_news) => self.checked(is_news),
            Event::TextChecked { text, found } => self.text_checked(&text, found),
            Event::Exported { path, written } => self.exported(&path, written),
            Event::Found { turn, found } => self.found(turn, found),
            Event::Indexed => self.indexing = false,
            Event::Completed(completed) => self.completed(completed),
            Event::Looked { turn, looked } => self.looked(turn, looked),
            Event::Loaded { turn, packed } => self.loaded(turn, packed),
            Event::Counted { turn, tally } => self.counted(turn, tally),
            Event::Spelt(spelt) => self.spelt(spelt),
            Event::Suggested { word, meant } => self.suggested(&word, meant),
            // The steps of publishing show the page themselves.
            Event::NotOpened(_) if matches!(self.overlays.last(), Some(Overlay::Publish(_))) => {}
            Event::NotOpened(address) => {
                let words =
                    crate::domain::words::Words::new("address-shown").with("address", address);
                self.toast = Some((words, Weight::Note));
            }
            Event::Failed(words) => self.toast = Some((words, Weight::Bad)),
            Event::Signal(Signal::Continue) => {
                self.look_at_the_clock();
                self.look_outside(Change::ALL);
                self.look_at_settings(false);
            }
            Event::Signal(Signal::Hangup | Signal::Terminate) => self.end_now(),
        }
    }

    fn input(&mut self, input: Input) {
        match input {
            Input::Key(key) => {
                self.toast = None;
                let was_leaving = self.waiting.is_leaving();
                self.key(key);
                if was_leaving {
                    self.waiting.stay();
                }
            }
            Input::Paste(text) => self.paste(&text),
            Input::Resize(cols, rows) => self.size = (cols, rows),
            Input::FocusIn => {
                self.look_outside(Change::NONE);
                self.look_at_settings(false);
            }
            Input::Scroll(by) => {
                if let Some(overlay) = self.overlays.last_mut()
                    && overlay.scroll(by)
                {
                    return;
                }
                let action = if by < 0 { Action::Up } else { Action::Down };
                for _ in 0..by.unsigned_abs().min(8) {
                    self.command(action);
                }
            }
            Input::Click { col, row } => self.point(col, row, false),
            Input::Drag { col, row } => self.point(col, row, true),
            Input::FocusOut => {}
        }
    }

    fn key(&mut self, key: Key) {
        if matches!(self.overlays.last(), Some(Overlay::Write(write)) if write.leaves(key)) {
            self.look_again();
        }
        if let Some(overlay) = self.overlays.last_mut() {
            if overlay.typing() {
                if key == Key::plain(Code::F(1)) {
                    return self.help_in_window();
                }
                let reply = overlay.key(key, &env!(self));
                return self.answer(reply);
            }
        } else if self.rooms.typing(self.pane) {
            let effects = self.rooms.key(self.pane, key, &env!(self));
            return self.perform(effects);
        }
        match self.keymap.feed(&mut self.pending, key) {
            Fed::Action(action) => self.command(action),
            Fed::Pending(_) | Fed::Nothing => {}
        }
    }

    /// The mouse points at a cell of the topmost window; in the rooms it has nothing to say.
    fn point(&mut self, col: u16, row: u16, held: bool) {
        if let Some(overlay) = self.overlays.last_mut() {
            overlay.point(col, row, held, &env!(self));
        }
    }

    fn paste(&mut self, text: &str) {
        let is_text = self.overlays.last().is_some_and(Overlay::takes_a_text);
        if text.len() > LARGEST_PASTE && !is_text {
            let words = Words::new("paste-too-long")
                .with("kilobytes", text.len().div_ceil(1000))
                .with("most", LARGEST_PASTE / 1000);
            self.toast = Some((words, Weight::Bad));
            return;
        }
        if let Some(overlay) = self.overlays.last_mut() {
            let reply = overlay.paste(text, &env!(self));
            return self.answer(reply);
        }
        if self.rooms.typing(self.pane) {
            let effects = self.rooms.paste(self.pane, text, &env!(self));
            return self.perform(effects);
        }
        // Text pasted over a room is a message somebody sent her: it goes into the one line that takes messages.
        let prefill = sanitize::line(text);
        if !prefill.trim().is_empty() {
            self.perform(Effect::Show(Show::Prompt(Purpose::Message { prefill })).into());
            // It is nowhere else.
            self.keep_at_once();
        }
    }

    /// A command: the topmost window first, then what works everywhere, then the room.
    pub(super) fn command(&mut self, action: Action) {
        let is_everywhere = |overlay: &Overlay| match action {
            Action::Quit | Action::Suspend | Action::Redo => true,
            Action::Undo => !overlay.takes_back(),
            _ => false,
        };
        if action == Action::Help && matches!(self.overlays.last(), Some(it) if !it.is_help()) {
            return self.help_in_window();
        }
        if let Some(overlay) = self.overlays.last_mut().filter(|it| !is_everywhere(it)) {
            let reply = overlay.act(action, &env!(self));
            return self.answer(reply);
        }
        let in_the_room = self
            .rooms
            .offers(self.pane, &env!(self))
            .contains(&Action::Back);
        if action == Action::Back && !in_the_room && self.pane != Pane::Today {
            return self.perform(Effect::Go(Pane::Today).into());
        }
        if action == Action::Brief {
            let tried = self.brief_here();
            return self.report(tried);
        }
        let effects = match everywhere(action) {
            Some(effects) => effects,
            None => self.rooms.act(self.pane, action, &env!(self)),
        };
        let effects = if action == Action::Add && effects == Effects::none() {
            Effect::Show(Show::Prompt(Purpose::Add {
                prefill: String::new(),
            }))
            .into()
        } else {
            effects
        };
        self.perform(effects);
    }

    fn answer(&mut self, reply: Reply) {
        if reply.close {
            self.keep_now();
            self.overlays.pop();
        }
        self.perform(reply.effects);
        if reply.close {
            self.look_again();
        }
    }
}

/// What an action does wherever it is pressed; none: the room decides.
fn everywhere(action: Action) -> Option<Effects> {
    if let Some(digit) = action.view() {
        return Some(Effect::View(digit).into());
    }
    let effect = match action {
        Action::GoToday => Effect::Go(Pane::Today),
        Action::GoPlan => Effect::Go(Pane::Plan),
        Action::GoDrafts => Effect::Go(Pane::Drafts),
        Action::GoInbox => Effect::Go(Pane::Inbox),
        Action::GoKpi => Effect::Go(Pane::Kpi),
        Action::Undo => Effect::Undo,
        Action::Redo => Effect::Redo,
        Action::Palette => Effect::Show(Show::Palette),
        Action::Help => Effect::Show(Show::Help),
        Action::Scope => Effect::Show(Show::Scope),
        Action::Clients => Effect::Show(Show::Clients),
        Action::Rubrics => Effect::Show(Show::Of(Belongings::Rubrics, None)),
        Action::Snippets => Effect::Show(Show::Of(Belongings::Snippets, None)),
        Action::Import => Effect::Show(Show::Bring),
        Action::History => Effect::Show(Show::History),
        Action::Find => Effect::Show(Show::Find),
        Action::Filter => Effect::Show(Show::Filter),
        Action::KeepView => Effect::Show(Show::KeepView),
        Action::Export => Effect::Show(Show::Export),
        Action::Suspend => Effect::Suspend,
        Action::Reload => Effect::ReadSettings,
        Action::Quit => Effect::Quit,
        _ => return None,
    };
    Some(effect.into())
}
