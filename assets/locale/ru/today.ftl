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
today-all-quiet = Ничего не опоздало, выпускать сейчас нечего, никто не ждёт.
today-with-client = клиент
today-looks = обход
today-looks-words = заглядывали: { $list }
today-look-never = ни разу
today-numbers = цифры
today-numbers-words = { $n ->
    [one] нет вчерашних по { $n } каналу
    [few] нет вчерашних по { $n } каналам
   *[many] нет вчерашних по { $n } каналам
}
today-gaps = пусто
today-contracts = договор
today-contract-words = { $client }: вышло { $out }, в плане { $planned } из { $promised }
today-need-out = ✓ вышел в { $clock }
today-need-missed = опоздал на { $ago }, { $why }
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
today-need-media = вручную, { $what }
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
today-do-link = вписать ссылку
missed-draft = был ещё черновиком
missed-review = был у клиента
missed-changes = ждал правок
missed-hold = стоял на паузе
missed-asleep = компьютер спал
missed-not-stamped = не отмечен
missed-closed = окно было закрыто
today-do-open = открыть пост
today-do-client = первый клиент
today-do-demo = демо
today-do-import = взять команду
today-verb-skip = снять
today-verb-close = без ответа
today-quiet-channel = Дальше: C — добавить клиенту канал, туда и будут выходить посты.
today-quiet-post = a добавит пост одной строкой, 2 откроет план.

# Пустой стол: «Сегодня» как пример и три пути дальше.
today-empty = Стол пока пуст. Вот так будет выглядеть «Сегодня»:
today-example = пример
today-ways = С ЧЕГО НАЧАТЬ
today-way-client = первый клиент: название, пояс и часы, потом его каналы
today-way-demo = посмотреть демо: четыре выдуманных клиента, ваш стол не изменится
today-way-import = готовый план: сначала клиент, потом postdesk import plan ФАЙЛ
today-copied-import = команда импорта; допишите к ней файл
today-example-breakfast-client = Пекарня
today-example-breakfast-topic = Завтрак на двоих
today-example-breakfast-need = опоздал на 1:12, окно было закрыто
today-example-recipe-client = Пекарня
today-example-recipe-topic = Сырники: рецепт шефа
today-example-recipe-need = вручную через 0:18
today-example-peonies-client = Цветы
today-example-peonies-topic = Чтобы пионы стояли неделю
today-example-peonies-need = черновик, 191 знак
today-example-baker-client = Пекарня
today-example-baker-topic = Кто печёт ваш хлеб
today-example-baker-need = ждёт клиента с пт
today-example-complaint-client = Пекарня
today-example-complaint-text = Ольга Р.   - Ждали заказ пятьдесят минут
today-example-question-client = Цветы
today-example-question-text = Тимур      ? А в воскресенье привозите?
today-example-gaps = Пекарня вс · Цветы чт, сб
today-earlier = … раньше ещё { $n }: 2 План
