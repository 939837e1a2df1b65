//! What is meant: the closed catalogue of everything a person can ask of the window.
//!
//! One letter, one meaning, everywhere: an action is a verb, and the place under the cursor decides what it does there.
//! The keymap, the footer, `?`, the `:` palette and the README table all read this one list; its titles live in the
//! locale files under `action-<id with dashes>`.

/// Builds the enum, its ids and the list of all of them from one table, so that none can be forgotten.
macro_rules! catalogue {
    ($( $(#[$doc:meta])* $name:ident = $id:literal, )*) => {
        /// A verb of the window. Its id is stable: keymaps and scripts name it.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Action { $( $(#[$doc])* $name, )* }

        impl Action {
            /// Every action, in the order the help shows them.
            pub const ALL: &'static [Action] = &[ $( Action::$name, )* ];

            /// The stable dotted id, as keymaps write it.
            pub const fn id(self) -> &'static str {
                match self { $( Action::$name => $id, )* }
            }

            /// The action with this id, or none: a misspelt id is never a valid value.
            pub fn from_id(id: &str) -> Option<Action> {
                match id { $( $id => Some(Action::$name), )* _ => None }
            }
        }
    };
}

catalogue! {
    /// The next right step of the line under the cursor.
    Do = "item.do",
    /// Walk to the next problem of this pane.
    NextProblem = "walk.next",
    /// Walk to the previous problem of this pane.
    PrevProblem = "walk.prev",
    /// One row up.
    Up = "move.up",
    /// One row down.
    Down = "move.down",
    /// One step left: a column, a period.
    Left = "move.left",
    /// One step right.
    Right = "move.right",
    /// One screenful up.
    PageUp = "move.page-up",
    /// One screenful down.
    PageDown = "move.page-down",
    /// To the first row.
    Home = "move.home",
    /// To the last row.
    End = "move.end",
    /// To the day that is today.
    ToToday = "move.today",
    /// Go to Today.
    GoToday = "go.today",
    /// Go to the plan.
    GoPlan = "go.plan",
    /// Go to the drafts queue.
    GoDrafts = "go.drafts",
    /// Go to the inbox.
    GoInbox = "go.inbox",
    /// Go to the numbers.
    GoKpi = "go.kpi",
    /// Add by one line: the fast lane.
    Add = "item.add",
    /// Edit what is under the cursor.
    Edit = "item.edit",
    /// Edit its text in the user's own editor.
    EditOutside = "item.edit-outside",
    /// Its pictures and films.
    Pictures = "item.pictures",
    /// Give it another time.
    Time = "item.time",
    /// Put it into the next free slot of its channel.
    NextSlot = "item.next-slot",
    /// Change its status.
    Status = "item.status",
    /// Let it go out as it is, for a reason.
    LetPass = "item.let-pass",
    /// Mark a row.
    Mark = "item.mark",
    /// Mark everything from here to where the cursor goes.
    Range = "item.range",
    /// A day later.
    DayLater = "item.day-later",
    /// A day earlier.
    DayEarlier = "item.day-earlier",
    /// Cut; in the inbox: hide.
    Cut = "item.cut",
    /// Copy; while publishing: the next part to the clipboard.
    Copy = "item.copy",
    /// Paste.
    Paste = "item.paste",
    /// Done: resolve without an answer, drop with a reason.
    Done = "item.done",
    /// Wait for somebody.
    Wait = "item.wait",
    /// Later: snooze.
    Later = "item.later",
    /// An order or enquiry came out of this message.
    Lead = "item.lead",
    /// Keep it as an idea for a post.
    Idea = "item.idea",
    /// The tone is better than it looks.
    ToneUp = "item.tone-up",
    /// The tone is worse than it looks.
    ToneDown = "item.tone-down",
    /// Name the topic of a message.
    Topic = "item.topic",
    /// Follow the text of the post again, for the chosen channel.
    Inherit = "item.inherit",
    /// Delete (undone by `u`).
    Delete = "item.delete",
    /// Put marks on the links of a post, after a look at what they become.
    TagLinks = "item.tag-links",
    /// Cut a text into a chain, or join the chain again.
    Chain = "item.chain",
    /// To the client for a yes; for what is with the client, what the client said.
    ToClient = "item.to-client",
    /// Six lines on a client, for the client.
    Brief = "item.brief",
    /// Give a day a name, or take it off.
    NameDay = "item.day",
    /// Another look at the same things: week, month, list.
    Look = "view.look",
    /// Show only some: by client, channel, status, rubric, campaign, format, words.
    Filter = "view.filter",
    /// Keep what is shown as a view.
    KeepView = "view.keep",
    /// The first kept view.
    View1 = "view.1",
    /// The second kept view.
    View2 = "view.2",
    /// The third kept view.
    View3 = "view.3",
    /// The fourth kept view.
    View4 = "view.4",
    /// The fifth kept view.
    View5 = "view.5",
    /// The sixth kept view.
    View6 = "view.6",
    /// The seventh kept view.
    View7 = "view.7",
    /// The eighth kept view.
    View8 = "view.8",
    /// The ninth kept view.
    View9 = "view.9",
    /// Take what is shown out into a file.
    Export = "file.export",
    /// Find.
    Find = "app.find",
    /// Bring one client into scope, or all of them.
    Scope = "app.scope",
    /// Clients and their channels.
    Clients = "app.clients",
    /// Rubrics with their shares, campaigns, formats.
    Rubrics = "app.rubrics",
    /// Pieces of text that can be put into any text, to be tidied.
    Snippets = "app.snippets",
    /// Bring a plan from a file.
    Import = "file.import",
    /// What was done, and taking it back from there.
    History = "app.history",
    /// Take back the newest thing done.
    Undo = "app.undo",
    /// Do again what was taken back.
    Redo = "app.redo",
    /// Read the settings again.
    Reload = "app.reload",
    /// Every action by name.
    Palette = "app.palette",
    /// What can be done here.
    Help = "app.help",
    /// Back, out of here.
    Back = "app.back",
    /// Put the program to sleep and give the shell back.
    Suspend = "app.suspend",
    /// Leave.
    Quit = "app.quit",
}

impl Action {
    /// The locale key of its title: `item.next-slot` is titled by `action-item-next-slot`.
    pub fn title_key(self) -> String {
        format!("action-{}", self.id().replace('.', "-"))
    }

    /// The digit of the kept view it goes to.
    pub fn view(self) -> Option<u8> {
        self.id().strip_prefix("view.")?.parse().ok()
    }
}
