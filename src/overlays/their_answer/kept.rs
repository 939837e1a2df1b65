//! What of a half-taken answer survives the end of the program: the client's words, and what she picked by key.

use serde::{Deserialize, Serialize};

use super::{Focus, TheirAnswer};
use crate::domain::ids::PacketItemId;
use crate::domain::verdict::Verdict;
use crate::ui::Editor;

/// A half-taken answer as one text.
#[derive(Default, Serialize, Deserialize)]
struct Sitting {
    text: String,
    picked: Vec<(PacketItemId, Verdict, String)>,
}

impl TheirAnswer {
    /// All that was typed; empty where nothing was. Words on a post that she is in the middle of count as picked.
    pub(super) fn kept_text(&self) -> String {
        let picked = self.items.iter().filter_map(|it| {
            let (verdict, words) = it.picked.clone()?;
            Some((it.asked.item, verdict, words))
        });
        let mut sitting = Sitting {
            text: self.editor.text().to_owned(),
            picked: picked.collect(),
        };
        if let (Focus::Words(verdict, line), Some(item)) = (&self.focus, self.item())
            && !line.text().trim().is_empty()
        {
            let id = item.asked.item;
            sitting.picked.retain(|(other, ..)| *other != id);
            sitting.picked.push((id, *verdict, line.text().to_owned()));
        }
        if sitting.text.trim().is_empty() && sitting.picked.is_empty() {
            return String::new();
        }
        serde_json::to_string(&sitting).unwrap_or_default()
    }

    /// Takes up an earlier sitting; picks on posts that the client does not have any more are let go.
    pub(super) fn take_up(&mut self, kept: &str) {
        let sitting: Sitting = serde_json::from_str(kept).unwrap_or_default();
        self.editor = Editor::new(&sitting.text);
        for (id, verdict, words) in sitting.picked {
            if let Some(item) = self.items.iter_mut().find(|it| it.asked.item == id) {
                item.picked = Some((verdict, words));
            }
        }
    }
}
