//! A month told: each line from what really happened, on the client's own wall.

mod desk;

use chrono::TimeDelta;

use super::*;
use crate::domain::client::ClientCard;
use crate::domain::command::{Command, InboxCommand, PlanCommand};
use crate::domain::ids::VariantId;
use crate::domain::inbox::ThreadState;
use crate::domain::kpi::Metric;
use desk::{Desk, at, day, now};

#[test]
fn a_client_taken_on_this_morning_has_nothing_and_no_zero_is_a_number() {
    let desk = Desk::new();
    let brief = desk.brief();
    assert_eq!(brief.client, "Кафе «Колос»");
    assert_eq!(brief.tongue, Tongue::Ru);
    assert_eq!(brief.today, day("2026-11-24"));
    assert_eq!(brief.money, "₽");
    assert_eq!((brief.out, brief.promised), (0, Some(20)));
    assert_eq!(
        (brief.ahead, brief.late),
        (Ahead::default(), Late::default())
    );
    assert_eq!(
        (brief.to_approve, brief.to_say),
        (Owed::default(), Owed::default())
    );
    assert_eq!(brief.answered, Answered::default());
    assert_eq!((brief.best, brief.goals), (None, Vec::new()));
}

/// A post by its topic, named with the time it was planned for.
fn named(topic: &str, when: &str) -> NamedPost {
    NamedPost {
        topic: topic.to_owned(),
        when: when.parse().unwrap(),
    }
}

#[test]
fn a_post_is_out_once_in_the_month_of_the_client() {
    let mut desk = Desk::new();
    // Half past midnight on 1 November in Kazan, and an hour before that.
    for moment in ["2026-10-31T21:30:00Z", "2026-10-31T20:30:00Z"] {
        let both = desk.post("Ноябрь", Some(moment), Approval::Approved);
        desk.stamp(&both, moment);
    }
    let evening = Some("2026-11-24T16:00:00Z");
    let half = desk.post("Наполовину", evening, Approval::Approved);
    desk.stamp(&half[..1], "2026-11-24T06:00:00Z");
    let brief = desk.brief();
    assert_eq!(brief.out, 2, "the one half out counts, October's does not");
    assert_eq!(brief.ahead, Ahead::default(), "and is not to come as well");
}

#[test]
fn posts_are_ahead_until_the_month_ends_and_late_once_their_grace_has_passed() {
    let mut desk = Desk::new();
    for (topic, moment, approval) in [
        ("За 199 ₽", Some("2026-11-24T05:00:00Z"), Approval::Approved),
        ("Пора", Some("2026-11-24T05:30:00Z"), Approval::Approved),
        ("Недописано", Some("2026-11-20T06:00:00Z"), Approval::Draft),
        ("Мысль", Some("2026-11-19T06:00:00Z"), Approval::Idea),
        ("Отложено", Some("2026-11-26T06:00:00Z"), Approval::Hold),
        ("Раф", Some("2026-11-28T15:30:00Z"), Approval::Approved),
        ("Хлеб", Some("2026-11-30T20:59:00Z"), Approval::Draft),
        ("Декабрь", Some("2026-11-30T21:00:00Z"), Approval::Draft),
        ("Без времени", None, Approval::Draft),
    ] {
        desk.post(topic, moment, approval);
    }
    let Brief { ahead, late, .. } = desk.brief();
    assert_eq!((ahead.posts, late.posts), (2, 2));
    assert_eq!(ahead.next, Some(named("Раф", "2026-11-28T18:30:00")));
    assert_eq!(
        late.oldest,
        Some(named("Недописано", "2026-11-20T09:00:00"))
    );
}

#[test]
fn what_the_client_owes_is_counted_since_the_oldest() {
    let mut desk = Desk::new();
    let first = desk.post("Сырники", None, Approval::Draft);
    let second = desk.post("Раф", Some("2026-11-28T06:00:00Z"), Approval::Draft);
    let mut show = |variants: [VariantId; 2], moment: &str| {
        let to_client = Command::Plan(PlanCommand::SetApproval {
            variants: variants.to_vec(),
            to: Approval::Review,
            reason: String::new(),
        });
        desk.store.apply(&to_client, at(moment)).unwrap();
    };
    show(first, "2026-11-22T21:30:00Z");
    show(second, "2026-11-23T08:00:00Z");
    let since = Some(day("2026-11-23"));
    assert_eq!(desk.brief().to_approve, Owed { count: 2, since });

    let thread = desk.writes("Ольга", "2026-11-20T10:00:00Z");
    desk.writes("Марат", "2026-11-24T06:00:00Z");
    let ask = Command::Inbox(InboxCommand::Decide {
        threads: vec![thread],
        state: ThreadState::WaitClient,
        until: None,
    });
    desk.store.apply(&ask, at("2026-11-21T10:00:00Z")).unwrap();
    let since = Some(day("2026-11-21"));
    assert_eq!(desk.brief().to_say, Owed { count: 1, since });
}

