//! What the tokens of an answer are to it: posts of a packet, known and unknown words, numbers and signs.

use std::ops::Range;

use super::answer::Asked;
use super::tokens::{Shape, Token, tokens};
use super::words::{Kind, Kinds, Lexicon};

/// Signs from here on are arrows, symbols and pictures.
const FIRST_PICTURE: char = '\u{2190}';

/// A post as the client named it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Named {
    /// This one of the packet.
    Item(u32),
    /// One of another packet.
    Elsewhere(String, u32),
    /// None that there is.
    Nowhere(String, u32),
}

/// Posts named in one breath: "A1, A2 and A4", "A1–A3".
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Heads {
    pub(super) named: Vec<Named>,
    /// Whether it is unclear which posts are meant: "A1 or A2".
    pub(super) tangled: bool,
    /// Whether they are named by bare numbers.
    pub(super) bare: bool,
}

/// What a piece is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum What {
    /// Posts.
    Heads(Heads),
    /// Letters and a number like a post's code, of no packet there is: "D4".
    Stray(String, u32),
    /// A word or several that mean one thing.
    Word(Kinds),
    /// A number, if it is a small one.
    Number(Option<u32>),
    /// A sign.
    Sign(char),
    /// The end of a line.
    Line,
}

/// A piece of an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Piece {
    pub(super) what: What,
    /// Where it stands in the text.
    pub(super) at: Range<usize>,
    /// Whether nothing stands between it and the piece before.
    pub(super) glued: bool,
    /// Whether it begins with a capital letter.
    pub(super) capital: bool,
    /// The packet these letters are the code of, if they stand alone.
    pub(super) code: Option<String>,
}

impl Piece {
    /// What the word can be; nothing, for what is no word.
    pub(super) fn kinds(&self) -> Kinds {
        match self.what {
            What::Word(kinds) => kinds,
            _ => Kinds::default(),
        }
    }

    /// Whether it is a word of any of these kinds.
    pub(super) fn is(&self, kinds: &[Kind]) -> bool {
        self.kinds().any(kinds)
    }

    /// Whether it is one of these signs.
    pub(super) fn sign(&self, signs: &str) -> bool {
        matches!(self.what, What::Sign(sign) if signs.contains(sign))
    }

    /// Whether it says something, as words, numbers, pictures, pluses and question marks do.
    pub(super) fn is_inked(&self) -> bool {
        match self.what {
            What::Sign(sign) => "+?".contains(sign) || sign >= FIRST_PICTURE,
            What::Line => false,
            _ => true,
        }
    }

    /// Whether it is the end of a line.
    pub(super) fn ends_line(&self) -> bool {
        self.what == What::Line
    }

    /// The posts it names.
    pub(super) fn heads(&self) -> Option<&Heads> {
        match &self.what {
            What::Heads(heads) => Some(heads),
            _ => None,
        }
    }
}

/// The pieces of a text; bare numbers are not yet told from posts.
pub(super) fn pieces(text: &str, asked: &Asked, lexicon: &Lexicon) -> Vec<Piece> {
    let tokens = tokens(text);
    let mut pieces = Vec::new();
    let mut next = 0;
    while let Some(token) = tokens.get(next) {
        let rest = &tokens[next..];
        let after_number = next > 0 && token.glued && tokens[next - 1].shape == Shape::Number;
        if let Some(code) = Code::read(rest, lexicon).filter(|_| !after_number) {
            pieces.push(code.piece(rest, asked));
            if code.leads_on {
                let end = &rest[code.used - 1];
                pieces.push(piece(What::Word(Kinds::of(&[Kind::To])), end));
            }
            next += code.used;
            continue;
        }
        let (used, what) = match (token.shape, lexicon.longest(rest)) {
            (Shape::Line, _) => (1, What::Line),
            (Shape::Number, _) => (1, What::Number(number(token))),
            (_, Some((used, kinds))) => (used, What::Word(kinds)),
            (Shape::Word, None) => (1, What::Word(Kinds::default())),
            (Shape::Sign(sign), None) => (1, What::Sign(sign)),
        };
        let mut found = piece(what, token);
        found.at.end = rest[used - 1].at.end;
        // "В 3" is a time before it is the third post of packet B.
        if used == 1 && !found.is(&[Kind::Lean, Kind::Toward]) {
            found.code = letters(&token.folded).filter(|code| asked.knows(code));
        }
        pieces.push(found);
        next += used;
    }
    pieces
}

