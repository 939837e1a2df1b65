//! Copies, taken back.

use super::desk::{Desk, drifted, page, post};
use crate::domain::command::{ChannelCommand, Command, Landing, PlanCommand, PostCopy};
use crate::domain::ids::{ChannelId, PostId, VariantId};

#[test]
fn a_copy_that_joined_its_post_takes_its_words_along_when_it_is_taken_back() {
    let mut desk = Desk::new();
    let (client, channel) = desk.client("Колос");
    let page = Command::Channel(ChannelCommand::Add(page(client)));
    let other = ChannelId(desk.made(&page));
    let first = post(client, &[channel], None);
    desk.made(&Command::Plan(PlanCommand::AddPost(first)));
    let variant = VariantId(desk.number("SELECT max(id) FROM variant"));
    desk.apply(&Command::Plan(PlanCommand::SaveText {
        post: PostId(1),
        variant: Some(variant),
        text: "Сырники".to_owned(),
    }))
    .unwrap();
    let landing = Landing {
        channel: other,
        like: variant,
        planned: None,
    };
    let copies = vec![PostCopy {
        post: PostId(1),
        client,
        onto: vec![landing],
        joins: true,
    }];
    desk.apply(&Command::Plan(PlanCommand::CopyPosts { copies }))
        .unwrap();
    assert_eq!(desk.number("SELECT count(*) FROM post"), 1);
    desk.store.undo(desk.now).unwrap();
    assert_eq!(drifted(&mut desk.store), None);
}