#[test]
fn answers_are_counted_by_week_and_month_and_against_the_promise() {
    let mut desk = Desk::new();
    // Two hours are promised. Monday is the 23rd.
    for (who, wrote, answered) in [
        ("Анна", "2026-11-02T10:00:00Z", Some("2026-11-02T11:00:00Z")),
        (
            "Борис",
            "2026-11-22T10:00:00Z",
            Some("2026-11-22T15:00:00Z"),
        ),
        ("Вера", "2026-11-23T10:00:00Z", Some("2026-11-23T10:20:00Z")),
        ("Глеб", "2026-11-23T11:00:00Z", None),
        ("Дина", "2026-11-24T06:00:00Z", None),
        ("Егор", "2026-10-30T10:00:00Z", Some("2026-10-30T10:05:00Z")),
    ] {
        let thread = desk.writes(who, wrote);
        if let Some(moment) = answered {
            desk.answer(thread, moment);
        }
    }
    let expected = Answered {
        week: 1,
        month: 3,
        in_time: 2,
        judged: 4,
    };
    assert_eq!(desk.brief().answered, expected);
}

#[test]
fn numbers_stand_against_their_goals_and_the_unknown_stays_unknown() {
    let mut desk = Desk::new();
    desk.readings(None, &[(Metric::Followers, 6486.0)]);
    desk.aims(Score::Followers, 6600.0);
    desk.aims(Score::Reach, 40_000.0);
    desk.aims(Score::PostsOut, 18.0);
    let brief = desk.brief();
    assert_eq!(brief.promised, Some(18), "her goal before the contract");
    let line = |score, now, goal| GoalLine { score, now, goal };
    let expected = [
        line(Score::Followers, Some(6486.0), 6600.0),
        line(Score::Reach, None, 40_000.0),
    ];
    assert_eq!(brief.goals, expected);
}

#[test]
fn the_best_post_is_named_once_three_were_measured() {
    let mut desk = Desk::new();
    for (n, reactions) in [40.0, 91.0, 10.0].into_iter().enumerate() {
        assert_eq!(desk.brief().best, None);
        let moment = format!("2026-11-{}T16:30:00Z", 18 + n);
        let both = desk.post(&format!("Пост {n}"), Some(&moment), Approval::Approved);
        desk.stamp(&both, &moment);
        let post = desk.store.reader().line(both[0]).unwrap().unwrap().post;
        let numbers = [(Metric::Reach, 1000.0), (Metric::Reactions, reactions)];
        desk.readings(Some(post), &numbers);
    }
    let best = desk.brief().best.unwrap();
    assert_eq!(
        (best.topic.as_str(), best.day),
        ("Пост 1", day("2026-11-19"))
    );
    assert!((best.rate - 9.1).abs() < 1e-9);
}

#[test]
fn the_neighbours_month_is_nobody_elses() {
    let mut desk = Desk::new();
    desk.post("Раф", Some("2026-11-28T06:00:00Z"), Approval::Review);
    desk.post("Поздно", Some("2026-11-20T06:00:00Z"), Approval::Draft);
    desk.writes("Ольга", "2026-11-20T10:00:00Z");
    let mut card = ClientCard::new("Sao Mai", "Asia/Ho_Chi_Minh");
    card.languages = vec!["vi".to_owned()];
    (desk.client, desk.channels) = desk.take_on(card);
    let brief = desk.brief();
    assert_eq!(brief.tongue, Tongue::Vi);
    assert_eq!((brief.ahead.posts, brief.late.posts), (0, 0));
    assert_eq!((brief.to_approve.count, brief.answered.judged), (0, 0));
    assert!(
        desk.store
            .reader()
            .client_brief(ClientId(99), now())
            .is_err()
    );
}

#[test]
fn a_long_plan_is_counted_and_not_read_twice_for_two_channels() {
    let mut desk = Desk::new();
    for n in 0..120 {
        let moment = at("2026-11-24T07:00:00Z") + TimeDelta::minutes(n);
        let moment = moment.format("%Y-%m-%dT%H:%M:%SZ").to_string();
        desk.post("Пост", Some(&moment), Approval::Draft);
    }
    assert_eq!(desk.brief().ahead.posts, 120);
}

#[test]
fn every_question_goes_through_its_index() {
    let desk = Desk::new();
    let conn = desk.store.reader().conn();
    for (sql, index) in [
        (AHEAD, "agenda_sum_client (client=? AND at>? AND at<?)"),
        (
            BEHIND,
            "agenda_sum_client_waits (client=? AND approval=? AND at<?)",
        ),
        (
            TO_APPROVE,
            "agenda_sum_client_waits (client=? AND approval=?)",
        ),
        (TO_SAY, "thread_sum_state (state=?)"),
        (TOPIC, "INTEGER PRIMARY KEY"),
    ] {
        let mut question = conn.prepare(&format!("EXPLAIN QUERY PLAN {sql}")).unwrap();
        let params = vec![1; question.parameter_count()];
        let steps: Vec<String> = question
            .query_map(rusqlite::params_from_iter(params), |row| row.get(3))
            .unwrap()
            .map(rusqlite::Result::unwrap)
            .collect();
        let plan = steps.join("; ");
        assert!(plan.contains(index), "{index}\n{plan}");
        // Two questions count what a bounded question inside found.
        let scans = steps.iter().filter(|step| step.starts_with("SCAN"));
        assert!(
            scans.clone().all(|step| step.contains("subquery")),
            "{plan}"
        );
        assert!(!plan.contains("TEMP B-TREE FOR ORDER BY"), "{plan}");
    }
}
