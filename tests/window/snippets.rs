//! Snippets by keystrokes: written, found, put into a text at the caret, changed, dropped and brought back.

use postdesk::domain::chance::Rng;
use postdesk::domain::client::ClientCard;
use postdesk::domain::command::{
    ClientCommand, Command, NewPost, PlanCommand, Planned, SnippetCommand,
};
use postdesk::domain::ids::{ClientId, PostId};
use postdesk::domain::post::{Approval, Format};
use postdesk::domain::snippet::{SnippetCard, SnippetKind};
use postdesk::locale::Lang;
use postdesk::store::{Origin, PATIENCE, Snippet, Store};

use crate::desk::{Desk, KAZAN, Setup, at};

fn snippet(client: Option<ClientId>, lang: &str, name: &str, text: &str) -> Command {
    Command::Snippet(SnippetCommand::Add(SnippetCard {
        client,
        lang: lang.into(),
        kind: SnippetKind::Call,
        name: name.into(),
        text: text.into(),
    }))
}

/// Kolos, who speaks Russian and English, with a post with a link on these channels, and three snippets.
fn kolos(channels: usize) -> Setup {
    let (mut desk, client, vk, tg) = Setup::kolos();
    let mut card = desk.store.reader().client(client).unwrap().card;
    card.languages = vec!["ru".into(), "en".into()];
    desk.apply(&Command::Client(ClientCommand::Edit(client, card)));
    let when = at(19, 30);
    desk.apply(&Command::Plan(PlanCommand::AddPost(NewPost {
        client,
        rubric: "меню".into(),
        campaign: String::new(),
        topic: "Раф".into(),
        format: Format::Text,
        text: "Осенний раф вернулся.".into(),
        link: "https://kolos.example/raf".into(),
        first_comment: String::new(),
        planned: Some(Planned {
            local: when.with_timezone(&KAZAN).naive_local(),
            zone: KAZAN.name().into(),
            at: when,
        }),
        approval: Approval::Draft,
        channels: [vk, tg][..channels].to_vec(),
    })));
    desk.apply(&snippet(None, "", "мой знак", "— {client}"));
    desk.apply(&snippet(
        Some(client),
        "en",
        "order",
        "Order by {date}: {link}",
    ));
    desk.apply(&snippet(
        Some(client),
        "ru",
        "заказ",
        " {Дата} в {время}, {канал} {аккаунт}: {ссылка}",
    ));
    desk
}

/// The writing of the post, open.
fn writing(setup: Setup, lang: Lang) -> Desk {
    let mut desk = setup.open_as(lang, 80, 24);
    desk.keys("3 e").sees("Осенний раф вернулся.");
    desk.keys("end");
    desk
}

/// Another pair of eyes on the same desk.
fn beside(desk: &Desk) -> Store {
    Store::open(desk.folder.path(), Origin::Cli, PATIENCE, Rng::seeded(5)).unwrap()
}

fn text(desk: &Desk) -> String {
    beside(desk)
        .reader()
        .wording(PostId(1), None)
        .unwrap()
        .unwrap()
        .text
}

fn snippets(desk: &Desk) -> Vec<Snippet> {
    beside(desk).reader().snippets().unwrap()
}

#[test]
fn a_snippet_is_found_by_a_few_letters_and_put_in_as_one_step_of_undo() {
    for (lang, hint, title) in [
        (Lang::En, "F5 snippets", "Snippets for Kolos"),
        (Lang::Ru, "F5 заготовки", "Заготовки: Kolos"),
    ] {
        let mut desk = writing(kolos(1), lang);
        desk.sees(hint).keys("f5").sees(title);
        // The client's own in its first language stands first, and is shown as it will be put in.
        desk.sees("24 ноября в 19:30, ВКонтакте @kolos: https://kolos.example/raf");
        desk.types("ОРД").keys("enter").sees(title);
        desk.wipes().types("заказ").keys("enter").misses(title);
        let whole =
            "Осенний раф вернулся. 24 ноября в 19:30, ВКонтакте @kolos: https://kolos.example/raf";
        desk.ctrl('z')
            .misses("19:30, ВК")
            .ctrl('r')
            .sees("19:30, ВК");
        desk.keys("esc");
        assert_eq!(text(&desk), whole);
    }
}

#[test]
fn each_snippet_speaks_its_own_language_and_ctrl_t_opens_them_too() {
    let mut desk = writing(kolos(1), Lang::Ru);
    desk.ctrl('t')
        .types("order")
        .sees("Order by 24 November: https://");
    desk.keys("enter esc");
    assert_eq!(
        text(&desk),
        "Осенний раф вернулся.Order by 24 November: https://kolos.example/raf"
    );
}

#[test]
fn what_cannot_be_filled_in_is_said_and_the_text_stays_as_it_is() {
    for (lang, why) in [
        (Lang::En, "put it into one channel’s text"),
        (Lang::Ru, "вставьте в текст одного канала"),
    ] {
        let mut setup = kolos(2);
        setup.apply(&snippet(None, "", "старая", "Ждём, {хозяйка}!"));
        let mut desk = writing(setup, lang);
        desk.types(" Ждём").keys("f5").sees(why);
        desk.keys("enter").sees("Kolos");
        desk.types("старая")
            .sees("{хозяйка}")
            .keys("enter")
            .sees("{хозяйка}");
        desk.keys("esc").sees("Осенний раф вернулся. Ждём");
        desk.keys("esc");
        assert_eq!(text(&desk), "Осенний раф вернулся. Ждём");
    }
}

