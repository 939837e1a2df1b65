//! The checker's side of the desk: when it looks, what it keeps, what it holds back, and what she lets pass.

use chrono::Duration;

use super::desk::{Desk, card, findings, moment, post};
use crate::domain::Moment;
use crate::domain::channel::ChannelCard;
use crate::domain::command::{
    ChannelCommand, ClientCommand, Command, DeliveryCommand, Mended, NewPost, PlanCommand,
};
use crate::domain::ids::{PostId, VariantId};
use crate::domain::lint::RuleId;
use crate::domain::picture::{Facts, Kind};
use crate::domain::post::Approval;
use crate::store::{Finding, Memo};

/// A desk with a post on Telegram in two days, whose text is this.
fn desk(text: &str) -> Desk {
    let mut desk = Desk::new();
    let (client, channel) = desk.client("Kolos");
    let planned = NewPost {
        text: text.to_owned(),
        ..post(client, &[channel], Some(moment(2 * 24 * 60)))
    };
    desk.apply(&Command::Plan(PlanCommand::AddPost(planned)))
        .unwrap();
    desk
}

/// Looks at everything in line, and says what stands on the post.
fn look(desk: &mut Desk) -> Vec<RuleId> {
    desk.store.look_over(desk.now, 50).unwrap();
    let found = desk.store.reader().findings(PostId(1)).unwrap();
    found.iter().map(|it| it.rule).collect()
}

fn write(desk: &mut Desk, text: &str) {
    desk.apply(&Command::Plan(PlanCommand::SaveText {
        post: PostId(1),
        variant: None,
        text: text.to_owned(),
    }))
    .unwrap();
}

fn approve(variant: i64) -> Command {
    Command::Plan(PlanCommand::SetApproval {
        variants: vec![VariantId(variant)],
        to: Approval::Approved,
        reason: String::new(),
    })
}

#[test]
fn it_looks_after_every_change_and_then_a_day_and_an_hour_before() {
    let mut desk = desk("Хлеб  из печи");
    let out = moment(2 * 24 * 60);
    let next = |desk: &Desk| desk.store.reader().next_look().unwrap();
    assert!(
        next(&desk) <= Some(desk.now),
        "a new post is looked at at once"
    );
    assert_eq!(look(&mut desk), [RuleId::Spaces]);
    assert_eq!(next(&desk), Some(out - Duration::hours(24)));
    write(&mut desk, "Хлеб из печи");
    assert_eq!(look(&mut desk), []);
    desk.now = out - Duration::hours(24);
    look(&mut desk);
    assert_eq!(next(&desk), Some(out - Duration::hours(1)));
    desk.now = out - Duration::hours(1);
    look(&mut desk);
    assert_eq!(next(&desk), None, "after that only a change makes it look");
    assert_eq!(findings(&mut desk.store), []);
}

#[test]
fn looking_again_at_the_same_is_no_news() {
    let mut desk = desk("Хлеб  из печи");
    assert!(desk.store.look_over(desk.now, 50).unwrap().is_news);
    desk.store.line_up_looks(desk.now).unwrap();
    let again = desk.store.look_over(desk.now, 50).unwrap();
    assert_eq!((again.posts, again.is_news), (1, false));
    assert_eq!(desk.store.look_over(desk.now, 50).unwrap().posts, 0);
}

#[test]
fn a_clients_wishes_count_for_everything_that_is_still_to_come() {
    let mut desk = desk("Хлеб  дёшево");
    look(&mut desk);
    let mut wishes = card("Kolos");
    wishes.avoid = vec!["дёшево".to_owned()];
    wishes.lints_off = [RuleId::Spaces].into();
    let client = crate::domain::ids::ClientId(1);
    desk.apply(&Command::Client(ClientCommand::Edit(
        client,
        wishes.clone(),
    )))
    .unwrap();
    let stands = desk.store.reader().client(client).unwrap().card;
    assert_eq!(stands.lints_off, wishes.lints_off);
    assert_eq!(look(&mut desk), [RuleId::Avoid]);
    desk.store.undo(desk.now).unwrap();
    assert_eq!(look(&mut desk), [RuleId::Spaces]);
}

#[test]
fn what_is_held_back_passes_with_a_reason_and_is_minded_again() {
    let mut desk = desk(&"ж".repeat(4_097));
    let held = |desk: &Desk| {
        let reader = desk.store.reader();
        reader.held_by(&approve(1), desk.now).unwrap()
    };
    let found = held(&desk);
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].why[0].rule, RuleId::OverLimit);
    let rules = vec![RuleId::OverLimit];
    let posts = vec![PostId(1)];
    desk.apply(&Command::Plan(PlanCommand::LetPass {
        posts: posts.clone(),
        rules: rules.clone(),
        reason: "клиент просил".to_owned(),
    }))
    .unwrap();
    assert_eq!(held(&desk), []);
    assert_eq!(look(&mut desk), []);
    let mind = Command::Plan(PlanCommand::Mind { posts, rules });
    desk.apply(&mind).unwrap();
    assert_eq!(held(&desk).len(), 1);
    desk.store.undo(desk.now).unwrap();
    assert_eq!(held(&desk), [], "minding it is taken back");
    desk.store.undo(desk.now).unwrap();
    assert_eq!(held(&desk).len(), 1, "and so is letting it pass");
    assert_eq!(findings(&mut desk.store), []);
}

