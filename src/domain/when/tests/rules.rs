//! Rules that another day shows better than her Tuesday.

use super::*;

#[test]
fn friday_the_thirteenth_is_asked_about_where_it_is_near() {
    let tuesday_before = at(2026, 11, 10, 9, 0);
    for phrase in ["пт 13", "fri 13", "pe 13", "t6 13", "პარ 13"] {
        assert!(
            meets(
                &said(phrase, tuesday_before),
                "when-day-or-hour 13.11.2026 13:00"
            ),
            "{phrase}: {}",
            said(phrase, tuesday_before)
        );
    }
    for (phrase, meant) in [
        ("пт 13:00", "2026-11-13 13:00"),
        ("пт в 13", "2026-11-13 13:00"),
        ("pe klo 13", "2026-11-13 13:00"),
        ("пт 13 18:30", "2026-11-13 18:30"),
        ("friday the 13th at 9", "2026-11-13 09:00"),
        ("чт 13", "2026-11-12 13:00"),
    ] {
        assert_eq!(said(phrase, tuesday_before), meant, "{phrase}");
    }
    // Ten days ahead it is still "Friday 13"; six weeks ahead it is an hour.
    assert!(said("пт 13", at(2026, 11, 3, 9, 0)).starts_with("when-day-or-hour"));
    assert_eq!(said("пт 13", at(2026, 10, 1, 9, 0)), "2026-10-02 13:00");
}

#[test]
fn next_friday_is_clear_once_only_one_friday_fits() {
    let friday = at(2026, 11, 27, 9, 0);
    for phrase in [
        "next friday 10:00",
        "в следующую пятницу 10:00",
        "ensi perjantaina klo 10",
    ] {
        assert_eq!(said(phrase, friday), "2026-12-04 10:00", "{phrase}");
        assert!(said(phrase, now()).starts_with("when-two-days"), "{phrase}");
    }
    let saturday = at(2026, 11, 28, 9, 0);
    assert_eq!(said("next friday 10:00", saturday), "2026-12-04 10:00");
    assert!(said("next sunday 10:00", saturday).starts_with("when-two-days"));
    // Weeks begin on Monday.
    let sunday = at(2026, 11, 29, 9, 0);
    assert_eq!(
        said("пн на следующей неделе 10:00", sunday),
        "2026-11-30 10:00"
    );
    assert_eq!(
        said("вс на следующей неделе 10:00", sunday),
        "2026-12-06 10:00"
    );
}

#[test]
fn a_weekday_is_today_while_its_hour_is_ahead() {
    assert_eq!(said("вт 9:13", now()), "2026-11-24 09:13");
    assert_eq!(said("вт 9:12", now()), "2026-12-01 09:12");
    assert_eq!(said("9:12", now()), "2026-11-25 09:12");
    assert!(said("в этот вторник 9:00", now()).starts_with("when-past"));
    assert_eq!(said("вт 24:00", now()), "2026-11-25 00:00");
}

#[test]
fn a_date_without_a_year_is_the_coming_one_unless_it_has_only_just_gone() {
    // Sixty days before 24 November is 25 September.
    assert!(meets(
        &said("25.09 10:00", now()),
        "when-just-passed 25.09.2026 25.9.2027"
    ));
    assert_eq!(said("24.09 10:00", now()), "2027-09-24 10:00");
    assert_eq!(said("24.11 10:00", now()), "2026-11-24 10:00");
    assert_eq!(said("20.11.2027 10:00", now()), "2027-11-20 10:00");
    // On New Year's days December is last month.
    let january = at(2027, 1, 2, 9, 0);
    assert!(meets(
        &said("31.12 18:00", january),
        "when-just-passed 31.12.2026 31.12.2027"
    ));
    assert_eq!(said("31.12.2027 18:00", january), "2027-12-31 18:00");
}

#[test]
fn the_leap_day_is_there_when_it_is() {
    assert_eq!(
        said("29.02 10:00", at(2028, 1, 10, 9, 0)),
        "2028-02-29 10:00"
    );
    assert_eq!(said("29.02.2028 10:00", now()), "2028-02-29 10:00");
    assert!(meets(
        &said("29.02 10:00", at(2027, 1, 10, 9, 0)),
        "when-no-leap-day 2027"
    ));
    assert!(meets(
        &said("29.02.2027 10:00", now()),
        "when-no-leap-day 2027"
    ));
}

#[test]
fn the_last_day_of_a_month_and_days_that_not_every_month_has() {
    let last = at(2026, 11, 30, 19, 0);
    assert_eq!(
        said("в последний день месяца в 18:00", last),
        "2026-12-31 18:00"
    );
    assert_eq!(
        said("the 31st at 9", at(2027, 2, 1, 9, 0)),
        "2027-03-31 09:00"
    );
    assert_eq!(
        said("через месяц в 9", at(2027, 1, 28, 9, 30)),
        "2027-02-28 09:00"
    );
    assert!(meets(
        &said("через месяц в 9", at(2027, 1, 30, 9, 30)),
        "when-no-such-day 30 2"
    ));
}

#[test]
fn midnight_is_asked_about_while_both_of_its_day_are_ahead() {
    assert_eq!(said("сегодня в 12 ночи", now()), "2026-11-25 00:00");
    assert_eq!(said("завтра 0:00", now()), "2026-11-25 00:00");
    assert_eq!(said("завтра 24:00", now()), "2026-11-26 00:00");
    assert!(said("завтра в полночь", now()).starts_with("when-two-moments"));
}

#[test]
fn clock_changes_are_told() {
    let helsinki = chrono_tz::Europe::Helsinki;
    let read = |phrase: &str, now: Moment| parse(phrase, now, helsinki).unwrap();
    for phrase in ["28.3.2027 3:30", "28. maaliskuuta klo puoli 4"] {
        let gap = read(phrase, now());
        assert!(matches!(gap.resolved, Resolved::Gap { .. }), "{gap:?}");
    }
    let fold = read("31.10.2027 klo 3.30", now());
    let Resolved::Fold { first, second } = fold.resolved else {
        panic!("{fold:?} is shown twice");
    };
    // Between the two the first has gone by, and the second is meant.
    let between = first + chrono::TimeDelta::minutes(10);
    assert_eq!(read("3:30", between).resolved, Resolved::Plain(second));
    // An hour is an hour, also across the change.
    let before = first - chrono::TimeDelta::minutes(30);
    let hour = read("tunnin päästä", before);
    assert_eq!(hour.resolved.moment() - before, chrono::TimeDelta::hours(1));
}

#[test]
fn what_a_refusal_offers_is_understood() {
    for offered in [
        "27.11. 9:00",
        "27.11.2026 12:30",
        "20.11.2027 9:00",
        "fri next week 9",
        "пт на следующей неделе 9",
        "3.4. 9:00",
        "завтра 9",
        "fri 18:30",
        "25.12 10:00",
        "in 2h",
        "через 2 часа",
    ] {
        let when = parse(offered, now(), KAZAN);
        assert!(when.is_ok(), "{offered}: {when:?}");
    }
}
