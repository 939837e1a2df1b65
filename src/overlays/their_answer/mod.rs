//! Their answer: what a client says to what it was shown, by key post by post, or read from the client's own words.
//! One packet at a time, so that "all of it is fine" can only mean one thing.

mod items;
mod kept;
mod view;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::Reply;
use super::enter::Enter;
use crate::action::Action;
use crate::domain::command::{Command, PacketCommand};
use crate::domain::ids::{ClientId, PacketId, PostId};
use crate::domain::sanitize;
use crate::domain::verdict::Verdict;
use crate::domain::words::Words;
use crate::effect::{Effect, Effects, Show, Weight};
use crate::env::{Env, Kept};
use crate::keys::{Code, Key};
use crate::store::{Memo, Reader, Result};
use crate::ui::{Cursor, Editor, LineInput};

use items::{Heard, Item};

/// Posts asked for: a client has never more with it at once.
const MOST: usize = 500;

/// Letters of older packets that an answer may name.
const LETTERS: usize = 1000;

/// The client's answer being taken down.
#[derive(Debug)]
pub struct TheirAnswer {
    client: ClientId,
    /// The posts of all packets of the client that wait for a word.
    items: Vec<Item>,
    /// The packet that is answered.
    packet: PacketId,
    /// The letters of all packets of the client.
    letters: Vec<String>,
    cursor: Cursor,
    height: usize,
    /// The client's own words.
    editor: Editor,
    heard: Heard,
    focus: Focus,
    /// A held key must not take down what nobody has looked at.
    enter: Enter,
}

/// What has the keys.
#[derive(Debug)]
enum Focus {
    /// The posts.
    Posts,
    /// The client's words, all of them.
    Text,
    /// The client's words on the post under the cursor.
    Words(Verdict, Box<LineInput>),
}

impl TheirAnswer {
    /// Opens what the client has, the oldest packet first, or the one with this post; with what was typed of an earlier
    /// sitting. None where the client has nothing.
    pub fn open(
        reader: &Reader,
        client: ClientId,
        post: Option<PostId>,
        env: &Env<'_>,
    ) -> Result<Option<Self>> {
        let items = items::read(reader, client)?;
        let wanted = items.iter().find(|it| Some(it.asked.post) == post);
        let first = items.iter().find(|it| it.asked.verdict.is_none());
        let Some(packet) = wanted.or(first).map(|it| it.asked.packet) else {
            return Ok(None);
        };
        let mut answer = Self {
            client,
            items,
            packet,
            letters: reader.letters_of(client, LETTERS)?,
            cursor: Cursor::default(),
            height: 1,
            editor: Editor::new(""),
            heard: Heard::default(),
            focus: Focus::Posts,
            enter: Enter::default(),
        };
        answer.enter.wait(env.now);
        if let Some(draft) = reader.draft(&answer.owner())? {
            answer.take_up(&draft.text);
        }
        let here = |it: &&Item| Some(it.asked.post) == post;
        let place = answer.shown().position(|it| here(&it));
        answer.cursor.at = place.unwrap_or(0);
        answer.listen();
        answer.settle(Rect::new(0, 0, env.size.0, env.size.1));
        Ok(Some(answer))
    }

    /// Something was taken down or taken back; what she has typed and picked stays where it still means something.
    pub fn refresh(&mut self, reader: &Reader) -> Result<()> {
        let fresh = items::read(reader, self.client)?;
        self.items = items::carry_over(&self.items, fresh);
        let there = |it: &Item| it.asked.packet == self.packet;
        if !self.items.iter().any(there)
            && let Some(first) = self.items.first()
        {
            self.packet = first.asked.packet;
        }
        self.listen();
        Ok(())
    }

    /// Whether a text box has the keys.
    pub(super) fn typing(&self) -> bool {
        !matches!(self.focus, Focus::Posts)
    }

