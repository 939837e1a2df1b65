//! One idea made right for each of its channels: side by side, followed or overridden, drifted apart and brought together.

use postdesk::domain::chance::Rng;
use postdesk::domain::command::{Command, NewPost, PlanCommand};
use postdesk::domain::ids::{ChannelId, ClientId, PostId, VariantId};
use postdesk::domain::post::{Approval, Format};
use postdesk::locale::Lang;
use postdesk::store::{Origin, PATIENCE, Sheet, Store};

use crate::desk::{Desk, Setup, at};

const PLATFORMS: [&str; 8] = [
    "vk",
    "telegram",
    "instagram",
    "x",
    "bluesky",
    "mastodon",
    "linkedin",
    "youtube",
];

const BASE: &str = "#завтрак #казань\n\nСырники по рецепту шефа: *три* способа сделать их так, чтобы они не развалились. \
    Первый секрет в том, что творог должен быть сухим. Второй: яйцо одно, а не два, и ни ложки муки сверху. Третий мы расскажем сами, _за завтраком_, \
    каждое утро с восьми до полудня на Баумана, 7.\n\nМеню: https://kolos.example/menu";

/// A café's post with a picture on these platforms.
fn carried(platforms: &[&str], text: &str, approval: Approval) -> Setup {
    let (mut desk, client, vk, tg) = Setup::kolos();
    let mut channels = vec![vk, tg];
    for platform in platforms.iter().skip(2) {
        channels.push(desk.channel(client, platform));
    }
    add(&mut desk, client, &channels, text, approval);
    desk.apply(&Command::Plan(PlanCommand::Attach {
        post: PostId(1),
        hash: "00".repeat(32),
        name: "сырники.jpg".into(),
        bytes: 1_000,
        alt: "Сырники".into(),
    }));
    desk
}

fn add(desk: &mut Setup, client: ClientId, on: &[ChannelId], text: &str, approval: Approval) {
    desk.apply(&Command::Plan(PlanCommand::AddPost(NewPost {
        client,
        campaign: String::new(),
        rubric: String::new(),
        topic: "Сырники".into(),
        format: Format::Text,
        text: text.into(),
        link: String::new(),
        first_comment: "Ждём!".into(),
        planned: None,
        approval,
        channels: on.to_vec(),
    })));
}

fn store(desk: &Desk) -> Store {
    Store::open(desk.folder.path(), Origin::Cli, PATIENCE, Rng::seeded(5)).unwrap()
}

fn sheet(desk: &Desk) -> Sheet {
    store(desk).reader().sheet(PostId(1)).unwrap().unwrap()
}

/// What would go out on each channel, in their order: text and first comment.
fn out(desk: &Desk) -> Vec<(String, String)> {
    let sheet = sheet(desk);
    let store = store(desk);
    let parcels = sheet.variants.iter().map(|it| {
        let parcel = store.reader().parcel(it.variant).unwrap();
        (parcel.text, parcel.first_comment)
    });
    parcels.collect()
}

/// Eight texts from one: followed, transformed, and two of their own.
fn each_went_its_way(out: &[(String, String)]) {
    let texts: Vec<&str> = out.iter().map(|it| it.0.as_str()).collect();
    assert!(
        texts[0].ends_with("https://kolos.example/menu\n\n#завтрак #казань"),
        "{}",
        texts[0]
    );
    assert!(texts[0].contains(": три способа") && texts[0].contains(", за завтраком,"));
    assert!(texts[1].starts_with("#завтрак #казань\n") && texts[1].contains("__за завтраком__"));
    assert!(!texts[2].contains('#'), "{}", texts[2]);
    assert_eq!(out[2].1, "Ждём!\n\n#завтрак #казань");
    assert_eq!(
        texts[3],
        "Сырники не развалятся: сухой творог и одно яйцо. kolos.example/menu"
    );
    assert_eq!(texts[4], "Сырники не развалятся: сухой творог, одно яйцо.");
    assert!(texts[5].contains("три способа") && texts[6].contains("три способа"));
}

