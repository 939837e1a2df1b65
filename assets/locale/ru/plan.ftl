# Экран «План»: дни, посты, полка.
plan-today = сегодня
plan-tomorrow = завтра
plan-free = свободно
plan-empty = В плане пусто.
plan-shelf = ПОЛКА
plan-shelf-note = пока без времени
plan-on-shelf = на полке { $n }
plan-marked = отмечено { $n }
plan-cut = { $n ->
    [one] вырезан { $n } пост: p вставит на этот день
    [few] вырезано { $n } поста: p вставит на этот день
   *[many] вырезано { $n } постов: p вставит на этот день
}
plan-past = Это время уже прошло. Выберите день позже.
plan-clock-gap = { $clock } в ту ночь нет: выйдет в { $real }
plan-clock-twice = { $clock } в ту ночь дважды: выйдет в первый раз
plan-no-time = пока без времени
plan-planned = в плане на { $when } { $zone }
plan-suggested = предложено на { $when } { $zone }
plan-rubric = рубрика: { $name }
plan-pictures = { $n ->
    [0] без картинок
    [one] { $n } картинка
    [few] { $n } картинки
   *[many] { $n } картинок
}
plan-legend = ✓ вышел ● план ? клиент ○ черновик ! опоздал ¿ вышел? ± правки ~ пауза · идея
plan-need-out = вышел в { $clock }
plan-need-skipped = снят с плана: { $why }
plan-need-missed = опоздал, { $why }
plan-need-due = пора
plan-need-review = у клиента с { $day }
plan-need-changed = с тех пор изменён
plan-need-changes = правки: { $what }
plan-need-hold = на паузе: { $why }
plan-need-idea = идея
plan-need-draft = черновик
plan-need-text = нет текста
plan-status-idea = идея
plan-status-draft = черновик
plan-status-review = у клиента
plan-status-changes = нужны правки
plan-status-hold = на паузе
plan-status-approved = готов, без времени
plan-status-scheduled = запланирован
plan-status-due = пора
plan-status-missed = опоздал
plan-status-skipped = снят с плана
plan-status-published = вышел
plan-do-publish = выпустить
plan-do-picture = картинка
plan-do-write = писать
plan-do-open = открыть
plan-do-decide = решить
plan-do-time = время
plan-do-see = открыть пост
plan-do-link = вписать ссылку
plan-verb-back = день назад
plan-verb-ahead = день вперёд
plan-do-add = добавить
plan-nobody = Пока некому планировать. C добавит клиента с каналами и временем выхода.
plan-week = Неделя { $week }, { $days }
plan-list = Неделя { $week }
plan-yours = время ваше ({ $town })
plan-theirs = время клиента { $client } ({ $town })
plan-posts = { $n ->
    [one] { $n } пост
    [few] { $n } поста
   *[many] { $n } постов
}
plan-gaps = { $n ->
    [one] { $n } пустой слот
    [few] { $n } пустых слота
   *[many] { $n } пустых слотов
}
plan-late = { $n ->
    [one] { $n } ждёт вас
    [few] { $n } ждут вас
   *[many] { $n } ждут вас
}
plan-contract = договор { $standing }
plan-more = ещё { $n }
plan-shelf-line = ПОЛКА { $n }
plan-copied = скопировано: { $n }; p вставит сюда
plan-copy-shelved = { $n ->
    [one] { $n } копия на полке: её время занято
    [few] { $n } копии на полке: их время занято
   *[many] { $n } копий на полке: их время занято
}
plan-taken = { $clock } в { $code } занято: другой день или t — другое время («{ $topic }»)
plan-other-client = Пост остаётся у своего клиента. Другому его отдаёт копия: y.
plan-other-channel = Пост остаётся на своих каналах. На другой его ставит копия: y.
plan-no-such-channel = У клиента { $client } нет { $code }: ничего не скопировано.
plan-look-week = неделя
plan-look-month = месяц
plan-look-agenda = список
plan-verb-page-back = назад
plan-verb-page-on = дальше
plan-warn-row = третий пост «{ $name }» подряд
plan-warn-share = «{ $name }» — { $is } % месяца (план { $target })
plan-warn-near = рядом в { $code } в { $clock } «{ $topic }»
plan-warn-alt = { $n ->
    [1] картинка без описания
    [one] { $n } картинка без описания
    [few] { $n } картинки без описания
   *[many] { $n } картинок без описания
}
shift-past = «{ $topic }» попал бы в прошлое: ничего не сдвинуто.
shift-taken = { $when } в { $code } занято: «{ $topic }». Ничего не сдвинуто.
shift-nothing = Ни у чего из этого нет времени.
prompt-shift-title = СДВИНУТЬ ВСЕ
prompt-shift-example = +2 дня · -1 день · +3 часа · или время первого: пт 10
prompt-shift-help = +2 дня сдвигает все на два дня; время — первый туда, остальные за ним
prompt-shift-nothing = так ничего не сдвинется
prompt-shift-past = { $at } уже прошло
prompt-shift-first = первый: { $from } → { $to } { $zone }
prompt-shift-last = последний: { $to }
plan-verb-let-go = сбросить
