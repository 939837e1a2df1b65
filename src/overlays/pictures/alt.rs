//! The description of a picture while it is written: kept as it is typed, saved on leaving, and on to the next one without.

use super::{Pictures, Typing};
use crate::domain::command::{Command, PlanCommand};
use crate::domain::ids::MediaId;
use crate::domain::platform::Platform;
use crate::domain::sanitize;
use crate::effect::{Effect, Effects};
use crate::env::{Env, Kept};
use crate::keys::{Code, Key};
use crate::overlays::Reply;
use crate::store::{Media, Memo, Reader, Result};
use crate::ui::Editor;

/// A description being written. It is one paragraph: nobody hears where a line ends.
#[derive(Debug)]
pub(super) struct Alt {
    media: MediaId,
    saved: String,
    pub(super) editor: Editor,
    /// Text of an earlier sitting was taken up again.
    pub(super) is_resumed: bool,
}

impl Alt {
    fn of(picture: &Media) -> Self {
        Self {
            media: picture.id,
            saved: picture.alt.clone(),
            editor: Editor::new(&picture.alt),
            is_resumed: false,
        }
    }

    /// A description of an earlier sitting that never found its place.
    pub(super) fn resumed(reader: &Reader, picture: &Media) -> Result<Option<Self>> {
        let kept = reader.draft(&owner(picture.id))?;
        let kept = kept.filter(|draft| draft.text != picture.alt);
        Ok(kept.map(|draft| Self {
            editor: Editor::new(&draft.text),
            is_resumed: true,
            ..Self::of(picture)
        }))
    }

    pub(super) fn kept(&self) -> Kept {
        Kept {
            owner: owner(self.media),
            text: self.editor.text().to_owned(),
            caret: self.editor.caret(),
        }
    }

    pub(super) fn paste(&mut self, text: &str) {
        self.editor.paste_clean(&sanitize::own_line(text));
    }

    /// How many characters it has, as it would be saved.
    pub(super) fn chars(&self) -> usize {
        self.text().chars().count()
    }

    fn text(&self) -> String {
        sanitize::line(self.editor.text()).trim().to_owned()
    }

    /// Saves what has changed.
    fn save(&self) -> Effects {
        let (media, alt) = (self.media, self.text());
        let forget = Effect::Remember(Memo::Drop {
            owner: owner(media),
        });
        if alt == self.saved {
            return forget.into();
        }
        let save = Effect::Apply(Command::Plan(PlanCommand::EditAlt { media, alt }));
        Effects::one(save).then(forget)
    }
}

/// Whose text is kept.
fn owner(media: MediaId) -> String {
    format!("alt:{}", media.0)
}

impl Pictures {
    /// The description of the picture under the cursor; where there is none, a picture first.
    pub(super) fn describe(&mut self, env: &Env<'_>) -> Reply {
        match self.picture() {
            Some(picture) => {
                self.typing = Typing::Alt(Alt::of(picture));
                Reply::stay()
            }
            None => self.ask_path(None, env),
        }
    }

    /// A key while it is written.
    pub(super) fn type_alt(&mut self, key: Key, env: &Env<'_>) -> Reply {
        let Typing::Alt(alt) = &mut self.typing else {
            return Reply::stay();
        };
        match key.code {
            Code::Esc => {
                let saved = alt.save();
                self.typing = Typing::Nothing;
                Reply::with(saved.then(Effect::LookAgain))
            }
            Code::Enter if !self.enter.is_new(env.now) => Reply::stay(),
            Code::Enter => {
                let saved = alt.save();
                self.next_undescribed();
                Reply::with(saved.then(Effect::LookAgain))
            }
            _ => {
                alt.editor.input(key);
                Reply::stay()
            }
        }
    }

    /// On to the next picture that nobody has described, or back to the list.
    fn next_undescribed(&mut self) {
        let at = self.cursor.at;
        let behind = self.shown.iter().enumerate().skip(at + 1);
        let next = behind.into_iter().find(|(_, it)| it.alt.is_empty());
        self.typing = match next {
            Some((next, picture)) => {
                self.cursor.at = next;
                Typing::Alt(Alt::of(picture))
            }
            None => Typing::Nothing,
        };
    }

    /// The platform that allows the shortest descriptions, and how long.
    pub(super) fn strictest(&self) -> Option<(&Platform, usize)> {
        let known = self.platforms.iter().filter(|it| it.media.alt_max > 0);
        known
            .map(|it| (it, it.media.alt_max))
            .min_by_key(|(_, most)| *most)
    }
}
