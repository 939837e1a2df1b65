//! What goes out where a channel follows the base: as its platform takes it, wherever it is asked for.

use super::desk::{Desk, page, post};
use crate::domain::command::{ChannelCommand, Command, NewWording, PlanCommand};
use crate::domain::ids::{ChannelId, PostId, VariantId};
use crate::domain::post::Approval;
use crate::store::{Bookmark, Result};

const BASE: &str = "#меню #казань\n\nСырники за *199 ₽*";

/// A post approved for Instagram and Telegram.
fn approved() -> Desk {
    let mut desk = Desk::new();
    let (client, _) = desk.client("Колос");
    let channels = ["instagram", "telegram"].map(|platform| {
        let mut card = page(client);
        card.platform = platform.to_owned();
        ChannelId(desk.made(&Command::Channel(ChannelCommand::Add(card))))
    });
    let mut new = post(client, &channels, None);
    BASE.clone_into(&mut new.text);
    "Ждём".clone_into(&mut new.first_comment);
    new.approval = Approval::Approved;
    desk.made(&Command::Plan(PlanCommand::AddPost(new)));
    desk
}

#[test]
fn approval_freezes_the_text_as_each_platform_takes_it_and_lists_show_all_of_it() {
    let desk = approved();
    let reader = desk.store.reader();
    let parcels = [1, 2].map(|id| reader.parcel(VariantId(id)).unwrap());
    assert!(parcels.iter().all(|parcel| parcel.approved));
    assert_eq!(parcels[0].text, "Сырники за 199 ₽");
    assert_eq!(parcels[0].first_comment, "Ждём\n\n#меню #казань");
    assert_eq!(parcels[1].text, "#меню #казань\n\nСырники за **199 ₽**");
    assert_eq!(parcels[1].first_comment, "Ждём");
    let listed = reader.posts_after(Bookmark::START, None, 9).unwrap();
    let listed: Vec<&str> = listed.iter().map(|it| it.text.as_str()).collect();
    let whole = "Сырники за 199 ₽\n\n#меню #казань";
    assert_eq!(listed, [whole, parcels[1].text.as_str()]);
    let mut told = Vec::new();
    let each = |row: &crate::store::PlannedPost| -> Result<()> {
        told.push(row.text.clone());
        Ok(())
    };
    reader.each_planned(None.into(), None, each).unwrap();
    // What is taken out into a file is what she wrote: it has to come back equal.
    assert_eq!(told, ["#меню #казань\n\nСырники за *199 ₽*"]);
}

#[test]
fn a_text_of_its_own_remembers_its_base_until_it_took_in_another() {
    let mut desk = approved();
    let stale = |desk: &Desk| {
        let sheet = desk.store.reader().sheet(PostId(1)).unwrap().unwrap();
        sheet.variants[0].came_from.clone()
    };
    let own = VariantId(1);
    let save = |variant: Option<VariantId>, text: &str| {
        Command::Plan(PlanCommand::SaveText {
            post: PostId(1),
            variant,
            text: text.to_owned(),
        })
    };
    desk.apply(&save(Some(own), "Своё")).unwrap();
    assert_eq!(stale(&desk), None);
    desk.apply(&save(None, "Другая основа")).unwrap();
    assert_eq!(stale(&desk).as_deref(), Some(BASE));
    desk.apply(&save(Some(own), "Своё, ещё раз")).unwrap();
    assert_eq!(
        stale(&desk).as_deref(),
        Some(BASE),
        "rewriting it takes nothing in"
    );
    desk.apply(&save(None, BASE)).unwrap();
    assert_eq!(stale(&desk), None, "the base reads again as it did");
    let wording = |variant, text: Option<&str>, from: Option<&str>| NewWording {
        variant,
        text: text.map(str::to_owned),
        came_from: from.map(str::to_owned),
    };
    let texts = vec![
        wording(None, Some("Третья основа"), None),
        wording(Some(own), Some("Своё по третьей"), Some("Третья основа")),
        wording(
            Some(VariantId(2)),
            Some("Телеграм"),
            Some("никогда не сохранённая"),
        ),
    ];
    desk.apply(&Command::Plan(PlanCommand::SaveTexts {
        post: PostId(1),
        texts,
    }))
    .unwrap();
    assert_eq!(stale(&desk), None);
    let sheet = desk.store.reader().sheet(PostId(1)).unwrap().unwrap();
    assert_eq!(
        sheet.variants[1].came_from.as_deref(),
        Some(BASE),
        "the one before counts"
    );
    desk.store.undo(desk.now).unwrap();
    let sheet = desk.store.reader().sheet(PostId(1)).unwrap().unwrap();
    assert_eq!(sheet.text, BASE, "one sitting is one step back");
    assert_eq!(sheet.variants[1].own, None);
    assert_eq!(sheet.variants[0].own.as_deref(), Some("Своё, ещё раз"));
}
