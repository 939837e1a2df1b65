# Сегодня: что делать дальше, по всем клиентам.
today-since = С { $when }: вышло { $out }, пропущено { $missed }, написали { $wrote }
today-next = Дальше { $clock } { $client } через { $in }
today-late = ОПОЗДАЛО
today-today = СЕГОДНЯ
today-out-of = вышло { $out } из { $all }
today-waiting = ЖДУТ ОТВЕТА
today-waiting-note = осталось, по часам клиента
today-more = … ещё { $n }: 4 Входящие
today-tonight = ДО ВЕЧЕРА
today-all-quiet = Ничего не опоздало, ничего не пора, никто не ждёт.
today-looks = обход
today-looks-words = не заглядывали: { $list }
today-look-never = ни разу
today-numbers = цифры
today-numbers-words = { $n ->
    [one] нет вчерашних по { $n } каналу
    [few] нет вчерашних по { $n } каналам
   *[many] нет вчерашних по { $n } каналам
}
today-gaps = пустые
today-contracts = договор
today-contract-words = { $client }: вышло { $out }, в плане { $planned } из { $promised }
today-need-out = ✓ вышел в { $clock }
today-need-missed = пропущен { $ago }, { $why }
today-need-due = пора, прошло { $ago }
today-need-review = ждёт клиента с { $day }
today-need-changes = правки: { $what }
today-need-hold = на паузе: { $why }
today-need-draft = { $n ->
    [one] черновик, { $n } знак
    [few] черновик, { $n } знака
   *[many] черновик, { $n } знаков
}
today-need-text = готов, но текста нет
today-need-picture = вручную, нет картинки
today-need-by-hand = вручную
today-need-by-hand-in = вручную через { $in }
today-need-by-hand-theirs = вручную, у них { $clock }
today-do-publish = выпустить
today-do-picture = картинка
today-do-write = писать
today-do-decide = решить
today-do-answer = ответить
today-do-look = заглянуть
today-do-numbers = ввести цифры
today-do-gap = заполнить
today-do-plan = план
today-do-link = ссылка
missed-draft = был ещё черновиком
missed-review = был у клиента
missed-changes = ждал правок
missed-hold = стоял на паузе
missed-asleep = компьютер спал
missed-not-stamped = не отмечен
missed-closed = окно было закрыто
