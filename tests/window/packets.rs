//! The client's yes in keystrokes: marked posts go out under a letter, the answer is pasted, an edit takes a yes back.

use postdesk::app::Outside;
use postdesk::domain::ids::{ChannelId, ClientId};
use postdesk::domain::post::Approval;
use postdesk::domain::tongue::Tongue;
use postdesk::locale::Lang;
use postdesk::store::Store;

use crate::desk::{Desk, Setup, at};

/// The café with three posts in the evening of this Tuesday.
fn evening() -> (Setup, ClientId, ChannelId) {
    let (mut desk, client, vk, tg) = Setup::kolos();
    for (hour, topic) in [
        (18, "Завтрак за 199"),
        (19, "Латте-арт"),
        (20, "Очередь в субботу"),
    ] {
        desk.post(client, &[vk, tg], topic, at(hour, 0), Approval::Draft);
    }
    (desk, client, vk)
}

/// The plan as a list, on the first post of the evening.
fn listed(desk: &mut Desk) {
    desk.keys("2");
    for _ in 0..3 {
        let screen = desk.screen();
        if screen.contains("· free") || screen.contains("· свободно") {
            break;
        }
        desk.keys("v");
    }
    desk.keys("0 up up up").sees("Завтрак за 199");
}

/// The evening is with the client as batch A.
fn sent(lang: Lang) -> Desk {
    let mut desk = evening().0.open_as(lang, 80, 24);
    listed(&mut desk);
    desk.keys("V down down V A enter enter");
    desk
}

const ANSWER: &str = "A1 ок, A2 заменить фото, A3 нет — поздно";

impl Desk {
    fn files(&self) -> Vec<String> {
        let outbox = self.folder.path().join("outbox");
        let mut names: Vec<String> = std::fs::read_dir(outbox)
            .unwrap()
            .map(|file| file.unwrap().file_name().to_string_lossy().into_owned())
            .collect();
        names.sort();
        names
    }

    fn approvals(&self) -> Vec<(Approval, String)> {
        let reader = Store::open_for_reading(self.folder.path()).unwrap();
        (1..=3)
            .map(|post| {
                let lines = reader
                    .variants_of(postdesk::domain::ids::PostId(post))
                    .unwrap();
                (lines[0].approval, lines[0].reason.clone())
            })
            .collect()
    }
}

#[test]
fn marked_posts_go_to_the_client_in_two_keys() {
    let mut desk = evening().0.open();
    listed(&mut desk);
    desk.keys("space space space A");
    desk.sees("TO THE CLIENT · Kolos · batch A · 3 posts")
        .sees("A1   Tue 24 Nov 18:00 VK TG    Завтрак за 199")
        .sees("A3   Tue 24 Nov 20:00")
        .sees("Written in: English");
    desk.keys("right enter");
    desk.sees("Sent to the terminal’s clipboard: paste it to Kolos.")
        .sees("2026-11-24-Kolos-A.html")
        .sees("outbox");
    assert_eq!(
        desk.files(),
        ["html", "md", "txt"].map(|end| format!("2026-11-24-Kolos-A.{end}"))
    );
    let copied = desk.copied().unwrap().to_owned();
    assert!(
        copied.contains("A1 · ") && copied.contains("полный текст поста"),
        "{copied}"
    );
    assert!(
        copied.contains("согласование"),
        "in Russian, as she chose: {copied}"
    );
    let file = desk.folder.path().join("outbox/2026-11-24-Kolos-A.txt");
    assert_eq!(std::fs::read_to_string(file).unwrap(), copied);
    let page = desk.folder.path().join("outbox/2026-11-24-Kolos-A.html");
    assert!(std::fs::read_to_string(page).unwrap().contains("Латте-арт"));
    desk.keys("enter");
    desk.sees("with client since Tue");
    desk.keys("u");
    desk.misses("with client since").sees("draft");
}

#[test]
fn a_pasted_answer_carries_each_post_where_it_belongs() {
    let mut desk = sent(Lang::En);
    desk.keys("A");
    desk.sees("ANSWER · Kolos · batch A").sees("no word yet");
    desk.pastes(ANSWER);
    desk.sees("changes: “заменить фото”")
        .sees("no: “нет — поздно”");
    desk.keys("enter");
    desk.misses("ANSWER")
        .sees("changes: заменить фото")
        .sees("on hold: нет — поздно");
    let approvals = desk.approvals();
    assert_eq!(approvals[0].0, Approval::Approved);
    assert_eq!(
        approvals[1],
        (Approval::Changes, "заменить фото".to_owned())
    );
    assert_eq!(approvals[2].0, Approval::Hold);
    desk.keys("u");
    desk.sees("with client since Tue");
    assert!(desk.approvals().iter().all(|it| it.0 == Approval::Review));
}