#[test]
fn what_is_approved_and_blocked_is_named_until_it_is_out() {
    let mut desk = desk(&"ж".repeat(4_097));
    desk.apply(&approve(1)).unwrap();
    look(&mut desk);
    let blocked = |desk: &Desk, to: Moment| {
        let reader = desk.store.reader();
        reader.blocked(desk.now, to, None, 9).unwrap().len()
    };
    assert_eq!(blocked(&desk, moment(3 * 24 * 60)), 1);
    assert_eq!(blocked(&desk, moment(24 * 60)), 0, "not today");
    desk.apply(&Command::Delivery(DeliveryCommand::Stamp {
        variants: vec![VariantId(1)],
        at: desk.now,
        permalink: String::new(),
    }))
    .unwrap();
    assert_eq!(look(&mut desk), [], "what is out is not judged");
}

#[test]
fn fixes_are_one_entry_and_a_mended_desk_is_looked_at_anew() {
    let mut desk = desk("Хлеб  из печи");
    look(&mut desk);
    let mend = Command::Plan(PlanCommand::Mend {
        texts: vec![
            Mended::Wording {
                post: PostId(1),
                variant: None,
                text: "Хлеб из печи".to_owned(),
            },
            Mended::FirstComment {
                post: PostId(1),
                text: "Адрес".to_owned(),
            },
        ],
    });
    desk.apply(&mend).unwrap();
    assert_eq!(look(&mut desk), []);
    desk.store.undo(desk.now).unwrap();
    assert_eq!(look(&mut desk), [RuleId::Spaces]);
    desk.store.mend().unwrap();
    assert_eq!(desk.store.reader().findings(PostId(1)).unwrap(), []);
    assert_eq!(look(&mut desk), [RuleId::Spaces]);
}

#[test]
fn a_thought_is_not_asked_for_its_picture_before_it_is_written() {
    let mut desk = desk("");
    let to = |approval| {
        Command::Plan(PlanCommand::SetApproval {
            variants: vec![VariantId(1)],
            to: approval,
            reason: String::new(),
        })
    };
    let mut photo = desk.store.reader().card_of_post(PostId(1)).unwrap().card;
    photo.format = crate::domain::post::Format::Photo;
    let post = PostId(1);
    desk.apply(&Command::Plan(PlanCommand::EditPost { post, card: photo }))
        .unwrap();
    assert_eq!(look(&mut desk), [RuleId::NoMedia]);
    desk.apply(&to(Approval::Idea)).unwrap();
    assert_eq!(look(&mut desk), []);
}

#[test]
fn what_the_bytes_of_a_picture_tell_has_its_posts_looked_at() {
    let mut desk = desk("Хлеб");
    let attach = |hash: &str| {
        Command::Plan(PlanCommand::Attach {
            post: PostId(1),
            hash: hash.to_owned(),
            name: "хлеб.jpg".to_owned(),
            bytes: 1_000,
            alt: "хлеб".to_owned(),
        })
    };
    desk.apply(&attach("a1")).unwrap();
    assert_eq!(look(&mut desk), [], "nobody has looked at it yet");
    let facts = Facts {
        kind: Kind::Jpeg,
        size: Some((6_000, 4_001)),
        seconds: None,
    };
    let measured = Memo::Measured(vec![("a1".to_owned(), facts)]);
    desk.store.remember(&measured).unwrap();
    assert_eq!(look(&mut desk), [RuleId::Media]);
    let held = desk.store.reader().held_by(&approve(1), desk.now).unwrap();
    assert_eq!(held.len(), 1, "Telegram takes no such picture, of anybody");
}

#[test]
fn another_limit_of_a_channel_has_its_posts_looked_at() {
    let mut desk = desk(&"ж".repeat(600));
    assert_eq!(look(&mut desk), []);
    let channel = desk.store.reader().channels().unwrap()[0].clone();
    let card = ChannelCard {
        text_max: 500,
        ..channel.card
    };
    desk.apply(&Command::Channel(ChannelCommand::Edit(channel.id, card)))
        .unwrap();
    assert_eq!(look(&mut desk), [RuleId::OverLimit]);
}

/// What `check` says of the checker's tables after this was done to them behind its back.
fn drifted(sabotage: &str) -> Vec<(&'static str, usize)> {
    let mut desk = desk("Хлеб  из печи, которую мы топим берёзой с четырёх утра каждый день");
    desk.store.look_over(desk.now, 9).unwrap();
    assert_eq!(findings(&mut desk.store), []);
    desk.store.writer.execute_batch(sabotage).unwrap();
    let found = findings(&mut desk.store).into_iter().map(|it| match it {
        Finding::Drifted { table, rows } => (table, rows),
        other => panic!("{other:?}"),
    });
    let found = found.collect();
    desk.store.mend().unwrap();
    assert_eq!(findings(&mut desk.store), [], "it mends: {sabotage}");
    found
}

