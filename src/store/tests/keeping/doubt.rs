//! What a restored desk cannot know: nothing that may be out already comes back as due or missed, and she settles each.

use chrono::Duration;

use super::{bring, keep, left};
use crate::domain::Moment;
use crate::domain::command::{Command, DeliveryCommand, PlanCommand};
use crate::domain::ids::VariantId;
use crate::domain::post::{Approval, Outcome, Status};
use crate::scheduler::{self, Slotted, Watch};
use crate::store::tests::desk::{Desk, findings, moment, open, planned, post};
use crate::store::{Origin, Pending, Store, StoreError};

/// A day of minutes.
const DAY: i64 = 1440;

/// A desk with one post for each of these moments and approvals, a backup of it at minute 0, and what became of the first.
struct Was {
    desk: Desk,
    variants: Vec<VariantId>,
}

impl Was {
    fn planned(posts: &[(Option<i64>, Approval)]) -> Self {
        let mut desk = Desk::new();
        let (client, channel) = desk.client("Колос");
        let mut variants = Vec::new();
        for (minute, approval) in posts {
            let mut new = post(client, &[channel], minute.map(moment));
            new.approval = *approval;
            desk.apply(&Command::Plan(PlanCommand::AddPost(new)))
                .unwrap();
            variants.push(VariantId(desk.number("SELECT max(id) FROM variant")));
        }
        desk.now = moment(0);
        Self { desk, variants }
    }

    /// Back from a backup of minute 0, at a later moment.
    fn restored(self, at: Moment) -> (Store, Vec<VariantId>, usize, tempfile::TempDir) {
        let Self { desk, variants } = self;
        let kept = keep(desk.folder.path(), moment(0));
        let folder = left(desk);
        let done = bring(folder.path(), &kept.folder, at).unwrap();
        let mut store = open(folder.path(), Origin::Window, 4).unwrap();
        assert_eq!(findings(&mut store), []);
        (store, variants, done.unsure, folder)
    }
}

/// Planned variants as the scheduler looks at them.
fn slotted(pending: &[Pending]) -> Vec<Slotted> {
    let one = |it: &Pending| Slotted {
        variant: it.variant,
        at: it.at,
        approval: it.approval,
        outcome: it.outcome,
        grace_min: it.grace_min,
    };
    pending.iter().map(one).collect()
}

fn stands(store: &Store, variant: VariantId, now: Moment) -> Status {
    store.reader().line(variant).unwrap().unwrap().status(now)
}

#[test]
fn whatever_could_have_gone_out_since_is_unsure_and_the_rest_is_as_it_was() {
    use Approval::{Approved, Draft, Hold, Idea, Review};
    let was = Was::planned(&[
        (Some(30), Approved),      // went out after the backup, perhaps
        (Some(30), Draft),         // may have been written and put out
        (Some(30), Idea),          // the same
        (Some(DAY * 3), Approved), // still to come
        (None, Approved),          // on the shelf
        (Some(-60), Approved),     // its moment had come before the backup
        (Some(-DAY * 3), Review),  // nobody had looked for days
        (Some(-DAY * 3), Hold),    // parked for days
        (Some(-DAY * 3), Idea),    // never meant to go out by itself
    ]);
    let now = moment(DAY);
    let (store, variants, unsure, _folder) = was.restored(now);
    let stand: Vec<Status> = variants.iter().map(|it| stands(&store, *it, now)).collect();
    assert_eq!(
        stand,
        [
            Status::Unsure,
            Status::Unsure,
            Status::Unsure,
            Status::Scheduled,
            Status::Approved,
            Status::Unsure,
            Status::Unsure,
            Status::Hold,
            Status::Idea,
        ]
    );
    assert_eq!(unsure, 5);
    let listed = store.reader().unsure(None, 99).unwrap();
    assert_eq!(listed.len(), 5);
    assert!(listed.iter().all(|it| it.reason == "unsure-restored"));
}

#[test]
fn an_old_miss_stays_missed_and_a_fresh_one_may_have_gone_out_late() {
    let mut was = Was::planned(&[
        (Some(-DAY * 2), Approval::Approved),
        (Some(-DAY / 2), Approval::Approved),
    ]);
    let due = was.desk.store.reader().unmarked(moment(0), 9).unwrap();
    let due = slotted(&due);
    let marks = scheduler::sweep(&due, Watch::default(), moment(0)).unwrap();
    was.desk.store.apply(&marks, moment(0)).unwrap();
    let now = moment(60);
    let (store, variants, unsure, _folder) = was.restored(now);
    assert_eq!(stands(&store, variants[0], now), Status::Missed);
    assert_eq!(stands(&store, variants[1], now), Status::Unsure);
    assert_eq!(unsure, 1);
}