#[test]
fn one_text_is_carried_to_eight_platforms_with_few_keys() {
    let said = [
        (Lang::En, "as base", "in the first comment"),
        (Lang::Ru, "как основа", "в первом комментарии"),
    ];
    for ((lang, follows, moved), (cols, rows)) in said.into_iter().zip([(80, 24), (120, 40)]) {
        let mut desk = carried(&PLATFORMS, BASE, Approval::Draft).open_as(lang, cols, rows);
        // All of it: 3 Enter, six times Tab … F4, the words of the short ones, Esc.
        desk.keys("3 enter")
            .sees("X =")
            .sees("/280!")
            .sees("YT =")
            .misses("⟦");
        desk.keys("tab").sees("[VK = ").sees(follows);
        desk.keys("tab").sees("[TG = ").sees("/1").sees("**три**");
        desk.keys("tab")
            .sees("[IG = ")
            .sees(&format!("{moved}: #завтрак #казань"));
        desk.keys("tab")
            .sees("[X = ")
            .keys("f4")
            .sees("[X ✎ ")
            .wipes();
        for _ in 0..8 {
            desk.ctrl('u');
        }
        desk.types("Сырники не развалятся: сухой творог и одно яйцо. kolos.example/menu");
        desk.misses("/280!").sees("/280]");
        desk.keys("tab").sees("[BS = ").sees("/300!");
        desk.keys("f4").sees("[BS ✎ ").wipes();
        for _ in 0..8 {
            desk.ctrl('u');
        }
        desk.types("Сырники не развалятся: сухой творог, одно яйцо.")
            .misses("/300!");
        desk.keys("tab")
            .sees("[MA = ")
            .keys("tab")
            .sees("[LI = ")
            .keys("tab")
            .sees("[YT = ");
        desk.keys("tab").sees("[").keys("esc").misses("⟦");
        each_went_its_way(&out(&desk));
        // One sitting is one step back.
        desk.keys("u");
        assert!(sheet(&desk).variants.iter().all(|it| it.own.is_none()));
    }
}

#[test]
fn a_channel_follows_until_f4_and_again_after_it_and_her_text_comes_back() {
    let mut desk = carried(&PLATFORMS[..2], "Хлеб печёт Рустам", Approval::Approved).open();
    desk.keys("3 enter tab")
        .types("x")
        .sees("F4 gives it a text of its own");
    desk.keys("f4")
        .types("!")
        .sees("[VK ✎ ")
        .keys("f4")
        .sees("[VK = ")
        .misses("Рустам!");
    desk.keys("f4").sees("Рустам!").keys("esc");
    assert_eq!(
        sheet(&desk).variants[0].own.as_deref(),
        Some("Хлеб печёт Рустам!")
    );
    assert_eq!(
        out(&desk)[0].0,
        "Хлеб печёт Рустам!",
        "what is approved is frozen anew"
    );
    desk.keys("enter tab end").types("!").keys("f4 esc");
    assert_eq!(sheet(&desk).variants[0].own, None);
    assert_eq!(out(&desk)[0].0, "Хлеб печёт Рустам");
    let kept = store(&desk)
        .reader()
        .wordings(PostId(1), Some(VariantId(1)), 9)
        .unwrap();
    assert_eq!(
        kept[0].1, "Хлеб печёт Рустам!!",
        "what was typed before letting go is in the history"
    );
    desk.keys("u");
    assert_eq!(
        sheet(&desk).variants[0].own.as_deref(),
        Some("Хлеб печёт Рустам!")
    );
    // The older wordings of a channel's own text are reached from writing, and can be taken up.
    desk.keys("enter")
        .ctrl('o')
        .keys("esc shift-f6 right")
        .sees("Рустам!!")
        .keys("esc esc");
    assert_eq!(
        sheet(&desk).variants[0].own.as_deref(),
        Some("Хлеб печёт Рустам!")
    );
}

#[test]
fn a_text_of_its_own_that_was_let_go_on_leaving_waits_in_the_history() {
    let mut desk = carried(&PLATFORMS[..2], "Хлеб печёт Рустам", Approval::Draft).open();
    desk.keys("3 enter tab f4").types(" с пяти утра").keys("f4");
    desk.later(1)
        .keys("esc")
        .sees("VK follows the base again")
        .sees("Ctrl-O");
    assert_eq!(sheet(&desk).variants[0].own, None);
    assert_eq!(out(&desk)[0].0, "Хлеб печёт Рустам");
    // It is the only wording there, and none that stands: it can be taken up.
    desk.keys("enter")
        .ctrl('o')
        .keys("right")
        .sees("Рустам с пяти утра")
        .keys("enter");
    assert_eq!(
        sheet(&desk).variants[0].own.as_deref(),
        Some("Хлеб печёт Рустам с пяти утра")
    );
    desk.keys("tab").sees("с пяти утра").keys("esc u");
    assert_eq!(sheet(&desk).variants[0].own, None);
    // Looked at and let go as it was: nothing to keep.
    desk.keys("enter tab f4 f4 esc").misses("follows the base");
}

