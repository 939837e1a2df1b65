# Импорт файлов: что понято, и окно для этого.

# Что это за файл.
sniffed-form-csv = CSV
sniffed-form-xlsx = книга Excel
sniffed-form-json = JSON
sniffed-form-markdown = Markdown
sniffed-separator-comma = запятая ,
sniffed-separator-semicolon = точка с запятой ;
sniffed-separator-tab = табуляция
sniffed-separator-bar = черта |
sniffed-sheet = лист «{ $sheet }»
sniffed-header-line = заголовок: строка { $line }
sniffed-header-none = без заголовка
sniffed-rows = { $n ->
    [one] { $n } строка
    [few] { $n } строки
    [many] { $n } строк
   *[other] { $n } строки
}
sniffed-by-name = по названию
sniffed-by-sample = по содержимому
sniffed-by-hand = вручную
sniffed-dates-day-first = сначала день
sniffed-dates-month-first = сначала месяц
sniffed-dates-unneeded = читаются однозначно
sniffed-dates-proven = { $order }: это видно по файлу
sniffed-dates-said = { $order }: так сказано вами
sniffed-dates-open = «{ $example }»: сначала день или месяц? По файлу не понять

# Что может значить колонка.
field-none = не нужна
field-date = дата
field-time = время
field-at = дата и время
field-client = клиент
field-channel = канал
field-ticked = канал галочкой
field-rubric = рубрика
field-campaign = кампания
field-topic = тема
field-text = текст
field-link = ссылка
field-format = формат
field-media = картинки
field-alt = описание картинки
field-first-comment = первый комментарий
field-cover = обложка
field-script = сценарий
field-shots = кадры
field-client-note = заметка клиенту
field-author = автор
field-author-id = id автора
field-post = пост
field-id = id сообщения
field-direction = входящее или нет
field-kind = вид
field-metric = показатель
field-value = значение

# Окно.
bring-title = ВЗЯТЬ ПЛАН ИЗ ФАЙЛА
bring-title-of = ИМПОРТ: { $file }
bring-step-path = 1 из 4: какой файл
bring-step-reading = 2 из 4: как его читать
bring-step-names = 3 из 4: незнакомые имена
bring-step-report = 4 из 4: что придёт
bring-path-example = ~/план.csv: наберите или вставьте путь; Tab продолжает
bring-path-note = CSV, TSV, Excel, JSON или Markdown. До последнего шага ничего не пишется
bring-looking = Читаю…
bring-taking = Забираю… Esc остановит
bring-lacks = Не хватает колонки: { $needed }. Встаньте на неё и выберите ← →
bring-remembered = Как в прошлый раз
bring-form = вид файла
bring-encoding = кодировка
bring-separator = разделитель
bring-sheet = лист
bring-header = заголовок
bring-dates = даты
bring-client = клиент
bring-columns = колонки
bring-not-told = не понять
bring-client-none = только из файла
bring-what-client = клиент
bring-what-channel = канал
bring-what-rubric = рубрика
bring-name-left-out = { $n ->
    [one] никто: { $n } строка не придёт
    [few] никто: { $n } строки не придут
    [many] никто: { $n } строк не придут
   *[other] никто: { $n } строки не придут
}{ $has ->
    [0] {""}
   *[other] ; { $near }?
}
bring-name-new = появится новая{ $has ->
    [0] {""}
   *[other] ; или { $near }?
}
bring-comes-posts = { $n ->
    [one] придёт { $n } пост
    [few] придут { $n } поста
    [many] придут { $n } постов
   *[other] придут { $n } поста
}
bring-comes-undated = { $n ->
    [one] { $n } без времени
    [few] { $n } без времени
    [many] { $n } без времени
   *[other] { $n } без времени
}
bring-comes-pictures = { $n ->
    [one] { $n } картинка
    [few] { $n } картинки
    [many] { $n } картинок
   *[other] { $n } картинки
}
bring-untold = { $n ->
    [one] … и ещё { $n } замечание сверх показанных
    [few] … и ещё { $n } замечания сверх показанных
    [many] … и ещё { $n } замечаний сверх показанных
   *[other] … и ещё { $n } замечания сверх показанных
}
bring-dates-first = Сначала даты: в «{ $example }» первым идёт день или месяц? Ответ — ← →
bring-pictures-gone = { $n ->
    [one] План взят; { $n } картинку взять не вышло
    [few] План взят; { $n } картинки взять не вышло
    [many] План взят; { $n } картинок взять не вышло
   *[other] План взят; { $n } картинки взять не вышло
}
bring-hint-look = открыть
bring-hint-complete = дополнить
bring-hint-next = дальше
bring-hint-other = иначе
bring-hint-clients = клиенты
bring-hint-step-back = шаг назад
bring-hint-take = взять

