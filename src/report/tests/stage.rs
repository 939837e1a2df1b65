//! Small packets and briefs as real clients would get them.

use chrono::{NaiveDate, NaiveDateTime};

use crate::domain::brief::{Ahead, Answered, BestPost, Brief, GoalLine, Late, NamedPost, Owed};
use crate::domain::kpi::Score;
use crate::domain::packet::{Packet, PacketItem, Picture, Place, Wording};
use crate::domain::platform::Platforms;
use crate::domain::post::Format;
use crate::domain::tongue::Tongue;

pub(super) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

pub(super) fn at(text: &str) -> NaiveDateTime {
    NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").unwrap()
}

/// The words of a client: name, short name, zone, three topics with texts, a rubric, a first comment, a note to the client.
struct Words {
    client: [&'static str; 3],
    posts: [(&'static str, &'static str); 3],
    other_wording: &'static str,
    rubric: &'static str,
    first_comment: &'static str,
    client_note: &'static str,
}

const EN: Words = Words {
    client: ["Harbour Lights Bakery", "Harbour", "London"],
    posts: [
        (
            "Why our rye takes two days",
            "Good rye cannot be hurried.\n\nIt rests for 36 hours, and you can taste every one of them.",
        ),
        ("Meet Lena", "Lena draws swans.\nAsk her for one."),
        ("Saturday queue", ""),
    ],
    other_wording: "Lena draws swans. Ask her for one #latteart",
    rubric: "people",
    first_comment: "Opening hours: 7 to 19, every day.",
    client_note: "The photo follows on Wednesday.\nIt will be the one with the oven.",
};

const RU: Words = Words {
    client: ["Кафе-пекарня «Колос»", "Kolos", "Казань"],
    posts: [
        (
            "Тыквенный раф вернулся",
            "Тыквенный раф снова с нами.\n\nВарим его на домашнем пюре: без сиропа, без спешки.",
        ),
        (
            "Бариста Лена о латте-арте",
            "Лена рисует лебедей.\nПопросите своего.",
        ),
        ("Очередь в субботу", ""),
    ],
    other_wording: "Лена рисует лебедей. Попросите своего #латтеарт",
    rubric: "люди",
    first_comment: "Мы открыты каждый день с 7:00 до 23:00.",
    client_note: "Фото пришлём в среду.\nБудет кадр с печью.",
};

const VI: Words = Words {
    client: ["Trung tâm Anh ngữ Sao Mai", "Sao Mai", "Đà Nẵng"],
    posts: [
        (
            "5 lỗi phát âm hay gặp",
            "Ba mẹ để ý nhé.\n\nNăm lỗi này em nào cũng mắc, và sửa chỉ mất một tuần.",
        ),
        (
            "Học 15 phút mỗi tối thế nào?",
            "Mười lăm phút là đủ.\nQuan trọng là tối nào cũng học.",
        ),
        ("Lịch khai giảng tháng 12", ""),
    ],
    other_wording: "Mười lăm phút là đủ, tối nào cũng học #tienganh",
    rubric: "mẹo học",
    first_comment: "Ba mẹ nhắn tin để giữ chỗ ạ.",
    client_note: "Ảnh em gửi vào thứ Tư ạ.\nSẽ là ảnh trong lớp.",
};

const KA: Words = Words {
    client: ["მარანი ნინო", "Marani", "თელავი"],
    posts: [
        (
            "როგორ დგება საფერავი ქვევრში",
            "ქვევრი მიწაშია და დრო მიდის.\n\nექვსი თვე ველოდებით და მერე ვსინჯავთ.",
        ),
        (
            "რთველის ფოტოალბომი",
            "ეს ჩვენი შემოდგომაა.\nიპოვეთ თქვენი თავი.",
        ),
        ("ღია მარანი", ""),
    ],
    other_wording: "ეს ჩვენი შემოდგომაა #რთველი",
    rubric: "ღვინო",
    first_comment: "ოთახის დასაჯავშნად მოგვწერეთ.",
    client_note: "ფოტოს ოთხშაბათს გამოგიგზავნით.\nქვევრი გამოჩნდება.",
};

const FI: Words = Words {
    client: ["Lämpö-Lahti Oy", "Lämpö", "Lahti"],
    posts: [
        (
            "Pakkasyö: mitä pumppu kuluttaa",
            "Mittasimme yhden pakkasyön.\n\nUlkona oli −24 astetta, ja pumppu kulutti 31 kWh.",
        ),
        (
            "Kohde Hollolassa",
            "140 m², öljystä maalämpöön.\nTyö kesti neljä päivää.",
        ),
        ("Näin luet energialaskua", ""),
    ],
    other_wording: "140 m², öljystä maalämpöön neljässä päivässä",
    rubric: "kohteet",
    first_comment: "Kysykää laskelma omaan taloonne.",
    client_note: "Kuva tulee keskiviikkona.\nSiinä näkyy pumppu.",
};

const fn words(tongue: Tongue) -> Words {
    match tongue {
        Tongue::En => EN,
        Tongue::Ru => RU,
        Tongue::Vi => VI,
        Tongue::Ka => KA,
        Tongue::Fi => FI,
    }
}

pub(super) fn place(platform: &str, handle: &str, tongue: Tongue) -> Place {
    let platform = Platforms::builtin().by_id(platform).unwrap();
    Place::new(platform, handle, tongue)
}

pub(super) fn picture(name: &str, alt: &str) -> Picture {
    Picture {
        name: name.to_owned(),
        alt: alt.to_owned(),
        is_cover: false,
        hash: name.to_owned(),
        bytes: 0,
    }
}

/// A post of one wording for all its places.
pub(super) fn item(number: u32, topic: &str, text: &str) -> PacketItem {
    PacketItem {
        number,
        topic: topic.to_owned(),
        format: Format::Text,
        rubric: String::new(),
        when: None,
        places: Vec::new(),
        wordings: vec![Wording {
            places: Vec::new(),
            text: text.to_owned(),
        }],
        first_comment: String::new(),
        link: String::new(),
        client_note: String::new(),
        pictures: Vec::new(),
    }
}

/// A packet of these posts for nobody in particular.
pub(super) fn packet_of(tongue: Tongue, items: Vec<PacketItem>) -> Packet {
    let [client, short, zone] = words(tongue).client;
    Packet {
        client: client.to_owned(),
        short: short.to_owned(),
        code: "A".to_owned(),
        tongue,
        made: day("2026-11-24"),
        zone: zone.to_owned(),
        reply_by: Some(at("2026-11-26 18:00")),
        items,
    }
}

/// Three posts: one alike everywhere and with a note to the client, one worded twice and with pictures, one without text or
/// date.
pub(super) fn packet(tongue: Tongue) -> Packet {
    let words = words(tongue);
    let pages = ["telegram", "facebook"].map(|platform| place(platform, "@page", tongue));
    let [first, second, third] = words.posts;
    let mut one = item(1, first.0, first.1);
    one.when = Some(at("2026-11-28 18:30"));
    one.places = pages.to_vec();
    one.first_comment = words.first_comment.to_owned();
    one.client_note = words.client_note.to_owned();
    one.link = "https://example.example/menu".to_owned();
    let mut two = item(2, second.0, second.1);
    two.format = Format::Carousel;
    two.rubric = words.rubric.to_owned();
    two.when = Some(at("2026-12-01 09:05"));
    two.wordings[0].places = vec![pages[0].name.clone()];
    two.wordings.push(Wording {
        places: vec![pages[1].name.clone()],
        text: words.other_wording.to_owned(),
    });
    two.places = pages.to_vec();
    two.pictures = vec![picture("01.jpg", words.rubric), picture("02.mp4", "")];
    two.pictures[0].is_cover = true;
    let mut three = item(3, third.0, third.1);
    three.format = Format::Story;
    packet_of(tongue, vec![one, two, three])
}

/// A month that is going well, but not in everything.
pub(super) fn brief(tongue: Tongue) -> Brief {
    let words = words(tongue);
    let [late, best, next] = words.posts.map(|(topic, _)| topic.to_owned());
    let goal = |score, now, goal| GoalLine { score, now, goal };
    Brief {
        client: words.client[0].to_owned(),
        tongue,
        today: day("2026-11-24"),
        out: 14,
        promised: Some(20),
        ahead: Ahead {
            posts: 5,
            next: Some(NamedPost {
                topic: next,
                when: at("2026-11-24 19:30"),
            }),
        },
        late: Late {
            posts: 1,
            oldest: Some(NamedPost {
                topic: late,
                when: at("2026-11-24 08:00"),
            }),
        },
        to_approve: Owed {
            count: 2,
            since: Some(day("2026-11-20")),
        },
        to_say: Owed {
            count: 1,
            since: Some(day("2026-11-22")),
        },
        answered: Answered {
            week: 41,
            month: 1129,
            in_time: 118,
            judged: 129,
        },
        best: Some(BestPost {
            topic: best,
            day: day("2026-11-20"),
            rate: 9.13,
        }),
        goals: vec![
            goal(Score::Followers, Some(6486.0), 6600.0),
            goal(Score::Reach, None, 40_000.0),
            goal(Score::ErByReach, Some(5.3), 5.0),
            goal(Score::FirstAnswer, Some(48.0), 120.0),
            goal(Score::AnsweredInTime, Some(91.4), 90.0),
            goal(Score::CostPerFollower, Some(61.2), 45.0),
        ],
        money: "₽".to_owned(),
    }
}
