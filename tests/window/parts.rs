//! A text in parts by keystrokes: marks on links after a look at them, a chain cut and joined, and published part by part.

use postdesk::domain::command::{Command, NewPost, PlanCommand, Planned};
use postdesk::domain::ids::{ChannelId, ClientId, PostId};
use postdesk::domain::post::{Approval, Format};
use postdesk::locale::Lang;
use postdesk::store::Store;

use crate::desk::{KAZAN, Setup, at};

fn post(desk: &mut Setup, client: ClientId, channels: &[ChannelId], text: &str) {
    post_as(
        desk,
        client,
        channels,
        (Format::Text, Approval::Draft),
        text,
    );
}

/// A post that has come so far.
fn post_as(
    desk: &mut Setup,
    client: ClientId,
    on: &[ChannelId],
    (format, approval): (Format, Approval),
    text: &str,
) {
    let at = at(9, 0);
    desk.apply(&Command::Plan(PlanCommand::AddPost(NewPost {
        client,
        campaign: String::new(),
        rubric: String::new(),
        topic: "Осенний хлеб".into(),
        format,
        text: text.into(),
        link: String::new(),
        first_comment: String::new(),
        planned: Some(Planned {
            local: at.with_timezone(&KAZAN).naive_local(),
            zone: KAZAN.name().into(),
            at,
        }),
        approval,
        channels: on.to_vec(),
    })));
}

fn sentences(n: usize) -> String {
    let each = (1..=n).map(|n| format!("Предложение номер {n} о хлебе и о булках."));
    each.collect::<Vec<_>>().join(" ")
}

#[test]
fn links_are_marked_after_a_look_and_taken_back_in_one_step() {
    let (mut desk, client, vk, tg) = Setup::kolos();
    post(&mut desk, client, &[vk, tg], "Меню: https://kolos.ru/menu");
    let mut desk = desk.open_as(Lang::Ru, 120, 40);
    desk.keys("3 g l")
        .sees("Пометить ссылки")
        .sees("везде: VK TG")
        .sees("VK · kolos.ru…utm_source=vk&utm_medium=social");
    desk.keys("enter").sees("ссылки помечены");
    desk.keys("g l").sees("Метки уже на всех ссылках");
    desk.keys("right").sees("utm_source=vk");
    desk.keys("right").sees("utm_source=telegram");
    desk.keys("u g l").sees("Пометить ссылки");
}

#[test]
fn long_links_are_told_by_what_their_marks_say_and_the_own_link_is_marked_too() {
    for (lang, own) in [
        (Lang::En, "the post’s own link · "),
        (Lang::Ru, "ссылка поста · "),
    ] {
        let (mut desk, client, vk, tg) = Setup::kolos();
        let text = "Меню: https://kolos.example/menu/osen/zavtraki-i-obedy-na-vynos";
        post(&mut desk, client, &[vk, tg], text);
        let mut card = desk.store.reader().card_of_post(PostId(1)).unwrap().card;
        card.link = "https://kolos.example/raf".into();
        let edit = PlanCommand::EditPost {
            post: PostId(1),
            card,
        };
        desk.apply(&Command::Plan(edit));
        let mut desk = desk.open_as(lang, 80, 24);
        desk.keys("3 g l")
            .sees("VK · kolos.example…utm_source=vk&")
            .sees("TG · kolos.example…utm_source=telegram&")
            .sees(own);
        desk.keys("enter");
        let reader = Store::open_for_reading(desk.folder.path()).unwrap();
        let link = || reader.card_of_post(PostId(1)).unwrap().card.link;
        assert!(link().starts_with("https://kolos.example/raf?utm_medium="));
        desk.keys("u");
        assert_eq!(link(), "https://kolos.example/raf");
    }
}

#[test]
fn a_long_text_is_cut_for_its_channel_while_it_is_written_and_joined_again() {
    let (mut desk, client, vk, _) = Setup::kolos();
    let x = desk.channel(client, "x");
    post(&mut desk, client, &[vk, x], &sentences(8));
    let mut desk = desk.open_as(Lang::Ru, 100, 30);
    desk.keys("3 enter f10")
        .sees("Цепочка режется под один канал");
    desk.keys("esc right right enter").sees("X = 3");
    desk.keys("f10")
        .sees("1/2")
        .sees("---")
        .sees("2/2")
        .sees("×2");
    desk.keys("f10").misses("---").misses("1/2");
    desk.keys("f10 esc").sees("текст сохранён");
    // The room does the same without opening the text.
    desk.keys("f10").sees("текст сохранён");
    desk.keys("enter").misses("---");
}

#[test]
fn a_chain_goes_out_part_by_part() {
    let (mut desk, client, _, _) = Setup::kolos();
    let x = desk.channel(client, "x");
    post_as(
        &mut desk,
        client,
        &[x],
        (Format::Text, Approval::Approved),
        &format!("{}\n1/2\n---\nВторая часть\n2/2", sentences(2)),
    );
    let mut desk = desk.open_as(Lang::Ru, 100, 30);
    desk.keys("enter")
        .sees("2 части, в самой тесной")
        .sees("часть 1 из 2");
    assert!(desk.copied().unwrap().ends_with("1/2"));
    desk.keys("y").sees("часть 2 из 2");
    assert_eq!(desk.copied(), Some("Вторая часть\n2/2"));
}

#[test]
fn a_doubtful_limit_says_so_and_a_title_is_counted_and_copied() {
    let (mut desk, client, _, _) = Setup::kolos();
    let journal = desk.channel(client, "livejournal");
    let ready = (Format::Text, Approval::Approved);
    post_as(&mut desk, client, &[journal], ready, "Хлеб");
    let mut desk = desk.open_as(Lang::Ru, 100, 30);
    desk.keys("enter")
        .sees("8 из примерно 65")
        .sees("заголовок 12/≈100");
    desk.keys("y").sees("заголовок");
    assert_eq!(desk.copied(), Some("Осенний хлеб"));
}

#[test]
fn a_poll_goes_out_box_by_box() {
    let (mut desk, client, _, tg) = Setup::kolos();
    let text = "Какой хлеб печь?\n- Ржаной\n- Пшеничный";
    post_as(
        &mut desk,
        client,
        &[tg],
        (Format::Poll, Approval::Approved),
        text,
    );
    let mut desk = desk.open_as(Lang::Ru, 100, 30);
    desk.keys("enter")
        .sees("вопрос 16/300")
        .sees("самый длинный вариант 9/100");
    assert_eq!(desk.copied(), Some("Какой хлеб печь?"));
    desk.keys("y").sees("вариант 1 из 2");
    assert_eq!(desk.copied(), Some("Ржаной"));
    desk.keys("y");
    assert_eq!(desk.copied(), Some("Пшеничный"));
}
