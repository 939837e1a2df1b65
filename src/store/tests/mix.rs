//! Rubrics and campaigns: what becomes of their posts, what comes back with `u`, and what a month is made of.

use chrono::Duration;

use super::desk::{Desk, campaign, difference, findings, hers, moment, post};
use crate::domain::campaign::Progress;
use crate::domain::command::{
    CampaignCommand, ChannelCommand, ClientCommand, Command, DeliveryCommand, NewPost, PlanCommand,
};
use crate::domain::ids::{CampaignId, ChannelId, ClientId, PostId, RubricId, VariantId};
use crate::domain::post::{Approval, Format};
use crate::store::StoreError;

/// A desk with a client, its channel, and the rubrics «меню» and «люди».
fn a_desk() -> (Desk, ClientId, ChannelId, [RubricId; 2]) {
    let mut desk = Desk::new();
    let (client, channel) = desk.client("Колос");
    let rubrics = [("меню", 30), ("люди", 50)]
        .map(|(name, share)| RubricId(desk.made(&add_rubric(client, name, Some(share)))));
    (desk, client, channel, rubrics)
}

fn add_rubric(client: ClientId, name: &str, share: Option<u32>) -> Command {
    Command::Client(ClientCommand::AddRubric {
        client,
        name: name.to_owned(),
        share,
    })
}

fn merge(from: RubricId, into: RubricId) -> Command {
    let names = ("from".to_owned(), "into".to_owned());
    Command::Client(ClientCommand::MergeRubrics { from, into, names })
}

fn delete(rubric: RubricId) -> Command {
    let name = String::new();
    Command::Client(ClientCommand::DeleteRubric { rubric, name })
}

fn begin(client: ClientId, name: &str) -> Command {
    let card = campaign(name);
    Command::Campaign(CampaignCommand::Add { client, card })
}

fn put(posts: &[PostId], campaign: Option<CampaignId>) -> Command {
    Command::Campaign(CampaignCommand::Put {
        posts: posts.to_vec(),
        campaign,
        name: String::new(),
    })
}

impl Desk {
    /// A post of a rubric, so many minutes from the start.
    fn of_rubric(&mut self, rubric: &str, channels: &[ChannelId], minutes: Option<i64>) -> PostId {
        let client = ClientId(1);
        let new = NewPost {
            rubric: rubric.to_owned(),
            format: Format::Photo,
            ..post(client, channels, minutes.map(moment))
        };
        PostId(self.made(&Command::Plan(PlanCommand::AddPost(new))))
    }

    fn rubric_of(&self, post: PostId) -> String {
        self.store.reader().card_of_post(post).unwrap().card.rubric
    }

    fn campaign_of(&self, post: PostId) -> String {
        self.store
            .reader()
            .card_of_post(post)
            .unwrap()
            .card
            .campaign
    }

    /// Names and shares of the live rubrics.
    fn shares(&self) -> Vec<(String, Option<u32>)> {
        let rubrics = self.store.reader().rubrics(ClientId(1)).unwrap();
        rubrics.into_iter().map(|it| (it.name, it.share)).collect()
    }

    /// Does it, takes it back, and does it again: each time everything of hers stands where it should.
    fn there_and_back(&mut self, command: &Command) {
        let before = hers(&self.store);
        self.apply(command).unwrap();
        let after = hers(&self.store);
        assert!(difference(&before, &after).is_some(), "nothing was done");
        self.store.undo(self.now).unwrap();
        assert_eq!(difference(&before, &hers(&self.store)), None);
        self.store.redo(self.now).unwrap();
        assert_eq!(difference(&after, &hers(&self.store)), None);
        assert_eq!(findings(&mut self.store), []);
    }

    /// What a refused Command must leave alone.
    fn refuses(&mut self, command: &Command) -> StoreError {
        let before = hers(&self.store);
        let refused = self.apply(command).unwrap_err();
        assert_eq!(difference(&before, &hers(&self.store)), None);
        refused
    }
}

fn pair(name: &str, share: u32) -> (String, Option<u32>) {
    (name.to_owned(), Some(share))
}

#[test]
fn posts_of_a_deleted_rubric_have_none_and_get_it_back() {
    let (mut desk, _, channel, [menu, _]) = a_desk();
    let posts = [Some(10), Some(9000), None].map(|at| desk.of_rubric("меню", &[channel], at));
    let other = desk.of_rubric("люди", &[channel], Some(20));
    assert_eq!(desk.store.reader().posts_of_rubric(menu).unwrap(), 3);
    desk.there_and_back(&delete(menu));
    assert_eq!(desk.shares(), [pair("люди", 50)]);
    assert!(posts.iter().all(|post| desk.rubric_of(*post).is_empty()));
    assert_eq!(desk.rubric_of(other), "люди");
    desk.store.undo(desk.now).unwrap();
    assert!(posts.iter().all(|post| desk.rubric_of(*post) == "меню"));
    assert_eq!(desk.shares(), [pair("меню", 30), pair("люди", 50)]);
}

