# Дни с именем, выходные, её часы.
did-day-name = { $days } «{ $name }»
did-day-off = выходной { $days }
did-day-off-named = выходной { $days }, { $name }
did-day-take-away = { $days } снова без названия

# Строка, которая называет дни.
prompt-day-title = НАЗВАТЬ ДЕНЬ
prompt-day-example = клиент (или никто: для всех) · выходной · 29.11 или 30.12–8.01 · название
prompt-day-help = Kolos 29.11 День матери · выходной 30.12–8.01 отпуск · без названия снимет
day-no-day = Какой день? Впереди клиент или «выходной»: Kolos 29.11 · выходной 8.03
day-just-passed = { $day } недавно прошло. Напишите год: { $this } или { $next }
day-backwards = Последний день раньше первого
day-too-long = За раз не больше { $most } дней
day-long-name = Название длиннее { $most } знаков
day-nothing-there = Названия там пока нет. Напишите его или «выходной»
day-everybody = для всех
day-only = только { $client }
day-understood-name = { $days } · { $whose } · { $name }
day-understood-off = { $days } · выходной · { $whose }
day-understood-off-named = { $days } · выходной · { $whose } · { $name }
day-understood-away = { $days } · { $whose } · снимаем: { $was }
day-instead = вместо: { $was }
day-span = { $first } – { $last }, { $n ->
    [one] { $n } день
    [few] { $n } дня
   *[many] { $n } дней
}

# Дни на экранах «План» и «Сегодня».
day-off = выходной
day-off-sign = вых
day-off-typed = выходной
day-off-called = выходной: { $name }
day-off-with = выходной ({ $details })
day-named-of = { $name } ({ $client })
today-soon = скоро
today-soon-none = { $day } { $name }: у клиента { $client } нет поста
today-soon-some = { $day } { $name }: { $client }, { $n ->
    [one] { $n } пост
    [few] { $n } поста
   *[many] { $n } постов
}
today-soon-named = { $day } { $name }
today-soon-off = { $day } { $name }: { $n ->
    [one] { $n } пост
    [few] { $n } поста
   *[many] { $n } постов
}
today-do-soon = занять день

# Вне её часов. Предупреждение, но не запрет.
off-day = { $day } у вас выходной
off-day-named = { $day } у вас выходной: { $name }
off-closed = { $day } вы не работаете
off-outside = у вас это { $clock }, вне ваших часов { $hours }
off-night = у вас это { $clock }, ночь
off-several = вне ваших часов { $n } из { $all }
off-short-day = у вас выходной
off-short-closed = вы в этот день не работаете
off-short-outside = у вас { $clock }, вне часов { $hours }
off-short-night = у вас { $clock }, ночь
moved-to-off = Перенесено на { $when } ▲ { $why } · u — вернуть
did-off = { $what } ▲ { $why } · u — вернуть

# Двое часов.
clock-in-town = { $clock } в { $town }
clock-yours = { $clock } у вас
today-need-by-hand-yours = вручную, у вас { $clock }

# Командная строка.
help-day = Называть дни и брать выходные
help-day-list = Все дни с названием, по порядку
help-day-add = Назвать день или несколько или взять их выходными
help-day-add-examples =
    postdesk day add 29.11 "День матери" --client Kolos
    postdesk day add 30.12–8.01 отпуск --off
help-day-delete = Снять названия с дней
help-day-delete-examples =
    postdesk day delete 29.11 --client Kolos
    postdesk day delete 30.12–8.01
help-day-days = День или дни: 29.11, 2026-11-29, завтра, 30.12–8.01
help-day-named = Как они называются
help-day-off = В эти дни вы не работаете
help-day-client = Только у этого клиента; без него для всех
help-day-json = Ответить в JSON
cli-day-nothing = Дню нужно название или --off
cli-day-none = Снимать нечего: названия там нет