    pub(super) fn act(&mut self, action: Action, env: &Env<'_>) -> Reply {
        let len = self.shown().count();
        match action {
            Action::Back => return self.leave(),
            Action::Do if self.enter.is_new(env.now) => return self.record(),
            Action::Copy => self.pick(Verdict::Yes, String::new()),
            Action::Scope => self.ask_words(Verdict::Changes),
            Action::NextProblem => self.ask_words(Verdict::No),
            Action::Delete => self.unpick(),
            Action::Edit => self.focus = Focus::Text,
            Action::ToClient => return self.send_again(),
            Action::Left => self.turn(-1),
            Action::Right => self.turn(1),
            Action::Up => self.cursor.step(-1, len),
            Action::Down => self.cursor.step(1, len),
            Action::PageUp => self.cursor.page(-1, self.height, len),
            Action::PageDown => self.cursor.page(1, self.height, len),
            Action::Home => self.cursor.home(),
            Action::End => self.cursor.end(len),
            _ => {}
        }
        Reply::stay()
    }

    pub(super) fn key(&mut self, key: Key, env: &Env<'_>) -> Reply {
        match &mut self.focus {
            Focus::Words(verdict, line) => match key.code {
                Code::Esc => self.focus = Focus::Posts,
                Code::Enter => {
                    self.enter.wait(env.now);
                    let (verdict, words) = (*verdict, line.text().trim().to_owned());
                    self.focus = Focus::Posts;
                    self.pick(verdict, words);
                }
                _ => drop(line.input(key)),
            },
            Focus::Text => match key.code {
                Code::Esc | Code::Tab | Code::BackTab => self.focus = Focus::Posts,
                Code::Enter if self.enter.is_new(env.now) => return self.record(),
                Code::Enter => {}
                Code::Char('j') if key.mods.ctrl => {
                    self.editor.newline();
                    self.listen();
                }
                _ => {
                    if self.editor.input(key) == crate::ui::Reply::Changed {
                        self.listen();
                    }
                }
            },
            Focus::Posts => {}
        }
        Reply::stay()
    }

    /// Pasted text is the client's answer, wherever the cursor stands; while words on one post are typed, it is those.
    pub(super) fn paste(&mut self, text: &str) -> Reply {
        if let Focus::Words(_, line) = &mut self.focus {
            line.paste_clean(&sanitize::line(text));
            return Reply::stay();
        }
        let before = self.editor.text();
        if !before.is_empty() && !before.ends_with('\n') {
            self.editor.newline();
        }
        self.editor.paste_clean(&sanitize::text(text));
        self.listen();
        Reply::stay()
    }

    /// Takes down what is clear. Only where nothing is left to ask the window goes away.
    fn record(&mut self) -> Reply {
        let told = items::told(self.shown(), &self.heard);
        let open_questions =
            !self.doubts().is_empty() || self.shown().any(|it| it.is_stale(&self.heard));
        if told.is_empty() {
            let key = if open_questions {
                "their-answer-unclear"
            } else {
                "their-answer-nothing"
            };
            return Reply::with(Effect::Toast(Words::new(key), Weight::Note));
        }
        let answer = Effects::from(Command::Packet(PacketCommand::Answer { told }));
        if open_questions {
            self.focus = Focus::Posts;
            return Reply::with(answer);
        }
        Reply::close_with(answer.then(self.forget()))
    }

    /// Leaves; what was typed waits for the next opening.
    fn leave(&self) -> Reply {
        if self.kept_text().is_empty() {
            Reply::close_with(self.forget())
        } else {
            Reply::close()
        }
    }

    /// What has changed since it was shown goes to the client once more, or else the post under the cursor.
    fn send_again(&self) -> Reply {
        let open = || self.shown().filter(|it| it.asked.verdict.is_none());
        let mut posts: Vec<PostId> = open()
            .filter(|it| !it.asked.changed.is_empty())
            .map(|it| it.asked.post)
            .collect();
        if posts.is_empty() {
            posts.extend(self.item().map(|it| it.asked.post));
        }
        Reply::close_with(Effect::Show(Show::ToClient { posts, again: true }))
    }