#[test]
fn a_rubric_becomes_part_of_another_with_its_posts_and_its_share() {
    let (mut desk, client, channel, [menu, people]) = a_desk();
    let moved = desk.of_rubric("меню", &[channel], Some(10));
    desk.there_and_back(&merge(menu, people));
    assert_eq!(desk.rubric_of(moved), "люди");
    assert_eq!(desk.shares(), [pair("люди", 80)]);
    // More than all of a month is no share, and one without a target takes over that of the other.
    let more = RubricId(desk.made(&add_rubric(client, "скидки", Some(60))));
    desk.apply(&merge(more, people)).unwrap();
    assert_eq!(desk.shares(), [pair("люди", 100)]);
    let bare = RubricId(desk.made(&add_rubric(client, "польза", None)));
    desk.apply(&merge(people, bare)).unwrap();
    assert_eq!(desk.shares(), [pair("польза", 100)]);
    let standing = hers(&desk.store);
    assert_eq!(desk.apply(&merge(bare, bare)).unwrap().entry, None);
    assert_eq!(difference(&standing, &hers(&desk.store)), None);
}

#[test]
fn rubrics_of_two_clients_do_not_become_one() {
    let (mut desk, _, _, [menu, _]) = a_desk();
    let (marani, _) = desk.client("Марани");
    let wine = RubricId(desk.made(&add_rubric(marani, "меню", Some(40))));
    let refused = desk.refuses(&merge(menu, wine));
    assert!(matches!(refused, StoreError::OtherClient), "{refused}");
    let refused = desk.refuses(&merge(menu, RubricId(4096)));
    assert!(matches!(refused, StoreError::Gone { .. }), "{refused}");
}

#[test]
fn a_name_is_given_once_however_it_is_written() {
    let (mut desk, client, channel, [menu, people]) = a_desk();
    for taken in ["меню", "Меню", "МЕНЮ"] {
        let refused = desk.refuses(&add_rubric(client, taken, None));
        assert!(matches!(refused, StoreError::NameTaken), "{refused}");
        let rename = Command::Client(ClientCommand::EditRubric {
            rubric: people,
            name: taken.to_owned(),
            share: Some(50),
        });
        let refused = desk.refuses(&rename);
        assert!(matches!(refused, StoreError::NameTaken), "{refused}");
    }
    // The fast lane and the files mean the rubric that is there; a new spelling of one's own name is fine.
    let meant = desk.of_rubric("МЕНЮ", &[channel], None);
    assert_eq!(desk.rubric_of(meant), "меню");
    let own = Command::Client(ClientCommand::EditRubric {
        rubric: menu,
        name: "Меню".to_owned(),
        share: None,
    });
    desk.there_and_back(&own);
    assert_eq!(desk.rubric_of(meant), "Меню");
    // A name that was given up may be given again.
    desk.apply(&delete(menu)).unwrap();
    desk.made(&add_rubric(client, "меню", None));
}

#[test]
fn a_campaign_is_begun_changed_and_deleted_and_its_posts_stay() {
    let (mut desk, client, channel, _) = a_desk();
    let spring = CampaignId(desk.made(&begin(client, "Весна")));
    assert!(matches!(
        desk.refuses(&begin(client, "ВЕСНА")),
        StoreError::NameTaken
    ));
    let posts = [Some(10), None].map(|at| desk.of_rubric("", &[channel], at));
    desk.there_and_back(&put(&posts, Some(spring)));
    assert!(posts.iter().all(|post| desk.campaign_of(*post) == "Весна"));
    let mut card = campaign("Весна у нас");
    card.ends = card.starts.map(|day| day + Duration::days(30));
    card.goal = "40 броней".to_owned();
    card.utm = "vesna".to_owned();
    let edit = Command::Campaign(CampaignCommand::Edit {
        campaign: spring,
        card: card.clone(),
    });
    desk.there_and_back(&edit);
    let known = desk.store.reader().campaigns(client).unwrap();
    assert_eq!((known[0].id, &known[0].card), (spring, &card));
    desk.there_and_back(&put(&posts[..1], None));
    assert_eq!(desk.campaign_of(posts[0]), "");
    let name = card.name;
    let campaign = spring;
    desk.there_and_back(&Command::Campaign(CampaignCommand::Delete {
        campaign,
        name,
    }));
    assert!(posts.iter().all(|post| desk.campaign_of(*post).is_empty()));
    assert_eq!(desk.store.reader().campaigns(client).unwrap(), []);
}

