//! The list of pictures: moving in it, putting them into another order, choosing the cover, taking one off.

use super::Pictures;
use crate::action::Action;
use crate::domain::command::{Command, PlanCommand};
use crate::domain::ids::MediaId;
use crate::effect::Effects;

impl Pictures {
    pub(super) fn on_list(&mut self, action: Action) -> Effects {
        let len = self.shown.len();
        match action {
            Action::Up => self.cursor.step(-1, len),
            Action::Down => self.cursor.step(1, len),
            Action::PageUp => self.cursor.page(-1, self.height, len),
            Action::PageDown => self.cursor.page(1, self.height, len),
            Action::Home => self.cursor.home(),
            Action::End => self.cursor.end(len),
            Action::DayEarlier => return self.moved(-1),
            Action::DayLater => return self.moved(1),
            Action::Mark => return self.choose_cover(),
            Action::Delete => return self.take_off(),
            _ => {}
        }
        Effects::none()
    }

    /// The picture under the cursor goes one place on; the cursor goes with it.
    fn moved(&mut self, by: isize) -> Effects {
        let from = self.cursor.at;
        let to = from.saturating_add_signed(by);
        if to == from || to >= self.shown.len() {
            return Effects::none();
        }
        let mut order: Vec<MediaId> = self.shown.iter().map(|it| it.id).collect();
        order.swap(from, to);
        let post = self.post;
        Command::Plan(PlanCommand::ArrangeMedia { post, order }).into()
    }

    /// The picture under the cursor becomes the cover; the one that is it gives way to the first again.
    fn choose_cover(&self) -> Effects {
        let Some(picture) = self.picture() else {
            return Effects::none();
        };
        let (post, cover) = (self.post, (!picture.is_cover).then_some(picture.id));
        Command::Plan(PlanCommand::ChooseCover { post, cover }).into()
    }

    /// Takes the picture under the cursor off; it comes back with `u`.
    fn take_off(&self) -> Effects {
        let Some(media) = self.picture().map(|it| it.id) else {
            return Effects::none();
        };
        Command::Plan(PlanCommand::Detach { media }).into()
    }
}
