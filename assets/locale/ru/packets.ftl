# Согласование с клиентом: подборки, вердикты, ответы.

# Почему посты не уходят клиенту или ответ не записан.
yes-no-posts = Отправлять нечего: встаньте на пост или отметьте несколько пробелом
yes-two-clients = Это посты двух клиентов, а подборка уходит одному
yes-twice = «{ $what }» встречается дважды
yes-nothing-open = «{ $what }»: публиковать уже нечего
yes-parked = «{ $what }» на паузе: сначала снимите с паузы
yes-shown-again = { $code } отправлен заново как { $newer }: отвечают на него
yes-changed = { $code } изменён после показа клиенту ({ $part ->
    [topic] тема
    [first-comment] первый комментарий
    [link] ссылка
    [pictures] картинки
   *[text] текст
}{ $n ->
    [0] {""}
   *[other] {" "}и не только
}): согласие на это не распространяется. Отправьте заново

# Причины, которые программа пишет сама.
yes-held = клиент согласен, но проверка держит
yes-taken-back = изменён после согласия клиента
yes-changed-meanwhile = с тех пор изменён
yes-changes-unsaid = правки без пояснений
yes-no-unsaid = клиент сказал «нет»

# Что уже не так, как видел клиент.
yes-since-shown = изменено после показа { $code }: { $list }
yes-since-yes = изменено после согласия на { $code }: { $list }
yes-part-topic = тема
yes-part-text = текст
yes-part-first-comment = первый комментарий
yes-part-link = ссылка
yes-part-pictures = картинки
yes-more = ещё { $n ->
    [one] { $n } место
    [few] { $n } места
   *[many] { $n } мест
}

# У кого что и с какого дня.
do-their-answer = их ответ
with-client-since = { $client } { $code } { $n ->
    [one] { $n } пост
    [few] { $n } поста
   *[many] { $n } постов
} с { $day }

# Подборка до и после отправки.
to-client-title = КЛИЕНТУ · { $client } · подборка { $code } · { $n ->
    [one] { $n } пост
    [few] { $n } поста
   *[many] { $n } постов
}
to-client-tongue = Язык: { $tongue }
to-client-note = Дальше они ждут слова клиента; u вернёт как было.
to-client-sent = Отправлено в буфер терминала: вставьте в чат ({ $client }).
to-client-files = То же файлами, в { $folder }:
to-client-hint-send = отправить
to-client-hint-tongue = язык
to-client-out = уже вышел
to-client-parked = на паузе
to-client-late = время прошло
to-client-no-text = нет текста
to-client-no-picture = нет картинки
to-client-no-time = без времени
to-client-again = уже у них: { $code }
to-client-approved = был одобрен
tongue-en = английский
tongue-ru = русский
tongue-vi = вьетнамский
tongue-ka = грузинский
tongue-fi = финский

# Сводка для клиента.
brief-of = сводка: { $client }
brief-of-whom = Чья сводка? Встаньте на строку клиента или выберите клиента

# Запись ответа клиента.
their-answer-title = ОТВЕТ · { $client } · подборка { $code }
their-answer-since = с { $day }
their-answer-others = ← → ещё { $list }
their-answer-words = ИХ СЛОВА
their-answer-words-on = { $code } · { $verdict }
their-answer-example = вставьте ответ целиком: A1 ок, A2 заменить фото, A3 нет
their-answer-stale = да, но с тех пор изменён
their-answer-news = { $verdict }{ $words }
their-answer-said = ✓ { $verdict }{ $words }
their-answer-asked = неясно
their-answer-unclear = Записать нечего: нажмите y, c или n на посте, A отправит заново
their-answer-nothing = Нового нет: вставьте ответ или нажмите y, c, n на посте
their-answer-none = У клиента ничего нет на согласовании
their-answer-more-doubts = … ещё { $n }
their-answer-hint-record = записать
their-answer-hint-yes = да
their-answer-hint-changes = правки
their-answer-hint-no = нет
their-answer-hint-words = их слова
their-answer-hint-again = заново
their-answer-hint-line = новая строка
their-answer-hint-posts = посты
verdict-yes = да
verdict-changes = правки
verdict-no = нет
verdict-none = слова нет
verdict-words = : «{ $words }»

# О чём переспросить в ответе клиента на подборку.
answer-unclear = { $post }: «{ $words }» — это да, правки или нет?
answer-bare = Пост { $post } назван, но о нём ничего не сказано
answer-twice = У поста { $post } два разных ответа: «{ $words }»
answer-other-packet = Пост { $post } — из другой подборки
answer-no-such-item = Поста { $post } нет
answer-nowhere = «{ $words }» — не сказано, о каком посте
answer-cut-short = Ответ слишком длинный, конец не прочитан
answer-nothing = Ответа не нашлось: A1 ок · A2 заменить фото · A3 нет
