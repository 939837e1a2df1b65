//! The row of texts above the one in hand: the base and every channel, whether it follows, and how much it has used up.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::Write;
use super::pages::{Page, Way};
use crate::domain::chain::{self, standing};
use crate::domain::count::Standing;
use crate::env::Env;
use crate::ui::width::width;
use crate::ui::{put_right, put_to};

/// How one channel stands, counted when something has changed.
#[derive(Debug, Clone)]
pub(super) struct Tally {
    code: &'static str,
    way: Way,
    is_stale: bool,
    standing: Option<Standing>,
    /// Parts it goes out in.
    parts: usize,
}

impl Tally {
    /// "VK =", "TG ✎ ▲", "X ✎ 312/280!": a text too long says so not by its colour alone.
    fn words(&self, with_length: bool, env: &Env<'_>) -> String {
        let mut words = self.code.to_owned();
        words.push_str(match self.way {
            Way::Base => "",
            Way::Follows | Way::Begun => " =",
            Way::Own => " ✎",
        });
        if self.is_stale {
            words.push_str(" ▲");
        }
        if let Some(standing) = self.standing.filter(|it| with_length || it.warn) {
            words.push(' ');
            words.push_str(&env.locale.length(&standing));
            if standing.over {
                words.push('!');
            }
        }
        if self.parts > 1 {
            let n = [("n", self.parts.into())];
            words.push(' ');
            words.push_str(&env.locale.say("write-parts", &n));
        }
        words
    }

    fn style(&self, env: &Env<'_>) -> Style {
        match self.standing {
            Some(standing) if standing.over => env.theme.bad,
            Some(standing) if standing.warn => env.theme.warn,
            _ if self.is_stale => env.theme.warn,
            _ => env.theme.dim,
        }
    }
}

impl Write {
    /// Counts every channel again, each as its platform counts what goes out there.
    pub(super) fn count(&mut self, env: &Env<'_>) {
        let base = self.base_text();
        let tally = |(at, page): (usize, &Page)| {
            let Some(channel) = page.channel else {
                return Tally {
                    code: "",
                    way: Way::Base,
                    is_stale: false,
                    standing: None,
                    parts: 1,
                };
            };
            let counted = |text: &str| {
                let platform = page.platform(env)?;
                Some(standing(text, platform, self.has_media))
            };
            let measured = self.proof.tally.standing(channel).copied();
            Tally {
                code: env.roster.code(channel),
                way: page.way,
                is_stale: page.is_stale(base),
                standing: measured.or_else(|| match page.way {
                    Way::Follows => counted(&page.inherited(base, env).text),
                    _ => counted(self.text_of(at)),
                }),
                parts: parts(match page.way {
                    Way::Follows => base,
                    _ => self.text_of(at),
                }),
            }
        };
        self.tallies = self.pages.iter().enumerate().map(tally).collect();
        self.about = self.about(env);
    }

    /// The text in hand was measured: what hangs on it is another, and all else stands.
    pub(super) fn count_again(&mut self, env: &Env<'_>) {
        let base = self.base_text();
        let parts = parts(self.editor.text());
        let again = |page: &Page| {
            let measured = self.proof.tally.standing(page.channel?).copied();
            Some((page.is_stale(base), measured))
        };
        let again: Vec<_> = self.pages.iter().map(again).collect();
        for (tally, again) in self.tallies.iter_mut().zip(again) {
            if let Some((is_stale, measured)) = again {
                tally.is_stale = is_stale;
                if measured.is_some() {
                    tally.parts = parts;
                }
                tally.standing = measured.or(tally.standing);
            }
        }
        self.about = self.about(env);
    }

    /// Draws them; a warning there was no room for comes back, to be said elsewhere.
    pub(super) fn draw_counters(
        &self,
        row: Rect,
        buf: &mut Buffer,
        env: &Env<'_>,
    ) -> Option<(String, Style)> {
        let room = usize::from(row.width.saturating_sub(1));
        let whole = self.tabs(true, env);
        let length = |tabs: &[String]| tabs.iter().map(|it| width(it) + 2).sum::<usize>();
        let tabs = if length(&whole) <= room + 2 {
            whole
        } else {
            self.tabs(false, env)
        };
        // The one in hand is in sight, whatever has to give way on its left.
        let mut first = 0;
        while first < self.at && length(&tabs[first..=self.at]) > room {
            first += 1;
        }
        let mut x = row.x + 1;
        for (at, words) in tabs.iter().enumerate().skip(first) {
            let style = if at == self.at {
                env.theme.tab_active
            } else {
                self.tallies[at].style(env)
            };
            x = put_to(buf, x, row.y, row.right(), words, style) + 2;
        }
        let (words, style) = self.standing_words(env);
        if usize::from(x) + width(&words) <= usize::from(row.right()) {
            put_right(buf, row, &words, style);
            return None;
        }
        // The counters matter more than the comfort that nothing is lost, but not more than that it goes out right now.
        let is_warning = self.is_due || !self.out.is_empty();
        is_warning.then_some((words, style))
    }

    /// Each text in words, the one in hand in brackets and with its length; the others with theirs where there is room,
    /// else only where it presses.
    fn tabs(&self, with_lengths: bool, env: &Env<'_>) -> Vec<String> {
        let each = self.tallies.iter().enumerate().map(|(at, tally)| {
            let words = if at == 0 {
                env.locale.text("drafts-base").into_owned()
            } else {
                tally.words(with_lengths || at == self.at, env)
            };
            if at == self.at {
                format!("[{words}]")
            } else {
                words
            }
        });
        each.collect()
    }

    /// What becomes of the words typed here: kept, too late for some channels, or in the middle of going out.
    fn standing_words(&self, env: &Env<'_>) -> (String, Style) {
        if !self.out.is_empty() {
            let codes: Vec<&str> = self.out.iter().map(|it| env.roster.code(*it)).collect();
            let args = [("codes", codes.join(" ").into())];
            return (env.locale.say("write-out", &args), env.theme.warn);
        }
        if self.is_due {
            return (env.locale.text("write-due").into_owned(), env.theme.warn);
        }
        (env.locale.text("write-kept").into_owned(), env.theme.dim)
    }
}

/// How many parts a text goes out in.
fn parts(text: &str) -> usize {
    chain::ranges(text).len()
}
