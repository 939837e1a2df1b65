//! Long lists of rows, divided: what a file brings in is written part by part, so that nobody else waits for the desk.

use std::ops::Range;

use super::{Command, InboxCommand, KpiCommand, PlanCommand};

impl Command {
    /// How many rows a file brings in with this; 0 for everything that is not such a list.
    pub fn rows(&self) -> usize {
        match self {
            Command::Plan(PlanCommand::AddPosts { posts, .. }) => posts.len(),
            Command::Inbox(InboxCommand::Receive { messages, .. }) => messages.len(),
            Command::Kpi(KpiCommand::TypeReadings { readings, .. }) => readings.len(),
            _ => 0,
        }
    }

    /// The same with these of its rows alone; rows past its end are left out. What is no list is itself.
    #[must_use]
    pub fn part(&self, rows: Range<usize>) -> Command {
        let rows = rows.start.min(self.rows())..rows.end.min(self.rows());
        match self {
            Command::Plan(PlanCommand::AddPosts { posts, file }) => {
                Command::Plan(PlanCommand::AddPosts {
                    posts: posts[rows].to_vec(),
                    file: file.clone(),
                })
            }
            Command::Inbox(InboxCommand::Receive { messages, file }) => {
                Command::Inbox(InboxCommand::Receive {
                    messages: messages[rows].to_vec(),
                    file: file.clone(),
                })
            }
            Command::Kpi(KpiCommand::TypeReadings { readings, origin }) => {
                Command::Kpi(KpiCommand::TypeReadings {
                    readings: readings[rows].to_vec(),
                    origin: origin.clone(),
                })
            }
            whole => whole.clone(),
        }
    }
}
