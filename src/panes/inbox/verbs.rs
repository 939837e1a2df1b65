//! The verbs of the list: done, wait, later, hide, lead, tone, topic, idea, add.

use super::Inbox;
use super::list::Section;
use crate::action::Action;
use crate::domain::command::{Command, InboxCommand, NewPost, PlanCommand};
use crate::domain::ids::{ChannelId, ClientId, ThreadId};
use crate::domain::inbox::{ThreadState, Tone};
use crate::domain::post::{Approval, Format};
use crate::domain::words::Words;
use crate::effect::{Effect, Effects, Purpose, Show, Weight};
use crate::env::Env;
use crate::store::ThreadLine;
use crate::ui::width::cut;

impl Inbox {
    /// What a verb does to the marked rows, or to the one under the cursor.
    pub(super) fn verb(&mut self, action: Action, env: &Env<'_>) -> Effects {
        match action {
            Action::Add => return self.add(env),
            Action::Done => return self.decide(self.undone_targets(), ThreadState::Closed),
            Action::Cut => return self.decide(self.targets(), ThreadState::Hidden),
            Action::Wait => {
                self.asked = Some(self.targets()).filter(|threads| !threads.is_empty());
                return Effects::none();
            }
            Action::Later => return self.later(),
            _ => {}
        }
        let Some((_, line)) = self.list.line() else {
            return Effects::none();
        };
        match action {
            Action::Lead => prompt(Purpose::Lead {
                client: line.client,
                thread: line.thread,
            }),
            Action::Topic => prompt(Purpose::Topic {
                thread: line.thread,
            }),
            Action::ToneUp => set_tone(line, line.tone.up()),
            Action::ToneDown => set_tone(line, line.tone.down()),
            Action::Idea => idea(line, env),
            _ => Effects::none(),
        }
    }

    /// Says whose turn it is in these conversations; the marks have done their work then.
    pub(super) fn decide(&mut self, threads: Vec<ThreadId>, state: ThreadState) -> Effects {
        if threads.is_empty() {
            return Effects::none();
        }
        self.marked.clear();
        self.talk = None;
        Effects::from(Command::Inbox(InboxCommand::Decide {
            threads,
            state,
            until: None,
        }))
    }

    /// The marked conversations in the order of the list, or the one under the cursor.
    fn targets(&self) -> Vec<ThreadId> {
        let marked = self.list.lines.iter().map(|(_, line)| line.thread);
        let marked: Vec<ThreadId> = marked.filter(|id| self.marked.contains(id)).collect();
        if marked.is_empty() {
            let here = self.list.line().map(|(_, line)| line.thread);
            here.into_iter().collect()
        } else {
            marked
        }
    }

    /// An answered conversation is not closed without an answer: it would no longer count as answered.
    fn undone_targets(&self) -> Vec<ThreadId> {
        let done = |thread: &ThreadId| {
            let mut lines = self.list.lines.iter();
            lines.any(|(section, line)| *section == Section::Done && line.thread == *thread)
        };
        let mut targets = self.targets();
        targets.retain(|thread| !done(thread));
        targets
    }

    fn later(&self) -> Effects {
        let threads = self.targets();
        if threads.is_empty() {
            return Effects::none();
        }
        prompt(Purpose::Snooze { threads })
    }

    /// A message to type in, with the client and channel of the row there already.
    fn add(&self, env: &Env<'_>) -> Effects {
        let prefill = match self.list.line() {
            None => String::new(),
            Some((_, line)) => format!(
                "{} {} ",
                env.roster.badge(line.client).0,
                env.roster.code(line.channel)
            ),
        };
        prompt(Purpose::Message { prefill })
    }
}

fn prompt(purpose: Purpose) -> Effects {
    Effects::one(Effect::Show(Show::Prompt(purpose)))
}

fn set_tone(line: &ThreadLine, tone: Tone) -> Effects {
    if tone == line.tone {
        return Effects::none();
    }
    Effects::from(Command::Inbox(InboxCommand::SetTone {
        thread: line.thread,
        tone,
    }))
}

/// Cells of a topic made of a message's first line.
const TOPIC: usize = 60;

/// Keeps what somebody wrote as an idea for a post.
fn idea(line: &ThreadLine, env: &Env<'_>) -> Effects {
    let said = Said {
        client: line.client,
        channel: line.channel,
        person: &line.person,
        text: &line.text,
    };
    match idea_of(&said, env) {
        Ok(post) => Effects::from(Command::Plan(PlanCommand::AddPost(post))),
        Err(words) => Effects::one(Effect::Toast(words, Weight::Bad)),
    }
}

/// What somebody wrote, and where.
#[derive(Debug, Clone, Copy)]
pub struct Said<'a> {
    /// Whose public.
    pub client: ClientId,
    /// Where.
    pub channel: ChannelId,
    /// Who.
    pub person: &'a str,
    /// The words.
    pub text: &'a str,
}

/// An idea for a post out of what somebody wrote, quoted and signed; on the channel it was written on if posts can be made
/// there.
pub fn idea_of(said: &Said<'_>, env: &Env<'_>) -> Result<NewPost, Words> {
    let none = || Words::new("inbox-no-channel-for-idea");
    let channel = channel_for(said.client, said.channel, env).ok_or_else(none)?;
    let quote = said.text.trim().replace('\n', "\n> ");
    let code = env.roster.code(said.channel);
    let mut lines = said.text.lines().map(str::trim);
    let first = lines.find(|line| !line.is_empty());
    Ok(NewPost {
        client: said.client,
        rubric: String::new(),
        campaign: String::new(),
        topic: cut(first.unwrap_or(said.person), TOPIC),
        format: Format::Text,
        text: format!("> {quote}\n\n— {}, {code}", said.person),
        link: String::new(),
        first_comment: String::new(),
        planned: None,
        approval: Approval::Idea,
        channels: vec![channel],
    })
}

/// The channel of the conversation if posts can be made there, else the client's first where they can.
fn channel_for(client: ClientId, own: ChannelId, env: &Env<'_>) -> Option<ChannelId> {
    let postable = |channel: &ChannelId| {
        let platform = env.roster.platform(*channel);
        platform.is_some_and(crate::domain::platform::Platform::is_postable)
    };
    let others = env.roster.channels_of(client).map(|other| other.id);
    std::iter::once(own).chain(others).find(postable)
}
