//! Everything that can be done or refused has words in every language.

use crate::domain::campaign::CampaignCard;
use crate::domain::command::{
    CampaignCommand, ChannelCommand, ClientCommand, Command, DayCommand, DeliveryCommand,
    InboxCommand, KpiCommand, PlanCommand, SnippetCommand,
};
use crate::domain::days::{DayTrouble, Stretch};
use crate::domain::ids::{
    CampaignId, CannedId, ChannelId, ClientId, MediaId, PostId, RubricId, SlotId, SnippetId,
    ThreadId, VariantId,
};
use crate::domain::inbox::{ThreadState, Tone};
use crate::domain::post::{Approval, MoveRefused};
use crate::domain::snippet::{SnippetCard, SnippetKind, SnippetTrouble, Variable};
use crate::domain::words::Words;
use crate::locale::{Lang, Locale};
use crate::store::StoreError;

/// Said in full: no missing key, no missing value.
fn whole(words: &Words) {
    for lang in Lang::ALL {
        let said = Locale::new(*lang).words(words);
        assert!(
            !said.contains('⟦') && !said.contains("{$"),
            "{}: {said}",
            lang.tag()
        );
        assert!(!said.trim().is_empty());
    }
}

fn titles(n: usize) -> Vec<Command> {
    let variants = || vec![VariantId(1); n];
    let mut commands = vec![
        Command::Client(ClientCommand::Delete(ClientId(1))),
        Command::Channel(ChannelCommand::Delete(ChannelId(1))),
        Command::Channel(ChannelCommand::AddSlot {
            channel: ChannelId(1),
            weekday: 0,
            minute: 0,
        }),
        Command::Channel(ChannelCommand::DeleteSlot(SlotId(1))),
        Command::Plan(PlanCommand::SaveText {
            post: PostId(1),
            variant: None,
            text: String::new(),
        }),
        Command::Plan(PlanCommand::TagLinks {
            post: PostId(1),
            texts: Vec::new(),
        }),
        Command::Plan(PlanCommand::Inherit {
            variant: VariantId(1),
        }),
        Command::Plan(PlanCommand::Reschedule {
            moves: vec![(VariantId(1), None); n],
        }),
        Command::Plan(PlanCommand::DeletePosts {
            posts: vec![PostId(1)],
        }),
        Command::Delivery(DeliveryCommand::Opened {
            variants: variants(),
        }),
        Command::Delivery(DeliveryCommand::Link {
            variants: variants(),
            permalink: String::new(),
        }),
        Command::Delivery(DeliveryCommand::Skip {
            variants: variants(),
            reason: String::new(),
        }),
    ];
    commands.extend(about_pictures());
    commands.extend(about_people());
    commands.extend(about_the_mix(n));
    commands.extend(about_days());
    commands.extend(moves(n));
    commands
}

/// The pictures of a post.
fn about_pictures() -> Vec<Command> {
    let (post, media) = (PostId(1), MediaId(1));
    let done = [
        PlanCommand::Detach { media },
        PlanCommand::SwapMedia {
            media,
            hash: String::new(),
            name: "хлеб.jpg".into(),
            bytes: 1,
        },
        PlanCommand::ArrangeMedia {
            post,
            order: Vec::new(),
        },
        PlanCommand::ChooseCover { post, cover: None },
        PlanCommand::EditAlt {
            media,
            alt: String::new(),
        },
    ];
    done.into_iter().map(Command::Plan).collect()
}

/// Rubrics and campaigns.
fn about_the_mix(n: usize) -> Vec<Command> {
    let client = ClientId(1);
    let name = || "меню".to_owned();
    let (share, card) = (Some(30), CampaignCard::default());
    let campaign = CampaignId(1);
    let rubrics = [
        ClientCommand::AddRubric {
            client,
            name: name(),
            share,
        },
        ClientCommand::DeleteRubric {
            rubric: RubricId(1),
            name: name(),
        },
        ClientCommand::MergeRubrics {
            from: RubricId(1),
            into: RubricId(2),
            names: (name(), name()),
        },
    ];
    let posts = vec![PostId(1); n];
    let campaigns = [
        CampaignCommand::Add {
            client,
            card: card.clone(),
        },
        CampaignCommand::Edit { campaign, card },
        CampaignCommand::Delete {
            campaign,
            name: name(),
        },
        CampaignCommand::Put {
            posts: posts.clone(),
            campaign: Some(campaign),
            name: name(),
        },
        CampaignCommand::Put {
            posts,
            campaign: None,
            name: String::new(),
        },
    ];
    let rubrics = rubrics.into_iter().map(Command::Client);
    rubrics.chain(campaigns.map(Command::Campaign)).collect()
}

fn snippet() -> SnippetCard {
    SnippetCard {
        client: None,
        lang: String::new(),
        kind: SnippetKind::Call,
        name: "x".into(),
        text: "x".into(),
    }
}

#[test]
fn everything_wrong_with_a_snippet_has_words() {
    let nothing = Variable::ALL.iter().map(|it| SnippetTrouble::Nothing(*it));
    let mut troubles: Vec<SnippetTrouble> = nothing.collect();
    let unknown = |near: &str| SnippetTrouble::Unknown {
        found: "linc".into(),
        near: near.into(),
    };
    troubles.extend([
        SnippetTrouble::NameMissing,
        SnippetTrouble::TextMissing,
        SnippetTrouble::LongName,
        SnippetTrouble::LongText,
        unknown(""),
        unknown("link"),
        SnippetTrouble::Open("link".into()),
    ]);
    for trouble in troubles {
        whole(&trouble.words());
    }
}

