# Why a typed time, zone or hours were not understood.
when-not-a-time = “{ $word }” is not a time: tomorrow 9 · fri 18:30 · 25.12 10:00 · in 2h
when-ambiguous = { $first }/{ $second } can be read two ways: write the month as a word, or { $first }.{ $second }. for day and month
when-no-hour = At what hour?
when-no-such-day = There is no day { $day } in month { $month }
when-past = { $at } has passed
zone-unknown = No time zone “{ $asked }”. Near: { $nearest }
hours-bad = Not understood: “{ $place }”. Write daily 7-23, or Mon-Fri 8-16; Sat 10-14
