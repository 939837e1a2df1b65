//! Good files read to the last cell, and files with one thing wrong told by row and column.

use chrono::{NaiveDate, NaiveDateTime, TimeZone, Utc};

use super::*;
use crate::import::{messages, plan, readings};

fn local(y: i32, m: u32, d: u32, h: u32, min: u32) -> NaiveDateTime {
    let day = NaiveDate::from_ymd_opt(y, m, d).unwrap();
    day.and_hms_opt(h, min, 0).unwrap()
}

fn plan_of(file: &str) -> Imported<plan::PlanRow> {
    let read = plan::read(file.as_bytes(), &Choices::default());
    sound(&read);
    read
}

/// The problems of a plan with these rows under the usual header.
fn problems(rows: &str) -> Vec<String> {
    let read = plan_of(&format!("date,time,client,channel,topic,text\n{rows}"));
    told(&read.report)
}

/// The problems of readings whose value column has these cells.
fn values(cells: &[&str]) -> (Vec<f64>, Vec<String>) {
    let mut file = "date\tclient\tmetric\tvalue\n".to_owned();
    for cell in cells {
        file.extend(["2026-05-01\tKolos\treach\t", cell, "\n"]);
    }
    let read = readings::read(file.as_bytes(), &Choices::default());
    sound(&read);
    let rows = read.rows.iter().map(|row| row.value).collect();
    (rows, told(&read.report))
}

#[test]
fn a_plan_with_commas_is_read_to_the_last_cell() {
    let read = plan_of(
        "Date,Time,Client,Channels,Rubric,Campaign,Topic,Text,Link,Format,Budget\r\n\
         2026-05-09,09:30,Kolos,\"VK, TG\",menu,Spring,Rye bread,\"Fresh \"\"rye\"\"\r\nevery day\",https://kolos.example/rye,photo,5\r\n\
         2026-05-10,,Marani,ig,,,,\"  Saperavi  \",,,\r\n\
         ,,Lampo,tg,,,Some day,,,,\r\n\
         2026-05-11T18:00+04:00,,Marani,ig+fb,,,Supra,,,,\r\n",
    );
    assert!(read.report.is_clean(), "{:?}", read.report);
    assert_eq!(read.report.ignored_columns, ["Budget"]);
    let first = plan::PlanRow {
        row: 2,
        when: Some(When::Local(local(2026, 5, 9, 9, 30))),
        client: "Kolos".into(),
        channels: vec!["VK".into(), "TG".into()],
        rubric: "menu".into(),
        campaign: "Spring".into(),
        topic: "Rye bread".into(),
        text: "Fresh \"rye\"\nevery day".into(),
        link: "https://kolos.example/rye".into(),
        format: "photo".into(),
        media: Vec::new(),
        alt: Vec::new(),
        first_comment: String::new(),
        cover: String::new(),
        script: String::new(),
        shots: String::new(),
        client_note: String::new(),
        zone: String::new(),
        status: String::new(),
        uid: String::new(),
    };
    assert_eq!(read.rows[0], first);
    let [_, day, shelf, exact] = read.rows.as_slice() else {
        panic!("{} rows", read.rows.len());
    };
    assert_eq!((day.row, day.text.as_str()), (4, "Saperavi"));
    assert_eq!(day.when, Some(When::Day(local(2026, 5, 10, 0, 0).date())));
    assert_eq!((shelf.when, shelf.topic.as_str()), (None, "Some day"));
    let moment = Utc
        .with_ymd_and_hms(2026, 5, 11, 14, 0, 0)
        .single()
        .unwrap();
    let wall = local(2026, 5, 11, 18, 0);
    assert_eq!(exact.when, Some(When::Exact { moment, wall }));
}

#[test]
fn the_same_plan_in_every_dialect_is_the_same_plan() {
    let comma = "дата,время,клиент,каналы,тема,текст\n09.05.2026,9:30,Колос,\"ВК, ТГ\",Хлеб,\"Один\nдва\"\n10.05.2026,21.15,Марани,вк,Вино,\n";
    let semicolon = comma
        .replace("ВК, ТГ", "ВК+ ТГ")
        .replace(',', ";")
        .replace("ВК+ ТГ", "ВК, ТГ");
    let tab = semicolon.replace(';', "\t").replace('\n', "\r\n");
    let mark = format!("\u{feff}sep=;\n{semicolon}");
    let json = r#"[{"дата":"09.05.2026","время":"9:30","клиент":"Колос","каналы":["ВК","ТГ"],"тема":"Хлеб","текст":"Один\nдва"},
        {"дата":"2026-05-10","время":"9:15 PM","клиент":"Марани","каналы":"вк","тема":"Вино","текст":null}]"#;
    let lines = json
        .trim_matches(['[', ']'])
        .replace("},\n", "}\n")
        .replace("        {", "{");
    let plain = |file: &str| {
        let read = plan_of(file);
        assert!(read.report.is_clean(), "{file}: {:?}", read.report);
        let rows = read.rows.into_iter();
        rows.map(|row| plan::PlanRow { row: 0, ..row })
            .collect::<Vec<_>>()
    };
    let wanted = plain(comma);
    assert_eq!(wanted.len(), 2);
    assert_eq!(wanted[0].channels, ["ВК", "ТГ"]);
    assert_eq!(
        wanted[1].when,
        Some(When::Local(local(2026, 5, 10, 21, 15)))
    );
    for file in [&semicolon, &tab, &mark, json, &lines] {
        assert_eq!(plain(file), wanted, "{file}");
    }
}