/// Conversations and numbers.
fn about_people() -> Vec<Command> {
    vec![
        Command::Inbox(InboxCommand::SetTone {
            thread: ThreadId(1),
            tone: Tone::Good,
        }),
        Command::Inbox(InboxCommand::SetTopic {
            thread: ThreadId(1),
            topic: "x".into(),
        }),
        Command::Inbox(InboxCommand::Look {
            channel: ChannelId(1),
            found: 0,
        }),
        Command::Inbox(InboxCommand::DeleteCanned(CannedId(1))),
        Command::Snippet(SnippetCommand::Delete {
            snippet: SnippetId(1),
            name: "x".into(),
        }),
        Command::Snippet(SnippetCommand::Add(snippet())),
        Command::Snippet(SnippetCommand::Edit(SnippetId(1), snippet())),
        Command::Inbox(InboxCommand::EditCanned {
            id: CannedId(1),
            lang: "ru".into(),
            name: "x".into(),
            text: "x".into(),
        }),
        Command::Kpi(KpiCommand::TypeReadings {
            readings: Vec::new(),
            origin: String::new(),
        }),
        Command::Kpi(KpiCommand::SetTarget {
            client: ClientId(1),
            metric: "reach".into(),
            value: None,
        }),
    ]
}

/// Names and days off, one and several.
fn about_days() -> Vec<Command> {
    let day = chrono::NaiveDate::default();
    let week = Stretch::new(day, day + chrono::Duration::days(6)).unwrap();
    let mut commands = Vec::new();
    for stretch in [Stretch::of(day), week] {
        for (name, is_off) in [("отпуск", true), ("", true), ("День матери", false)]
        {
            commands.push(Command::Day(DayCommand::Name {
                client: None,
                stretch,
                name: name.into(),
                is_off,
            }));
        }
        let client = Some(ClientId(1));
        commands.push(Command::Day(DayCommand::TakeAway { client, stretch }));
    }
    commands
}

#[test]
fn everything_wrong_with_named_days_has_words() {
    for trouble in [
        DayTrouble::NoDay,
        DayTrouble::Unclear(crate::domain::when::WhenError::NoHour),
        DayTrouble::JustPassed {
            day: chrono::NaiveDate::default(),
        },
        DayTrouble::Backwards,
        DayTrouble::TooLong { most: 366 },
        DayTrouble::LongName { most: 60 },
    ] {
        whole(&trouble.words());
    }
}

/// Every standing that variants and conversations can be moved to.
fn moves(n: usize) -> Vec<Command> {
    let approvals = Approval::ALL.iter().map(|to| {
        Command::Plan(PlanCommand::SetApproval {
            variants: vec![VariantId(1); n],
            to: *to,
            reason: String::new(),
        })
    });
    let states = ThreadState::ALL.iter().map(|state| {
        Command::Inbox(InboxCommand::Decide {
            threads: vec![ThreadId(1); n],
            state: *state,
            until: None,
        })
    });
    approvals.chain(states).collect()
}

#[test]
fn what_was_done_has_words_for_any_number_of_things() {
    for n in [1, 2, 5, 21] {
        for command in titles(n) {
            whole(&command.title());
        }
    }
    let said = |lang, n| {
        let to = Approval::Review;
        let variants = vec![VariantId(1); n];
        let reason = String::new();
        let command = Command::Plan(PlanCommand::SetApproval {
            variants,
            to,
            reason,
        });
        Locale::new(lang).words(&command.title())
    };
    assert_eq!(said(Lang::En, 1), "sent to the client");
    assert_eq!(said(Lang::En, 3), "sent to the client: 3 variants");
    assert_eq!(said(Lang::Ru, 1), "отправлено клиенту");
    assert_eq!(said(Lang::Ru, 3), "отправлено клиенту: 3 варианта");
    assert_eq!(said(Lang::Ru, 21), "отправлено клиенту: 21 вариант");
}

#[test]
fn every_refusal_of_the_desk_has_words() {
    let from = Approval::Hold;
    let to = Approval::Approved;
    for error in [
        StoreError::Newer { found: 9, known: 1 },
        StoreError::NotADesk,
        StoreError::Corrupt("page 3".into()),
        StoreError::Busy,
        StoreError::ReadOnly,
        StoreError::Full,
        StoreError::ChangedSince {
            table: "post".into(),
            row: 1,
        },
        StoreError::ArrivedSince,
        StoreError::NothingToUndo,
        StoreError::NothingToRedo,
        StoreError::Gone {
            table: "post",
            row: 1,
        },
        StoreError::Move(MoveRefused::AlreadyOut),
        StoreError::Move(MoveRefused::LetGo),
        StoreError::Move(MoveRefused::ReasonMissing),
        StoreError::Move(MoveRefused::NotFromHere { from, to }),
        StoreError::AlreadyOut,
        StoreError::NameTaken,
        StoreError::WrongChannels,
        StoreError::OtherClient,
        StoreError::Io(std::io::ErrorKind::NotFound.into()),
    ] {
        whole(&error.words());
    }
}
