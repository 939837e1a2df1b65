# То, что читает клиент: посты на согласование и сводки. На «вы», от человека, а не от программы.

# Дни, время, числа.
client-day = { $day } { $month }
client-day-year = { $day } { $year }
client-days-month = { $from }–{ $to } { $month }
client-days = { $from } – { $to }
client-when = { $weekday } { $day } { $clock }
client-at-clock = { $day }, { $clock }
client-minutes = { $n } мин
client-hours = { $n } ч
client-percent = { $n } %
client-quoted = «{ $words }»

# Посты на согласование.
packet-title = Посты на согласование
packet-code = подборка{ "\u00A0" }{ $code }
packet-posts = { $n ->
    [one] { $n } пост
    [few] { $n } поста
   *[many] { $n } постов
}
packet-zone = время: { $zone }
packet-how = Как ответить
packet-answer = Ответьте, пожалуйста, по номерам, например: { $sample }.
packet-answer-one = Ответьте, пожалуйста, { $yes } или { $no } либо напишите, что изменить.
packet-sample-yes = { $code } ок
packet-sample-change = { $code } заменить фото
packet-sample-no = { $code } нет
packet-reply-by = Пожалуйста, ответьте до { $when }.
packet-overview = В этой подборке
packet-undated = дата не назначена
packet-no-text = (без текста)
packet-first-comment = Первый комментарий
packet-link = Ссылка
packet-pictures = Фото и видео
packet-cover = обложка
packet-client-note = Заметка для вас (в пост не входит)
packet-picture-apart = здесь не показано, пришлём отдельно
packet-empty = В этой подборке нет постов.
packet-made = Составлено { $day }

# Что это за пост.
format-photo = фото
format-carousel = карусель
format-video = видео
format-short = короткое видео
format-story = сторис
format-poll = опрос
format-article = статья
format-live = прямой эфир
format-contest = конкурс

# Шесть строк о клиенте.
brief-title = { $client }: сводка на { $day }
brief-posts = Посты за { $month }: { $list }
brief-out = вышло { $n }
brief-out-of = вышло { $n } из { $goal }
brief-ahead = в плане ещё { $n }
brief-ahead-none = больше ничего не запланировано
brief-next = ближайший — { $when }, { $topic }
brief-late-none = Опоздания: нет
brief-late-one = Опоздания: 1 пост, { $topic } ({ $when })
brief-late = Опоздания: { $n ->
    [one] { $n } пост
    [few] { $n } поста
   *[many] { $n } постов
}, самый давний — { $topic } ({ $when })
brief-waiting = Ждём от вас: { $list }
brief-waiting-none = Ждём от вас: сейчас ничего
brief-waiting-posts = { $n ->
    [one] согласование { $n } поста
    [few] согласование { $n } постов
   *[many] согласование { $n } постов
} с { $day }
brief-waiting-words = { $n ->
    [one] ваше слово по { $n } обращению
    [few] ваше слово по { $n } обращениям
   *[many] ваше слово по { $n } обращениям
} с { $day }
brief-answered = Ответы на сообщения: { $week } за эту неделю, { $month } с начала месяца
brief-in-time = вовремя { $part } из { $whole }
brief-answered-none = Ответы на сообщения: в этом месяце никто не писал
brief-best = Лучший пост: { $topic }, { $day }, вовлечённость { $rate }
brief-best-none = Лучший пост: данных пока мало
brief-goals = Цифры и цели: { $list }
brief-goals-none = Цифры и цели: целей на этот месяц нет
brief-goal = { $name } { $now } (цель { $goal })
brief-goal-unknown = { $name } — нет данных (цель { $goal })

# Показатели, внутри фразы.
score-followers = подписчики
score-reach = охват
score-er-reach-percent = вовлечённость по охвату
score-er-followers-percent = вовлечённость по подписчикам
score-first-answer-min = время первого ответа
score-answered-in-time-percent = ответы вовремя
score-negative-percent = доля жалоб
score-leads = заявки
score-posts-out = вышло постов
score-spend = расходы на рекламу
score-cost-per-follower = цена подписчика

# A task for whoever draws or films it.
order-title = { $client }. Задача: { $topic }
order-format = Формат: { $format }
order-voice = Тон: { $voice }
order-script = Сценарий:
order-shots = Кадры:
order-sizes = Размеры и ограничения
order-width = ширина от { $pixels } пикселей
order-weight = до { $size } МБ
order-text = Текст к публикации:
order-link = Ссылка: { $link }
order-pictures = Уже есть:
order-by = Пришлите, пожалуйста, к сроку: { $when }.
order-undated = Срок пока не назначен: напишите, пожалуйста, к какому дню успеете.
order-send = Пришлите в ответ исходные файлы, не сжатые мессенджером.
