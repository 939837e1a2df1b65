# Команды настроек и ошибки в них.

help-config = Посмотреть настройки, проверить их, изменить одну
help-config-check = Назвать все ошибки в ваших файлах; код 1, если они есть
help-config-check-examples =
    postdesk config check
    postdesk config check ~/keymap.toml
    postdesk config check --json
help-config-edit = Открыть config.toml в вашем редакторе и проверить
help-config-init = Записать config.toml, где объяснена каждая настройка
help-config-path = Сказать, где место config.toml
help-config-set = Изменить одну настройку; остальное в файле останется как было
help-config-set-examples =
    postdesk config set language ru
    postdesk config set hours "Mon-Fri 9-18"
    postdesk config set daemon.on_due notify-send Postdesk
help-config-show = Сказать, что действует и откуда это
help-config-unset = Убрать настройку: снова будет как обычно
help-config-file = Другой файл; о чём он, видно по имени
help-config-json = Ответить в JSON
help-config-key = Настройка: language, zone, hours, theme…
help-config-value = Какой ей быть; для списка несколько слов

# Ответы.
settings-well = В настройках всё в порядке
settings-begun = Записано: { $file }. Строки с # в начале — настройки с обычными значениями
settings-there = { $file } уже есть; открыть: postdesk config edit
settings-unwritten = { $file } не записать: { $detail }
settings-set = config.toml, строка { $line }: { $what }
settings-same = В { $key } это значение уже стоит
settings-unset = { $key } снова как обычно
settings-unsaid = В config.toml ничего не сказано про { $key }
settings-by-hand = { $key } стоит в середине строки config.toml: измените через postdesk config edit

# Где ошибка.
settings-at = { $file }, строка { $line }: { $what }
settings-at-column = { $file }, строка { $line }, знак { $column }: { $what }
settings-at-all = { $file }: { $what }

# Окно.
settings-read = Настройки перечитаны
settings-unchanged = Настройки не менялись
settings-refused = { $what } (действуют прежние настройки)
mouse-failed = Мышь не включить и не выключить: { $detail }

# Что бывает не так в любом файле.
page-none = такого файла нет
page-unreadable = не читается: { $detail }
page-is-folder = это папка, а не файл
page-no-file = это не обычный файл
page-too-large = больше { $most } КБ: такое никто не пишет руками
page-not-utf8 = с байта { $byte } это не текст (UTF-8)
page-syntax = это не TOML: { $detail }
page-twice = «{ $key }» стоит здесь второй раз
page-unknown = «{ $key }» здесь не бывает
page-unknown-near = «{ $key }» здесь не бывает; может быть, «{ $near }»?
page-wants-words = для { $key } нужны слова в кавычках
page-wants-bool = { $key } — это true или false, без кавычек
page-wants-number = { $key } — целое число от { $least } до { $most }, без кавычек
page-wants-list = { $key } — список слов в кавычках: ["…", "…"]
page-wants-table = { $key } — таблица: [{ $key }]
page-no-choice = { $key } не бывает «{ $value }»; есть: { $choices }

# config.toml
config-zone = часового пояса «{ $value }» нет; пишите так: Europe/Moscow
config-zone-near = часового пояса «{ $value }» нет; похожи: { $near }
config-hours = «{ $value }» — не рабочие часы; пишите так: Mon-Fri 9-18
config-no-program = { $key } начинается с имени программы, а оно здесь пустое
config-one-value = у { $key } одно значение; слова с пробелами возьмите в кавычки

# themes/ИМЯ.toml
theme-name = в имени темы до 40 букв, цифр и дефисов, и это не auto
theme-count = цветов клиентов должно быть { $wanted }, здесь { $found }
theme-lacks = нет { $key }; like = "dark" в начале файла возьмёт недостающее из готовой темы
theme-word = «{ $word }» не цвет и не начертание: цвета — red, bright-red, #rrggbb; начертания — bold, dim, italic, underline, reverse
theme-word-near = «{ $word }» не цвет и не начертание; может быть, «{ $near }»?
theme-invisible = { $key } = «{ $value }» не прочесть: буквы и фон слишком похожи
theme-like-text = { $key } выглядит как обычный текст; должно отличаться

# platforms.toml
platform-stray = «{ $key }» здесь не место; каждая площадка начинается с [[platform]]
platform-nameless = площадке нужен id
platform-id = «{ $platform }» не id: строчные латинские буквы, цифры и дефисы, не больше 32
platform-twice = { $platform } уже описана в строке { $other }
platform-lacks = { $platform } — новая площадка, ей нужно { $field }
platform-code = { $platform }: код — одна или две заглавные латинские буквы или цифры
platform-empty = { $platform }: { $field } пусто
platform-ambiguous = «{ $word }» означало бы и { $first }, и { $second }
platform-checklist = { $platform }: checklist бывает вместе с режимом "assisted", и наоборот
platform-not-https = { $platform }: { $field } начинается с https://
platform-asks = { $platform }: { $field } просит { $name }, этого никто не заполнит; есть: {"{"}url{"}"}, {"{"}text{"}"}, {"{"}title{"}"}, {"{"}host{"}"}, {"{"}handle{"}"}
platform-brace = { $platform }: в { $field } скобка без пары
platform-fragment = { $platform }: в { $field } есть #, а дальше него ничего не доходит до сайта

# words/*.toml
list-never-met = «{ $word }» никогда не встретится в тексте
list-known = «{ $word }» состоит из слов, у которых уже есть значение; нужно хоть одно своё слово
list-twice = «{ $word }» уже есть в { $list }, строка { $other }

# locale/*/*.ftl
own-no-language = слов на языке «{ $tag }» нет; есть: { $choices }
own-sign = знак { $sign } показать нельзя
own-syntax = это не Fluent: { $detail }
own-no-argument = { $arg } здесь не бывает; есть: { $choices }
own-no-arguments = { $arg } здесь не бывает: в эту фразу ничего не вставляется
own-broken = { $key } не составить: { $detail }
own-empty = { $key }: пустой текст
