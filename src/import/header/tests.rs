//! The words people put over their columns, and what the command line says about them.

use std::collections::{HashMap, HashSet};

mod looks;

use super::{
    words::{WORDS, faintly_known},
    *,
};
use crate::import::{Choices, Problem, Reason, source::Source, table::Table};

const ALL: [Kind; 3] = [Kind::Plan, Kind::Messages, Kind::Readings];

fn found(header: &str, kind: Kind, choices: &Choices) -> Result<Columns, Problem> {
    seen(&format!("{header}\n"), kind, choices)
}

/// The columns of a whole file, if they suffice.
fn seen(file: &str, kind: Kind, choices: &Choices) -> Result<Columns, Problem> {
    let source = Source::open(file.as_bytes(), choices)?;
    let table = Table::open(&source, kind, choices)?;
    let columns = Columns::find(&table, kind, choices)?;
    columns.check(kind, choices)?;
    Ok(columns)
}

fn by_hand(said: &[&str]) -> Choices {
    Choices {
        map: said.iter().map(|it| it.parse().unwrap()).collect(),
        ..Choices::default()
    }
}

/// The fields in the order of their columns.
fn meaning(header: &str, kind: Kind) -> Vec<&'static str> {
    let columns = found(header, kind, &Choices::default()).unwrap();
    let mut fields: Vec<(usize, &str)> = kind
        .fields()
        .iter()
        .filter_map(|field| Some((columns.place(*field)?, field.id())))
        .collect();
    fields.sort_unstable();
    fields.into_iter().map(|(_, id)| id).collect()
}

#[test]
fn a_plan_is_understood_in_five_languages() {
    for header in [
        "date,time,client,channel,rubric,topic,text,link,format",
        "Дата,Время,Клиент,Каналы,Рубрика,Тема,Текст,Ссылка,Формат",
        "Ngày,Giờ,Khách hàng,Kênh,Chuyên mục,Chủ đề,Nội dung,Liên kết,Định dạng",
        "თარიღი,დრო,კლიენტი,არხები,რუბრიკა,თემა,ტექსტი,ბმული,ფორმატი",
        "Päivämäärä,Kello,Asiakas,Kanavat,Aihepiiri,Otsikko,Teksti,Linkki,Muoto",
    ] {
        assert_eq!(
            meaning(header, Kind::Plan),
            [
                "date", "time", "client", "channel", "rubric", "topic", "text", "link", "format"
            ],
            "{header}"
        );
    }
}

#[test]
fn messages_and_readings_are_understood_in_five_languages() {
    for header in [
        "datetime,client,channel,author,text",
        "Дата и время,Клиент,Площадка,Автор,Сообщение",
        "Ngày giờ,Khách hàng,Nền tảng,Người gửi,Tin nhắn",
        "თარიღი და დრო,კლიენტი,პლატფორმა,ავტორი,შეტყობინება",
        "Ajankohta,Asiakas,Alusta,Lähettäjä,Viesti",
    ] {
        let wanted = ["at", "client", "channel", "author", "text"];
        assert_eq!(meaning(header, Kind::Messages), wanted, "{header}");
    }
    for header in [
        "date,client,metric,value",
        "день,заказчик,показатель,значение",
        "ngày,thương hiệu,chỉ số,giá trị",
        "თარიღი,ბრენდი,მაჩვენებელი,მნიშვნელობა",
        "pvm,brändi,mittari,arvo",
    ] {
        let wanted = ["date", "client", "metric", "value"];
        assert_eq!(meaning(header, Kind::Readings), wanted, "{header}");
    }
}

#[test]
fn case_marks_and_signs_do_not_count() {
    for date in [
        "DATE",
        " Publish-Date ",
        "publish_date",
        "Publish  date:",
        "Paiva",
        "дата публикации",
        "Дата\u{a0}публикации",
    ] {
        let header = format!("{date},client,channel,text");
        assert_eq!(meaning(&header, Kind::Plan)[0], "date", "{date}");
    }
    let composed = "ngày";
    let decomposed = "nga\u{300}y";
    assert_ne!(composed, decomposed);
    assert_eq!(plain(composed), plain(decomposed));
}

#[test]
fn every_word_of_the_book_is_a_field_and_its_own_id_wins() {
    for (id, words) in &WORDS.fields {
        let field = Field::from_id(id).unwrap();
        assert!(!words.is_empty(), "{id}");
        for word in words {
            let fields: HashSet<Field> = ALL.iter().filter_map(|kind| known(word, *kind)).collect();
            assert!(
                fields.contains(&field) || word == "bai viet",
                "{id}: {word} is taken as {fields:?}"
            );
        }
    }
    for field in Field::ALL.iter().filter(|field| **field != Field::Ticked) {
        assert!(WORDS.fields.contains_key(field.id()), "{}", field.id());
        for kind in ALL.iter().filter(|kind| kind.fields().contains(field)) {
            assert_eq!(known(field.id(), *kind), Some(*field));
        }
    }
    for (id, words) in &WORDS.faint {
        assert!(Field::from_id(id).is_some() && !words.is_empty(), "{id}");
        assert!(
            words.iter().all(|word| known(word, Kind::Plan).is_none()),
            "{id}"
        );
    }
    assert_eq!(
        faintly_known("settings.__type", Kind::Plan),
        Some((Field::Channel, 0))
    );
}

