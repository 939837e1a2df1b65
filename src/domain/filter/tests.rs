//! Filter lines as they are typed: in five languages, carelessly, and by somebody hostile.

use proptest::prelude::*;

use super::*;

fn names() -> Names {
    Names::new(
        [["Kolos", "Пекарня Колос"], ["Sao Mai", "Trung tâm Sao Mai"]],
        [
            ["vk", "@kolos_cafe"],
            ["telegram", "@kolos"],
            ["facebook", "@saomai"],
        ],
        ["люди", "Меню", "мини обзор", "mẹo học", "ღვინო", "видео"],
        ["Осень 2026", "launch"],
    )
}

/// A line, and the line that says the same without guessing.
#[track_caller]
fn says(line: &str, canonical: &str) {
    let reading = read(line, &names());
    assert_eq!(reading.filter.to_string(), canonical, "{line}");
    assert_eq!(reading.unclear, [], "{line}");
}

#[test]
fn a_line_is_understood_as_she_would_say_it() {
    for (line, canonical) in [
        (
            "vk draft люди \"осень\"",
            "@vk status:draft #люди \"осень\"",
        ),
        ("#люди @vk !late фото", "#люди @vk !late format:photo"),
        ("кампания:осень-2026 -tg", "-@telegram"),
        (
            "кампания:\"осень 2026\" -tg",
            "campaign:\"Осень 2026\" -@telegram",
        ),
        (
            "кампания: Осень 2026 -тг",
            "campaign:\"Осень 2026\" -@telegram",
        ),
        ("status:draft, status:review", "status:draft status:review"),
        ("вк, тг черновики", "@vk @telegram status:draft"),
        ("пекарня колос у клиента", "client:Kolos status:review"),
        ("sao mai reels", "client:\"Sao Mai\" format:short"),
        ("#мини обзор без картинки", "#\"мини обзор\" !no-picture"),
        ("МЕНЮ -!late", "#Меню -!late"),
        ("@kolos_cafe @saomai", "@kolos_cafe @saomai"),
        ("status:late", "!late"),
        ("channel:fb is:undated", "@facebook !no-time"),
        // Her own names come before our words; the sign says which is meant.
        ("видео format:видео", "#видео format:video"),
        ("«мини обзор» „осень 2026“", "\"мини обзор\" \"осень 2026\""),
        (
            "сырники 9:30 латте-арт",
            "\"сырники\" \"9:30\" \"латте-арт\"",
        ),
        ("launch", "campaign:launch"),
        ("kolos_cafe", "\"kolos_cafe\""),
        // Vietnamese, Georgian, Finnish.
        ("meo hoc ban nhap tre", "#\"mẹo học\" status:draft !late"),
        ("Chờ duyệt ảnh", "status:review format:photo"),
        ("ღვინო კლიენტთან ფოტო", "#ღვინო status:review format:photo"),
        (
            "luonnokset ei kuvaa myöhässä",
            "status:draft !no-picture !late",
        ),
    ] {
        let reading = read(line, &names());
        assert_eq!(reading.filter.to_string(), canonical, "{line}");
    }
}

#[test]
fn what_is_said_twice_stands_once_and_the_last_word_counts() {
    says("vk вк -VK", "-@vk");
    says("ёлка Елка", "\"ёлка\"");
    says("- , ; -- \"\" «» ***", "");
    says("#", "");
    says("!", "");
    says("-\"осень\" - раф", "-\"осень\" \"раф\"");
}

#[test]
fn what_is_named_and_not_there_is_said_with_the_way_out() {
    let reading = read(
        "#людю client:Marani @tiktak status:почти format:пар !так campaign:зима сырники",
        &names(),
    );
    assert_eq!(reading.filter.to_string(), "\"сырники\"");
    let said: Vec<String> = reading
        .unclear
        .iter()
        .map(|it| format!("{} {}", it.words().key, it.words().args["word"]))
        .collect();
    assert_eq!(
        said,
        [
            "filter-no-rubric людю",
            "filter-no-client Marani",
            "filter-no-channel tiktak",
            "filter-no-stage почти",
            "filter-no-format пар",
            "filter-no-flag так",
            "filter-no-campaign зима",
        ]
    );
    assert!(reading.unclear[0].words().args["known"].starts_with("люди, Меню"));
    let empty = read("#люди", &Names::default());
    assert_eq!(empty.unclear[0].words().key, "filter-no-rubric-none");
}