#[test]
fn an_edit_after_the_yes_takes_it_back_and_shows_what_changed() {
    let mut desk = sent(Lang::En);
    desk.keys("A").pastes(ANSWER).keys("enter");
    listed(&mut desk);
    desk.keys("e").types(" Приходите!").keys("esc");
    desk.sees("changed after the yes to A1: text: + Приходите!");
    desk.sees("changed after the client’s yes");
    assert_eq!(desk.approvals()[0].0, Approval::Draft);
    desk.keys("3");
    desk.sees("Завтрак за 199 · changed af")
        .sees("▲ changed after the yes to A1");
    desk.sees("shown to the client: A1 Tue 24 Nov, yes");
    // One step back is the text and the yes together.
    desk.keys("u");
    assert_eq!(desk.approvals()[0].0, Approval::Approved);
    desk.misses("changed after");
}

#[test]
fn the_same_evening_reads_in_russian() {
    let mut desk = sent(Lang::Ru);
    desk.sees("у клиента с вт");
    desk.keys("1").sees("Kolos A 3 поста с вт");
    listed(&mut desk);
    desk.keys("A");
    desk.sees("ОТВЕТ · Kolos · подборка A").sees("слова нет");
    desk.pastes(ANSWER);
    desk.sees("правки: «заменить фото»");
    desk.keys("enter");
    desk.sees("правки: заменить фото");
    listed(&mut desk);
    desk.keys("e").types(" Приходите!").keys("esc");
    desk.sees("изменено после согласия на A1: текст: + Приходите!");
}

#[test]
fn today_says_who_has_what_since_when_and_enter_takes_the_answer() {
    let mut desk = sent(Lang::En);
    desk.keys("1").sees("Kolos A 3 posts since Tue");
    desk.keys("end enter").sees("ANSWER · Kolos · batch A");
    desk.keys("y y y enter");
    assert!(desk.approvals().iter().all(|it| it.0 == Approval::Approved));
    desk.misses("3 posts since");
}

#[test]
fn each_post_has_its_own_key_under_any_layout() {
    let mut desk = sent(Lang::En);
    // A, y, c and n lie where Ф, н, с and т are.
    desk.keys("Ф home н с")
        .types("другое фото")
        .keys("enter т")
        .types("поздно")
        .keys("enter");
    desk.sees("A1")
        .sees("yes")
        .sees("changes: “другое фото”")
        .sees("no: “поздно”");
    desk.keys("enter");
    let approvals = desk.approvals();
    assert_eq!(approvals[0].0, Approval::Approved);
    assert_eq!(approvals[1], (Approval::Changes, "другое фото".to_owned()));
    assert_eq!(approvals[2], (Approval::Hold, "поздно".to_owned()));
}

#[test]
fn what_is_unclear_is_asked_and_never_guessed() {
    let mut desk = sent(Lang::En);
    desk.keys("A").pastes("A1 ок, A2 может быть");
    desk.sees("A2: “может быть” — yes, changes or no?")
        .sees("unclear");
    desk.keys("enter");
    desk.sees("ANSWER").sees("✓ yes");
    assert_eq!(desk.approvals()[1].0, Approval::Review, "nobody guessed");
    // She asks the client, and settles it by key.
    desk.keys("home down y enter");
    let approvals = desk.approvals();
    assert_eq!(approvals[1].0, Approval::Approved);
    assert_eq!(approvals[2].0, Approval::Review);
}

#[test]
fn a_yes_to_what_was_changed_meanwhile_does_not_count_and_it_goes_again() {
    let mut desk = sent(Lang::En);
    listed(&mut desk);
    desk.keys("e").types(" И кофе.").keys("esc");
    desk.sees("changed since the client saw A1: text: + И кофе.")
        .sees("with client since Tue, changed since");
    desk.keys("A").pastes("все ок");
    desk.sees("yes, but it has changed since");
    desk.keys("enter");
    let approvals = desk.approvals();
    assert_eq!(approvals[0].0, Approval::Review);
    assert_eq!(approvals[1].0, Approval::Approved);
    desk.keys("A")
        .sees("TO THE CLIENT · Kolos · batch B · 1 post");
    desk.keys("enter enter A").sees("batch B");
    desk.keys("y enter");
    assert_eq!(desk.approvals()[0].0, Approval::Approved);
}

#[test]
fn marks_over_two_clients_are_refused_with_a_sentence() {
    let (mut desk, _, _) = evening();
    let card = postdesk::domain::client::ClientCard::new("Marani", "Asia/Tbilisi");
    let add = postdesk::domain::command::ClientCommand::Add(card);
    let other = desk.apply(&postdesk::domain::command::Command::Client(add));
    let other = ClientId(other.unwrap());
    let page = desk.channel(other, "facebook");
    desk.post(other, &[page], "Саперави", at(21, 0), Approval::Draft);
    let mut desk = desk.open();
    listed(&mut desk);
    desk.keys("V end V A");
    desk.sees("These posts belong to two clients")
        .misses("TO THE CLIENT");
}