#[test]
fn posts_of_another_client_do_not_belong_to_a_campaign() {
    let (mut desk, _, channel, _) = a_desk();
    let (marani, _) = desk.client("Марани");
    let harvest = CampaignId(desk.made(&begin(marani, "რთველი")));
    let ours = desk.of_rubric("", &[channel], None);
    let refused = desk.refuses(&put(&[ours], Some(harvest)));
    assert!(matches!(refused, StoreError::OtherClient), "{refused}");
    let refused = desk.refuses(&put(&[ours], Some(CampaignId(4096))));
    assert!(matches!(refused, StoreError::Gone { .. }), "{refused}");
}

#[test]
fn a_post_names_its_campaign_in_any_spelling() {
    let (mut desk, client, channel, _) = a_desk();
    let new = NewPost {
        campaign: "Весна".to_owned(),
        ..post(client, &[channel], None)
    };
    let made = PostId(desk.made(&Command::Plan(PlanCommand::AddPost(new))));
    assert_eq!(desk.campaign_of(made), "Весна");
    let mut card = desk.store.reader().card_of_post(made).unwrap().card;
    card.campaign = "весна".to_owned();
    let edit = PlanCommand::EditPost { post: made, card };
    desk.apply(&Command::Plan(edit)).unwrap();
    let known = desk.store.reader().campaigns(client).unwrap();
    assert_eq!(known.len(), 1, "the same name means the same campaign");
    assert_eq!(known[0].card.starts, None);
}

#[test]
fn a_month_is_read_as_the_rule_counts_it() {
    let (mut desk, client, channel, [menu, people]) = a_desk();
    let second = ChannelCommand::Add(super::desk::page(client));
    let second = ChannelId(desk.made(&Command::Channel(second)));
    desk.of_rubric("меню", &[channel, second], Some(10));
    desk.of_rubric("меню", &[channel], Some(100));
    desk.of_rubric("люди", &[channel], Some(200));
    desk.of_rubric("", &[channel], Some(300));
    let shelved = desk.of_rubric("люди", &[channel], None);
    desk.of_rubric("люди", &[channel], Some(50_000));
    let gone = desk.of_rubric("люди", &[channel], Some(20));
    let posts = vec![gone];
    desk.apply(&Command::Plan(PlanCommand::DeletePosts { posts }))
        .unwrap();
    let month = moment(0)..moment(40_000);
    let mix = desk.store.reader().mix(client, &month).unwrap();
    assert_eq!((mix.posts, mix.posts_of(Some(menu))), (4, 2));
    assert_eq!(mix.posts_of(Some(people)), 1);
    assert_eq!(mix.posts_of(None), 1);
    let channels: Vec<_> = mix.channels_of(Some(menu)).collect();
    assert_eq!(channels, [(channel, 2), (second, 1)]);
    assert_eq!(mix.posts_in(Format::Photo), 4);
    // What goes out from the shelf counts with the moment it went out.
    let line = desk.store.reader().variants_of(shelved).unwrap();
    let stamp = DeliveryCommand::Stamp {
        variants: vec![line[0].variant],
        at: moment(500),
        permalink: String::new(),
    };
    desk.apply(&Command::Delivery(stamp)).unwrap();
    let mix = desk.store.reader().mix(client, &month).unwrap();
    assert_eq!((mix.posts, mix.posts_of(Some(people))), (5, 2));
    let later = moment(40_000)..moment(80_000);
    assert_eq!(desk.store.reader().mix(client, &later).unwrap().posts, 1);
}

#[test]
fn a_campaign_tells_how_far_its_posts_have_come() {
    let (mut desk, client, channel, _) = a_desk();
    let spring = CampaignId(desk.made(&begin(client, "Весна")));
    let quiet = CampaignId(desk.made(&begin(client, "Тихая")));
    let posts = [Some(5), Some(9000), None, Some(6)].map(|at| desk.of_rubric("", &[channel], at));
    desk.apply(&put(&posts, Some(spring))).unwrap();
    let stamp = DeliveryCommand::Stamp {
        variants: vec![VariantId(1)],
        at: moment(5),
        permalink: String::new(),
    };
    desk.apply(&Command::Delivery(stamp)).unwrap();
    let read = |desk: &Desk| {
        let reader = desk.store.reader();
        reader.campaign_progress(client, moment(600)).unwrap()
    };
    let progress = Progress {
        out: 1,
        planned: 1,
        late: 1,
        open: 1,
    };
    assert_eq!(read(&desk).get(&spring), Some(&progress));
    assert_eq!(read(&desk).get(&quiet), None);
    let park = PlanCommand::SetApproval {
        variants: vec![VariantId(2)],
        to: Approval::Hold,
        reason: "ждём цены".to_owned(),
    };
    desk.apply(&Command::Plan(park)).unwrap();
    assert_eq!(read(&desk)[&spring].open, 2);
    assert_eq!(read(&desk)[&spring].posts(), 4);
}