#[test]
fn a_long_line_has_an_end() {
    let long = "слово№ ".repeat(2_000);
    assert_eq!(read(&long, &names()).filter.terms().len(), 1);
    let many: Vec<String> = (0..5_000).map(|n| format!("w{n}")).collect();
    let many = many.join(" ");
    assert_eq!(read(&many, &names()).filter.terms().len(), MOST);
    let one = "я".repeat(10_000);
    let reading = read(&one, &names());
    let [
        Term {
            is: Is::Words(words),
            ..
        },
    ] = reading.filter.terms()
    else {
        panic!("{reading:?}");
    };
    assert_eq!(words.chars().count(), LONGEST);
}

/// Lines of all that means something here, and of all that might break something.
fn line() -> impl Strategy<Value = String> {
    let meant = prop::sample::select(vec![
        "vk",
        "вк,",
        "draft",
        "у",
        "клиента",
        "#люди",
        "#",
        "мини",
        "обзор",
        "sao",
        "mai",
        "\"",
        "«осень",
        "»",
        "-",
        "--",
        "!late",
        "!",
        "@kolos",
        "кампания:",
        "campaign:Осень",
        "2026",
        "status:",
        "format:фото",
        "is:mine",
        "text:vk",
        "9:30",
        "NEAR(",
        "*",
        "^",
        "a\"b",
        "' OR 1=1",
        "\u{202e}",
        "\u{1b}[31m",
        "👩\u{200d}👩",
        "e\u{301}",
        "\u{a0}",
        "видео",
        "без",
        "картинки",
        "{}",
        "\0",
        ";",
        "ﬁ",
        "İ",
        "=\u{338}",
    ]);
    let wild = proptest::collection::vec(any::<char>(), 0..8).prop_map(String::from_iter);
    let piece = prop_oneof![4 => meant.prop_map(str::to_owned), 1 => wild];
    let between = prop::sample::select(vec![" ", "", "  ", ","]);
    proptest::collection::vec((piece, between), 0..24).prop_map(|all| {
        all.into_iter()
            .flat_map(|(a, b)| [a, b.to_owned()])
            .collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    #[test]
    fn the_canonical_line_means_the_same_filter(line in line()) {
        let once = read(&line, &names());
        let again = read(&once.filter.to_string(), &names());
        prop_assert_eq!(&again.filter, &once.filter, "{}", once.filter);
        prop_assert!(again.unclear.is_empty(), "{:?}", again.unclear);
        prop_assert_eq!(again.filter.to_string(), once.filter.to_string());
    }
}

#[test]
fn her_words_are_looked_up_and_bend_none_of_ours() {
    use crate::domain::platform::Platforms;
    let book = Platforms::builtin();
    let page = "[format]\nshort = [\"Вертикалка\"]\n[key]\nrubric = [\"полка\"]\n[stage]\nhold = [\"на полке\"]\n";
    let hers = Hers::read(page, book).unwrap();
    let words = hers.words();
    assert_eq!(
        words.format("вертикалка"),
        Some(crate::domain::post::Format::Short)
    );
    assert_eq!(words.stage("на полке"), Some(Stage::Hold));
    assert_eq!(
        words.format("рилс"),
        Some(crate::domain::post::Format::Short)
    );
    let wrong = "[format]\nshort = [\"видео\", \"вк\", \"без текста\"]\n[stages]\nx = []\n";
    let mistakes = Hers::read(wrong, book).unwrap_err();
    let told: Vec<(usize, &str)> = mistakes
        .iter()
        .map(|mistake| (mistake.line, mistake.words.key.as_str()))
        .collect();
    assert_eq!(
        told,
        [
            (2, "list-known"),
            (2, "list-never-met"),
            (2, "list-known"),
            (3, "page-unknown-near"),
        ]
    );
}