#[test]
fn a_half_taken_answer_survives_the_end_of_the_program() {
    let mut desk = sent(Lang::En);
    desk.keys("A n").types("позд");
    desk.later(1);
    let mut desk = desk.reopened(Lang::En);
    listed(&mut desk);
    desk.keys("A").sees("no: “позд”");
    desk.pastes("A2 ок").later(1);
    let mut desk = desk.reopened(Lang::En);
    listed(&mut desk);
    desk.keys("A").sees("A2 ок").sees("no: “позд”");
    desk.keys("enter").misses("ANSWER");
    let reader = Store::open_for_reading(desk.folder.path()).unwrap();
    assert_eq!(
        reader.drafts_kept().unwrap(),
        [],
        "what was taken down is not kept beside"
    );
}

#[test]
fn two_packets_are_answered_one_at_a_time() {
    let mut desk = evening().0.open();
    listed(&mut desk);
    desk.keys("A enter enter down A enter enter");
    desk.keys("1")
        .sees("Kolos A 1 post since Tue · Kolos B 1 post since Tue");
    desk.keys("end enter").sees("batch A").sees("also B");
    // "All of it" is all of this packet.
    desk.pastes("все ок");
    desk.keys("enter");
    assert_eq!(desk.approvals()[0].0, Approval::Approved);
    assert_eq!(desk.approvals()[1].0, Approval::Review);
    desk.keys("end enter").sees("batch B").keys("y enter");
    assert_eq!(desk.approvals()[1].0, Approval::Approved);
}

#[test]
fn a_brief_goes_to_the_clipboard_from_wherever_the_client_stands() {
    let mut desk = evening().0.open();
    for room in ["1", "2", "3", "5"] {
        desk.outside.clear();
        desk.keys(room).keys("B");
        desk.sees("brief on Kolos");
        let copied = desk.copied().unwrap();
        assert_eq!(copied.lines().count(), 7, "{copied}");
    }
    let (desk, ..) = Setup::kolos();
    let mut desk = desk.open();
    desk.keys("4 B").sees("Whose brief?");
    assert!(!desk.outside.iter().any(|it| matches!(it, Outside::Copy(_))));
}

#[test]
fn every_language_a_client_reads_is_offered() {
    let mut desk = evening().0.open();
    listed(&mut desk);
    desk.keys("A");
    let mut seen = std::collections::BTreeSet::new();
    for _ in Tongue::ALL {
        let screen = desk.screen();
        let line = screen
            .lines()
            .find(|line| line.contains("Written in:"))
            .unwrap()
            .to_owned();
        seen.insert(line);
        desk.keys("right");
    }
    assert_eq!(seen.len(), Tongue::ALL.len());
}

#[test]
fn an_answer_to_an_older_packet_is_told_apart() {
    let mut desk = evening().0.open();
    listed(&mut desk);
    desk.keys("A enter enter A y enter");
    desk.keys("down A enter enter A").sees("batch B");
    desk.pastes("A1 нет, B1 ок, B9 да, B1 нет");
    desk.sees("A1 is from another batch")
        .sees("There is no B9")
        .sees("B1: “ок нет” — yes, changes or no?");
    desk.keys("enter").sees("Nothing clear to take down");
    let approvals = desk.approvals();
    assert_eq!(approvals[0].0, Approval::Approved);
    assert_eq!(approvals[1].0, Approval::Review);
}

#[test]
fn a_held_enter_takes_nothing_down_and_shuts_nothing() {
    let mut desk = evening().0.open();
    listed(&mut desk);
    desk.keys("A enter");
    for _ in 0..5 {
        desk.held("enter");
    }
    desk.sees("Sent to the terminal’s clipboard");
    desk.keys("enter A y");
    desk.held("esc");
    desk.keys("1 end enter");
    for _ in 0..5 {
        desk.held("enter");
    }
    desk.sees("ANSWER · Kolos · batch A");
    assert_eq!(desk.approvals()[0].0, Approval::Review);
}

#[test]
fn a_crowded_answer_fits_a_small_window() {
    let (mut desk, client, vk) = evening();
    for n in 0..20 {
        let topic = format!("Пост {n}");
        desk.post(client, &[vk], &topic, at(21, n), Approval::Draft);
    }
    let mut desk = desk.open();
    listed(&mut desk);
    desk.keys("V pgdn pgdn V A enter enter A");
    let answer = (1..=23).map(|n| format!("A{n} может быть\n"));
    let answer: String = answer.collect();
    desk.pastes(&answer);
    for (cols, rows) in [(80, 24), (60, 16), (40, 10), (20, 5), (9, 3)] {
        desk.resize(cols, rows);
        desk.keys("end");
        let screen = desk.screen();
        assert!(rows < 16 || screen.contains("A23"), "{screen}");
        assert!(rows < 16 || screen.contains("может быть"), "{screen}");
        desk.keys("home");
        drop(desk.screen());
    }
}
