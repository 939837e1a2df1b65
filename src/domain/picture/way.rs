//! How pictures come on the screen: what she wishes, what the terminal says of itself, and the way that follows. Nobody asks
//! the terminal anything: an answer that does not come would hold everything up.

/// What her settings say.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Wish {
    /// What suits the terminal.
    #[default]
    Auto,
    /// Two pixels in a cell, which every terminal with colours can.
    Blocks,
    /// Real pixels, as kitty and others draw them.
    Kitty,
    /// None.
    Off,
}

impl Wish {
    /// All of them.
    pub const ALL: [Wish; 4] = [Wish::Auto, Wish::Blocks, Wish::Kitty, Wish::Off];

    /// The word in the file.
    pub const fn word(self) -> &'static str {
        match self {
            Wish::Auto => "auto",
            Wish::Blocks => "blocks",
            Wish::Kitty => "kitty",
            Wish::Off => "off",
        }
    }

    /// The wish of this word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.word() == word)
    }
}

/// Which colours a terminal has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ink {
    /// All of them.
    True,
    /// The 256 that every terminal of this century has.
    Indexed,
}

/// How pictures are drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Way {
    /// Not at all.
    #[default]
    Off,
    /// Two pixels in a cell.
    Blocks(Ink),
    /// Real pixels; as blocks in these colours where nobody knows how large a cell is.
    Kitty(Ink),
}

/// What is known of colours before the terminal says anything.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Colours {
    /// She wants none anywhere (`NO_COLOR`).
    Never,
    /// She has chosen a theme without any.
    Plain,
    /// There are some.
    Some,
}

impl Way {
    /// The way that follows from her wish and from what the environment says of the terminal, by the names of variables.
    pub fn choose(wish: Wish, terminal: &[(&str, String)], colours: Colours) -> Self {
        let told = |name: &str| {
            let found = terminal.iter().find(|(it, _)| *it == name);
            found.map_or("", |(_, value)| value.as_str())
        };
        let is_deep = matches!(told("COLORTERM"), "truecolor" | "24bit");
        let ink = if is_deep { Ink::True } else { Ink::Indexed };
        match wish {
            _ if !cfg!(feature = "preview") || colours == Colours::Never => Way::Off,
            Wish::Off => Way::Off,
            Wish::Kitty => Way::Kitty(ink),
            Wish::Auto if colours == Colours::Plain => Way::Off,
            // The consoles of machines without a window system, and what is no terminal at all.
            Wish::Auto if matches!(told("TERM"), "" | "dumb" | "linux") => Way::Off,
            Wish::Auto if draws_pixels(told) => Way::Kitty(Ink::True),
            Wish::Auto | Wish::Blocks => Way::Blocks(ink),
        }
    }

    /// The word for it, with the colours where they matter: "blocks 256".
    pub const fn word(self) -> &'static str {
        match self {
            Way::Off => "off",
            Way::Blocks(Ink::True) => "blocks",
            Way::Blocks(Ink::Indexed) => "blocks 256",
            Way::Kitty(_) => "kitty",
        }
    }
}

/// Whether this terminal draws pixels as kitty does. Inside of tmux and screen they would come out on another pane or not at
/// all, whatever terminal is around them.
fn draws_pixels<'t>(told: impl Fn(&str) -> &'t str) -> bool {
    let term = told("TERM");
    let is_inside =
        !told("TMUX").is_empty() || ["tmux", "screen"].iter().any(|it| term.starts_with(it));
    let program = told("TERM_PROGRAM");
    // A terminal that was started from a window of kitty has kitty's number too, but says its own name.
    let is_kitty = term == "xterm-kitty"
        || (!told("KITTY_WINDOW_ID").is_empty() && matches!(program, "" | "kitty"));
    !is_inside && (is_kitty || term == "xterm-ghostty" || program == "ghostty")
}

/// On what pictures are drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Easel {
    /// How.
    pub way: Way,
    /// How many pixels wide and high a cell is, where the terminal has said so.
    pub cell: Option<(u16, u16)>,
}