#[test]
fn what_drifted_apart_is_said_and_brought_together_place_by_place() {
    for (lang, changed, asked) in [
        (
            Lang::En,
            "the base has changed since",
            "Both changed one place",
        ),
        (
            Lang::Ru,
            "основа с тех пор изменилась",
            "Одно место изменено с обеих сторон",
        ),
    ] {
        let text = "Завтрак за 199 ₽ до полудня. Ждём";
        let mut desk = carried(&PLATFORMS[..2], text, Approval::Draft).open_as(lang, 120, 40);
        desk.keys("3 enter tab f4 end").types(" вас").keys("home");
        desk.keys("esc").misses("▲own");
        // The base goes on: a price, and other words at the end.
        let save = |text: &str, variant: Option<i64>| {
            Command::Plan(PlanCommand::SaveText {
                post: PostId(1),
                variant: variant.map(VariantId),
                text: text.into(),
            })
        };
        let mut other = store(&desk);
        let base = "Завтрак за 249 ₽ до полудня. Ждём всех";
        other.apply(&save(base, None), at(9, 13)).unwrap();
        desk.event(postdesk::event::Event::Outside(
            postdesk::domain::command::Change::ALL,
        ));
        assert!(sheet(&desk).variants[0].came_from.is_some());
        desk.sees(changed);
        desk.keys("enter tab").sees("[VK ✎ ▲").sees(changed);
        // Typing does not make it fresh.
        desk.keys("end").types("!").keys("esc");
        assert!(sheet(&desk).variants[0].came_from.is_some());
        desk.keys("enter tab f6")
            .sees(asked)
            .sees("вас!")
            .sees("всех");
        desk.keys("enter")
            .sees("Space")
            .keys("space enter")
            .misses("▲")
            .keys("esc");
        let after = sheet(&desk);
        let own = after.variants[0].own.as_deref();
        assert_eq!(own, Some("Завтрак за 249 ₽ до полудня. Ждём вас! всех"));
        assert_eq!(after.variants[0].came_from, None);
        // And back: it has drifted apart again.
        desk.keys("u");
        assert!(sheet(&desk).variants[0].came_from.is_some());
        desk.keys("enter tab f6 f6").misses("▲").keys("esc");
        let after = sheet(&desk);
        assert_eq!(
            after.variants[0].own.as_deref(),
            Some("Завтрак за 199 ₽ до полудня. Ждём вас!")
        );
        assert_eq!(
            after.variants[0].came_from, None,
            "left as it is, it counts as made from this base"
        );
    }
}

#[test]
fn what_was_brought_together_drifts_apart_again_when_it_is_undone() {
    let mut desk = drifted_apart_twice();
    desk.keys("3 enter tab")
        .sees("[VK ✎ ▲")
        .keys("f6 right down right enter")
        .misses("▲")
        .sees("249 ₽")
        .ctrl('z')
        .sees("229 ₽")
        .sees("[VK ✎ ▲")
        .sees("the base has changed since");
    // Left as it is: that is taken back by the same key, and done again by the other.
    desk.keys("f6 f6").misses("▲").ctrl('z').sees("[VK ✎ ▲");
    desk.ctrl('r').misses("▲").ctrl('z').sees("[VK ✎ ▲");
    desk.keys("esc");
    assert!(sheet(&desk).variants[0].came_from.is_some());
}

/// A channel's own text and the base have gone on in two places each.
fn drifted_apart_twice() -> Desk {
    let text = "Завтрак за 199 ₽ до полудня. Ждём";
    let mut desk = carried(&PLATFORMS[..2], text, Approval::Draft);
    for (variant, text) in [
        (Some(VariantId(1)), "Завтрак за 229 ₽ до полудня. Ждём вас"),
        (None, "Завтрак за 249 ₽ до полудня. Ждём всех"),
    ] {
        desk.apply(&Command::Plan(PlanCommand::SaveText {
            post: PostId(1),
            variant,
            text: text.into(),
        }));
    }
    desk.open_as(Lang::En, 120, 40)
}

