# Командная строка: справка, ответы, отказы.

help-usage = Запуск
help-arguments = Аргументы
help-commands = Команды
help-options = Ключи
help-examples = Примеры
help-help = Показать эту справку
help-version = Показать версию

help-postdesk = Рабочий стол SMM-менеджера. Без команды открывается окно
help-postdesk-examples =
    postdesk                  окно с вашим столом
    postdesk demo             четыре выдуманных клиента, после выхода исчезнут
    postdesk due --json       чему пора выйти, для скрипта
    postdesk undo             отменить последнее изменение
help-demo = Четыре выдуманных клиента на временном столе
help-demo-examples =
    postdesk demo
    postdesk demo --keep ~/demo-desk
help-demo-keep = Сохранить демо-стол в этой папке
help-due = Один взгляд на часы: записать и показать, чему пора выйти и что пропущено
help-due-examples =
    postdesk due
    postdesk due --at "2026-11-24 09:30"
    postdesk due --at 2026-11-24T09:30:00+03:00 --json
help-due-at = Примерить другой момент; ничего не записывается
help-due-json = Ответить в JSON
help-add = Добавить пост одной строкой: клиент, каналы, время, текст
help-add-examples =
    postdesk add "Kolos vk,tg завтра 9:30 Сегодня открываемся в десять"
    postdesk add --dry-run "Kolos tg 25.11.2026 18:00 Последний тёплый вечер"
help-add-words = Клиент, каналы, время и текст, как в окне
help-add-dry-run = Показать, что понято, и ничего не записать
help-import = Взять план, сообщения или цифры из файла
help-import-plan = Взять план постов из CSV, TSV, Excel, JSON или Markdown
help-import-plan-examples =
    postdesk import plan november.csv
    postdesk import plan november.csv --client Kolos --zone Europe/Moscow --yes
    postdesk import plan excel.csv --dates day-first --client-name "Кофейня=Kolos" --channel "ВКонтактик=vk"
    postdesk import plan export.tsv --map "Когда=at" --map "Куда=channel"
help-import-messages = Взять комментарии и сообщения из CSV, TSV, Excel или JSON
help-import-messages-examples =
    postdesk import messages comments.csv --client Kolos
    postdesk import messages comments.json --yes --json
help-import-readings = Взять цифры из CSV, TSV, Excel или JSON
help-import-readings-examples =
    postdesk import readings october.csv --client Kolos --yes
help-import-file = Файл; - означает стандартный ввод
help-import-client = Чьи это строки, если файл не говорит
help-import-zone = Пояс для времени без пояса; обычно пояс клиента
help-import-map = Что значит колонка, если она не узнана
help-import-yes = Записать верные строки; без ключа ничего не пишется
help-import-json = Отчёт в JSON
help-list = Показать посты, сообщения, каналы или клиентов
help-list-posts = По строке на пост в каждом канале
help-list-posts-examples =
    postdesk list posts --client Kolos
    postdesk list posts --json > plan.json
help-list-messages = Все сообщения, старые сверху
help-list-channels = Все каналы
help-list-clients = Все клиенты
help-list-json = Ответить в JSON
help-list-client = Только этого клиента
help-client = Взять клиента и поправить его карточку
help-client-add = Взять клиента
help-client-add-examples =
    postdesk client add "Пекарня Колос" --short Kolos --zone Europe/Moscow --hours "daily 7-23"
    postdesk client add "Marani Nino" --short Marani --languages ka,en --promise 240
help-client-edit = Поправить карточку клиента
help-client-edit-examples =
    postdesk client edit Kolos --promise 60
    postdesk client edit Kolos --short Колос --avoid дёшево,халява
help-client-list = Все клиенты
help-client-named = Название, как в договоре
help-client-who = Короткое имя, название или начало id
help-client-name = Другое название
help-client-short = Короткое имя для списков, до 8 знаков
help-client-colour = Цвет клиента
help-client-zone = Часовой пояс клиента, например Asia/Tbilisi
help-client-hours = Часы, в которые обещаны ответы, например "daily 7-23"
help-client-languages = Языки аудитории, главный первым
help-client-tone = Тон голоса
help-client-goals = Чего хочет добиться
help-client-audience = Кто его аудитория
help-client-avoid = Слова, которых избегаем
help-client-promise = Обещанное время до первого ответа, в рабочих минутах
help-client-contract-posts = Постов в месяц по договору
help-client-contract-money = Сколько платят по договору
help-client-json = Ответить в JSON
help-client-client = Только этого клиента
help-channel = Завести канал и поправить его карточку
help-channel-add = Завести канал
help-channel-add-examples =
    postdesk channel add --client Kolos --platform vk --handle @kolos_kazan
    postdesk channel add --client Kolos --platform telegram --handle @kolos --mode assisted
help-channel-edit = Поправить карточку канала
help-channel-edit-examples =
    postdesk channel edit Kolos/vk --grace 30
    postdesk channel edit @kolos_kazan --link https://vk.com/kolos_kazan
