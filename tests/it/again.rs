//! Bringing the same file again, and bringing one that is not all right.

use crate::home::Home;

fn count(home: &Home) -> usize {
    let posts = home.json(&["list", "posts", "--json"]);
    posts.as_array().unwrap().len()
}

#[test]
fn every_kind_of_row_comes_in_only_once() {
    let home = Home::with_clients();
    let rows = "дата,время,клиент,каналы,тема,текст\n\
        2099-05-09,09:30,Kolos,\"VK, TG\",Хлеб,Ржаной\n\
        ,,Kolos,vk,Когда-нибудь,\n\
        2099-05-10T18:00:45Z,,Marani,fb,Вино,\n\
        2099-05-11,10:00,Lampo,вк,,Только текст без темы\n";
    let plan = home.write("plan.csv", rows);
    let done = home.json(&["import", "plan", &plan, "--yes", "--json"]);
    assert_eq!(done["written"], 4, "{done}");
    let before = (count(&home), home.dump());
    assert_eq!(before.0, 5, "one row goes to two channels");

    // The same rows in another dialect and another order are the same posts.
    let mut lines: Vec<&str> = rows.lines().skip(1).collect();
    lines.reverse();
    let turned = format!("{}\n{}", rows.lines().next().unwrap(), lines.join("\r\n"));
    let turned = home.write("turned.csv", turned);
    for file in [&plan, &turned] {
        let again = home.run(&["import", "plan", file, "--yes"]);
        assert_eq!(again.code, 0, "{again:?}");
        assert!(again.err.contains("has all of it already"), "{again:?}");
        assert!(home.dump() == before.1, "something was written");
    }

    // A row more in the file is a row more on the desk.
    let more = format!("{rows}2099-05-12,10:00,Lampo,vk,Ещё,\n");
    let more = home.write("plan.csv", more);
    let done = home.json(&["import", "plan", &more, "--yes", "--json"]);
    assert_eq!(
        (&done["written"], &done["rejected"]),
        (&1.into(), &4.into())
    );
    assert_eq!(count(&home), 6);
}

#[test]
fn one_bad_row_is_told_and_the_others_come_in() {
    let home = Home::with_clients();
    let plan = home.write(
        "plan.csv",
        "Дата;Время;Клиент;Каналы;Тема\n\
         09.05.2099;9:30;Kolos;vk;Хлеб\n\
         31.02.2099;9:30;Kolos;vk;Нет такого дня\n\
         10.05.2099;9:30;Nobody;vk;Нет такого клиента\n\
         11.05.2099;9:30;Marani;fb;Вино\n",
    );
    let trial = home.run(&["import", "plan", &plan]);
    assert_eq!(trial.code, 0, "{trial:?}");
    assert_eq!(count(&home), 0);
    let done = home.run(&["import", "plan", &plan, "--yes"]);
    assert_eq!(done.code, 0, "{done:?}");
    assert!(done.out.contains("row 3, Дата:"), "{done:?}");
    assert!(done.out.contains("31.02.2099"), "{done:?}");
    assert!(done.out.contains("row 4, Клиент:"), "{done:?}");
    assert!(
        done.out.contains("Rows: 4 · right: 2 · wrong: 2"),
        "{done:?}"
    );
    assert_eq!(count(&home), 2);
}

#[test]
fn a_channel_named_twice_in_a_row_is_meant_once() {
    let home = Home::with_clients();
    let plan = home.write(
        "plan.csv",
        "date,client,channel,text\n2099-05-09 09:30,Kolos,\"VK, вк, @Kolos_vk\",a\n",
    );
    let done = home.json(&["import", "plan", &plan, "--yes", "--json"]);
    assert_eq!(
        (&done["accepted"], &done["written"]),
        (&1.into(), &1.into())
    );
    assert_eq!(count(&home), 1);
}

#[test]
fn a_time_that_comes_twice_does_not_make_the_second_import_a_failure() {
    let home = Home::with_clients();
    home.well(&["client", "edit", "Kolos", "--zone", "Europe/Helsinki"]);
    let plan = home.write(
        "plan.csv",
        "date,client,channel,text\n2099-10-25 03:30,Kolos,vk,a\n",
    );
    let first = home.json(&["import", "plan", &plan, "--yes", "--json"]);
    assert_eq!(first["problems"][0]["reason"], "time-twice", "{first}");
    let again = home.run(&["import", "plan", &plan, "--yes"]);
    assert_eq!(again.code, 0, "{again:?}");
    assert_eq!(count(&home), 1);
}
