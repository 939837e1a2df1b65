//! What keys and actions do in the inbox: moving, opening, writing, answering.

use super::Inbox;
use super::answer::owner;
use crate::action::Action;
use crate::domain::address::is_safe_link;
use crate::domain::command::{Command, InboxCommand};
use crate::domain::ids::ThreadId;
use crate::domain::inbox::ThreadState;
use crate::domain::sanitize;
use crate::domain::words::Words;
use crate::effect::{Effect, Effects, Purpose, Show, Weight};
use crate::env::Env;
use crate::keys::{Code, Key, Layouts};
use crate::store::{Draft, Memo};
use crate::ui::Reply;

impl Inbox {
    /// What an action does here.
    pub fn act(&mut self, action: Action, env: &Env<'_>) -> Effects {
        if self.typing() {
            self.scroll_said(action);
            return Effects::none();
        }
        match action {
            Action::Up => self.list.step(-1),
            Action::Down => self.list.step(1),
            Action::PageUp => self.list.page(-1, self.height),
            Action::PageDown => self.list.page(1, self.height),
            Action::Home => self.list.home(),
            Action::End => self.list.end(),
            Action::NextProblem => self.walk(true),
            Action::PrevProblem => self.walk(false),
            Action::Mark => self.mark(),
            Action::Back => self.back(),
            Action::Do => return self.enter(env),
            other => return self.verb(other, env),
        }
        self.leave_behind();
        Effects::none()
    }

    /// A key while the answer box, or the question for whom to wait, has the keys.
    pub fn key(&mut self, key: Key, env: &Env<'_>) -> Effects {
        if let Some(threads) = self.asked.take() {
            return self.wait_for(threads, key);
        }
        let Some(talk) = &mut self.talk else {
            return Effects::none();
        };
        let Some(answer) = &mut talk.answer else {
            return Effects::none();
        };
        let held = key.mods.ctrl || key.mods.alt || key.mods.shift;
        let reply = match key.code {
            Code::Enter if !held => return self.send(env),
            Code::Esc => return self.put_down(env),
            Code::Enter => answer.editor.newline(),
            Code::Char('j') if key.mods.ctrl => answer.editor.newline(),
            Code::Tab => answer.put_in(1),
            Code::BackTab => answer.put_in(-1),
            _ => answer.editor.input(key),
        };
        match (reply, key.code) {
            (Reply::Changed, _) => self.mark_tail(env),
            (Reply::Ignored, Code::Up) => talk.scroll(1),
            (Reply::Ignored, Code::Down) => talk.scroll(-1),
            (Reply::Ignored, Code::PageUp) => talk.scroll(PAGE),
            (Reply::Ignored, Code::PageDown) => talk.scroll(-PAGE),
            (Reply::Ignored | Reply::Moved, _) => {}
        }
        Effects::none()
    }

    /// A paste into the answer box.
    pub fn paste(&mut self, text: &str, env: &Env<'_>) -> Effects {
        let answer = self.talk.as_mut().and_then(|talk| talk.answer.as_mut());
        if let Some(answer) = answer.filter(|_| self.asked.is_none())
            && answer.editor.paste_clean(&sanitize::text(text)) == Reply::Changed
        {
            self.mark_tail(env);
        }
        Effects::none()
    }

    /// Enter in the list.
    fn enter(&mut self, env: &Env<'_>) -> Effects {
        if self.list.on_rounds() {
            return self.look(env);
        }
        match self.list.line().map(|(_, line)| line.thread) {
            None => Effects::none(),
            Some(thread) => {
                self.answer(thread);
                Effects::one(Effect::Answer(thread))
            }
        }
    }

    /// Opens the channel that was not looked at for the longest, and asks what was found there.
    fn look(&self, env: &Env<'_>) -> Effects {
        let Some(round) = self.list.rounds.first() else {
            return Effects::none();
        };
        let page = env
            .roster
            .channel(round.channel)
            .map(|channel| channel.card.link.clone())
            .filter(|link| is_safe_link(link));
        let found = Effect::Show(Show::Prompt(Purpose::Found {
            channel: round.channel,
        }));
        match page {
            Some(page) => Effects::one(Effect::OpenAddress(page)).then(found),
            None => Effects::one(found),
        }
    }

