//! What must be done outside the state: plain data, performed in order by the hallway, never a closure.

mod settle;

use crate::action::Action;
use crate::domain::Moment;
use crate::domain::command::Command;
use crate::domain::filter::Filter;
use crate::domain::ids::{ChannelId, ClientId, EntryId, MediaId, PostId, ThreadId, VariantId};
use crate::domain::lint::RuleId;
use crate::domain::shift::Shift;
use crate::domain::words::Words;
use crate::proofreader::Errand;
use crate::report::export::Wanted;
use crate::store::Memo;

/// One of the five rooms.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Pane {
    /// What to do next, across clients.
    Today,
    /// The plan.
    Plan,
    /// The drafts queue.
    Drafts,
    /// Conversations.
    Inbox,
    /// The numbers.
    Kpi,
}

impl Pane {
    /// All rooms in the order of their keys 1–5.
    pub const ALL: [Pane; 5] = [
        Pane::Today,
        Pane::Plan,
        Pane::Drafts,
        Pane::Inbox,
        Pane::Kpi,
    ];

    /// The room of this word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|pane| pane.word() == word)
    }

    /// Its place among the tabs, from 0.
    pub const fn index(self) -> usize {
        self as usize
    }

    /// The word in memory and in locale keys.
    pub const fn word(self) -> &'static str {
        match self {
            Pane::Today => "today",
            Pane::Plan => "plan",
            Pane::Drafts => "drafts",
            Pane::Inbox => "inbox",
            Pane::Kpi => "kpi",
        }
    }
}

/// What one line of typing is for. The prompt shows what it understood before anything happens.
#[derive(Debug, Clone, PartialEq)]
pub enum Purpose {
    /// The fast lane: client, channels, time, text. May start with something typed already.
    Add { prefill: String },
    /// A post to be written: client, channels, a suggested time, topic. It begins as a draft.
    Sketch { prefill: String },
    /// Another time for these variants.
    Time { variants: Vec<VariantId> },
    /// How far these go, or where the first of them goes; all keep their distances. Earliest first, with their moments.
    Shift { moves: Vec<(VariantId, Moment)> },
    /// Let these go, and why.
    Skip { variants: Vec<VariantId> },
    /// Where it can be seen now; empty is allowed.
    Permalink { variants: Vec<VariantId> },
    /// What days are called, and which are off. Starts with the day under the cursor, as it is called already.
    Day { prefill: String },
    /// The path of a picture for this post.
    Attach { post: PostId },
    /// Why it goes back or on hold.
    Reason {
        variants: Vec<VariantId>,
        to: crate::domain::post::Approval,
    },
    /// Why these may go out though the checker holds them back; the rules they may break.
    LetPass {
        posts: Vec<PostId>,
        rules: Vec<RuleId>,
    },
    /// How many new messages a look found; empty means none.
    Found { channel: ChannelId },
    /// Until when these conversations are put off.
    Snooze { threads: Vec<ThreadId> },
    /// What this conversation is about.
    Topic { thread: ThreadId },
    /// What was ordered or asked for.
    Lead { client: ClientId, thread: ThreadId },
    /// A message typed or pasted in: client, channel, author, text.
    Message { prefill: String },
    /// The goal for a number; empty drops it.
    Target { client: ClientId, metric: String },
}

/// What belongs to one client and has a window of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Belongings {
    /// Rubrics, campaigns and formats.
    Rubrics,
    /// Snippets, to be tidied.
    Snippets,
}

/// A short-lived window to open.
#[derive(Debug, Clone, PartialEq)]
pub enum Show {
    /// What can be done here.
    Help,
    /// Every action by name.
    Palette,
    /// Which client is in scope.
    Scope,
    /// Clients and channels, to look at and to change.
    Clients,
    /// A plan from a file, step by step.
    Bring,
    /// What belongs to a client; without one, to whoever is at hand.
    Of(Belongings, Option<ClientId>),
    /// Whose of these.
    Whose(Belongings),
    /// One of a few things to do, each with the words that stand for it.
    Choose {
        title: Words,
        choices: Vec<(Words, Command)>,
    },
    /// One line of typing.
    Prompt(Purpose),
    /// A reason to let these go out as they are.
    LetPass(Vec<VariantId>),
    /// The steps of publishing by hand, channel by channel.
    Publish(Vec<VariantId>),
    /// The text of a post, or of one variant.
    Write {
        post: PostId,
        variant: Option<VariantId>,
    },
    /// Pieces of text that can be put into this text.
    Snippets {
        post: PostId,
        variant: Option<VariantId>,
    },
    /// The card of a post: what it is about, and its pictures.
    PostCard(PostId),
    /// The pictures and films of a post.
    Pictures(PostId),
    /// Another status for these.
    Status(Vec<VariantId>),
    /// What was done, and taking it back from there.
    History,
    /// The older wordings of a post.
    Versions(PostId),
    /// Find posts and messages as she types.
    Find,
    /// The line that says which posts are shown.
    Filter,
    /// The line that keeps what is shown under a digit.
    KeepView,
    /// What is shown, to be taken out into a file.
    Export,
    /// These posts to their client for a yes; `again` even where they are with the client already.
    ToClient { posts: Vec<PostId>, again: bool },
    /// What a client said to what it was shown, beginning with this post.
    TheirAnswer {
        client: ClientId,
        post: Option<PostId>,
    },
}