#[test]
fn snippets_are_written_changed_and_dropped_over_the_text_and_come_back() {
    for (lang, none, unknown) in [
        (Lang::En, "F3 writes the first", "Nothing stands for {linc}"),
        (
            Lang::Ru,
            "первую начнёт F3",
            "Вместо {linc} нечего поставить",
        ),
    ] {
        let (mut setup, client, vk, _) = Setup::kolos();
        setup.post(
            client,
            &[vk],
            "Осенний раф вернулся.",
            at(19, 30),
            Approval::Draft,
        );
        let mut desk = writing(setup, lang);
        desk.keys("f5").sees(none).keys("f3 enter").sees("! ");
        desk.types("подпись")
            .keys("tab")
            .types("Ваш {linc}")
            .keys("enter");
        desk.sees(unknown);
        desk.keys("end bs bs")
            .types("k} и {client")
            .keys("enter")
            .sees("! ");
        desk.types("}").keys("tab tab right enter");
        let kept = snippets(&desk);
        assert_eq!(kept.len(), 1);
        assert_eq!(kept[0].card.text, "Ваш {link} и {client}");
        assert_eq!((&*kept[0].card.lang, kept[0].card.client), ("", None));
        assert_eq!(kept[0].card.kind, SnippetKind::Signature);

        desk.keys("f2 tab")
            .wipes()
            .types("— {client}")
            .keys("enter")
            .sees("— Kolos");
        desk.keys("f8");
        assert!(snippets(&desk).is_empty());
        desk.ctrl('z').sees("— Kolos");
        assert_eq!(snippets(&desk)[0].card.text, "— {client}");
        // Nothing else is taken back from here.
        desk.ctrl('z');
        assert_eq!(snippets(&desk).len(), 1);
        desk.keys("enter").sees("— Kolos").keys("esc");
        assert!(text(&desk).ends_with("— Kolos"));
    }
}

#[test]
fn a_half_written_snippet_survives_the_end_of_the_program_and_so_does_the_text_under_it() {
    let mut desk = writing(kolos(1), Lang::Ru);
    desk.types(" Недописано").keys("f5 f3").types("полу");
    desk.keys("tab").types("Половина {да");
    desk.later(1);
    let mut desk = desk.reopened(Lang::Ru);
    desk.keys("3 e").sees("Недописано").keys("f5 f3");
    desk.sees("полу").sees("Половина {да");
    // Put aside with Esc it waits as well; saved, nothing waits any more.
    desk.keys("esc f3")
        .sees("Половина {да")
        .keys("tab end")
        .types("та}")
        .keys("enter");
    assert_eq!(snippets(&desk).len(), 4);
    desk.keys("f3").misses("Половина").keys("esc esc esc");
    assert_eq!(text(&desk), "Осенний раф вернулся. Недописано");
}

#[test]
fn hostile_snippets_harm_neither_the_screen_nor_the_text() {
    let mut setup = kolos(1);
    let family = "👨‍👩‍👧‍👦".repeat(400);
    for (name, text) in [
        ("{", "{{{{{{{client}}}"),
        ("дли\u{301}нное".repeat(6).as_str(), family.as_str()),
        ("ქართული", "მარანი {თარიღი}\n\n\nбез {}"),
    ] {
        setup.apply(&snippet(None, "xx", name, text));
    }
    let mut desk = writing(setup, Lang::En);
    for (cols, rows) in [(80, 24), (20, 5), (3, 2), (1, 1), (120, 40)] {
        desk.resize(cols, rows);
        desk.keys("f5").screen();
        for _ in 0..7 {
            desk.keys("down").screen();
        }
        desk.pastes("\u{1b}[31m{{\u{202e}\0\r\n").screen();
        desk.keys("f3").pastes("\u{1b}]0;x\u{7}").screen();
        desk.keys("esc esc").screen();
    }
    desk.keys("f5").types("{{{{{").keys("enter").keys("esc");
    assert_eq!(text(&desk), "Осенний раф вернулся.{{{Kolos}}");
    assert!(desk.screen().chars().all(|c| c == '\n' || !c.is_control()));
}

#[test]
fn snippets_are_tidied_from_a_room_with_no_text_under_them() {
    for (lang, whose, title, edit) in [
        (
            Lang::En,
            "Whose snippets?",
            "Snippets for Kolos",
            "Enter edit",
        ),
        (
            Lang::Ru,
            "Чьи заготовки?",
            "Заготовки: Kolos",
            "Enter править",
        ),
    ] {
        let mut setup = kolos(1);
        let zerno = ClientCard::new("Zerno", KAZAN.name());
        setup.apply(&Command::Client(ClientCommand::Add(zerno)));
        let mut desk = setup.open_as(lang, 80, 24);
        // With nobody at hand it is asked whose; on a post it is clear.
        desk.keys("4 g b").sees(whose).keys("esc");
        desk.keys("3 g b").sees(title).sees(edit).sees("order");
        // As it was written, and nothing to fill it in with.
        desk.types("заказ").sees("{Дата} в {время}");
        desk.keys("enter tab end").types("!").keys("enter");
        assert!(snippets(&desk)[2].card.text.ends_with("{ссылка}!"));
        desk.keys("f8");
        assert_eq!(snippets(&desk).len(), 2);
        desk.ctrl('z');
        assert_eq!(snippets(&desk).len(), 3);
        desk.keys("esc").misses(title);
        assert_eq!(text(&desk), "Осенний раф вернулся.");
    }
}
