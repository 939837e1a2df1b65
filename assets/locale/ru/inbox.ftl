# Входящие.

# Первая строка.
inbox-wait-for-you = { $n ->
    [one] { $n } ждёт вас
    [few] { $n } ждут вас
    [many] { $n } ждут вас
   *[other] { $n } ждут вас
}
inbox-wait-for-others = { $n ->
    [one] { $n } ждёт других
    [few] { $n } ждут других
    [many] { $n } ждут других
   *[other] { $n } ждут других
}
inbox-done-this-week = { $n } готово за неделю
inbox-promise = обещано: { $client } { $span }, { $hours }
inbox-promise-short = { $client } { $span }, { $hours }
inbox-at-any-time = круглосуточно

# Список.
inbox-answer-first = КОМУ ОТВЕТИТЬ
inbox-time-left = осталось до обещанного
inbox-nobody-waits = Никто не ждёт ответа.
inbox-waiting-for-others = ЖДЁМ ДРУГИХ
inbox-since = чей ход
inbox-later = ПОЗЖЕ
inbox-back-in = вернётся через
inbox-done = ГОТОВО ЗА НЕДЕЛЮ
inbox-back = снова
inbox-wait-client = клиент
inbox-wait-author = автор
inbox-wait-other = другие
inbox-round = обход
inbox-not-looked-at = не заглядывали: { $channels }
inbox-never = ни разу

# Кого ждать: буквы — это клавиши.
inbox-wait-for-whom = Кого ждём:  c клиента   a автора   o кого-то ещё

# Открытый разговор.
inbox-under-post = под «{ $topic }»
inbox-kind-comment = комментарий
inbox-kind-message = личное сообщение
inbox-kind-review = отзыв
inbox-kind-mention = упоминание
inbox-earlier = раньше: { $n }
inbox-you = вы

# Поле ответа.
inbox-your-answer = ВАШ ОТВЕТ
inbox-tab-puts-in = Tab вставит:
inbox-box-keys = Enter ответ и дальше  Ctrl-J строка  Esc отложить
inbox-nothing-written = пока ничего не написано
inbox-copied-answer = ответ: { $name }
inbox-no-channel-for-idea = у клиента нет канала, куда ставят посты

# Что делает Enter.
inbox-do-answer = ответить
inbox-do-answer-and-next = ответ, далее
inbox-do-open = открыть
inbox-do-look = заглянуть

# Имена клавиш здесь.
inbox-verb-hide = скрыть
inbox-verb-close = без ответа
