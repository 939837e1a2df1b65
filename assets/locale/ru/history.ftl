# Что сделано, когда и откуда.

history-by-window = окно
history-by-cli = командная строка
history-by-rule = правило
history-by-daemon = демон
history-undone = отменено
history-not-standing = Это уже отменено, или сделал это не человек
history-in-the-way = На этом стоит запись { $entry }: { $what }
history-down-to = { $n ->
    [one] Отменить всё до неё включительно, { $n } запись: postdesk undo { $entry } --down-to
    [few] Отменить всё до неё включительно, { $n } записи: postdesk undo { $entry } --down-to
    [many] Отменить всё до неё включительно, { $n } записей: postdesk undo { $entry } --down-to
   *[other] Отменить всё до неё включительно, { $n } записи: postdesk undo { $entry } --down-to
}

# Окно.
history-title = история
history-note = новое сверху
history-empty = Ещё ничего не сделано
history-by-file = файл
history-hint-look = что затронуто
history-hint-undo = отменить
history-hint-redo = снова
history-hint-all = отменить всё
history-hint-leave = оставить
history-question = отдельно не отменить
history-above = На этом стоит: { $when }, { $what }
history-offer = { $n ->
    [one] Enter отменит всё до неё включительно: { $n } запись
    [few] Enter отменит всё до неё включительно: { $n } записи, все или ни одной
    [many] Enter отменит всё до неё включительно: { $n } записей, все или ни одной
   *[other] Enter отменит всё до неё включительно: { $n } записи, все или ни одной
}
undone-several = { $n ->
    [one] Отменена { $n } запись · U сделает снова
    [few] Отменены { $n } записи · U сделает их снова по одной
    [many] Отменено { $n } записей · U сделает их снова по одной
   *[other] Отменено { $n } записи · U сделает их снова по одной
}
history-nothing = Показать нечего: она ничего такого не затронула
history-made = новое
history-changed = изменено
history-buried = удалено
history-recorded = { $n ->
    [one] записано { $n }
    [few] записано { $n }
    [many] записано { $n }
   *[other] записано { $n }
}
history-is-client = клиент
history-is-channel = канал
history-is-rubric = рубрика
history-is-campaign = кампания
history-is-post = пост
history-is-variant = в канале
history-is-slot = слот
history-is-media = картинка
history-is-person = человек
history-is-canned-reply = готовый ответ
history-is-target = цель
history-is-note = заметка
history-is-holiday-mark = день
history-is-packet = подборка
history-is-packet-item = подборка
history-is-lead = заявка
history-is-thread-mark = переписка
history-is-delivery-event = выпуск
history-is-message = сообщение
history-is-round = обход
history-is-reading = цифра
history-is-fact-void = отмена
history-field-at = время
history-field-approval = статус
history-field-reason = причина
history-field-base-rev = текст
history-field-rev = свой текст
history-field-topic = тема
history-field-rubric = рубрика
history-field-campaign = кампания
history-field-format = формат
history-field-link = ссылка
history-field-first-comment = первый комментарий
history-field-brief = задача
history-field-note = заметка
history-field-client-note = заметка клиенту
history-field-script = сценарий
history-field-shots = кадры
history-field-is-cover = обложка
history-field-ready-by = готов к
history-field-name = название
history-field-short = короткое имя
history-field-zone = пояс
history-field-hours = часы
history-field-languages = языки
history-field-tone = тон
history-field-goals = цели
history-field-audience = аудитория
history-field-avoid = нежелательные слова
history-field-promise-min = обещано минут
history-field-contract-posts = постов в месяц
history-field-contract-money = договор
history-field-colour = цвет
history-field-handle = аккаунт
history-field-mode = публикация
history-field-grace-min = запас
history-field-look-every-min = обход
history-field-watch-min = присмотр
history-field-share = доля
history-field-starts = начало
history-field-ends = конец
history-field-goal = цель
history-field-utm = utm
history-field-alt = описание
history-field-state = очередь
history-field-snooze-until = до
history-field-verdict = решение
history-field-words = слова
history-field-is-off = выходной
history-field-text = текст
history-field-value = значение
card-hint-versions = версии
versions-title = старые тексты «{ $topic }»
versions-base = основа
versions-none = Ещё ничего не написано
versions-since = с тех пор изменилось
versions-stands = стоит сейчас
versions-let-go = отложен: канал идёт за основой
versions-hint-take = вернуть этот
versions-hint-channel = канал