    /// Enter in the answer box: to the clipboard, to the place where it is pasted, on record, and on to the next.
    fn send(&mut self, env: &Env<'_>) -> Effects {
        let Some(talk) = &self.talk else {
            return Effects::none();
        };
        let text = talk.answer.as_ref().map(super::answer::AnswerBox::wording);
        let Some(text) = text.filter(|text| !text.is_empty()) else {
            let words = Words::new("inbox-nothing-written");
            return Effects::one(Effect::Toast(words, Weight::Plain));
        };
        let thread = talk.thread;
        let person = talk.told.as_ref().map_or("", |told| told.person.as_str());
        let mut effects = Effects::one(Effect::Copy {
            text: text.clone(),
            what: Words::new("inbox-copied-answer").with("name", person),
        });
        if let Some(address) = talk.address(env) {
            effects = effects.then(Effect::OpenAddress(address));
        }
        effects = effects
            .then(Effect::Apply(Command::Inbox(InboxCommand::Answer {
                thread,
                text,
                at: env.now,
            })))
            .then(Effect::Remember(Memo::Drop {
                owner: owner(thread),
            }));
        self.marked.remove(&thread);
        self.talk = None;
        match self.list.waiting_beside(Some(thread), true) {
            None => effects,
            Some(next) => {
                self.answer(next);
                effects.then(Effect::Answer(next))
            }
        }
    }

    /// Esc in the answer box: the text is kept, the conversation stays in sight.
    fn put_down(&mut self, env: &Env<'_>) -> Effects {
        let kept = self.kept();
        let Some(talk) = &mut self.talk else {
            return Effects::none();
        };
        talk.answer = None;
        let memo = match kept {
            None => Memo::Drop {
                owner: owner(talk.thread),
            },
            Some(kept) => Memo::Keep(Draft {
                owner: kept.owner,
                text: kept.text,
                caret: kept.caret,
                base: None,
                // No process writes it any more.
                pid: 0,
                at: env.now,
            }),
        };
        Effects::one(Effect::Remember(memo))
    }

    /// The key that says for whom to wait, by its place on the keyboard; any other lets the question go.
    fn wait_for(&mut self, threads: Vec<ThreadId>, key: Key) -> Effects {
        let Code::Char(typed) = key.code else {
            return Effects::none();
        };
        let state = match Layouts::builtin().to_latin(typed) {
            'c' => ThreadState::WaitClient,
            'a' => ThreadState::WaitAuthor,
            'o' => ThreadState::WaitOther,
            _ => return Effects::none(),
        };
        self.decide(threads, state)
    }

    /// The wheel turns while an answer is being written: what was said moves, and the cursor stays with its text.
    fn scroll_said(&mut self, action: Action) {
        let rows = match action {
            Action::Up => 1,
            Action::Down => -1,
            Action::PageUp => PAGE,
            Action::PageDown => -PAGE,
            _ => 0,
        };
        if let Some(talk) = &mut self.talk {
            talk.scroll(rows);
        }
    }

    fn walk(&mut self, down: bool) {
        let here = self.list.line().map(|(_, line)| line.thread);
        if let Some(thread) = self.list.waiting_beside(here, down) {
            self.list.go_to(thread);
        }
    }

    fn mark(&mut self) {
        let here = self.list.line().map(|(_, line)| line.thread);
        if let Some(thread) = here {
            if !self.marked.remove(&thread) {
                self.marked.insert(thread);
            }
            self.list.step(1);
        }
    }

    /// Closes the conversation, then lets the marks go.
    fn back(&mut self) {
        if self.talk.take().is_none() {
            self.marked.clear();
        }
    }

    /// A conversation stays in sight only while the cursor is on it, or two would be mixed up.
    pub(super) fn leave_behind(&mut self) {
        let here = self.list.line().map(|(_, line)| line.thread);
        if self
            .talk
            .as_ref()
            .is_some_and(|talk| Some(talk.thread) != here)
        {
            self.talk = None;
        }
    }

    /// Colours what the platform will not take of the answer.
    pub(super) fn mark_tail(&mut self, env: &Env<'_>) {
        if let Some(talk) = &mut self.talk
            && let (Some(answer), Some(told)) = (&mut talk.answer, &talk.told)
        {
            answer.mark_tail(told.channel, env);
        }
    }
}

/// Rows a page key scrolls what was said.
const PAGE: isize = 5;
