//! A plan of fifteen hundred posts, seen through a window of some hundred.

use super::*;

/// Three posts an hour on one channel, 1500 of them: three weeks from today.
fn a_heavy_plan() -> Stage {
    let mut stage = Stage::new(Lang::En);
    let start = moscow("2026-11-24 10:00");
    let posts = (0..1500).map(|n| {
        let at = start + chrono::TimeDelta::minutes(20 * n);
        NewPost {
            client: KOLOS,
            rubric: String::new(),
            campaign: String::new(),
            topic: format!("post {n}"),
            format: Format::Text,
            text: "x".to_owned(),
            link: String::new(),
            first_comment: String::new(),
            planned: Some(crate::domain::command::Planned {
                local: at.with_timezone(&chrono_tz::Europe::Moscow).naive_local(),
                zone: "Europe/Moscow".to_owned(),
                at,
            }),
            approval: if n == 1490 {
                Approval::Changes
            } else {
                Approval::Approved
            },
            channels: vec![VK],
        }
    });
    let file = "plan.csv".to_owned();
    let posts = posts.map(NewPost::into).collect();
    stage.apply(&Command::Plan(PlanCommand::AddPosts { posts, file }));
    stage
}

#[test]
fn a_heavy_plan_is_walked_to_its_end_and_back_through_a_window() {
    let mut stage = a_heavy_plan();
    let mut room = open(&stage);
    let first = topic(&room).to_owned();
    let most = 3 * window::PAGE;
    let mut met = vec![first.clone()];
    for _ in 0..2000 {
        press(&mut room, &mut stage, &[Action::Down]);
        assert!(room.rows.len() <= most + 20, "{}", room.rows.len());
        if met.last().map(String::as_str) == Some(topic(&room)) {
            break;
        }
        met.push(topic(&room).to_owned());
    }
    let all: Vec<String> = (0..1500).map(|n| format!("post {n}")).collect();
    assert!(met == all, "each once, in order: {} met", met.len());
    for _ in 0..1500 {
        press(&mut room, &mut stage, &[Action::Up]);
    }
    assert_eq!(topic(&room), first);
}

#[test]
fn home_end_and_the_walk_reach_what_is_not_in_memory() {
    let mut stage = a_heavy_plan();
    let mut room = open(&stage);
    let first = topic(&room).to_owned();
    press(&mut room, &mut stage, &[Action::End]);
    assert_eq!(topic(&room), "post 1499");
    press(&mut room, &mut stage, &[Action::PrevProblem]);
    assert_eq!(topic(&room), "post 1490");
    press(&mut room, &mut stage, &[Action::Home]);
    assert_eq!(topic(&room), first);
    // It is far away: one press searches some pages, the next goes on from there.
    press(
        &mut room,
        &mut stage,
        &[Action::NextProblem, Action::NextProblem],
    );
    assert_eq!(topic(&room), "post 1490");
}