# Командная строка.
intake-file = { $file }: { $what }
intake-dates = Даты: { $what }
intake-dates-ask = Скажите, как читать: --dates day-first (сначала день) или --dates month-first (сначала месяц)
intake-column = { $column } → { $field }{ $by ->
    [none] {""}
   *[other] , { $by }
}{ $samples ->
    [none] {""}
   *[other] : { $samples }
}
intake-remembered-columns = { $n ->
    [one] { $n } колонка понята, как вы сказали в прошлый раз
    [few] { $n } колонки поняты, как вы сказали в прошлый раз
    [many] { $n } колонок понято, как вы сказали в прошлый раз
   *[other] { $n } колонки поняты, как вы сказали в прошлый раз
}
intake-remembered-names = { $n ->
    [one] { $n } имя значит то же, что в прошлый раз
    [few] { $n } имени значат то же, что в прошлый раз
    [many] { $n } имён значат то же, что в прошлый раз
   *[other] { $n } имени значат то же, что в прошлый раз
}
intake-unknown-client = { $n ->
    [one] В { $n } строке клиент «{ $name }»
    [few] В { $n } строках клиент «{ $name }»
    [many] В { $n } строках клиент «{ $name }»
   *[other] В { $n } строки клиент «{ $name }»
}; если это кто-то из ваших: --client-name "{ $name }={ $near }"
intake-unknown-channel = { $n ->
    [one] В { $n } строке у клиента { $client } канал «{ $name }»
    [few] В { $n } строках у клиента { $client } канал «{ $name }»
    [many] В { $n } строках у клиента { $client } канал «{ $name }»
   *[other] В { $n } строки у клиента { $client } канал «{ $name }»
}; если он есть: --channel "{ $name }={ $near }"
intake-unknown-rubric = Рубрика «{ $name }» у клиента { $client } новая; если это другая: --rubric "{ $name }={ $near }"
intake-anybody = ИМЯ
intake-not-name = «{ $said }» — не ИМЯ=ЧТО
intake-no-client = --client-name «{ $name }»: клиента «{ $here }» здесь нет
intake-no-channel = --channel «{ $name }»: канала или площадки «{ $here }» здесь нет
intake-not-encoding = Кодировки «{ $said }» нет; попробуйте utf-8, windows-1251 или utf-16
intake-not-form = Вида «{ $said }» у файла нет; есть csv, xlsx, json и markdown
intake-not-separator = «{ $said }» между ячейками стоять не может; скажите comma, semicolon, tab, bar или сам знак
intake-not-order = «{ $said }» — не порядок дат; скажите day-first или month-first
intake-header-twice = Заголовок либо есть, либо его нет: --header или --no-header
help-import-encoding = В чём текст, если понято неверно: utf-8, windows-1251, utf-16
help-import-separator = Что стоит между ячейками: comma, semicolon, tab, bar или сам знак
help-import-sheet = Лист книги Excel, по названию
help-import-form = Из чего файл: csv, xlsx, json, markdown
help-import-header = Первая строка — заголовок
help-import-no-header = Заголовка нет: первая строка — уже данные
help-import-dates = Что первым в 03/04/2027: day-first (день) или month-first (месяц)
help-import-channel = Что здесь значит имя канала из файла: площадка или имя канала
help-import-client-name = Какого клиента значит имя из файла
help-import-rubric = Какую рубрику значит имя из файла
help-import-to = Каналы для строк, где они не названы, через запятую
