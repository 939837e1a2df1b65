# Копии, восстановление и что делать с повреждённым столом.

# Чего восстановленный стол знать не может.
today-unsure = ВЫШЛО ИЛИ НЕТ?
today-unsure-note = стол восстановлен из копии
today-unsure-more = … ещё { $n }, когда решите эти
today-need-unsure = вышло или нет? знаете только вы
plan-need-unsure = вышло или нет? решить: Enter
plan-status-unsure = неизвестно
unsure-restored = стол восстановлен из копии
do-settle = решить
settle-title = { $topic }: вышло?
settle-out = Вышло
settle-absent = Не вышло
settle-out-on = Только { $channel }: вышло
settle-absent-on = Только { $channel }: не вышло
did-absent = { $n ->
    [one] Не вышел { $n } пост
    [few] Не вышли { $n } поста
    [many] Не вышли { $n } постов
   *[other] Не вышли { $n } поста
}
due-unsure = неизвестно

# Командная строка.
help-backup = Сохранить стол целиком: база, картинки и опись, которая за них ручается
help-backup-list = Какие есть копии, начиная с новой
help-backup-to = Сделать копию в этой папке; в ней никогда ничего не стирается
help-backup-json = Ответить в JSON
help-backup-examples =
    postdesk backup                     ещё одна копия рядом со столом
    postdesk backup --to /mnt/stick     копия на другом диске
    postdesk backup list                какие есть и целы ли на вид
help-restore = Вернуть стол из копии; без --yes только сказать, что будет
help-restore-backup = Имя копии или его начало, её папка или «latest»
help-restore-salvage = Вместо копии прочесть то, что ещё читается в повреждённом столе
help-restore-dry-run = Сказать, что будет, и ничего не менять (как без --yes)
help-restore-yes = Сделать. Нынешний стол откладывается в сторону и не стирается
help-restore-json = Ответить в JSON
help-restore-examples =
    postdesk restore latest             что вернула бы последняя целая копия
    postdesk restore latest --yes       вернуть её
    postdesk restore 2026-11-24 --yes   копию того дня
    postdesk restore --salvage --yes    прочесть, что читается в повреждённом столе
help-check-backups = Прочесть ещё и последние копии до последнего байта
help-check-mend = Собрать заново всё производное: поиск, суммы, кто ждёт. Написанное вами не меняется
help-check-json = Ответить в JSON
help-check-examples =
    postdesk check                      стол и его картинки
    postdesk check --backups --json     вместе с копиями, для скрипта
backup-made = Сохранено: { $kb } КБ, { $n ->
    [0] картинок нет
    [one] { $n } картинка
    [few] { $n } картинки
    [many] { $n } картинок
   *[other] { $n } картинки
}
backup-let-go = { $n ->
    [one] Стёрта { $n } старая копия
    [few] Стёрты { $n } старые копии
    [many] Стёрто { $n } старых копий
   *[other] Стёрто { $n } старой копии
}
backup-none = Копий ещё нет. Сделать: postdesk backup
backup-holds = { $posts ->
    [one] { $posts } пост
    [few] { $posts } поста
    [many] { $posts } постов
   *[other] { $posts } поста
}, { $n ->
    [one] { $n } картинка
    [few] { $n } картинки
    [many] { $n } картинок
   *[other] { $n } картинки
}, { $kb } КБ
backup-why-asked = вручную
backup-why-daily = ежедневная
backup-why-schema = перед новой схемой
backup-why-import = перед импортом
backup-why-bulk = перед большой правкой
backup-why-restore = перед восстановлением
backup-no-manifest = опись не читается ({ $detail })
backup-missing = нет файла { $file } ({ $detail })
backup-changed = файл { $file } уже не тот
backup-damaged = база повреждена: { $detail }
backup-newer = сделана более новым Postdesk (схема { $found }, эта программа знает { $known }): сначала обновите программу
backup-failed = Сегодняшняя копия не получилась: { $detail }
desk-damaged = Стол повреждён: { $detail }. Закройте окно и наберите: postdesk restore latest
restore-no-such = Копии «{ $name }» нет. Какие есть: postdesk backup list
restore-no-sound = Целых копий нет. Прочесть, что читается: postdesk restore --salvage
restore-from = Стол станет таким, каким был { $when }
restore-what-client = клиенты
restore-what-post = посты
restore-what-message = сообщения
restore-what-reading = цифры
restore-rows = { $what }: { $then } (сейчас { $now })
restore-would-doubt = Вернутся с вопросом «вышло или нет?»: { $n }
restore-doubted = С вопросом «вышло или нет?»: { $n }. О каждом спросит «Сегодня»
restore-broken = { $n ->
    [one] { $n } картинка копии испорчена и не вернётся
    [few] { $n } картинки копии испорчены и не вернутся
    [many] { $n } картинок копии испорчены и не вернутся
   *[other] { $n } картинки копии испорчены и не вернутся
}
restore-other-desk = Это копия другого стола.
restore-say-yes = Ничего не изменено. Чтобы сделать, добавьте --yes
restore-salvage-would = Всё, что читается в столе, будет перенесено в новый.
restore-done = Стол такой, каким был { $when }
restore-salvaged = { $n ->
    [one] Прочитана { $n } строка
    [few] Прочитаны { $n } строки
    [many] Прочитано { $n } строк
   *[other] Прочитано { $n } строки
}; отброшено: { $refused }, дописано, чтобы остальные сошлись: { $made }
restore-torn = Прочиталось не всё: { $tables }
restore-aside = Прежний стол лежит в { $folder }
restore-kept = И сохранён как копия: { $name }
check-text = Текст уже не тот, что был написан: { $table } { $row }
check-media-changed = Байты картинки изменились: { $hash }
check-orphans = { $n ->
    [one] { $n } картинка больше никому не нужна
    [few] { $n } картинки больше никому не нужны
    [many] { $n } картинок больше никому не нужны
   *[other] { $n } картинки больше никому не нужны
} ({ $kb } КБ)
check-outbox = В папке outbox: { $n ->
    [one] { $n } файл
    [few] { $n } файла
    [many] { $n } файлов
   *[other] { $n } файла
} ({ $kb } КБ)
check-editing = Осталось от редактора, который упал: { $n ->
    [one] { $n } файл
    [few] { $n } файла
    [many] { $n } файлов
   *[other] { $n } файла
} ({ $kb } КБ), в папке «editing»
check-no-backups = Копий нет
check-backup-sound = Цела: { $name }
check-backup = Копия { $name }: { $detail }
check-mended = Всё производное собрано заново
store-in-use = Этот стол открыт в окне или у демона. Сначала закройте их
desk-synced = Стол лежит в папке «{ $folder }», которую копирует { $program }. База скопируется посреди записи и порвётся. Переложите стол с помощью POSTDESK_HOME, а облаку отдайте копии