/// How much a toast matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weight {
    /// Done.
    Plain,
    /// Good to know; nothing was done.
    Note,
    /// Refused or failed.
    Bad,
}

/// Files that are to come into the desk for a post.
#[derive(Debug, Clone, PartialEq)]
pub struct Files {
    /// For which post.
    pub post: PostId,
    /// Their paths, in their order.
    pub paths: Vec<String>,
    /// The picture that the first of them replaces.
    pub instead: Option<MediaId>,
}

/// Something to be done outside the state.
#[derive(Debug, Clone, PartialEq)]
pub enum Effect {
    /// Change the store.
    Apply(Command),
    /// Take back the newest thing done.
    Undo,
    /// Do again what was taken back.
    Redo,
    /// Take these entries of the history back in this order, all or none.
    TakeBack(Vec<EntryId>),
    /// Keep or drop text being typed, or a small thing about the window.
    Remember(Memo),
    /// Send text to the terminal's clipboard and say what it was.
    Copy { text: String, what: Words },
    /// Write the bundle of a variant into the outbox.
    Bundle(VariantId),
    /// Lay the task for a contractor into the outbox under this name, and say where it lies.
    LayTask { name: String, text: String },
    /// Show posts to their client in this language, and lay the packet out to be passed on.
    SendPacket {
        posts: Vec<PostId>,
        tongue: crate::domain::tongue::Tongue,
    },
    /// Write a file, off the key path; it says itself when it is there.
    Export {
        wanted: Wanted,
        file: String,
        replace: bool,
    },
    /// Open an address, or print it where no browser can be reached.
    OpenAddress(String),
    /// Edit this text in her own editor; it comes back as the next wording of the post.
    EditOutside {
        post: PostId,
        variant: Option<VariantId>,
    },
    /// Show what marking the links of a post would make of them, to be done or left.
    TagLinks(PostId),
    /// Cut the text for a channel into a chain, or join the chain again.
    Chain {
        post: PostId,
        variant: Option<VariantId>,
    },
    /// Take a picture into the desk and put it to the post.
    Attach { post: PostId, path: String },
    /// Take files into the desk, one after the other; the first goes in the place of a picture, if one is named.
    TakeIn(Files),
    /// Go on with a path that was typed so far.
    Complete(String),
    /// Put this into the text that is being written, at its caret.
    PutIn(String),
    /// Let a worker look into the file that is to come in.
    LookIntoFile,
    /// Let what the file brings come in.
    BringIn,
    /// Give these the next free posting time of their channel.
    NextSlot(Vec<VariantId>),
    /// Move these planned variants by the same distance, all or none.
    Shift { variants: Vec<VariantId>, by: Shift },
    /// Open a short-lived window.
    Show(Show),
    /// Go to a room.
    Go(Pane),
    /// Go to the inbox with this conversation open for an answer.
    Answer(ThreadId),
    /// Bring a client into scope, or all.
    SetScope(Option<ClientId>),
    /// Show only these posts in the plan and among the drafts.
    Filter(Filter),
    /// Go to the view kept under this digit.
    View(u8),
    /// Do this, as if its key had been pressed.
    Act(Action),
    /// Look these words up; what is found goes into the open find window, if it still waits for this turn.
    Search {
        /// Which look it is.
        turn: u64,
        /// The words.
        words: String,
    },
    /// Ask the proofreader behind the typing.
    Proofread(Errand),
    /// Ring: bell, title and a notice with these words.
    Ring(Words),
    /// Open the demo desk in this terminal until she leaves it; her own desk waits.
    OpenDemo,
    /// Read her settings again.
    ReadSettings,
    /// Let the topmost window ask the desk again.
    LookAgain,
    /// Say something in the footer.
    Toast(Words, Weight),
    /// Give the shell back until called again.
    Suspend,
    /// Leave.
    Quit,
}

impl Effect {
    /// Whether it changes the desk: then it waits its turn when the desk is busy.
    pub const fn writes(&self) -> bool {
        matches!(
            self,
            Effect::Apply(_)
                | Effect::Undo
                | Effect::Redo
                | Effect::Remember(_)
                | Effect::SendPacket { .. }
                | Effect::NextSlot(_)
                | Effect::Shift { .. }
        )
    }
}

/// Effects in the order in which they must happen.
#[derive(Debug, Clone, PartialEq, Default)]
#[must_use = "an effect that nobody performs did not happen"]
pub struct Effects(Vec<Effect>);

impl Effects {
    /// Nothing to do.
    pub const fn none() -> Self {
        Self(Vec::new())
    }

    /// One thing to do.
    pub fn one(effect: Effect) -> Self {
        Self(vec![effect])
    }

    /// One more thing to do after the others.
    pub fn then(mut self, effect: Effect) -> Self {
        self.0.push(effect);
        self
    }

    /// All of another's after ours.
    pub fn and(mut self, other: Effects) -> Self {
        self.0.extend(other.0);
        self
    }
}

impl From<Effect> for Effects {
    fn from(effect: Effect) -> Self {
        Self::one(effect)
    }
}

impl From<Command> for Effects {
    fn from(command: Command) -> Self {
        Self::one(Effect::Apply(command))
    }
}

impl IntoIterator for Effects {
    type Item = Effect;
    type IntoIter = std::vec::IntoIter<Effect>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}
