//! Her settings while the window is open: read again when she comes back to it or asks, and taken whole or not at all.

use super::{App, Outside};
use crate::config::{Manners, Own, Paths, Stamps, Wrong};
use crate::domain::command::Change;
use crate::domain::words::Words;
use crate::effect::Weight;
use crate::keys::Keymap;
use crate::locale::Locale;

/// Where the settings are read again, and what the environment says beside them.
#[derive(Debug, Clone)]
pub struct Source {
    /// Where her files lie.
    pub paths: Paths,
    /// Language and colours as the environment wants them.
    pub manners: Manners,
    /// The system's zone, by name.
    pub zone: Option<String>,
    /// What the environment says about the terminal.
    pub terminal: Vec<(&'static str, String)>,
    /// Her files as they were when what is in force was read.
    pub stamps: Stamps,
    /// Whether clicks and the wheel come to the window now.
    pub mouse: bool,
}

/// The settings in force, and what is wrong with newer ones.
#[derive(Debug)]
pub(super) struct Live {
    source: Source,
    wrong: Vec<Wrong>,
}

impl App {
    /// From now on the settings are read again from here.
    pub fn live_from(&mut self, source: Source) {
        self.live = Some(Live {
            source,
            wrong: Vec::new(),
        });
    }

    /// Looks whether any file of hers has changed, and takes all of them or none. Where she asks she gets an answer.
    pub(super) fn look_at_settings(&mut self, asked: bool) {
        let Some(live) = &mut self.live else {
            return;
        };
        let stamps = Stamps::of(&live.source.paths);
        if stamps == live.source.stamps {
            if asked {
                let words = match live.wrong.first() {
                    Some(wrong) => refused(wrong, &self.locale),
                    None => Words::new("settings-unchanged"),
                };
                self.toast = Some((words, Weight::Note));
            }
            return;
        }
        live.source.stamps = stamps;
        let (own, wrong) = Own::read(&live.source.paths, &live.source.manners);
        live.wrong = wrong;
        match live.wrong.first() {
            Some(wrong) => self.toast = Some((refused(wrong, &self.locale), Weight::Bad)),
            None => self.take_settings(own),
        }
    }

    /// Where her files have a mistake that keeps them from being taken, for as long as it is there.
    pub(super) fn standing_mistake(&self) -> Option<String> {
        let wrong = &self.live.as_ref()?.wrong;
        let more = match wrong.len() {
            0 | 1 => String::new(),
            all => format!(" +{}", all - 1),
        };
        Some(format!("{}{more}", wrong.first()?.place()))
    }

    /// Everything anew: words, colours, keys, her zone and her hours.
    fn take_settings(&mut self, own: Own) {
        let Some(live) = &mut self.live else {
            return;
        };
        let source = &mut live.source;
        let config = own.said.config;
        own.pages.put_in_force();
        self.locale = Locale::new(config.lang(&source.manners));
        self.theme = own.theme.unwrap_or_default();
        self.keymap = own.keymap.unwrap_or_else(Keymap::builtin);
        // A chord begun with the old keys may mean something else with the new ones.
        self.pending.clear();
        self.settings.zone = config.zone(source.zone.as_deref());
        self.settings.hours = config.hours();
        self.settings.clock = config.clock;
        self.settings.pictures = config.way(&source.manners, &source.terminal);
        if source.mouse != config.mouse {
            source.mouse = config.mouse;
            self.outside.push(Outside::Mouse(config.mouse));
        }
        self.changed(Change::ALL);
        self.look_again();
        self.refresh();
        self.toast = Some((Words::new("settings-read"), Weight::Note));
    }
}

/// The settings as they were stay, and why.
fn refused(wrong: &Wrong, locale: &Locale) -> Words {
    let what = locale.words(&wrong.words(locale));
    Words::new("settings-refused").with("what", what)
}
