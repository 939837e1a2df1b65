# Почему время, пояс или часы не поняты.
when-not-a-time = «{ $word }» — не время: завтра 9 · пт 18:30 · 25.12 10:00 · через 2 часа
when-ambiguous = { $first }/{ $second } читается двояко: напишите месяц словом или { $first }.{ $second }. — день и месяц
when-no-hour = В котором часу?
when-no-such-day = Нет дня { $day } в месяце { $month }
when-past = { $at } уже прошло
zone-unknown = Нет пояса «{ $asked }». Похожие: { $nearest }
hours-bad = Непонятно: «{ $place }». Пишите daily 7-23 или Mon-Fri 8-16; Sat 10-14