#[test]
fn a_word_means_one_field_in_each_kind_of_file() {
    for kind in ALL {
        let mut owner: HashMap<&str, Field> = HashMap::new();
        let named = |field: &&Field| WORDS.fields.contains_key(field.id());
        for field in kind.fields().iter().filter(named) {
            for word in &WORDS.fields[field.id()] {
                if let Some(other) = owner.insert(word, *field) {
                    let shared = ["post", "пост", "bai viet"].contains(&word.as_str());
                    assert!(shared && other == Field::Post, "{kind:?}: {word}");
                }
            }
        }
    }
    let header = "дата и время,клиент,канал,пост,текст";
    assert_eq!(
        meaning(header, Kind::Messages),
        ["at", "client", "channel", "post", "text"]
    );
}

#[test]
fn directions_are_words_or_a_complaint() {
    for (word, out) in [
        ("in", Some(false)),
        ("Входящее", Some(false)),
        ("đến", Some(false)),
        ("OUT", Some(true)),
        ("исх.", Some(true)),
        ("გასული", Some(true)),
        ("lähetetty", Some(true)),
        ("sideways", None),
        ("", None),
    ] {
        assert_eq!(outgoing(word), out, "{word}");
    }
}

#[test]
fn columns_without_a_meaning_are_ignored_and_named() {
    let header = "note,date,client,channel,text,,\u{1b}[31mred\u{202e}";
    let columns = found(header, Kind::Plan, &Choices::default()).unwrap();
    assert_eq!(columns.ignored, ["note", "red‹U+202E›"]);
    assert_eq!(columns.place(Field::Date), Some(1));
    assert_eq!(columns.place(Field::Rubric), None);
}

#[test]
fn what_is_missing_is_said_with_what_is_there() {
    let problem = found("date,канал,note", Kind::Plan, &Choices::default()).unwrap_err();
    assert_eq!(problem.row, 1);
    assert_eq!(
        problem.reason,
        Reason::ColumnMissing {
            needed: vec!["client".into(), "topic / text".into()],
            found: vec!["date".into(), "канал".into(), "note".into()],
        }
    );
    let with_client = Choices {
        client: Some("Kolos".into()),
        ..Choices::default()
    };
    assert!(found("date,channel,text", Kind::Plan, &with_client).is_ok());
    assert!(found("date,channel", Kind::Plan, &with_client).is_err());
    let with_both = Choices {
        channels: vec!["vk".into()],
        ..with_client
    };
    assert!(found("date,text", Kind::Plan, &with_both).is_ok());
    assert!(found("when,client,channel,topic", Kind::Plan, &Choices::default()).is_ok());
}

#[test]
fn the_same_column_twice_is_not_guessed_between() {
    let refused = |header| found(header, Kind::Plan, &Choices::default()).unwrap_err();
    let twice = refused("date,client,channel,text,date");
    assert_eq!(twice.column.as_deref(), Some("date"));
    assert_eq!(twice.reason, Reason::DuplicateColumn {});
    let two = refused("date,client,channel,text,дата");
    assert_eq!(
        two.reason,
        Reason::TwoColumns {
            field: "date".into(),
            columns: vec!["date".into(), "дата".into()],
        }
    );
    let ignored = found(
        "date,client,channel,text,y,y",
        Kind::Plan,
        &Choices::default(),
    )
    .unwrap();
    assert_eq!(ignored.ignored, ["y", "y"]);
}

#[test]
fn a_column_named_by_hand_wins() {
    let map = by_hand(&["Дата выхода = date", "Что=text"]);
    let header = "date,Дата выхода,client,channel,что,text";
    let columns = found(header, Kind::Plan, &map).unwrap();
    assert_eq!(columns.place(Field::Date), Some(1));
    assert_eq!(columns.place(Field::Text), Some(4));
    assert_eq!(columns.ignored, ["date", "text"]);
}

#[test]
fn a_wrong_word_on_the_command_line_is_told() {
    let refused = |map: &[&str]| {
        found("date,client,channel,text", Kind::Plan, &by_hand(map))
            .unwrap_err()
            .reason
            .code()
    };
    assert_eq!(refused(&["wann=date"]), "map-column-missing");
    assert_eq!(refused(&["date=value"]), "field-not-here");
    assert_eq!(refused(&["client=text", "text=text"]), "two-columns");
    assert_eq!(refused(&["date=date", "Date=time"]), "map-column-twice");
    assert!(matches!(
        "date".parse::<Assignment>(),
        Err(AssignmentError::Shape(_))
    ));
    assert!(matches!(
        " =date".parse::<Assignment>(),
        Err(AssignmentError::Shape(_))
    ));
    assert!(matches!(
        "date=now".parse::<Assignment>(),
        Err(AssignmentError::Field(_))
    ));
    let assignment: Assignment = "a=b = TOPIC".parse().unwrap();
    assert_eq!(
        (assignment.column.as_str(), assignment.field),
        ("a=b", Some(Field::Topic))
    );
}

#[test]
fn what_is_said_behind_a_name_explains_it() {
    for (name, field) in [
        ("Date - Intl. format or prompt", Field::Date),
        ("Title - For the video, pin, PDF ..", Field::Topic),
        ("Link(s) - Separated by comma for FB carousels", Field::Link),
        ("Дата (МСК)", Field::Date),
        ("Время, Москва", Field::Time),
        ("postAtSpecificTime (YYYY-MM-DD HH:mm:ss)", Field::At),
        ("Picture Url 10", Field::Media),
        ("Фото 2", Field::Media),
        ("Alt text picture 3", Field::Alt),
    ] {
        assert_eq!(known(name, Kind::Plan), Some(field), "{name}");
    }
    for name in [
        "Text 2",
        "Date 2",
        "",
        "Pin board, FB album, or Google category",
    ] {
        assert_eq!(known(name, Kind::Plan), None, "{name}");
    }
}
