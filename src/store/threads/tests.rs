//! The inbox's questions: what they find, and that no desk is too big for them.

use std::time::Duration;

use chrono::{Duration as Span, TimeZone, Utc};
use tempfile::TempDir;

use super::talk::{OTHER_TALKS, READY_ANSWERS, TALK, newest, theirs};
use super::{done, for_others, lines, open, snoozed};
use crate::domain::Moment;
use crate::domain::chance::Rng;
use crate::domain::channel::{ChannelCard, Mode};
use crate::domain::client::ClientCard;
use crate::domain::command::{
    Author, ChannelCommand, ClientCommand, Command, InboxCommand, NewMessage,
};
use crate::domain::ids::{ChannelId, ClientId, ThreadId};
use crate::domain::inbox::{ThreadKind, ThreadState};
use crate::store::{MANY, Origin, Reader, Store};

fn noon() -> Moment {
    Utc.with_ymd_and_hms(2026, 11, 24, 12, 0, 0).unwrap()
}

struct Desk {
    _folder: TempDir,
    store: Store,
    client: ClientId,
    channel: ChannelId,
}

impl Desk {
    fn new() -> Self {
        let folder = TempDir::new().unwrap();
        let rng = Rng::seeded(7);
        let mut store =
            Store::open(folder.path(), Origin::Window, Duration::from_secs(1), rng).unwrap();
        let card = ClientCard::new("Kolos", "Europe/Moscow");
        let client = run(&mut store, &Command::Client(ClientCommand::Add(card)));
        let client = ClientId(client);
        let channel = ChannelCard {
            client,
            platform: "vk".to_owned(),
            handle: "@kolos".to_owned(),
            link: String::new(),
            mode: Mode::Assisted,
            grace_min: 60,
            look_every_min: 0,
            watch_min: 0,
            text_max: 0,
            utm: String::new(),
        };
        let channel = run(&mut store, &Command::Channel(ChannelCommand::Add(channel)));
        Self {
            _folder: folder,
            store,
            client,
            channel: ChannelId(channel),
        }
    }

    fn receive(&mut self, who: &str, kind: ThreadKind, ago: i64, text: &str) {
        let message = NewMessage {
            channel: self.channel,
            author: Author {
                handle: who.to_owned(),
                name: who.to_owned(),
            },
            post: None,
            kind,
            at: noon() - Span::minutes(ago),
            outgoing: false,
            text: text.to_owned(),
            raw_hash: format!("{ago} {text}"),
            external_id: None,
        };
        self.inbox(InboxCommand::Receive {
            messages: vec![message],
            file: String::new(),
        });
    }

    fn comment(&mut self, who: &str, ago: i64, text: &str) {
        self.receive(who, ThreadKind::Comment, ago, text);
    }

    fn inbox(&mut self, command: InboxCommand) {
        run(&mut self.store, &Command::Inbox(command));
    }

    fn decide(&mut self, thread: ThreadId, state: ThreadState, until: Option<Moment>) {
        self.inbox(InboxCommand::Decide {
            threads: vec![thread],
            state,
            until,
        });
    }

    fn reader(&self) -> &Reader {
        self.store.reader()
    }

    fn first(&self) -> Vec<String> {
        let lines = self.reader().answer_first(None, 10).unwrap();
        lines.into_iter().map(|line| line.text).collect()
    }
}

fn run(store: &mut Store, command: &Command) -> i64 {
    store.apply(command, noon()).unwrap().id.unwrap_or_default()
}