#[test]
fn what_cannot_be_of_the_checker_is_noticed_and_what_is_in_line_may_be_old() {
    for (sabotage, wanted) in [
        ("UPDATE lint_found SET about = '[7]'", "lint_found"),
        ("UPDATE lint_found SET about = 'x'", "lint_found"),
        ("UPDATE lint_found SET owner = 7", "lint_found"),
        ("UPDATE lint_found SET start = 1, stop = 2", "lint_found"),
        ("UPDATE lint_found SET stop = 5000", "lint_found"),
        ("UPDATE lint_found SET part = 'card'", "lint_found"),
        ("UPDATE lint_found SET post = 99", "lint_found"),
        (
            "DELETE FROM lint_print WHERE print = (SELECT min(print) FROM lint_print)",
            "lint_print",
        ),
        ("UPDATE lint_print SET print = print + 1", "lint_print"),
        ("INSERT INTO lint_print VALUES (1, 5, 99)", "lint_print"),
        ("INSERT INTO lint_look VALUES (99, 1, NULL)", "lint_look"),
    ] {
        assert_eq!(drifted(sabotage), [(wanted, 1)], "{sabotage}");
    }
    let later = "UPDATE lint_found SET about = '[7]'; UPDATE lint_look SET next = 0";
    assert_eq!(drifted(later), []);
}

/// A text of thirty words, no two alike; a greeting and a farewell stand around all of them.
fn words(n: usize) -> String {
    let chance = |i: usize| (n * 7_919 + i * 104_729) % 4_001;
    let inner: Vec<String> = (0..30).map(|i| format!("слово{}", chance(i * i))).collect();
    format!(
        "Доброе утро, дорогие друзья нашей пекарни! {}. Ждём вас в гости каждый день с восьми утра.",
        inner.join(" ")
    )
}

/// Says how long looks took and what prints weigh, when it was asked among many.
#[expect(
    clippy::print_stderr,
    reason = "the numbers are what the long count is for"
)]
fn tell(desk: &Desk, posts: usize, mut looks: Vec<std::time::Duration>, one: std::time::Duration) {
    looks.sort_unstable();
    let bytes = "SELECT sum(pgsize) FROM dbstat WHERE name IN ('lint_print', 'lint_print_of_post')";
    let bytes: rusqlite::Result<i64> = desk.store.writer.query_row(bytes, [], |row| row.get(0));
    let rows = "SELECT count(*) FROM lint_print";
    let rows: i64 = desk
        .store
        .writer
        .query_row(rows, [], |row| row.get(0))
        .unwrap();
    let (middle, worst) = (looks[looks.len() / 2], looks[looks.len() - 1]);
    let all: std::time::Duration = looks.iter().sum();
    eprintln!(
        "{posts} posts: all looks {all:?}, median {middle:?}, worst {worst:?}, the last one {one:?}; {rows} prints, {bytes:?} bytes"
    );
}

/// With `POSTDESK_NEAR=100000` among so many posts; a desk of everyday size otherwise.
#[test]
fn nearly_the_same_post_is_found_among_many_without_reading_them_all() {
    let asked = std::env::var("POSTDESK_NEAR").ok();
    let posts: usize = asked.and_then(|it| it.parse().ok()).unwrap_or(400);
    let mut desk = Desk::new();
    let (client, channel) = desk.client("Kolos");
    let many: Vec<_> = (0..posts)
        .map(|n| {
            let at = moment(n as i64 % 10_000);
            let post = post(client, &[channel], Some(at));
            crate::domain::command::BroughtPost::from(NewPost {
                topic: format!("Пост {n}"),
                text: words(n),
                ..post
            })
        })
        .collect();
    let file = "plan.csv".to_owned();
    desk.apply(&Command::Plan(PlanCommand::AddPosts { posts: many, file }))
        .unwrap();
    let is_long = posts >= 100_000;
    let mut looks = Vec::with_capacity(posts);
    loop {
        let started = std::time::Instant::now();
        let at_once = if is_long { 1 } else { 50 };
        if desk.store.look_over(desk.now, at_once).unwrap().posts == 0 {
            break;
        }
        looks.push(started.elapsed());
    }
    let again = words(posts - 7).replace("восьми", "девяти");
    let planned = NewPost {
        text: again,
        ..post(client, &[channel], Some(moment(20_000)))
    };
    let id = desk.made(&Command::Plan(PlanCommand::AddPost(planned)));
    let started = std::time::Instant::now();
    desk.store.look_over(desk.now, 50).unwrap();
    let one = started.elapsed();
    let found = desk.store.reader().findings(PostId(id)).unwrap();
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!(found[0].rule, RuleId::Near);
    assert_eq!(found[0].words.args["topic"], format!("Пост {}", posts - 7));
    if is_long {
        tell(&desk, posts, looks, one);
    }
}
