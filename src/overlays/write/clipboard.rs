//! What goes to the clipboard and what may come from it.

use unicode_segmentation::UnicodeSegmentation;

use super::{Reply, Write};
use crate::domain::sanitize;
use crate::domain::words::Words;
use crate::effect::{Effect, Weight};
use crate::env::Env;

/// A text may have so many bytes. The longest that any platform takes is a tenth of that.
const LARGEST_TEXT: usize = 1_000_000;

/// A paste larger than this is not even looked at: control characters may be dropped from it, but never so many.
const LARGEST_PASTE: usize = 4 * LARGEST_TEXT;

/// A pasted text as it may come in behind so many bytes, or why it may not.
pub(super) fn admitted(pasted: &str, beside: usize) -> Result<String, Words> {
    let refused = |len: usize| {
        Words::new("write-paste-too-long")
            .with("kilobytes", len.div_ceil(1000))
            .with("most", LARGEST_TEXT / 1000)
    };
    if pasted.len() > LARGEST_PASTE {
        return Err(refused(pasted.len()));
    }
    let text = sanitize::own_text(pasted);
    match text.len() + beside {
        len if len > LARGEST_TEXT => Err(refused(len)),
        _ => Ok(text),
    }
}

impl Write {
    /// Whether what is pasted goes into the text, and not into the line of what is looked for.
    pub(in crate::overlays) fn takes_a_text(&self) -> bool {
        self.seek.is_none()
    }

    /// Copies what is selected, else the whole text, and says which of the two it was.
    pub(super) fn copy(&mut self) -> Reply {
        let selected = self.editor.keep_selected();
        if !selected.is_empty() {
            return copied(selected, "write-copied-part");
        }
        match self.editor.text() {
            "" => Reply::with(Effect::Toast(Words::new("write-nothing"), Weight::Note)),
            text => copied(text.to_owned(), "write-copied-all"),
        }
    }

    /// Takes out what is selected and copies it. Nothing selected: nothing is taken, and that is said.
    pub(super) fn cut(&mut self, env: &Env<'_>) -> Reply {
        let taken = self.editor.take_selected();
        if taken.is_empty() {
            let words = Words::new("write-nothing-selected");
            return Reply::with(Effect::Toast(words, Weight::Note));
        }
        self.measure(env);
        copied(taken, "write-copied-part")
    }
}

fn copied(text: String, key: &str) -> Reply {
    let what = Words::new(key).with("n", text.graphemes(true).count());
    Reply::with(Effect::Copy { text, what })
}