help-channel-list = Все каналы
help-channel-client = Чей канал
help-channel-platform = Площадка: vk, telegram, instagram…
help-channel-which = Имя аккаунта, клиент/площадка или начало id
help-channel-handle = Имя аккаунта
help-channel-link = Адрес страницы
help-channel-mode = Как публикуем: auto, handoff или assisted
help-channel-grace = Сколько минут после срока пост ещё может выйти
help-channel-look-every = Минут между обходами; 0 — без обходов
help-channel-watch = Сколько минут свежий пост виден в «Сегодня»
help-channel-json = Ответить в JSON
help-undo = Отменить последнее изменение
help-redo = Сделать снова то, что отменено
help-check = Поискать повреждения; код выхода 1, если нашлись
help-doctor = Рассказать всё, что нужно, когда что-то не так
help-paths = Показать, где что лежит

# Ответы.
cli-did = Готово: { $what }. Отменить: postdesk undo
cli-dry-run = Это проба: ничего не записано
cli-nothing-changed = Менять нечего: в карточке уже так
cli-as-it-is = { $line }
cli-crashed = Postdesk сломался и вернул терминал. Ваша работа сохранена. Отчёт, без ваших текстов:
cli-demo-kept = Демо-стол сохранён в { $folder }
cli-demo-left = Не удалось убрать демо-стол из { $folder }: { $detail }

# Отказы.
cli-no-terminal = Окну нужен терминал. В скрипте нужна команда: список покажет postdesk --help
cli-no-home = В системе нет домашней папки; укажите место: POSTDESK_HOME=/какая/папка
cli-no-desk = В { $folder } ещё нет стола. Начните так: postdesk client add НАЗВАНИЕ
cli-output = Ответ не удалось записать: { $detail }
cli-window-failed = Окно не открылось: { $detail }
cli-demo-failed = Демо не удалось подготовить: { $detail }
cli-no-client = Клиента «{ $name }» нет; список: postdesk list clients
cli-no-client-near = Клиента «{ $name }» нет; может быть, { $near }?
cli-no-channel = Канала «{ $name }» нет; список: postdesk list channels
cli-ambiguous = «{ $name }» подходит к нескольким: { $fits }
cli-no-platform = Площадки «{ $name }» нет. Есть: { $known }
cli-no-platform-near = Площадки «{ $name }» нет; может быть, { $near }? Есть: { $known }
cli-no-zone = Часового пояса «{ $found }» нет; пишите так: Europe/Moscow
cli-no-zone-near = Часового пояса «{ $found }» нет; похожи: { $near }
cli-hours = «{ $found }» — не рабочие часы; пишите так: daily 7-23 или Mon-Fri 9-18
cli-colour = Цвета — от 0 до { $most }
cli-name-empty = Клиенту нужно название
cli-short = В коротком имени от 1 до { $most } знаков
cli-short-taken = Короткое имя «{ $short }» занято: { $name }
cli-link = «{ $found }» — не веб-адрес; пишите так: https://vk.com/kolos
cli-mode = «{ $found }» — не способ публикации для { $platform }; есть: { $known }

# Где столу не место.
desk-in-cloud = Стол лежит в «{ $folder }», а эту папку копирует облако. Оно скопирует базу посреди записи и порвёт её. Перенесите стол через POSTDESK_HOME, а облаку отдайте резервные копии
desk-on-network = Стол лежит на { $folder } — это сетевая файловая система ({ $kind }). Блокировки там не держат, и две программы испортят базу. Перенесите стол на локальный диск через POSTDESK_HOME

# import
imported-cell = строка { $row }, { $column }: { $what }
imported-row = строка { $row }: { $what }
imported-more = { $n ->
    [one] … и ещё { $n }; все есть в --json
    [few] … и ещё { $n }; все есть в --json
   *[many] … и ещё { $n }; все есть в --json
}
imported-summary = Строк: { $rows } · верных: { $accepted } · с ошибками: { $rejected }
imported-nothing = Ни одной строки взять нельзя; ничего не записано
imported-written = { $n ->
    [one] Записана { $n } строка
    [few] Записаны { $n } строки
   *[many] Записано { $n } строк
}
imported-known = Всё это уже есть на столе; ничего не записано
imported-trial = Это проба: ничего не записано. С --yes запишутся верные строки
imported-unreadable = { $file } не читается: { $detail }

# due
due-due = пора
due-missed = пропущено
due-ringing = скоро
due-nothing = Выпускать сейчас нечего, ничего не пропущено, звонков нет
due-no-moment = «{ $found }» — не момент; пишите 2026-11-24 09:30 или 2026-11-24T09:30:00+03:00
due-gap = Такого времени в { $zone } нет: часы переводят вперёд. Сдвинуто на столько же
due-fold = Такое время в { $zone } бывает дважды: часы переводят назад. Взято первое