#[test]
fn messages_are_read_to_the_last_cell() {
    let file = "at;client;channel;author;user id;text;post;id;direction;kind\n\
         2026-05-09 09:30Z;Kolos;vk;Ольга;id77;Где заказ?;Хлеб;m1;;\n\
         09.05.2026 9:31;Kolos;vk;;;Сейчас узнаем;;m2;исходящее;comment\n";
    let read = messages::read(file.as_bytes(), &Choices::default());
    sound(&read);
    assert!(read.report.is_clean(), "{:?}", read.report);
    let [asked, answered] = read.rows.as_slice() else {
        panic!("{} rows", read.rows.len());
    };
    assert_eq!(
        [
            &asked.client,
            &asked.channel,
            &asked.author,
            &asked.author_id,
            &asked.text,
            &asked.post,
            &asked.external_id,
            &asked.kind,
        ],
        [
            "Kolos",
            "vk",
            "Ольга",
            "id77",
            "Где заказ?",
            "Хлеб",
            "m1",
            ""
        ]
    );
    assert!(matches!(asked.at, When::Exact { .. }) && !asked.outgoing);
    assert_eq!(answered.at, When::Local(local(2026, 5, 9, 9, 31)));
    assert!(answered.outgoing);
    assert_ne!(asked.raw_hash, answered.raw_hash);
}

#[test]
fn a_message_needs_its_minute_its_words_and_a_known_direction() {
    let file = "date,time,client,channel,text,direction\n\
         2026-05-09,,Kolos,vk,a,\n\
         ,,Kolos,vk,b,\n\
         ,9:30,Kolos,vk,c,\n\
         2026-05-09,9:30,Kolos,vk, ,in\n\
         2026-05-09,9:30,Kolos,,d,up\n\
         2026-05-09,9:30,Kolos,vk,e,out\n";
    let read = messages::read(file.as_bytes(), &Choices::default());
    sound(&read);
    assert_eq!(
        told(&read.report),
        [
            "2 date time-missing",
            "3 date cell-empty",
            "4 time date-missing",
            "5 text cell-empty",
            "6 channel cell-empty",
            "6 direction unknown-direction"
        ]
    );
    assert_eq!(read.rows.len(), 1);
}

#[test]
fn every_wrong_row_is_told_by_row_and_column_and_the_right_ones_stay() {
    let rows = "2026-05-09,9:30,Kolos,vk,a,a\n\
         31.02.2026,9:30,Kolos,vk,b,b\n\
         2026-05-09,9:70,Kolos,vk,c,c\n\
         09.05,9:30,,vk,,\n\
         2026-05-09,9:30,Kolos,vk,d\n\
         2026-05-09,9:30,Kolos,vk,e,e,e\n\
         2026-05-09,9:30,Kolos,vk,\"f\"f,f\n\
         2026-05-09,9:30,Kolos,vk,g\0,g\n\
         ,9:30,Kolos,vk,h,h\n\
         2026-05-09,9:30,Kolos,vk,i,\"i\n\
         46151,9:30,Kolos,vk,j,j\n";
    assert_eq!(
        problems(rows),
        [
            "3 date no-such-day",
            "4 time no-such-time",
            "5 topic cell-empty",
            "5 date year-missing",
            "5 client cell-empty",
            "6 - row-length",
            "7 - row-length",
            "8 - stray-quote",
            "9 topic nul-byte",
            "10 time date-missing",
            "11 - half-quote",
            "12 date day-number"
        ]
    );
    let read = plan_of(&format!("date,time,client,channel,topic,text\n{rows}"));
    assert_eq!((read.rows.len(), read.rows[0].topic.as_str()), (1, "a"));
}

#[test]
fn a_problem_names_the_column_as_the_file_does() {
    let told_of = |file: &str| told(&plan_of(file).report);
    assert_eq!(
        told_of("Дата выхода;Заказчик;Канал;Текст поста\n31.02.2026;Kolos;vk;a\n2026-05-01;;vk;\n"),
        [
            "2 Дата выхода no-such-day",
            "3 Текст поста cell-empty",
            "3 Заказчик cell-empty"
        ]
    );
    // Two date columns: the wrong one is named.
    let both = |date: &str, at: &str| {
        told_of(&format!(
            "дата,когда,client,channel,text\n{date},{at},Kolos,vk,a\n"
        ))
    };
    assert_eq!(both("soon", "2026-05-09 10:00"), ["2 дата date-unreadable"]);
    assert_eq!(both("2026-05-09", "soon"), ["2 когда date-unreadable"]);
    assert_eq!(both("2026-05-10", "2026-05-09 10:00"), ["2 дата two-times"]);
    assert!(both("2026-05-09", "2026-05-09 10:00").is_empty());
    assert!(both("09.05.2026 10:00", "2026-05-09 10:00").is_empty());
}

