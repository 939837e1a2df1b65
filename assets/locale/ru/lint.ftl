# Проверка: что найдено и что с этим можно сделать.

# Что найдено; где есть выход, он назван.
lint-over-limit = { $code }: на { $n } больше предела { $max }
lint-over-limit-comment = { $code }: первый комментарий длиннее { $max }
lint-no-alt =
    { $n ->
        [one] { $codes }: { $n } картинка без описания
        [few] { $codes }: { $n } картинки без описания
        [many] { $codes }: { $n } картинок без описания
       *[other] { $codes }: { $n } картинки без описания
    }
lint-avoid = клиент избегает слова «{ $word }»
lint-alphabets = в слове «{ $word }» смешаны латиница и кириллица
lint-spaces = два пробела подряд
lint-ad-word = в рекламе должны стоять слово «Реклама», рекламодатель и ERID
lint-ad-mark = пометка рекламы неполная: в тексте нет рекламодателя или ERID
lint-ad-advertiser = у рекламы должен быть назван рекламодатель: впишите его в карточку
lint-ad-erid = рекламе нужен ERID от оператора рекламных данных: впишите его в карточку
lint-ad-erid-unsound = такого ERID быть не может: в нём только латинские буквы, цифры, - и _
lint-ad-banned = { $codes }: реклама там запрещена законом
lint-ad-disputed = { $codes }: можно ли там рекламировать, спорно; спросите клиента

# Названия правил.
lint-rule-over-limit = больше предела
lint-rule-no-media = нет картинки
lint-rule-no-alt = нет описания
lint-rule-avoid = нежелательные слова
lint-rule-alphabets = смешанные алфавиты
lint-rule-spaces = двойные пробелы
lint-rule-ad = пометка рекламы

# Что мешает посту выйти и как быть.
lint-held =
    { $n ->
        [0] «{ $topic }» задержан: { $why }
        [one] «{ $topic }» задержан: { $why } (и ещё { $n })
        [few] «{ $topic }» задержан: { $why } (и ещё { $n })
        [many] «{ $topic }» задержан: { $why } (и ещё { $n })
       *[other] «{ $topic }» задержан: { $why } (и ещё { $n })
    }
lint-refused =
    { $n ->
        [0] клавиша ! всё равно выпустит · { $why }
        [one] клавиша ! всё равно выпустит, и ещё { $n } пост · { $why }
        [few] клавиша ! всё равно выпустит, и ещё { $n } поста · { $why }
        [many] клавиша ! всё равно выпустит, и ещё { $n } постов · { $why }
       *[other] клавиша ! всё равно выпустит, и ещё { $n } поста · { $why }
    }
lint-yes-held =
    { $n ->
        [0] согласие записано · { $why }
        [one] согласие записано · { $why } · и ещё { $n } пост
        [few] согласие записано · { $why } · и ещё { $n } поста
        [many] согласие записано · { $why } · и ещё { $n } постов
       *[other] согласие записано · { $why } · и ещё { $n } поста
    }
lint-anyway = ничего не изменено; --anyway "причина" выпустит как есть
lint-nothing-held = Его ничто не задерживает
lint-more = +{ $n }
lint-nothing-here = Проверка ничего здесь не нашла
lint-not-read-yet = Проверка ещё не прочитала этот текст
lint-keys = F8 дальше
lint-keys-fix = F8 дальше, F12 исправить
lint-reason-missing = нет причины: --reason "…"
lint-no-rule = проверки «{ $found }» нет; есть { $known }
lint-looked =
    { $n ->
        [one] просмотрен { $n } пост, найдено { $found }
        [few] просмотрено { $n } поста, найдено { $found }
        [many] просмотрено { $n } постов, найдено { $found }
       *[other] просмотрено { $n } поста, найдено { $found }
    }