# Стол отказывает.
store-newer = Этот стол записан более новым Postdesk (схема { $found }, здесь известна { $known }). Обновите программу; ничего не изменено
store-not-a-desk = desk.db — не стол Postdesk; ничего не изменено. Если раньше это был ваш стол, «postdesk restore latest» вернёт последнюю целую копию
store-corrupt = Стол повреждён: { $detail }. Не продолжайте работу. «postdesk restore latest» вернёт последнюю целую копию, «postdesk restore --salvage» прочтёт то, что ещё читается; повреждённый стол отложится в сторону и не сотрётся
store-busy = Стол занят: пишет другой Postdesk. Повторите чуть позже
store-read-only = Стол можно только читать: проверьте права на папку
store-full = Диск полон; ничего не изменено
store-changed-since = С тех пор это изменили, поэтому отдельно не отменить ({ $table } { $row })
store-arrived-since = С тех пор пришло то, что с этим связано, поэтому отменить нельзя
store-nothing-to-undo = Отменять нечего
store-nothing-to-redo = Возвращать нечего
store-stopped = Остановлено: что успело войти, убрано обратно
store-gone = Этого больше нет
store-name-taken = Имя занято
store-wrong-channels = Посту нужен хотя бы один канал, и все каналы — одного клиента
store-io = Файл стола недоступен: { $detail }
store-picture-gone = В столе пропал файл картинки «{ $name }»: замените её (g m) или верните копию стола
store-sqlite = База отказала: { $detail }
move-already-out = Это уже вышло
move-let-go = Это уже снято с плана
move-reason-missing = Скажите почему: нужна причина
move-from-hold = На паузе: сначала вернуть в черновик
move-not-seen = Клиент этого ещё не видел

# Что сделано.
did-client-add = новый клиент { $name }
did-client-edit = карточка { $name }
did-client-delete = клиент отпущен
did-rubric = рубрика { $name }
did-channel-add = новый канал { $handle }
did-channel-edit = карточка { $handle }
did-channel-delete = канал закрыт
did-slot-add = новый слот
did-slot-delete = слот убран
did-post-add = новый пост «{ $topic }»
did-posts-import = { $n ->
    [one] { $n } пост из { $file }
    [few] { $n } поста из { $file }
   *[many] { $n } постов из { $file }
}
did-post-edit = пост «{ $topic }»
did-post-delete = { $n ->
    [1] пост удалён
    [one] удалён { $n } пост
    [few] удалено { $n } поста
   *[many] удалено { $n } постов
}
did-copy = { $n ->
    [1] скопировано
    [one] скопирован { $n } пост
    [few] скопировано { $n } поста
   *[many] скопировано { $n } постов
}
did-text-save = текст сохранён
did-text-inherit = текст снова как в основе
did-approval = { $to ->
    [idea] снова идея
    [draft] снова черновик
    [review] отправлено клиенту
    [changes] клиент просит правки
    [hold] на паузе
    [approved] одобрено
   *[other] статус { $to }
}{ $n ->
    [1] {""}
    [one] {": "}{ $n } вариант
    [few] {": "}{ $n } варианта
   *[many] {": "}{ $n } вариантов
}
did-packet-send = { $n ->
    [one] { $n } пост у клиента
    [few] { $n } поста у клиента
   *[many] { $n } постов у клиента
}
did-packet-answer = ответ клиента: { $n ->
    [one] { $n } пост
    [few] { $n } поста
   *[many] { $n } постов
}
did-reschedule = { $n ->
    [1] другое время
    [one] другое время для { $n } варианта
    [few] другое время для { $n } вариантов
   *[many] другое время для { $n } вариантов
}
did-attach = картинка { $name }
did-detach = картинка снята
did-alt = картинка описана
did-mark = { $n ->
    [one] отмечен { $n } срок
    [few] отмечены { $n } срока
   *[many] отмечено { $n } сроков
}
did-ring = { $n ->
    [one] { $n } звонок
    [few] { $n } звонка
   *[many] { $n } звонков
}
did-open-steps = начата публикация вручную
did-stamp = { $n ->
    [1] отмечено как вышедшее
    [one] отмечены как вышедшие: { $n }
    [few] отмечены как вышедшие: { $n }
   *[many] отмечены как вышедшие: { $n }
}
did-link = ссылка на вышедший пост
did-skip = { $n ->
    [1] снято с плана
    [one] снято с плана: { $n }
    [few] снято с плана: { $n }
   *[many] снято с плана: { $n }
}
did-receive = { $n ->
    [one] пришло { $n } сообщение
    [few] пришло { $n } сообщения
   *[many] пришло { $n } сообщений
}
did-answer = ответ
did-decide = { $state ->
    [open] снова ждёт ответа
    [done] готово
    [closed] закрыто без ответа
    [wait_author] ждём автора
    [wait_client] ждём клиента
    [wait_other] ждём другого
    [snoozed] отложено
    [hidden] скрыто
   *[other] { $state }
}{ $n ->
    [1] {""}
    [one] {": "}{ $n } переписка
    [few] {": "}{ $n } переписки
   *[many] {": "}{ $n } переписок
}
did-tone = другой тон
did-topic = тема «{ $topic }»
did-lead = заявка «{ $what }»
did-look = обход записан
did-canned-add = готовый ответ «{ $name }»
did-canned-edit = готовый ответ «{ $name }»
did-canned-delete = готовый ответ убран
did-readings = { $n ->
    [one] { $n } цифра
    [few] { $n } цифры
   *[many] { $n } цифр
}
did-target = цель для { $metric }
