# Фильтры и запомненные виды.

# Фильтр словами.
filter-line = фильтр: { $what }
filter-shown = { $shown } из { $all }
filter-late-hidden = { $n ->
    [one] скрыт { $n } опоздавший
    [few] скрыто { $n } опоздавших
   *[many] скрыто { $n } опоздавших
}
filter-cut = только { $n } самых новых с этими словами
filter-not = не { $what }
filter-quoted = «{ $words }»
filter-client = клиент { $what }
filter-channel = канал { $what }
filter-stage = статус { $what }
filter-format = формат { $what }
filter-rubric = рубрика { $what }
filter-campaign = кампания { $what }
filter-text = текст { $what }
filter-is-idea = идея
filter-is-draft = черновик
filter-is-review = у клиента
filter-is-changes = правки
filter-is-hold = на паузе
filter-is-approved = готово
filter-is-out = вышло
filter-is-skipped = снято
filter-is-late = опоздал
filter-is-mine = ждёт вас
filter-is-no-text = нет текста
filter-is-no-picture = нет картинки
filter-is-no-time = без времени
filter-is-no-rubric = без рубрики

# Строка, в которой его набирают.
filter-title = ПОКАЗАТЬ ТОЛЬКО
filter-example = вк черновик #люди -тг !опоздал "слова из текста"
filter-help = клиент · вк · черновик · #рубрика · кампания: · !опоздал · "слова" · -кроме
filter-everything = показано всё
filter-hint-keep = показать
filter-hint-clear = как было
filter-verb-clear = всё
filter-nothing = Ничего: Esc покажет всё
filter-not-here = Фильтр работает в Плане и Текстах: 2 или 3, потом f
filter-gone = { $what } · показано без этого

# Названо то, чего нет.
filter-no-client = Нет клиента «{ $word }». Есть: { $known }
filter-no-client-none = Нет клиента «{ $word }»: завести — C
filter-no-channel = Нет канала «{ $word }». Есть: { $known }
filter-no-channel-none = Нет канала «{ $word }»: клиенты и каналы — C
filter-no-rubric = Нет рубрики «{ $word }». Есть: { $known }
filter-no-rubric-none = Нет рубрики «{ $word }»: рубрик пока нет
filter-no-campaign = Нет кампании «{ $word }». Есть: { $known }
filter-no-campaign-none = Нет кампании «{ $word }»: кампаний пока нет
filter-no-stage = Нет статуса «{ $word }». Бывают: { $known }
filter-no-format = Нет формата «{ $word }». Бывают: { $known }
filter-no-flag = Нет признака «!{ $word }». Бывают: { $known }

# Запомненные виды.
view-title = ЗАПОМНИТЬ ВИД
view-example = номер и название: 1 осень VK
view-what = g { $n }: «{ $name }» · { $what }
view-kept-line = { $n } { $name } · { $what }
view-needs-name = Номер от 1 до 9 и название; одиночный - убирает вид: 3 -
view-moves = «{ $name }» переедет на g { $to }
view-lost = Под { $n } лежит «{ $name }», свободных номеров нет: ещё раз Enter — он пропадёт
view-drops = «{ $name }» будет убран
view-none-there = Под номером { $n } ничего нет
view-kept = Запомнено: «{ $name }», вернуться — g { $n }
view-kept-moved = Запомнено: «{ $name }» под g { $n }; «{ $old }» теперь под g { $to }
view-kept-over = Запомнено: «{ $name }» под g { $n }; «{ $old }» убран: { $was }
view-dropped = «{ $name }» убран. Показывал: { $was }
view-missing = Под номером { $n } ничего не запомнено: F запомнит показанное
view-opened = { $n } { $name }
view-client-gone = Клиента вида «{ $name }» больше нет: показаны все
view-long = Показывает: { $what }.
view-hint-keep = запомнить