#[test]
fn what_was_chosen_while_bringing_together_outlives_a_kill_and_only_the_rest_is_asked_again() {
    let mut desk = drifted_apart_twice();
    desk.keys("3 enter tab f6").sees("Both changed 2 places");
    // Looked at and left: nothing is kept of it.
    desk.later(1).keys("esc").later(1);
    assert_eq!(store(&desk).reader().drafts_kept().unwrap(), []);
    desk.keys("f6 right").later(1);
    let mut desk = desk.reopened(Lang::En);
    desk.keys("3 enter tab").sees("taken up");
    desk.keys("f6").sees("Both changed one place");
    desk.keys("left enter esc");
    let after = sheet(&desk);
    let own = after.variants[0].own.as_deref();
    assert_eq!(own, Some("Завтрак за 249 ₽ до полудня. Ждём вас"));
    assert_eq!(after.variants[0].came_from, None);
    assert_eq!(store(&desk).reader().drafts_kept().unwrap(), []);
}

#[test]
fn choices_that_were_let_go_are_not_taken_up_after_a_kill() {
    let mut desk = drifted_apart_twice();
    desk.keys("3 enter tab f6 right").later(1);
    desk.keys("esc").later(1);
    let mut desk = desk.reopened(Lang::En);
    desk.keys("3 enter tab").sees("229 ₽").keys("esc");
    let own = sheet(&desk).variants[0].own.clone();
    assert_eq!(
        own.as_deref(),
        Some("Завтрак за 229 ₽ до полудня. Ждём вас")
    );
}

#[test]
fn half_written_texts_are_all_there_when_the_window_was_killed() {
    let mut desk = carried(&PLATFORMS[..4], "Хлеб", Approval::Draft).open();
    desk.keys("3 enter")
        .types(" основа")
        .keys("tab f4 end")
        .types(" ВК");
    desk.keys("tab tab f4 end").types(" Инста").later(1);
    let mut desk = desk.reopened(Lang::En);
    desk.keys("3 enter").sees("Хлеб основа").sees("taken up");
    desk.keys("tab")
        .sees("Хлеб основа ВК")
        .keys("tab")
        .sees("[TG = ");
    desk.keys("tab").sees("Хлеб основа Инста").keys("esc");
    let texts: Vec<String> = out(&desk).into_iter().map(|it| it.0).collect();
    assert_eq!(
        texts,
        [
            "Хлеб основа ВК",
            "Хлеб основа",
            "Хлеб основа Инста",
            "Хлеб основа"
        ]
    );
    assert_eq!(store(&desk).reader().drafts_kept().unwrap(), []);
}

#[test]
fn each_text_keeps_its_caret_and_its_undo() {
    let mut desk = carried(&PLATFORMS[..2], "Хлеб", Approval::Draft).open();
    desk.keys("3 enter home")
        .types("1")
        .keys("tab f4 home")
        .types("2")
        .keys("backtab")
        .types("3");
    desk.sees("13Хлеб").ctrl('z').sees(" Хлеб\n");
    desk.keys("tab")
        .sees("21Хлеб")
        .types("4")
        .sees("241Хлеб")
        .keys("esc");
    assert_eq!(out(&desk)[1].0, "Хлеб");
    assert_eq!(out(&desk)[0].0, "241Хлеб");
}

#[test]
fn what_is_seen_before_more_is_said_and_what_nobody_documents_is_doubtful() {
    let text = format!("{} конец первых слов", "слово ".repeat(20));
    let mut desk = carried(&PLATFORMS, &text, Approval::Draft).open_as(Lang::En, 80, 24);
    desk.keys("3 enter tab").sees("phone: all of it?");
    desk.keys("tab").misses("phone");
    desk.keys("tab").sees("phone folds after");
    for (cols, rows) in [(1, 1), (20, 5), (40, 10), (119, 30), (200, 60)] {
        desk.resize(cols, rows);
        desk.keys("tab").screen();
        desk.keys("f4 tab backtab f6").screen();
    }
}
