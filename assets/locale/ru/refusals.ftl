# Почему время, пояс или часы не поняты.
when-not-a-time = «{ $word }» — не время: завтра 9 · пт 18:30 · 25.12 10:00 · через 2 часа
when-no-such-time = «{ $word }» — такого времени нет: часы до 24:00, минуты до 59
when-ambiguous = { $first }.{ $second }. или { $second }.{ $first }.? Напишите через точку, сначала день
when-two-days = { $first } или { $second }? Напишите дату: { $example } 9:00
when-two-times = { $first } или { $second }? Напишите цифрами
when-two-moments = { $first } или { $second }? Напишите так же
when-day-or-hour = { $at } или день { $day }? Напишите { $clock } или { $example } 9:00
when-no-hour = В котором часу?
when-no-day = В какой день той недели? Например: пт на следующей неделе 9
when-no-such-day = Нет дня { $day } в месяце { $month }
when-no-leap-day = В { $year } году нет 29 февраля
when-wrong-weekday = { $date } — { $weekday ->
        [mon] понедельник
        [tue] вторник
        [wed] среда
        [thu] четверг
        [fri] пятница
        [sat] суббота
       *[sun] воскресенье
    }: оставьте день недели или дату
when-days-differ = { $first } и { $second } — два разных дня: оставьте один
when-past = { $at } уже прошло
when-just-passed = { $at } уже прошло. Следующий год? Тогда { $example } 9:00
when-too-far = Это больше чем через десять лет
zone-unknown = Нет пояса «{ $asked }». Похожие: { $nearest }
hours-bad = Непонятно: «{ $place }». Пишите daily 7-23 или Mon-Fri 8-16; Sat 10-14