lint-nothing-to-fix = исправить без вас нечего
prompt-let-pass-title = ПОЧЕМУ ЕГО МОЖНО ВЫПУСТИТЬ ТАКИМ
prompt-let-pass-example = клиент так попросил письменно
need-held = задержан
today-blocked = задержано
card-lints = Без проверок
card-lints-example = двойные пробелы, нет описания
card-lints-unknown = проверки «{ $found }» нет
post-card-ad = Реклама
post-card-ad-no = нет
post-card-ad-yes = да
post-card-advertiser = Рекламодатель
post-card-advertiser-example = кто платит, как в договоре
post-card-erid = ERID
post-card-erid-example = 2Vtzq…
did-lint-pass =
    { $n ->
        [one] { $n } пост может выйти как есть: { $reason }
        [few] { $n } поста могут выйти как есть: { $reason }
        [many] { $n } постов могут выйти как есть: { $reason }
       *[other] { $n } поста могут выйти как есть: { $reason }
    }
did-lint-mind =
    { $n ->
        [one] { $n } пост снова проверяется
        [few] { $n } поста снова проверяются
        [many] { $n } постов снова проверяются
       *[other] { $n } поста снова проверяются
    }
did-lint-mend =
    { $n ->
        [one] исправлен { $n } текст
        [few] исправлено { $n } текста
        [many] исправлено { $n } текстов
       *[other] исправлено { $n } текста
    }
action-item-let-pass = выпустить
action-item-let-pass-long = Выпускает пост как есть, с причиной, хотя проверка его задержала.
show-advertiser = рекламодатель
show-erid = ERID
history-field-rule = проверка
history-field-is-ad = реклама
history-field-advertiser = рекламодатель
history-field-erid = ERID
history-field-lints-off = без проверок

# Командная строка.
help-lint = Проверить посты, пока их никто не видел
help-lint-examples =
    postdesk lint                          ближайшие две недели
    postdesk lint "Осенний хлеб"           один пост
    postdesk lint --client Kolos --fix     исправить бесспорное
    postdesk lint 7f3a --pass over-limit --reason "клиент хочет длинный"
help-lint-which = Посты: начало или конец id, или тема; без них — посты нескольких дней
help-lint-from = С этого дня или времени; без ключа с этой минуты
help-lint-to = По этот день или время; без ключа две недели вперёд
help-lint-fix = Исправить то, на что не нужно смотреть ещё раз
help-lint-pass = Выпустить эти посты без этих проверок; нужна --reason
help-lint-mind = Снова проверять эти посты этими проверками
help-lint-reason = Почему можно без них
help-client-lints-off = Какие проверки здесь молчат: over-limit, no-alt, spaces…
help-any-anyway = Отправить дальше, хотя проверка держит, по этой причине
help-edit-ad = Реклама ли это: yes или no
help-edit-advertiser = Кто за неё платит
help-edit-erid = Токен, под которым она учтена

# Ещё о найденном.
lint-letters = «{ $word }» набрано чужими буквами: поиск его не найдёт
lint-links = «{ $link }» — неполный или битый адрес
lint-utm = в «{ $link }» нет метки utm, кампания его не посчитает
lint-hashtags = { $code }: хэштегов { $n }, можно не больше { $max }
lint-mentions = { $code }: упоминаний { $n }, можно не больше { $max }
lint-links-many = { $code }: ссылок { $n }, можно не больше { $max }
lint-at-once = одни и те же слова на { $codes } в один час
lint-near =
    { $n ->
        [0] почти то же, что «{ $topic }» в тот же день
        [one] почти то же, что «{ $topic }» за { $n } день до этого
        [few] почти то же, что «{ $topic }» за { $n } дня до этого
        [many] почти то же, что «{ $topic }» за { $n } дней до этого
       *[other] почти то же, что «{ $topic }» за { $n } дня до этого
    }
lint-past = «{ $day }» к тому времени уже пройдёт
lint-rule-media = картинки
lint-rule-letters = чужие буквы
lint-rule-links = битые ссылки
lint-rule-utm = ссылки без utm
lint-rule-too-many = лишние хэштеги и ссылки
lint-rule-at-once = одно и то же везде
lint-rule-near = почти то же
lint-rule-past = прошедшие дни
write-hint-findings = находки
