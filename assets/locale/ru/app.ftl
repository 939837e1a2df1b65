# Рамка вокруг экранов и ошибки в своём keymap.toml.

app-all-clients = Все клиенты

# Сколько постов: в шапке недели, у клиента, в отчёте.
posts = { $n ->
    [one] { $n } пост
    [few] { $n } поста
   *[many] { $n } постов
}

# Ошибки в keymap.toml.
keymap-syntax = это не TOML: { $detail }
keymap-unknown-table = таблицы «{ $name }» нет; клавиши пишутся под [desk]
keymap-not-an-action = для «{ $chord }» нужно название действия в кавычках
keymap-unknown-action = действия «{ $id }» нет
keymap-unknown-action-near = действия «{ $id }» нет; может быть, «{ $near }»?
keymap-twice = «{ $chord }» уже занято: { $action }, строка { $other }
keymap-prefix = с «{ $chord }» начинается «{ $longer }» ({ $action }): его нельзя будет набрать
keymap-behind = «{ $chord }» нельзя набрать: раньше сработает «{ $shorter }» ({ $action })
keymap-forbidden = в «{ $chord }» есть { $sign }: в других раскладках этот знак на другой клавише
keymap-chord-empty = не указано ни одной клавиши
keymap-chord-long = в «{ $chord }» слишком много клавиш: подряд можно не больше трёх
keymap-chord-key = «{ $key }» не клавиша: нужен один знак или имя, например enter, space, pgdn, F2
keymap-chord-modifier = «{ $key }» не модификатор: бывают только ctrl, alt и shift
keymap-chord-shift = «{ $key }»: вместо shift напишите заглавную букву

# Верхняя строка.
tab-today = Сегодня
tab-plan = План
tab-drafts = Тексты
tab-inbox = Входящие
tab-kpi = Цифры

# Временные окна.
hint-back = назад
hint-choose = выбрать
hint-move = ходить
hint-keys = ещё
hint-do = готово
picker-narrow = начните печатать
scope-title = Какой клиент
scope-all = Все клиенты
status-title = Статус
status-cannot = «{ $topic }»: { $why }
status-now = { $status } · сейчас
approval-idea = идея
approval-draft = черновик
approval-review = у клиента
approval-changes = правки
approval-hold = на паузе
approval-approved = одобрен
help-title = Что здесь можно сделать
palette-title = Все действия по именам
find-title = Поиск
find-placeholder = слова из постов, заметок и сообщений
find-topic = пост
find-text = текст
find-first-comment = 1-й комм.
find-note = заметка
find-brief = задача
find-client-note = клиенту
find-script = сценарий
find-shots = кадры
find-alt = картинка
find-message = сообщение
find-unindexed = { $n ->
    [one] { $n } сообщение ещё не ищется
    [few] { $n } сообщения ещё не ищутся
   *[many] { $n } сообщений ещё не ищутся
}

# Что сделано и что нет.
did = { $what } · u — вернуть как было
did-while-typing = { $what }
undone = Отменено: { $what }
redone = Сделано снова: { $what }
kept-text = { $n ->
    [1] Ваш недописанный текст цел и ждёт там, где вы его оставили
    [one] { $n } недописанный текст цел и ждёт там, где вы его оставили
    [few] { $n } недописанных текста целы и ждут там, где вы их оставили
   *[many] { $n } недописанных текстов целы и ждут там, где вы их оставили
}
moved-to = Перенесено на { $when } · u — вернуть как было
no-free-slot = Свободных слотов на 60 дней нет: задайте их в карточке канала или нажмите t
ring = { $clock } { $client }: { $topic }{ $why }
address-shown = Здесь нет браузера. Откройте: { $address }
clipboard-failed = Буфер обмена не принял: { $detail }. Текст лежит в папке outbox
ring-failed = Звонок не прозвенел: { $detail }
demo-failed = Демо не открылось: { $detail }
suspend-failed = Не удалось уснуть: { $detail }
editor-failed = Редактор не запустился: { $detail }
editor-unreadable = Команду редактора не разобрать: { $command }; посмотрите EDITOR
editor-not-started = { $program } не запустить: { $detail }; укажите в EDITOR другой редактор
editor-gone = Редактор не оставил файла; текст в столе прежний
editor-too-large = Файл больше { $megabytes } МБ не взят и остался здесь: { $path }; текст в столе прежний
editor-lost = { $path } после редактора не прочитать: { $detail }; текст в столе прежний
editor-crashed = Редактор закрылся с ошибкой; ваш текст цел: { $path }
editor-unchanged = Текст не изменился
paste-too-long = Не вставлено: { $kilobytes } КБ — слишком много, сюда можно до { $most } КБ
attach-failed = { $path } не удалось взять: { $detail }
crash-report = В прошлый раз программа упала; отчёт: { $path }
written-elsewhere = Этот текст пишется в другом окне: сначала закройте его там

# Долгая работа.
work-rows = Вношу: { $rows } из { $of }. Можно работать дальше
work-back = Убираю много строк. Можно работать дальше
work-busy = Большие изменения — по одному: прошлое ещё записывается
work-mended = Оборванный импорт убран целиком: от него ничего не осталось
work-leave = Строки ещё вносятся. Q ещё раз остановит это, уберёт внесённое и закроет окно