impl Easel {
    /// How it is drawn in the end: no pixels where nobody knows how large a cell is.
    pub const fn way(&self) -> Way {
        match (self.way, self.cell) {
            (Way::Kitty(ink), None) => Way::Blocks(ink),
            (way, _) => way,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn way(wish: Wish, terminal: &[(&'static str, &str)], colours: Colours) -> Way {
        let terminal: Vec<_> = terminal
            .iter()
            .map(|(name, value)| (*name, (*value).to_owned()))
            .collect();
        Way::choose(wish, &terminal, colours)
    }

    #[test]
    fn a_wish_is_its_word() {
        for wish in Wish::ALL {
            assert_eq!(Wish::from_word(wish.word()), Some(wish));
        }
        assert_eq!(Wish::from_word("sixel"), None);
    }

    #[cfg(feature = "preview")]
    #[test]
    fn what_suits_the_terminal_follows_from_what_it_says_of_itself() {
        let deep = ("COLORTERM", "truecolor");
        let (blocks, few) = (Way::Blocks(Ink::True), Way::Blocks(Ink::Indexed));
        let kitty = Way::Kitty(Ink::True);
        let inside = ("TMUX", "/tmp/tmux-1/default,7,0");
        for (terminal, wanted) in [
            (&[][..], Way::Off),
            (&[("TERM", "dumb"), deep], Way::Off),
            (&[("TERM", "linux")], Way::Off),
            (&[("TERM", "xterm-256color")], few),
            (&[("TERM", "xterm-256color"), deep], blocks),
            (
                &[("TERM", "xterm-256color"), ("SSH_TTY", "/dev/pts/1")],
                few,
            ),
            (&[("TERM", "xterm-kitty")], kitty),
            (&[("TERM", "xterm-kitty"), ("SSH_TTY", "/dev/pts/1")], kitty),
            (
                &[("TERM", "xterm-256color"), ("KITTY_WINDOW_ID", "3")],
                kitty,
            ),
            (
                &[("TERM", "xterm-256color"), ("TERM_PROGRAM", "ghostty")],
                kitty,
            ),
            // Another terminal, started from a window of kitty.
            (
                &[
                    ("TERM", "xterm-256color"),
                    ("KITTY_WINDOW_ID", "3"),
                    ("TERM_PROGRAM", "WezTerm"),
                ],
                few,
            ),
            (
                &[
                    ("TERM", "tmux-256color"),
                    ("KITTY_WINDOW_ID", "3"),
                    inside,
                    deep,
                ],
                blocks,
            ),
            (
                &[("TERM", "screen-256color"), ("KITTY_WINDOW_ID", "3")],
                few,
            ),
            (&[("TERM", "xterm-kitty"), inside], few),
        ] {
            assert_eq!(
                way(Wish::Auto, terminal, Colours::Some),
                wanted,
                "{terminal:?}"
            );
            assert_eq!(way(Wish::Auto, terminal, Colours::Plain), Way::Off);
            for wish in Wish::ALL {
                assert_eq!(way(wish, terminal, Colours::Never), Way::Off);
            }
            assert_eq!(way(Wish::Off, terminal, Colours::Some), Way::Off);
        }
    }

    #[cfg(feature = "preview")]
    #[test]
    fn what_she_asks_for_by_name_she_gets() {
        let (inside, few) = ([("TMUX", "socket,7,0")], Ink::Indexed);
        let plain = way(Wish::Blocks, &[], Colours::Plain);
        assert_eq!(plain, Way::Blocks(few));
        let kitty = way(Wish::Kitty, &inside, Colours::Some);
        assert_eq!(kitty, Way::Kitty(few));
    }

    #[cfg(not(feature = "preview"))]
    #[test]
    fn a_program_that_cannot_look_at_pictures_shows_none() {
        let kitty = [("TERM", "xterm-kitty")];
        for wish in Wish::ALL {
            assert_eq!(way(wish, &kitty, Colours::Some), Way::Off);
        }
    }

    #[test]
    fn without_the_size_of_a_cell_there_are_no_pixels() {
        let easel = |cell| Easel {
            way: Way::Kitty(Ink::True),
            cell,
        };
        assert_eq!(easel(None).way(), Way::Blocks(Ink::True));
        assert_eq!(easel(Some((9, 18))).way(), Way::Kitty(Ink::True));
    }
}
