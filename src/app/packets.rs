//! What goes to the clients: packets for a yes, with their files in the outbox, and briefs.

use super::{App, Outside, env};
use crate::domain::command::{Command, PacketCommand};
use crate::domain::ids::{ClientId, PacketId, PostId};
use crate::domain::tongue::Tongue;
use crate::domain::words::Words;
use crate::effect::{Effect, Weight};
use crate::media::letter;
use crate::overlays::{Overlay, TheirAnswer, ToClient};
use crate::report;
use crate::store::{Result, StoreError};

impl App {
    /// To the client for a yes; where all of it is with the client already, what the client said.
    pub(super) fn show_to_client(&mut self, posts: &[PostId], again: bool) -> Result<()> {
        if !again && let Some((client, post)) = self.all_with_client(posts)? {
            return self.open_answer(client, Some(post));
        }
        let sheet = ToClient::open(self.store.reader(), posts, &env!(self))?;
        self.overlays.push(Overlay::ToClient(Box::new(sheet)));
        Ok(())
    }

    /// What a client says to what it has; where it has nothing any more, that is said.
    pub(super) fn open_answer(&mut self, client: ClientId, post: Option<PostId>) -> Result<()> {
        match TheirAnswer::open(self.store.reader(), client, post, &env!(self))? {
            Some(answer) => self.overlays.push(Overlay::TheirAnswer(Box::new(answer))),
            None => self.toast = Some((Words::new("their-answer-none"), Weight::Note)),
        }
        Ok(())
    }

    /// The one client who has all of these posts and has not said a word yet, and the first of them.
    fn all_with_client(&self, posts: &[PostId]) -> Result<Option<(ClientId, PostId)>> {
        let mut found: Option<(ClientId, PostId)> = None;
        for post in posts {
            let lines = self.store.reader().variants_of(*post)?;
            let Some(line) = lines.iter().find(|line| !line.asked.is_empty()) else {
                return Ok(None);
            };
            if found.is_some_and(|(client, _)| client != line.client) {
                return Ok(None);
            }
            found.get_or_insert((line.client, *post));
        }
        Ok(found)
    }

    /// Puts on record what the client is shown, copies it for a chat, and lays its files into the outbox.
    pub(super) fn send_packet(&mut self, posts: Vec<PostId>, tongue: Tongue) -> Result<()> {
        let send = Command::Packet(PacketCommand::Send { posts, tongue });
        let done = self.store.apply(&send, self.now)?;
        self.rooms.unmark();
        self.done_with(&done, "did");
        let packet = PacketId(done.id.ok_or(StoreError::Missing)?);
        let letter = self.store.reader().letter(packet)?;
        let text = report::packet::text(&letter);
        self.outside.push(Outside::Copy(text));
        let laid = letter::lay_out(self.store.folder(), &letter);
        if let Some(Overlay::ToClient(sheet)) = self.overlays.last_mut() {
            let files = laid.as_ref().map_or_else(|_| Vec::new(), Clone::clone);
            sheet.sent(letter.code, files);
        }
        laid.map(drop).map_err(StoreError::from)
    }

    /// The client of what is under the cursor, or the one in scope, in six lines of the client's own language.
    pub(super) fn brief_here(&mut self) -> Result<()> {
        let here = self.rooms.client(self.pane, &env!(self)).or(self.scope);
        let Some(client) = here else {
            self.toast = Some((Words::new("brief-of-whom"), Weight::Note));
            return Ok(());
        };
        let brief = self.store.reader().client_brief(client, self.now)?;
        let what = Words::new("brief-of").with("client", self.roster.badge(client).0);
        let text = report::brief::text(&brief);
        self.perform(Effect::Copy { text, what }.into());
        Ok(())
    }
}