#[test]
fn slashes_are_decided_by_the_column_or_not_at_all() {
    let days = |cells: &[&str]| {
        let rows = cells.join(",,Kolos,vk,a,\n") + ",,Kolos,vk,a,\n";
        let read = plan_of(&format!("date,time,client,channel,topic,text\n{rows}"));
        let days = read
            .rows
            .iter()
            .map(|row| row.when.unwrap().day().to_string());
        (days.collect::<Vec<_>>(), told(&read.report))
    };
    let (days_first, none) = days(&["03/04/2026", "25/04/2026"]);
    assert_eq!((days_first[0].as_str(), none.len()), ("2026-04-03", 0));
    let (months_first, none) = days(&["03/04/2026", "04/25/2026"]);
    assert_eq!((months_first[0].as_str(), none.len()), ("2026-03-04", 0));
    let ambiguous = ["2 date date-ambiguous", "3 date date-ambiguous"];
    assert_eq!(
        days(&["03/04/2026", "05/06/2026"]),
        (Vec::new(), ambiguous.map(String::from).to_vec())
    );
    assert_eq!(
        days(&["25/04/2026", "04/25/2026"]),
        (Vec::new(), ambiguous.map(String::from).to_vec())
    );
}

#[test]
fn numbers_are_read_as_people_write_them_and_never_guessed() {
    let (rows, none) = values(&["1 234", "1,234.5", "0.5 %", "−12", "5%"]);
    assert_eq!(
        (rows, none.len()),
        (vec![1234.0, 1234.5, 0.5, -12.0, 5.0], 0)
    );
    let (rows, none) = values(&["1.234,5", "1\u{a0}234", "1.234", "2,5"]);
    assert_eq!((rows, none.len()), (vec![1234.5, 1234.0, 1234.0, 2.5], 0));
    let (rows, wrong) = values(&[
        "1,234",
        "NaN",
        "inf",
        "-∞",
        "",
        "12k",
        "1,2,3",
        "\"1\n234\"",
        "7",
    ]);
    assert_eq!(rows, [7.0]);
    assert_eq!(wrong[0], "2 value number-ambiguous");
    assert_eq!(wrong[4], "6 value cell-empty");
    let unreadable = wrong.iter().filter(|it| it.ends_with("number-unreadable"));
    assert_eq!(unreadable.count(), 6);
    let (_, wrong) = values(&["1,5", "1.5", "1,234"]);
    assert_eq!(
        wrong,
        ["4 value number-ambiguous"],
        "the column contradicts itself"
    );
    let (_, wrong) = values(&["1,23,456", "1,234"]);
    assert_eq!(wrong.len(), 2, "a broken number proves nothing: {wrong:?}");
}

#[test]
fn json_numbers_mean_what_they_say() {
    let file = r#"[{"date":"2026-05-01","client":"Kolos","metric":"reach","value":1.234},
        {"date":"2026-05-01","client":"Kolos","metric":"reach","value":"1.234"},
        {"date":"2026-05-01","client":"Kolos","metric":"reach","value":-7e2,"raw":{"x":[[1]]}},
        {"date":"2026-05-01","client":"Kolos","metric":"reach","value":{"x":1}},
        {"date":"2026-05-01","client":"Kolos","metric":"reach","value":1e400},
        {"date":46151,"client":"Kolos","metric":"reach","value":1}]"#;
    let read = readings::read(file.as_bytes(), &Choices::default());
    sound(&read);
    let rows: Vec<f64> = read.rows.iter().map(|row| row.value).collect();
    assert_eq!(rows, [1.234, -700.0], "an unknown column may hold anything");
    assert_eq!(read.report.ignored_columns, ["raw.x", "value.x"]);
    assert_eq!(
        told(&read.report),
        [
            "2 value number-ambiguous",
            "4 value cell-empty",
            "5 - bad-json",
            "6 date day-number"
        ]
    );
}

#[test]
fn a_file_without_its_columns_is_refused_whole() {
    for (file, code) in [
        ("", "file-empty"),
        ("[]", "column-missing"),
        ("date,client,channel\n", "column-missing"),
        (
            "date,client,channel,text,date\n2026-05-01,a,b,c,2026-05-02\n",
            "duplicate-column",
        ),
        (
            "date,client,channel,text,дата\n2026-05-01,a,b,c,2026-05-02\n",
            "two-columns",
        ),
    ] {
        let read = plan_of(file);
        assert!(read.rows.is_empty(), "{file:?}");
        let codes: Vec<&str> = read
            .report
            .problems
            .iter()
            .map(|it| it.reason.code())
            .collect();
        assert_eq!(codes, [code], "{file:?}");
    }
    let client = Choices {
        client: Some("Kolos".into()),
        ..Choices::default()
    };
    let read = plan::read(b"date,channel,text\n2026-05-01,vk,a\n", &client);
    assert_eq!(read.rows[0].client, "Kolos");
}