#[test]
fn a_line_shows_the_newest_of_theirs_that_counts() {
    let mut desk = Desk::new();
    desk.comment("Ольга", 30, "Спасибо");
    desk.comment("Ольга", 20, "\n  \n А столик есть?\nу окна");
    let line = desk.reader().answer_first(None, 10).unwrap().remove(0);
    assert_eq!(line.first_line(), "А столик есть?");
    assert_eq!(line.state, ThreadState::Open);
    assert_eq!(
        line.answer_by,
        Some(noon() + Span::minutes(90)),
        "from the first unanswered"
    );
    desk.store.undo(noon()).unwrap();
    assert_eq!(
        desk.first(),
        ["Спасибо"],
        "what was taken back is not shown"
    );
    desk.comment("Ольга", 10, &"я".repeat(5_000));
    assert_eq!(desk.first()[0].chars().count(), 400);
}

#[test]
fn each_conversation_is_in_one_list_only() {
    let mut desk = Desk::new();
    for (ago, who) in [(50, "a"), (40, "b"), (30, "c"), (20, "d"), (10, "e")] {
        desk.comment(who, ago, who);
    }
    let ids: Vec<ThreadId> = (1..=5).map(ThreadId).collect();
    desk.decide(ids[1], ThreadState::WaitClient, None);
    desk.decide(ids[2], ThreadState::Snoozed, Some(noon() + Span::hours(1)));
    desk.decide(ids[3], ThreadState::Closed, None);
    desk.decide(ids[4], ThreadState::Hidden, None);
    let ask = |now: Moment, scope: Option<ClientId>| -> [Vec<ThreadId>; 5] {
        let reader = desk.reader();
        let week = noon() - Span::days(1);
        [
            reader.answer_first(scope, 9),
            reader.come_back(now, scope, 9),
            reader.waiting_for_others(scope, 9),
            reader.put_off(now, scope, 9),
            reader.done_since(week, scope, 9),
        ]
        .map(|lines| lines.unwrap().iter().map(|line| line.thread).collect())
    };
    let [a, b, c, d] = [ids[0], ids[1], ids[2], ids[3]];
    let none = vec![];
    for scope in [None, Some(desk.client)] {
        assert_eq!(
            ask(noon(), scope),
            [vec![a], none.clone(), vec![b], vec![c], vec![d]]
        );
        let later = noon() + Span::hours(1);
        assert_eq!(
            ask(later, scope),
            [vec![a], vec![c], vec![b], none.clone(), vec![d]]
        );
    }
    let nobody = Some(ClientId(99));
    assert_eq!(ask(noon(), nobody), [const { Vec::new() }; 5]);
    let tomorrow = noon() + Span::days(1);
    assert_eq!(desk.reader().done_since(tomorrow, None, 9).unwrap(), []);
    assert_eq!(desk.reader().done_since_count(tomorrow, None).unwrap(), 0);
}

#[test]
fn counts_stop_where_more_would_say_nothing() {
    let mut desk = Desk::new();
    for n in 0..i64::from(MANY) + 20 {
        desk.comment(&format!("fan {n}"), n + 1, "!");
    }
    let all: Vec<ThreadId> = (1..=i64::from(MANY) + 20).map(ThreadId).collect();
    desk.inbox(InboxCommand::Decide {
        threads: all.clone(),
        state: ThreadState::WaitAuthor,
        until: None,
    });
    assert_eq!(desk.reader().waiting_for_others_count(None).unwrap(), MANY);
    desk.inbox(InboxCommand::Decide {
        threads: all,
        state: ThreadState::Closed,
        until: None,
    });
    let week = noon() - Span::days(1);
    assert_eq!(desk.reader().done_since_count(week, None).unwrap(), MANY);
    assert_eq!(desk.reader().done_since(week, None, 7).unwrap().len(), 7);
}