    /// Another packet of the client.
    fn turn(&mut self, by: isize) {
        let mut packets: Vec<PacketId> = self.items.iter().map(|it| it.asked.packet).collect();
        packets.dedup();
        let here = packets.iter().position(|it| *it == self.packet);
        let next = here.unwrap_or(0).saturating_add_signed(by);
        if let Some(packet) = packets.get(next) {
            self.packet = *packet;
            self.cursor.home();
            self.listen();
        }
    }

    /// Her own word on the post under the cursor; the same yes again takes it back. Goes on to the next post.
    fn pick(&mut self, verdict: Verdict, words: String) {
        let at = self.place();
        let Some(item) = at.and_then(|at| self.items.get_mut(at)) else {
            return;
        };
        let picked = Some((verdict, words));
        if verdict == Verdict::Yes && item.picked == picked {
            item.picked = None;
            return;
        }
        item.picked = picked;
        let len = self.shown().count();
        self.cursor.step(1, len);
    }

    fn unpick(&mut self) {
        let at = self.place();
        if let Some(item) = at.and_then(|at| self.items.get_mut(at)) {
            item.picked = None;
        }
    }

    fn ask_words(&mut self, verdict: Verdict) {
        let Some(item) = self.item() else {
            return;
        };
        let before = match &item.picked {
            Some((picked, words)) if *picked == verdict => words.as_str(),
            _ => "",
        };
        self.focus = Focus::Words(verdict, Box::new(LineInput::new(before, "")));
    }

    /// Reads the client's words again, for the packet that is answered.
    fn listen(&mut self) {
        self.heard = Heard::of(self.editor.text(), self.shown(), &self.letters);
    }

    /// What must be asked, without what she has settled by key or what was taken down before.
    fn doubts(&self) -> Vec<&crate::domain::verdict::Doubt> {
        let all = self.heard.doubts.iter();
        all.filter(|doubt| !items::is_settled(doubt, &self.items, self.packet))
            .collect()
    }

    /// The posts of the packet that is answered.
    fn shown(&self) -> impl Iterator<Item = &Item> {
        let packet = self.packet;
        let all = self.items.iter();
        all.filter(move |it| it.asked.packet == packet)
    }

    fn item(&self) -> Option<&Item> {
        self.shown().nth(self.cursor.at)
    }

    /// Where the post under the cursor stands among all.
    fn place(&self) -> Option<usize> {
        let item = self.item()?.asked.item;
        self.items.iter().position(|it| it.asked.item == item)
    }

    pub(super) fn kept(&self) -> Kept {
        Kept {
            owner: self.owner(),
            text: self.kept_text(),
            caret: 0,
        }
    }

    fn owner(&self) -> String {
        format!("their-answer:{}", self.client.0)
    }

    fn forget(&self) -> Effect {
        Effect::Remember(Memo::Drop {
            owner: self.owner(),
        })
    }

    /// The keys, as they are at the moment.
    pub(super) fn hints(&self) -> &'static [(&'static str, &'static str)] {
        match self.focus {
            Focus::Words(..) => &[("Enter", "hint-do"), ("Esc", "hint-back")],
            Focus::Text => &[
                ("Enter", "their-answer-hint-record"),
                ("Ctrl-J", "their-answer-hint-line"),
                ("Tab", "their-answer-hint-posts"),
            ],
            Focus::Posts => &[
                ("Enter", "their-answer-hint-record"),
                ("y", "their-answer-hint-yes"),
                ("c", "their-answer-hint-changes"),
                ("n", "their-answer-hint-no"),
                ("e", "their-answer-hint-words"),
                ("A", "their-answer-hint-again"),
                ("Esc", "hint-back"),
            ],
        }
    }

    pub(super) fn settle(&mut self, area: Rect) {
        view::settle(self, area);
    }

    pub(super) fn draw(&self, area: Rect, buf: &mut Buffer, env: &Env<'_>) -> Option<(u16, u16)> {
        view::draw(self, area, buf, env)
    }
}
