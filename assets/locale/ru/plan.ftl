# Экран «План»: дни, посты, полка.
plan-head-yours = Неделя { $week } · время ваше ({ $town })
plan-head-theirs = Неделя { $week } · время { $client } ({ $town })
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
plan-rubric = рубрика: { $name }
plan-pictures = { $n ->
    [0] без картинок
    [one] { $n } картинка
    [few] { $n } картинки
   *[many] { $n } картинок
}
plan-legend = ✓ вышел ● в плане ? у клиента ○ черновик ! опоздал ± правки ~ пауза · идея
plan-need-out = вышел в { $clock }
plan-need-skipped = не выйдет: { $why }
plan-need-missed = опоздал, { $why }
plan-need-due = пора
plan-need-review = у клиента с { $day }
plan-need-changes = правки: { $what }
plan-need-hold = на паузе: { $why }
plan-need-idea = идея
plan-need-draft = черновик
plan-need-text = нет текста
plan-need-picture = нет картинки
plan-status-idea = идея
plan-status-draft = черновик
plan-status-review = у клиента
plan-status-changes = нужны правки
plan-status-hold = на паузе
plan-status-approved = готов, без времени
plan-status-scheduled = запланирован
plan-status-due = пора
plan-status-missed = опоздал
plan-status-skipped = не выйдет
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
# О чём переспросить в ответе клиента на подборку.
answer-unclear = { $post }: «{ $words }» — это да, правки или нет?
answer-bare = Пост { $post } назван, но о нём ничего не сказано
answer-twice = У поста { $post } два разных ответа: «{ $words }»
answer-other-packet = Пост { $post } — из другой подборки
answer-no-such-item = Поста { $post } нет
answer-nowhere = «{ $words }» — не сказано, о каком посте
answer-cut-short = Ответ слишком длинный, конец не прочитан
answer-nothing = Ответа не нашлось: A1 ок · A2 заменить фото · A3 нет
