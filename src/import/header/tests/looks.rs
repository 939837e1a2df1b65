//! Columns whose names say nothing, or say a network: what stands in them decides.

use super::*;

/// Every column with what it was taken for.
fn taken(file: &str, choices: &Choices) -> Vec<String> {
    let columns = seen(file, Kind::Plan, choices).unwrap();
    let told = columns.all.iter().map(|column| {
        let field = column.field.map_or("-", Field::id);
        let by = column.by.map_or_else(String::new, |by| format!(" {by:?}"));
        format!("{}={field}{by}", column.name)
    });
    told.collect()
}

#[test]
fn a_column_called_as_a_network_ticks_or_means_nothing() {
    let file = "date,client,text,VK,Телеграм,Twitter/X,Facebook\n\
         2026-05-09,Kolos,a,x,да,,Another text for them\n2026-05-10,Kolos,b,,нет,TRUE,\n";
    let plain = Choices::default();
    assert_eq!(
        taken(file, &plain)[3..],
        [
            "VK=ticked Name",
            "Телеграм=ticked Name",
            "Twitter/X=ticked Name",
            "Facebook=-"
        ]
    );
    assert_eq!(
        seen(file, Kind::Plan, &plain).unwrap().ignored,
        ["Facebook"]
    );
    for (word, tick) in [
        ("x", Some(true)),
        ("✓", Some(true)),
        ("ИСТИНА", Some(true)),
        ("có", Some(true)),
        ("კი", Some(true)),
        ("Kyllä", Some(true)),
        ("", Some(false)),
        ("—", Some(false)),
        ("ei", Some(false)),
        ("maybe", None),
    ] {
        assert_eq!(ticked(word), tick, "{word}");
    }
}

#[test]
fn a_file_without_a_header_is_understood_by_what_stands_in_it() {
    let file = "2026-12-01 09:30,Rye bread is here again,https://kolos.example/rye,https://kolos.example/a.jpg\n\
         2026-12-02 10:00,\"Come, and taste\",https://kolos.example/b,\n";
    let given = Choices {
        client: Some("Kolos".into()),
        channels: vec!["vk".into()],
        ..Choices::default()
    };
    assert_eq!(
        taken(file, &given),
        [
            "1=at Sample",
            "2=text Sample",
            "3=link Sample",
            "4=media Sample"
        ]
    );
    let by_number = Choices {
        map: vec!["2=topic".parse().unwrap(), "3=-".parse().unwrap()],
        ..given.clone()
    };
    assert_eq!(
        taken(file, &by_number),
        ["1=at Sample", "2=topic Hand", "3=-", "4=media Sample"]
    );
    let said = Choices {
        header: Some(true),
        ..given
    };
    assert_eq!(taken(file, &said)[0], "2026-12-01 09:30=at Sample");
}

#[test]
fn of_two_columns_that_look_alike_none_is_chosen() {
    let given = by_hand(&[]);
    let file =
        "when it goes,when it is due,client,channel,text\n2026-12-01,2026-12-02,Kolos,vk,a\n";
    let problem = seen(file, Kind::Plan, &given).unwrap_err();
    assert_eq!(problem.reason.code(), "column-missing");
    let file = "when it goes,client,where,text\n2026-12-01,Kolos,\"vk, tg\",a\n";
    assert_eq!(
        taken(file, &given),
        [
            "when it goes=date Sample",
            "client=client Name",
            "where=channel Sample",
            "text=text Name"
        ]
    );
    // Nobody asked for a link: an address in a column of another name stays where it is.
    let file = "date,client,channel,text,reference\n2026-12-01,Kolos,vk,a,https://a.example\n";
    assert_eq!(taken(file, &given)[4], "reference=-");
}

#[test]
fn a_title_may_stand_above_the_header() {
    let file =
        "Content plan of December,,,\n,,,\nDate,Client,Channel,Text\n2026-12-01,Kolos,vk,a\n";
    assert_eq!(
        taken(file, &Choices::default()),
        [
            "Date=date Name",
            "Client=client Name",
            "Channel=channel Name",
            "Text=text Name"
        ]
    );
}
