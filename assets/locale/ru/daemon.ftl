# Демон, аренда часов и другие процессы.
help-daemon = Следить за часами без окна: отмечать срок и пропуски и звонить
help-daemon-once = Один раз взглянуть на часы и выйти
help-daemon-unit = Напечатать юнит и таймер systemd и строку cron, которые держат его запущенным
help-daemon-json = По объекту JSON на событие
help-daemon-quiet = Молчать обо всём, кроме неполадок
help-daemon-examples =
    postdesk daemon
    postdesk daemon --once --json
    postdesk daemon --unit

daemon-mark = ◷
daemon-begins = Демон следит за часами (процесс { $pid }). Ctrl-C завершает его
daemon-ends = Демон завершён; за часами снова следит окно
daemon-lives-already = За этим столом уже следит демон: процесс { $pid }, с { $since }
daemon-failed = Демон не может продолжать: { $detail }
daemon-desk-gone = Стола больше нет в { $folder }. Жду его две минуты
daemon-desk-back = Стол снова на месте
daemon-desk-stays-away = Стол так и не вернулся в { $folder }
daemon-on-due-failed = Команда { $program } (on_due) не удалась: { $detail }
daemon-no-program = Система не говорит, где лежит эта программа
daemon-soon = { $n ->
    [1] Через десять минут: { $client } · { $topic }
    [one] Через десять минут { $n } пост, первый — { $client } · { $topic }
    [few] Через десять минут { $n } поста, первый — { $client } · { $topic }
    [many] Через десять минут { $n } постов, первый — { $client } · { $topic }
   *[other] Через десять минут { $n } поста, первый — { $client } · { $topic }
}
daemon-due = { $n ->
    [1] Пора: { $client } · { $topic }
    [one] Пора: { $n } пост, первый — { $client } · { $topic }
    [few] Пора: { $n } поста, первый — { $client } · { $topic }
    [many] Пора: { $n } постов, первый — { $client } · { $topic }
   *[other] Пора: { $n } поста, первый — { $client } · { $topic }
}
daemon-missed = { $n ->
    [1] Пропущено: { $client } · { $topic }
    [one] Пропущен { $n } пост, первый — { $client } · { $topic }
    [few] Пропущено { $n } поста, первый — { $client } · { $topic }
    [many] Пропущено { $n } постов, первый — { $client } · { $topic }
   *[other] Пропущено { $n } поста, первый — { $client } · { $topic }
}
daemon-held = задержано: { $why }
daemon-unit-stays = Процесс, который остаётся и спит до следующего срока
daemon-unit-timer = Или вместо него — взгляд на часы каждую минуту
daemon-unit-cron = Или, без systemd, то же из cron (crontab -e)

missed-daemon-gone = демон умер

neighbours-too-deep = Новости от других процессов здесь не слышны: путь к столу длиннее { $n } байт. Записанное ими видно, когда окно получает фокус, а демону — в пределах минуты
neighbours-refused = Новости от других процессов здесь не слышны: { $detail }. Записанное ими видно, когда окно получает фокус, а демону — в пределах минуты
store-lease-lost = За часами теперь следит другой процесс; ничего не изменено

waiting-for-desk = Жду стол: { $n ->
    [1] пишет другой Postdesk
    [one] пишет другой Postdesk, впереди { $n } изменение
    [few] пишет другой Postdesk, впереди { $n } изменения
    [many] пишет другой Postdesk, впереди { $n } изменений
   *[other] пишет другой Postdesk, впереди { $n } изменения
}
waiting-to-leave = { $n ->
    [one] { $n } изменение ещё не в столе: окно закроется само. Q ещё раз — без него
    [few] { $n } изменения ещё не в столе: окно закроется само. Q ещё раз — без них
    [many] { $n } изменений ещё не в столе: окно закроется само. Q ещё раз — без них
   *[other] { $n } изменения ещё не в столе: окно закроется само. Q ещё раз — без них
}
text-aside = Стол это не принял. Ваш текст лежит в { $path }
text-nowhere = Стол это не принял, и в файл записать тоже не удалось: { $detail }
window-outgrown = Стол занял более новый Postdesk, здесь только чтение: откройте окно заново

config-wants-list = config.toml, строка { $line }: { $key } — слова в кавычках через запятую в скобках, например ["notify", "me"]
config-wants-table = config.toml, строка { $line }: { $key } — таблица: напишите [{ $key }] отдельной строкой