#[test]
fn what_she_had_opened_to_publish_is_unsure_wherever_it_stood() {
    let mut was = Was::planned(&[
        (None, Approval::Approved),
        (Some(DAY * 5), Approval::Approved),
    ]);
    let variants = was.variants.clone();
    let opened = Command::Delivery(DeliveryCommand::Opened { variants });
    was.desk.store.apply(&opened, moment(0)).unwrap();
    let now = moment(1);
    let (mut store, variants, unsure, _folder) = was.restored(now);
    assert_eq!(unsure, 2);
    for variant in &variants {
        assert_eq!(stands(&store, *variant, now), Status::Unsure);
    }
    let absent = Command::Delivery(DeliveryCommand::Absent {
        variants: variants.clone(),
    });
    store.apply(&absent, now).unwrap();
    assert_eq!(stands(&store, variants[0], now), Status::Approved);
    assert_eq!(stands(&store, variants[1], now), Status::Scheduled);
}

#[test]
fn what_is_out_or_let_go_has_its_verdict_and_keeps_it() {
    let mut was = Was::planned(&[
        (Some(-30), Approval::Approved),
        (Some(-20), Approval::Approved),
    ]);
    let (out, gone) = (was.variants[0], was.variants[1]);
    for command in [
        DeliveryCommand::Stamp {
            variants: vec![out],
            at: moment(-29),
            permalink: "https://vk.com/wall-1_2".to_owned(),
        },
        DeliveryCommand::Skip {
            variants: vec![gone],
            reason: "дождь".to_owned(),
        },
    ] {
        was.desk
            .store
            .apply(&Command::Delivery(command), moment(0))
            .unwrap();
    }
    let now = moment(DAY);
    let (store, _, unsure, _folder) = was.restored(now);
    assert_eq!(unsure, 0);
    assert_eq!(stands(&store, out, now), Status::Published);
    assert_eq!(stands(&store, gone, now), Status::Skipped);
}

#[test]
fn the_clock_leaves_what_is_unsure_alone_for_ever() {
    let was = Was::planned(&[(Some(30), Approval::Approved)]);
    let (mut store, variants, _, _folder) = was.restored(moment(40));
    for minute in [40, 95, DAY, DAY * 400] {
        let now = moment(minute);
        assert_eq!(store.reader().unmarked(now, 9).unwrap(), []);
        let near = store.reader().pending(moment(0), now, 9).unwrap();
        assert_eq!(scheduler::to_ring(&slotted(&near), moment(29)), []);
        assert!(store.reader().behind(now, None, 9).unwrap().is_empty());
        assert_eq!(stands(&store, variants[0], now), Status::Unsure);
    }
    // Nor can a slower process that saw it due.
    let marks = [Outcome::Due, Outcome::Missed].map(|outcome| crate::domain::command::Mark {
        variant: variants[0],
        due_at: moment(30),
        outcome,
        reason: "missed-closed".to_owned(),
    });
    let mark = Command::Delivery(DeliveryCommand::Mark {
        marks: marks.to_vec(),
    });
    store.apply(&mark, moment(99)).unwrap();
    assert_eq!(stands(&store, variants[0], moment(99)), Status::Unsure);
}

#[test]
fn she_settles_each_and_may_think_better_of_it() {
    let was = Was::planned(&[
        (Some(30), Approval::Approved),
        (Some(31), Approval::Approved),
        (Some(32), Approval::Approved),
    ]);
    let now = moment(DAY);
    let (mut store, variants, unsure, _folder) = was.restored(now);
    assert_eq!(unsure, 3);
    let [out, absent, again] = variants[..] else {
        panic!("{variants:?}");
    };
    let stamp = DeliveryCommand::Stamp {
        variants: vec![out],
        at: moment(30),
        permalink: String::new(),
    };
    store.apply(&Command::Delivery(stamp), now).unwrap();
    assert_eq!(stands(&store, out, now), Status::Published);
    let said = Command::Delivery(DeliveryCommand::Absent {
        variants: vec![absent],
    });
    store.apply(&said, now).unwrap();
    assert_eq!(stands(&store, absent, now), Status::Missed);
    // Said once it is no longer in doubt.
    let twice = store.apply(&said, now);
    assert!(matches!(twice, Err(StoreError::Gone { .. })));
    let later = now + Duration::hours(2);
    let moved = Command::Plan(PlanCommand::Reschedule {
        moves: vec![(again, Some(planned(later)))],
    });
    store.apply(&moved, now).unwrap();
    assert_eq!(stands(&store, again, now), Status::Scheduled);
    for (variant, back) in [(again, 1), (absent, 2), (out, 3)] {
        store.undo(now).unwrap();
        assert_eq!(stands(&store, variant, now), Status::Unsure, "{back}");
    }
    assert_eq!(findings(&mut store), []);
}

#[test]
fn a_second_backup_knows_no_more_than_the_first() {
    let was = Was::planned(&[(Some(30), Approval::Approved)]);
    let now = moment(60);
    let (mut store, variants, _, folder) = was.restored(now);
    let absent = Command::Delivery(DeliveryCommand::Absent {
        variants: variants.clone(),
    });
    store.apply(&absent, now).unwrap();
    drop(store);
    // Kept just after she said so, brought back hours later: she may have put it out in between.
    let kept = keep(folder.path(), moment(61));
    let done = bring(folder.path(), &kept.folder, moment(300)).unwrap();
    assert_eq!(done.unsure, 1);
    let store = open(folder.path(), Origin::Window, 4).unwrap();
    assert_eq!(stands(&store, variants[0], moment(300)), Status::Unsure);
}
