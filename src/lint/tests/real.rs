//! Posts as they are written in five languages: what is said of them, and above all what is not.

use super::post;
use crate::lint::{Near, Subject, check};

/// Words of clients that stand in their way again and again.
const AVOID: [&str; 9] = [
    "крем",
    "сало",
    "план",
    "дёшево",
    "free",
    "plan",
    "bán",
    "halpa",
    "იაფი",
];

/// A post of Tuesday 24 November 2026, and what is found in it: the rule and the piece.
const POSTS: &[(&str, &[(&str, &str)])] = &[
    // Russian, with brands, prices, dates, hashtags, emoji.
    (
        "☕️ Flat White + круассан = 390 ₽ до 12:00. Ждём на Баумана, 15! #кофеКазань #завтраки",
        &[],
    ),
    (
        "В наличии iPhone 17 Pro, AirPods и Apple Watch SE. Trade-in до 45 000 ₽, рассрочка 0-0-24.",
        &[],
    ),
    (
        "Берём SMMщика и HRа: удалёнка, от 80 000 ₽ до 1.5 ставки. Пишите PR-директору @anna_pr",
        &[],
    ),
    (
        "TOPовый бариста и BMXер Артём ведёт мастер-класс 28.11 в 18:00 #деньCEO",
        &[],
    ),
    (
        "Новинка: крем-суп из тыквы и салон у окна. Экскурсия в Кремль и на планетарий — в субботу.",
        &[("avoid", "крем")],
    ),
    (
        "Запись до 10.30, приём с 9.00 до 21.00, обед с 13.10 до 14.00. Рост до 1.5 м, вес до 2.5 кг.",
        &[],
    ),
    (
        "Подписка до 30.11.2026, предзаказ по 20.12, доставка до 3/4 города.",
        &[],
    ),
    (
        "Успейте до 20 ноября! Скидка 15 % по промокоду OSEN15 🍂",
        &[("past", "20 ноября")],
    ),
    (
        "Сдали «Лофт-2» 15.10.2026, следующий этап — до 1 марта. Ипотека от 5,9 %.",
        &[],
    ),
    (
        "С 20 по 25 ноября — неделя хлеба: тартин, чиабатта, ржаной (0,8 кг).",
        &[],
    ),
    (
        "Розыгрыш! 1️⃣ подпишись 2️⃣ отметь друга 3️⃣ жди 30.11 🎁🎁🎁",
        &[],
    ),
    (
        "Kолос открывает вторую пекарню: ул. Кремлёвская, 5А. Wi‑Fi, USB‑C, парковка P2.",
        &[("alphabets", "Kолос")],
    ),
    (
        "Витамин D3, Омега-3 и коллаген: до −40 % на iHerb’е и OZONе.",
        &[],
    ),
    (
        "Планёрка в 9:00, планы на декабрь — в Notion. Дёшево и сердито!",
        &[("avoid", "план"), ("avoid", "Дёшево")],
    ),
    (
        "Мы в VK, TG и на YouTube: https://t.me/kolos?utm_source=vk, https://vk.com/дёшево",
        &[],
    ),
    (
        "Ста́рый за́мок ждёт: экскурсии ежедневно, кроме пн. Билеты 350/500 ₽.",
        &[],
    ),
    // English.
    (
        "Free pour-over tasting, freezer sale and a freelance brunch. Doors at 9am!",
        &[("avoid", "Free")],
    ),
    (
        "Plant-based planks, planned menus: book by 3 pm, 20% off until 5.30 pm.",
        &[],
    ),
    (
        "Order by December 18 for delivery by 24/12. T&Cs apply, see bio.",
        &[],
    ),
    (
        "Early-bird tickets until Nov 20: £15.50 instead of £22 🎟️ #LondonFood",
        &[("past", "Nov 20")],
    ),
    (
        "2.5 km run, 1/2 price smoothies till 11. Bring a friend & a bottle (0.5 l).",
        &[],
    ),
    (
        "We’re hiring! iOS dev, QA lead… DM @saomai.hq or mail jobs@saomai.example",
        &[],
    ),
    (
        "Sold out until further notice; back by popular demand by 2027.",
        &[],
    ),
    // Vietnamese, composed and not.
    (
        "Chào bạn! Khai giảng lớp IELTS 6.5 ngày 5/12, học phí 3.200.000đ, giảm 10% cho nhóm 2 bạn.",
        &[],
    ),
    (
        "Ban\u{323} o\u{31b}i, lo\u{31b}\u{301}p buo\u{302}\u{309}i to\u{302}\u{301}i co\u{300}n 3 cho\u{302}\u{303}! Hotline 0901 234 567",
        &[],
    ),
    (
        "Ưu đãi đến 20/11: mừng ngày Nhà giáo Việt Nam, tặng thầy cô 1 voucher 200k.",
        &[("past", "20/11")],
    ),
    (
        "Cửa hàng bán bánh mì từ 6h đến 21h30, ship nội thành trước 10h.",
        &[("avoid", "bán")],
    ),
    (
        "Còn 1/2 số ghế! Đăng ký trước 30/11 để nhận early bird −15 %.",
        &[],
    ),
    (
        "Tet 2027: nghỉ từ 4/2 đến 12/2/2027. Hẹn gặp lại các bạn nhé 🧧",
        &[],
    ),
    (
        "Lớp phát âm cô Mai: \"th\" /θ/ và \"d\" /ð/, 5 lỗi thường gặp 👩‍🏫",
        &[],
    ),
    // Georgian with Latin terms.
    (
        "ახალი მენიუ: Brunch 10:00–14:00, Flat White 8₾, Wi‑Fi უფასოა. #თბილისი",
        &[],
    ),
    (
        "საფერავი 2023 — 35₾, ხუთშაბათიდან 30 ნოემბრამდე 15% ფასდაკლება.",
        &[],
    ),
    (
        "DJ სეტი პარასკევს 22:00-ზე, შესვლა 20₾. დაჯავშნა: +995 555 12 34 56",
        &[],
    ),
    (
        "ყველაზე იაფი ბილეთები? არა — ყველაზე კარგი! Booking.com-ზე 9.4.",
        &[("avoid", "იაფი")],
    ),
    (
        "HR მენეჯერს ვეძებთ: CV გამოგზავნეთ jobs@gvino.example, ვადა 05.12.2026-მდე.",
        &[],
    ),
    // Finnish compounds.
    (
        "Joulukalenteri, pääsiäismunat ja lähiruokatori: avoinna klo 9.10 asti, la 10–15.",
        &[],
    ),
    (
        "Halpahalliin? Ei, laatua! Halpaa ja hyvää löytyy torilta ma–pe.",
        &[("avoid", "Halpa")],
    ),
    (
        "Ilmoittaudu 30.11. mennessä: 49,90 €/hlö, sis. alv 25,5 %. #työhyvinvointi",
        &[],
    ),
    (
        "Tarjous voimassa 20.11. asti tai niin kauan kuin tavaraa riittää.",
        &[("past", "20.11")],
    ),
    (
        "5 km:n lenkki, 1,5 l vettä ja 2.5 tunnin sauna. Hiilihydraattitankkaus!",
        &[],
    ),
    (
        "Työpaikkailmoitus: IT-tukihenkilö, MS Teams -osaaminen, alk. 1.2.2027.",
        &[],
    ),
    (
        "Itsenäisyyspäivänä 6.12. suljettu, muuten joka päivä klo 11.11 asti 😄",
        &[],
    ),
];

fn found(text: &str) -> Vec<(String, String)> {
    let mut subject: Subject = post(text, &["vk", "telegram"]);
    subject.avoid = AVOID.map(str::to_owned).to_vec();
    subject.near = vec![Near {
        topic: "Хлеб".to_owned(),
        at: subject.now,
        words: POSTS[0].0.to_owned(),
    }];
    subject.near.retain(|it| it.words != text);
    let all = check(&subject).into_iter();
    let each = all.map(|it| {
        let piece = it.place.range.map(|range| text[range].to_owned());
        let piece = piece.unwrap_or_default();
        (
            it.rule.word().to_owned(),
            piece.trim_end_matches(['.', '!']).to_owned(),
        )
    });
    each.collect()
}

#[test]
fn real_posts_are_told_what_is_wrong_with_them_and_nothing_else() {
    let mut wrong = Vec::new();
    for (text, wanted) in POSTS {
        let wanted = wanted
            .iter()
            .map(|(rule, piece)| ((*rule).to_owned(), (*piece).to_owned()));
        let (wanted, found): (Vec<_>, _) = (wanted.collect(), found(text));
        if wanted != found {
            wrong.push(format!("{text}\n    {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(POSTS.len() >= 40);
}
