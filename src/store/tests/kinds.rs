//! Every kind of Command by number: what a dealer deals from.

use crate::domain::command::{
    CampaignCommand, ChannelCommand, ClientCommand, Command, DayCommand, DeliveryCommand,
    InboxCommand, KpiCommand, PacketCommand, PlanCommand, SnippetCommand,
};

/// Variants that are out: only they have an address.
pub(super) const OUT: &str =
    "variant JOIN agenda_sum a ON a.variant = variant.id WHERE a.outcome = 'published'";

/// Variants of which nobody knows whether they are out.
pub(super) const UNSURE: &str =
    "variant JOIN agenda_sum a ON a.variant = variant.id WHERE a.outcome = 'unsure'";

/// How many kinds of Command there are; `kind` numbers them.
pub(super) const KINDS: usize = 65;

/// The number of a Command's kind. Exhaustive on purpose: a new Command does not compile until `Dealer` deals it.
pub(super) fn kind(command: &Command) -> usize {
    match command {
        Command::Client(command) => match command {
            ClientCommand::Add(_) => 0,
            ClientCommand::Edit(..) => 1,
            ClientCommand::Delete(_) => 2,
            ClientCommand::AddRubric { .. } => 3,
            ClientCommand::EditRubric { .. } => 4,
            ClientCommand::TakeOn { .. } => 40,
            ClientCommand::DeleteRubric { .. } => 42,
            ClientCommand::MergeRubrics { .. } => 43,
            ClientCommand::LearnWord { .. } => 53,
        },
        Command::Channel(command) => match command {
            ChannelCommand::Add(_) => 5,
            ChannelCommand::Edit(..) => 6,
            ChannelCommand::Delete(_) => 7,
            ChannelCommand::AddSlot { .. } => 8,
            ChannelCommand::DeleteSlot(_) => 9,
            ChannelCommand::Open { .. } => 36,
        },
        Command::Campaign(command) => kind_of_campaign(command),
        Command::Day(command) => match command {
            DayCommand::Name { .. } => 50,
            DayCommand::TakeAway { .. } => 51,
        },
        Command::Plan(command) => of_plan(command),
        Command::Snippet(command) => match command {
            SnippetCommand::Add(_) => 55,
            SnippetCommand::Edit(..) => 56,
            SnippetCommand::Delete { .. } => 57,
        },
        Command::Delivery(command) => match command {
            DeliveryCommand::Mark { .. } => 20,
            DeliveryCommand::Rang { .. } => 21,
            DeliveryCommand::Opened { .. } => 22,
            DeliveryCommand::Stamp { .. } => 23,
            DeliveryCommand::Skip { .. } => 24,
            DeliveryCommand::Link { .. } => 37,
            DeliveryCommand::Absent { .. } => 52,
        },
        Command::Inbox(command) => match command {
            InboxCommand::Receive { .. } => 25,
            InboxCommand::Answer { .. } => 26,
            InboxCommand::Decide { .. } => 27,
            InboxCommand::SetTone { .. } => 28,
            InboxCommand::SetTopic { .. } => 29,
            InboxCommand::AddLead { .. } => 30,
            InboxCommand::Look { .. } => 31,
            InboxCommand::AddCanned { .. } => 32,
            InboxCommand::DeleteCanned(_) => 33,
            InboxCommand::EditCanned { .. } => 39,
        },
        Command::Kpi(command) => match command {
            KpiCommand::TypeReadings { .. } => 34,
            KpiCommand::SetTarget { .. } => 35,
        },
        Command::Packet(command) => kind_of_packet(command),
    }
}

fn kind_of_packet(command: &PacketCommand) -> usize {
    match command {
        PacketCommand::Send { .. } => 48,
        PacketCommand::Answer { .. } => 49,
    }
}

fn kind_of_campaign(command: &CampaignCommand) -> usize {
    match command {
        CampaignCommand::Add { .. } => 44,
        CampaignCommand::Edit { .. } => 45,
        CampaignCommand::Delete { .. } => 46,
        CampaignCommand::Put { .. } => 47,
    }
}

/// The same for the plan.
fn of_plan(command: &PlanCommand) -> usize {
    match command {
        PlanCommand::AddPost(_) => 10,
        PlanCommand::AddPosts { .. } => 11,
        PlanCommand::EditPost { .. } => 12,
        PlanCommand::SaveText { .. } => 13,
        PlanCommand::SaveTexts { .. } => 54,
        PlanCommand::Inherit { .. } => 14,
        PlanCommand::TagLinks { .. } => 60,
        PlanCommand::SetApproval { .. } => 15,
        PlanCommand::Reschedule { .. } => 16,
        PlanCommand::Attach { .. } => 17,
        PlanCommand::Detach { .. } => 18,
        PlanCommand::DeletePosts { .. } => 19,
        PlanCommand::EditAlt { .. } => 38,
        PlanCommand::CopyPosts { .. } => 41,
        PlanCommand::SwapMedia { .. } => 58,
        PlanCommand::ArrangeMedia { .. } => 59,
        PlanCommand::ChooseCover { .. } => 64,
        PlanCommand::LetPass { .. } => 61,
        PlanCommand::Mind { .. } => 62,
        PlanCommand::Mend { .. } => 63,
    }
}
