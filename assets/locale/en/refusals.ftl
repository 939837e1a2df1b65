# Why a typed time, zone or hours were not understood.
when-not-a-time = “{ $word }” is not a time: tomorrow 9 · fri 18:30 · 25.12 10:00 · in 2h
when-no-such-time = No clock shows “{ $word }”: hours go up to 24:00, minutes up to 59
when-ambiguous = { $first }.{ $second }. or { $second }.{ $first }.? Write it with full stops, the day first
when-two-days = { $first } or { $second }? Write the date: { $example } 9:00
when-two-times = { $first } or { $second }? Write it in digits
when-two-moments = { $first } or { $second }? Write it like this
when-day-or-hour = { $at } or the day { $day }? Write { $clock }, or { $example } 9:00
when-no-hour = At what hour?
when-no-day = Which day of that week? For example: fri next week 9
when-no-such-day = There is no day { $day } in month { $month }
when-no-leap-day = There is no 29 February in { $year }
when-wrong-weekday = { $date } is a { $weekday ->
        [mon] Monday
        [tue] Tuesday
        [wed] Wednesday
        [thu] Thursday
        [fri] Friday
        [sat] Saturday
       *[sun] Sunday
    }: leave the weekday or the date
when-days-differ = { $first } and { $second } are two days: leave one of them
when-past = { $at } has passed
when-just-passed = { $at } has passed. Is next year meant? { $example } 9:00
when-too-far = That is more than ten years ahead
zone-unknown = No time zone “{ $asked }”. Near: { $nearest }
hours-bad = Not understood: “{ $place }”. Write daily 7-23, or Mon-Fri 8-16; Sat 10-14
