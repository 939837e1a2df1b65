//! What is shown, out into a file in keystrokes: g x, a form, a name, Enter.

use std::path::PathBuf;

use postdesk::app::{Outside, exports};
use postdesk::domain::ids::{ChannelId, ClientId};
use postdesk::domain::post::Approval;
use postdesk::event::Event;
use postdesk::locale::Lang;
use postdesk::report::export::Trouble;

use crate::desk::{Desk, Setup, at};

/// The café: two posts this week, one in a month, a message.
fn cafe() -> (Setup, ClientId, ChannelId) {
    let (mut desk, client, vk, tg) = Setup::kolos();
    desk.post(
        client,
        &[vk, tg],
        "Латте-арт",
        at(18, 0),
        Approval::Approved,
    );
    desk.post(client, &[vk], "Завтрак", at(19, 0), Approval::Draft);
    let later = at(18, 0) + chrono::Duration::days(30);
    desk.post(client, &[tg], "Ёлка", later, Approval::Draft);
    desk.message(vk, "Ольга", "=Сколько стоит торт?", at(8, 0));
    (desk, client, vk)
}

impl Desk {
    /// What the worker would do meanwhile.
    fn writes(&mut self) -> &mut Self {
        let asked = match self.outside.pop() {
            Some(Outside::Export {
                wanted,
                file,
                replace,
            }) => Some((wanted, file, replace)),
            _ => None,
        };
        let (wanted, file, replace) = asked.unwrap();
        let desk = self.folder.path().to_owned();
        let path = exports::path(&desk, &file, Some(&desk.join("home")));
        let written = exports::write(&desk, &wanted, &path, replace);
        self.event(Event::Exported { path, written });
        self
    }

    fn exported(&self, name: &str) -> String {
        let path = self.folder.path().join("exports").join(name);
        String::from_utf8(std::fs::read(path).unwrap()).unwrap()
    }

    fn lies(&self) -> Vec<String> {
        let folder = self.folder.path().join("exports");
        let files = std::fs::read_dir(folder).unwrap();
        let mut names: Vec<String> = files
            .map(|file| file.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    }
}

#[test]
fn the_week_goes_into_a_file_that_says_where_it_lies() {
    let mut desk = cafe().0.open();
    desk.keys("2 g x");
    desk.sees("EXPORT · plan")
        .sees("all clients · 23 Nov – 29 Nov")
        .sees("▸c CSV")
        .sees("2026-11-24-plan.csv");
    desk.keys("enter").sees("Writing…");
    desk.writes().sees("Done: 2 rows of the plan");
    let csv = desk.exported("2026-11-24-plan.csv");
    assert!(
        csv.starts_with("\u{feff}date,time,zone,client,channel,"),
        "{csv}"
    );
    assert_eq!(csv.lines().count(), 3, "{csv}");
    assert!(
        csv.contains("2026-11-24,18:00,Europe/Moscow,Kolos,\"VK, TG\",") && !csv.contains("Ёлка")
    );
    desk.keys("y");
    let path = desk.folder.path().join("exports/2026-11-24-plan.csv");
    assert_eq!(desk.copied().map(PathBuf::from), Some(path));
    desk.keys("enter").misses("EXPORT");
}

#[test]
fn the_filter_and_the_client_in_scope_say_what_goes() {
    let mut desk = cafe().0.open();
    desk.keys("c").types("Kolos").keys("enter 2 v v f");
    desk.types("draft").keys("enter g x");
    desk.sees("Kolos · all of it · filter: draft")
        .sees("2026-11-24-Kolos-plan.csv");
    desk.keys("enter").writes();
    let csv = desk.exported("2026-11-24-Kolos-plan.csv");
    assert_eq!(csv.lines().count(), 3, "{csv}");
    assert!(csv.contains("Завтрак") && csv.contains("Ёлка") && !csv.contains("Латте-арт"));
}

#[test]
fn one_key_says_the_form_also_under_a_russian_layout() {
    let mut desk = cafe().0.open_as(Lang::Ru, 80, 24);
    desk.keys("3 g x").sees("ВЫГРУЗИТЬ · тексты");
    for (key, name) in [
        ("x", "xlsx"),
        ("m", "md"),
        ("j", "json"),
        ("с", "csv"),
        ("о", "json"),
    ] {
        desk.keys(key).sees(&format!("2026-11-24-drafts.{name}"));
    }
    desk.keys("enter").writes().sees("Готово: 3 строки плана");
    assert!(
        desk.exported("2026-11-24-drafts.json")
            .contains("\"topic\":\"Ёлка\"")
    );
}

#[test]
fn the_name_is_hers_and_its_ending_says_the_form() {
    let mut desk = cafe().0.open();
    desk.keys("4 g x").sees("EXPORT · messages");
    desk.keys("tab").wipes().types("talk.md");
    desk.sees("▸m Markdown");
    desk.keys("enter").writes().sees("Done: 1 message");
    assert!(
        desk.exported("talk.md")
            .contains("| \\=Сколько стоит торт? |")
    );
    desk.keys("esc g x tab").wipes().keys("enter");
    desk.sees("A file wants a name");
    desk.types("~/talk.jsonl").keys("enter").writes();
    desk.sees("The file cannot be written: No such file or directory");
    std::fs::create_dir(desk.folder.path().join("home")).unwrap();
    desk.keys("enter").writes().sees("Done: 1 message");
    assert!(desk.folder.path().join("home/talk.jsonl").is_file());
}

#[test]
fn a_file_that_is_there_is_asked_about() {
    let mut desk = cafe().0.open();
    desk.keys("5 g x")
        .sees("EXPORT · numbers")
        .sees("Kolos · 1 Oct – 24 Nov");
    desk.keys("enter").writes().sees("Done: 0 readings");
    desk.keys("esc g x enter").writes();
    desk.sees("There is such a file already. Enter replaces it");
    desk.keys("enter").writes().sees("Done: 0 readings");
    assert_eq!(desk.lies(), ["2026-11-24-Kolos-readings.csv"]);
}

#[test]
fn a_room_without_anything_to_export_says_so() {
    let mut desk = cafe().0.open();
    desk.keys("g x")
        .misses("EXPORT")
        .sees("This room has nothing to export: go to Plan, Drafts, Inbox or KPI");
    let mut empty = Setup::empty().open();
    empty.keys("5 g x").sees("This room has nothing to export");
}

#[test]
fn a_full_disk_is_told_where_the_file_was_wanted_or_in_the_footer() {
    let mut desk = cafe().0.open();
    let full = || Event::Exported {
        path: PathBuf::from("/exports/plan.csv"),
        written: Err(Trouble::Io(std::io::ErrorKind::StorageFull.into())),
    };
    desk.keys("2 g x enter");
    desk.event(full());
    desk.sees("The disk is full; nothing of the file is left");
    desk.keys("enter")
        .sees("Writing…")
        .keys("esc")
        .misses("EXPORT");
    desk.event(full());
    desk.sees("The disk is full");
    desk.event(Event::Exported {
        path: PathBuf::from("/exports/plan.csv"),
        written: Ok(2),
    });
    desk.sees("The file is there: /exports/plan.csv");
}

#[test]
fn it_stands_on_the_smallest_window() {
    for (cols, rows) in [(20, 6), (40, 12), (200, 60)] {
        let mut desk = cafe().0.open_as(Lang::Ru, cols, rows);
        desk.keys("2 g x tab");
        desk.screen();
        desk.keys("enter");
        desk.writes().screen();
    }
}