fn piece(what: What, token: &Token) -> Piece {
    Piece {
        what,
        at: token.at.clone(),
        glued: token.glued,
        capital: token.capital,
        code: None,
    }
}

/// A small number.
fn number(token: &Token) -> Option<u32> {
    token.folded.parse().ok().filter(|number| *number < 10_000)
}

/// A code in one word: "A1", "а1", "A-1", "A#1", with what the language hangs on it.
struct Code {
    letters: String,
    number: u32,
    used: usize,
    /// Whether its ending means "from this one": "A1-დან A3-მდე".
    leads_on: bool,
}

impl Code {
    fn read(tokens: &[Token], lexicon: &Lexicon) -> Option<Self> {
        let first = tokens.first().filter(|token| token.shape == Shape::Word)?;
        let letters = letters(&first.folded)?;
        let glued = |at: usize| tokens.get(at).filter(|token| token.glued);
        let joint = glued(1).is_some_and(|token| matches!(token.shape, Shape::Sign('-' | '#')));
        let at = 1 + usize::from(joint);
        let digits = glued(at).filter(|token| token.shape == Shape::Number)?;
        let mut code = Self {
            letters,
            number: number(digits)?,
            used: at + 1,
            leads_on: false,
        };
        let ending = |at: usize| {
            let (used, kinds) = lexicon.longest(&tokens[at..])?;
            (used == 1 && kinds.is(Kind::Ending)).then_some(kinds.is(Kind::To))
        };
        let next = glued(code.used);
        match next.map(|token| token.shape) {
            Some(Shape::Word) => match ending(code.used) {
                Some(leads_on) => {
                    code.leads_on = leads_on;
                    code.used += 1;
                }
                // "A1ok" is a code and a verdict, "B2B" is neither.
                None => {
                    lexicon.longest(&tokens[code.used..])?;
                }
            },
            Some(Shape::Sign('-' | ':' | '\'')) if glued(code.used + 1).is_some_and(is_word) => {
                if let Some(leads_on) = ending(code.used + 1) {
                    code.leads_on = leads_on;
                    code.used += 2;
                }
            }
            // "A1.5", "A4:3": a size, not a post.
            Some(Shape::Sign('.' | ':')) if glued(code.used + 1).is_some_and(is_number) => {
                return None;
            }
            _ => {}
        }
        Some(code)
    }

    fn piece(&self, tokens: &[Token], asked: &Asked) -> Piece {
        let what = match asked.name(&self.letters, self.number) {
            Some(named) => What::Heads(Heads {
                named: vec![named],
                ..Heads::default()
            }),
            None => What::Stray(self.letters.clone(), self.number),
        };
        let mut found = piece(what, &tokens[0]);
        found.at.end = tokens[self.used - 1].at.end;
        found
    }
}

fn is_word(token: &Token) -> bool {
    token.shape == Shape::Word
}

fn is_number(token: &Token) -> bool {
    token.shape == Shape::Number
}

/// Up to three letters as those of a packet's code, whichever keyboard they were typed on.
pub(super) fn letters(folded: &str) -> Option<String> {
    let latin = |c: char| {
        Some(match c {
            'a'..='z' => c.to_ascii_uppercase(),
            'а' => 'A',
            'в' => 'B',
            'с' => 'C',
            'е' => 'E',
            'к' => 'K',
            'м' => 'M',
            'н' => 'H',
            'о' => 'O',
            'р' => 'P',
            'т' => 'T',
            'у' => 'Y',
            'х' => 'X',
            _ => return None,
        })
    };
    let letters: String = folded.chars().take(4).map(latin).collect::<Option<_>>()?;
    (1..=3).contains(&letters.len()).then_some(letters)
}