#[test]
fn a_conversation_brings_what_the_person_said_elsewhere() {
    let mut desk = Desk::new();
    desk.receive("Ольга", ThreadKind::Review, 600, "Какая красота!");
    desk.comment("Ольга", 30, "Ждали 50 минут");
    desk.comment("ksyu_m", 20, "А я не Ольга");
    let comment = ThreadId(2);
    desk.inbox(InboxCommand::Answer {
        thread: comment,
        text: "Простите".to_owned(),
        at: noon(),
    });
    desk.inbox(InboxCommand::SetTopic {
        thread: comment,
        topic: "ожидание".to_owned(),
    });
    let talk = desk.reader().conversation(comment).unwrap().unwrap();
    let said: Vec<(&str, bool)> = talk
        .said
        .iter()
        .map(|said| (said.text.as_str(), said.outgoing))
        .collect();
    assert_eq!(
        said,
        [
            ("Какая красота!", false),
            ("Ждали 50 минут", false),
            ("Простите", true)
        ]
    );
    assert_eq!((talk.elsewhere, talk.topic.as_str()), (1, "ожидание"));
    assert_eq!(
        (talk.person.as_str(), talk.state),
        ("Ольга", ThreadState::Done)
    );
    assert_eq!(desk.reader().conversation(ThreadId(99)).unwrap(), None);
}

#[test]
fn a_loud_person_does_not_fill_the_memory() {
    let mut desk = Desk::new();
    for n in 0..70 {
        desk.receive("troll", ThreadKind::Message, 500 - n, "!!!");
        desk.receive("troll", ThreadKind::Comment, 200 - n, &"x".repeat(9_000));
    }
    let talk = desk.reader().conversation(ThreadId(2)).unwrap().unwrap();
    assert_eq!((talk.said.len(), talk.elsewhere), (70, 70));
    assert!(talk.said.iter().all(|said| said.text.len() <= 4_000));
    assert!(talk.said.is_sorted_by_key(|said| said.at));
}

/// Whatever the size of the desk: conversations and messages are only reached by their keys or along an index.
#[test]
fn no_question_walks_through_a_whole_table() {
    let desk = Desk::new();
    let mut questions = vec![
        TALK.to_owned(),
        OTHER_TALKS.to_owned(),
        READY_ANSWERS.to_owned(),
        newest(),
        theirs(),
    ];
    for scope in [None, Some(desk.client)] {
        let sums = [
            (open(scope), "page.answer_by, page.thread"),
            (snoozed(scope, "<="), "page.snooze_until, page.thread"),
            (snoozed(scope, ">"), "page.snooze_until, page.thread"),
            (for_others(scope), "page.last_in DESC, page.thread DESC"),
            (done(scope), "page.decided_at DESC, page.thread DESC"),
        ];
        for (sum, order) in sums {
            questions.push(lines(&sum, order));
            questions.push(format!("SELECT count(*) FROM ({sum})"));
            // What is sorted must be what is shown: the walk itself ends at the limit.
            let plan = plan(&desk, &sum);
            assert!(
                !plan.iter().any(|step| step.contains("B-TREE")),
                "{sum}\n{plan:#?}"
            );
        }
    }
    let of_the_person = plan(&desk, OTHER_TALKS);
    assert!(
        of_the_person[0].contains("thread_of_person"),
        "{of_the_person:?}"
    );
    for question in questions {
        for step in plan(&desk, &question) {
            assert!(
                !step.starts_with("SCAN") || is_bounded(&step),
                "{question}\n{step}"
            );
        }
    }
}

/// Steps over rows that a limit has cut already, or along the order of an index up to the limit.
fn is_bounded(step: &str) -> bool {
    step == "SCAN page"
        || step == "SCAN CONSTANT ROW"
        || step.starts_with("SCAN (subquery")
        || step == "SCAN s USING INDEX thread_sum_open"
}

fn plan(desk: &Desk, sql: &str) -> Vec<String> {
    let mut statement = desk
        .reader()
        .conn()
        .prepare(&format!("EXPLAIN QUERY PLAN {sql}"))
        .unwrap();
    let wanted = statement.parameter_count();
    let nothing = vec![rusqlite::types::Value::Null; wanted];
    let steps = statement
        .query_map(rusqlite::params_from_iter(nothing), |row| row.get(3))
        .unwrap();
    steps.collect::<rusqlite::Result<_>>().unwrap()
}
