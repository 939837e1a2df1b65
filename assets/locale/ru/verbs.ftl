# Глаголы командной строки: посты и переписки, и что она отвечает.

# Аргументы, общие для многих команд.
help-any-json = Ответить в JSON
help-any-dry-run = Только попробовать: сказать, что было бы сделано, и ничего не записать
help-any-client = Только этого клиента
help-any-channel = Только в этом канале: vk, имя аккаунта, Kolos/vk или id
help-any-which = Тема либо начало или конец id; - читает id со стандартного ввода

help-add-draft = Слова — это тема, время — прикидка: пост начнётся черновиком
help-show = Показать пост с текстами, временем и историей; клиента; канал; переписку
help-show-examples =
    postdesk show "Открываемся в десять"
    postdesk show Kolos
    postdesk show 7f3a09c1 --json
    postdesk show "Открываемся в десять" --as-of вторник
help-show-as-of = Пост, каким он был тогда: вторник, "вчера 10:00", 2026-11-24
help-edit = Поправить пост: карточку, текст, текст одного канала
help-edit-examples =
    postdesk edit "Открываемся в десять"
    postdesk edit 7f3a09c1 --text "Открываемся в девять" --rubric новости
    postdesk edit 7f3a09c1 --channel tg --text-file short.txt
    postdesk edit 7f3a09c1 --channel tg --inherit
help-edit-text = Новый текст; с --channel — текст только этого канала
help-edit-text-file = Взять новый текст из файла; - означает стандартный ввод
help-edit-inherit = Пусть канал снова идёт за основой
help-edit-topic = Другая тема
help-edit-rubric = Рубрика по названию; пустая убирает
help-edit-campaign = Кампания по названию; пустая убирает
help-edit-format = text, photo, carousel, video, short, story, poll, article, live или contest
help-edit-link = Ссылка при посте
help-edit-first-comment = Первый комментарий под постом
help-edit-brief = Что пост должен сделать и как звучать
help-edit-script = Что в нём говорят и показывают
help-edit-shots = Кадры, по одному в строке
help-edit-note = Заметка для себя
help-edit-client-note = Заметка, которую клиент прочтёт рядом с постом в подборке
help-edit-channel = Канал, чей это собственный текст
help-move = Перенести посты; переносятся все или ни одного
help-move-examples =
    postdesk move "Открываемся в десять" "пт 18:30"
    postdesk move 7f3a09c1 b20c11d7 +2д
    postdesk move 7f3a09c1 слот
    postdesk list posts --filter "kolos late" --json | postdesk move - +1д
help-move-which = Посты, а в конце когда: "пт 18:30", +2д, -1нед, слот, полка
help-status = Сменить статус: draft, review, changes, approved, hold, idea
help-status-examples =
    postdesk status "Открываемся в десять" одобрен
    postdesk status 7f3a09c1 пауза --reason "фото опаздывает"
    postdesk list posts --filter review --json | postdesk status - approved
help-status-which = Посты, а в конце статус, на любом из пяти языков
help-status-reason = Почему; нужно для правок и паузы
help-publish = Выпустить вручную: файлы в outbox, текст, шаги
help-publish-examples =
    postdesk publish "Открываемся в десять"
    postdesk publish "Открываемся в десять" --channel vk --stamp https://vk.com/wall-1_2
    postdesk publish 7f3a09c1 --stamp --at "вчера 18:30"
    postdesk publish 7f3a09c1 --skip "кафе закрыто"
help-publish-stamp = Пост вышел; со ссылкой на него, если она есть
help-publish-at = С какого момента он вышел
help-publish-skip = Снять с плана, и почему
help-copy = Поставить посты ещё раз, черновиками
help-copy-examples =
    postdesk copy "Открываемся в десять" --at "пн 9:00"
    postdesk copy 7f3a09c1 --onto Marani/facebook
help-copy-at = Когда выходит копия; без этого она ждёт на полке
help-copy-onto = В эти каналы, этого клиента или другого
help-delete = Удалить посты; undo их вернёт
help-delete-examples =
    postdesk delete "Открываемся в десять"
    postdesk delete 7f3a09c1 b20c11d7 --dry-run
help-find = Найти посты, сообщения и людей по словам; код выхода 1, если ничего нет
help-find-examples =
    postdesk find кофе
    postdesk find --client Kolos холодные сырники --json
help-find-words = Слова; последнее можно не дописывать
help-find-limit = Не больше стольких каждого вида
help-answer = Записать ваш ответ в переписку
help-answer-examples =
    postdesk answer 51d0c2aa "Спасибо! Мы открыты до одиннадцати"
    pbpaste | postdesk answer 51d0c2aa -
help-answer-which = Начало или конец id переписки
help-answer-text = Что вы ответили; - читает со стандартного ввода
help-decide = Сказать, чья очередь: закрыть, автор, клиент, другой, позже, скрыть, открыть
help-decide-examples =
    postdesk decide 51d0c2aa закрыть
    postdesk decide 51d0c2aa позже --until "пн 10:00"
    postdesk decide 51d0c2aa клиент
help-decide-which = Переписки, а в конце чья очередь
help-decide-until = До какого времени отложить
help-tone = Сказать, как звучат переписки
help-tone-examples =
    postdesk tone 51d0c2aa -
    postdesk tone 51d0c2aa up
help-tone-which = Переписки, а в конце +, -, ?, !, up или down
help-topic = Назвать, о чём переписка
help-topic-examples =
    postdesk topic 51d0c2aa доставка
help-topic-which = Начало или конец id переписки
help-topic-text = Тема
help-lead = Отметить заказ или заявку из переписки
help-lead-examples =
    postdesk lead 51d0c2aa "стол на шестерых в пятницу"
help-lead-which = Начало или конец id переписки
help-lead-text = Что заказали или спросили
help-idea = Сохранить чужие слова как идею поста
help-idea-examples =
    postdesk idea 51d0c2aa
help-idea-which = Начало или конец id переписки
help-message = Принять сообщение одной строкой: клиент, канал, кто, слова
help-message-examples =
    postdesk message "Kolos vk Ольга: есть стол на шестерых?"
help-message-words = Клиент, канал, кто написал и что, как в окне
help-look = Отметить обход канала, в который программа сама не заглянет
help-look-examples =
    postdesk look Kolos/ok
    postdesk look Kolos/ok 3
help-look-channel = Имя аккаунта, клиент/площадка или id
help-look-found = Сколько там было новых сообщений
help-packet = Послать посты клиенту на согласование и записать ответ
help-packet-send = Записать, что показано клиенту; печатает текст для отправки
help-packet-send-examples =
    postdesk packet send "Открываемся в десять" "Тыквенный раф вернулся"
help-packet-list = Что ждёт слова клиента
help-packet-list-examples =
    postdesk packet list
    postdesk packet list --client Kolos --json
help-packet-answer = Записать, что сказал клиент; только то, что ясно
help-packet-answer-examples =
    postdesk packet answer Kolos "A1 да, A2: цена 249"
    pbpaste | postdesk packet answer Kolos -
help-packet-lang = Язык письма: en, ru, vi, ka или fi; обычно язык клиента
help-packet-text = Что сказал клиент; - читает со стандартного ввода
help-packet-packet = Буква подборки; обычно той, что ждёт дольше всех
help-packet-client = Клиент
help-brief = Шесть строк о клиенте, чтобы вставить в чат
help-brief-examples =
    postdesk brief Kolos
    postdesk brief Marani --lang en
help-brief-client = Короткое имя, название или id
help-brief-lang = Язык: en, ru, vi, ka или fi; обычно язык клиента
help-task = Задача подрядчику: что сделать, каких размеров для площадок, к какому сроку; файлом в outbox
help-task-examples =
    postdesk task "Открываемся в десять"
    postdesk task 7f3a09c1 --lang en
help-task-which = Тема, начало или конец id
help-task-lang = Язык: en, ru, vi, ka или fi; обычно язык клиента
help-reading = Записать цифры
help-reading-add = Записать одну цифру
help-reading-add-examples =
    postdesk reading add Kolos/vk подписчики 6486
    postdesk reading add @kolos охват "1 200" --day вчера
help-reading-channel = Имя аккаунта, клиент/площадка или id
help-reading-metric = followers, reach, views, reactions, comments, shares, saves, clicks, spend или leads
help-reading-value = Число
help-reading-day = За какой день; без этого — за сегодня
help-reading-post = По какому посту; без этого — по каналу
help-undo-examples =
    postdesk undo
    postdesk undo 128
    postdesk undo 128 --down-to --dry-run
help-undo-entry = Номер записи истории; без него — последнее, что вы сделали
help-undo-down-to = Отменить всё до неё включительно, с новейшего: всё или ничего
help-history = Показать, что сделано, когда и откуда, новое сверху
help-history-examples =
    postdesk history
    postdesk history --post "Открываемся в десять" --limit 5
    postdesk history --json
help-history-limit = Столько записей
help-history-before = Только до этой записи
help-history-post = Только то, что касалось этого поста
help-completions = Скрипт, с которым оболочка дополняет команды и ключи
help-completions-examples =
    source <(postdesk completions bash)
    postdesk completions zsh > ~/.zfunc/_postdesk
    postdesk completions fish > ~/.config/fish/completions/postdesk.fish
help-completions-shell = bash, zsh, fish, elvish или powershell
help-man = Страницы руководства
help-man-examples =
    postdesk man | man -l -
    postdesk man list posts | man -l -
    postdesk man --out ~/.local/share/man/man1
help-man-command = Об этой команде
help-man-out = Записать все страницы в эту папку
help-list-filter = Только то, что проходит фильтр, словами клавиши f
help-list-view = Только то, что сохранено этим видом
help-list-from = С этого дня; без полки
help-list-to = По этот день включительно; без полки
help-slot = Слоты канала: время публикаций по дням недели
help-slot-add = Дать каналу слоты
help-slot-add-examples =
    postdesk slot add Kolos/vk пн ср 09:30
    postdesk slot add @kolos_kazan "пт 19:30, сб 11:00"
help-slot-delete = Убрать слоты; посты, которые на них стоят, остаются
help-slot-delete-examples =
    postdesk slot delete пн 09:30 --channel Kolos/vk
    postdesk slot delete 7f3a09c1
help-slot-list = Все слоты, в конце строки id
help-slot-list-examples =
    postdesk slot list --client Kolos
    postdesk slot list --channel tg --json
help-slot-channel = Имя аккаунта, клиент/площадка или id; для списка годится и площадка: vk
help-slot-times = Дни, потом время: пн ср 09:30
help-slot-which = Дни и время, как в списке, или id
help-goal = Цели клиента, как на карточках показателей
help-goal-set = Поставить цель для показателя
help-goal-set-examples =
    postdesk goal set Kolos followers 7000
    postdesk goal set Kolos answered_in_time_percent 95%
help-goal-delete = Убрать цель
help-goal-delete-examples =
    postdesk goal delete Kolos spend
help-goal-list = Все цели: клиент, показатель, цель, слово показателя
help-goal-list-examples =
    postdesk goal list
    postdesk goal list --client Kolos --json
help-goal-client = Краткое имя, имя или id клиента
help-goal-only = Только этого клиента
help-goal-score = followers, reach, er_reach_percent, er_followers_percent, first_answer_min, answered_in_time_percent, negative_percent, leads, posts_out, spend или cost_per_follower; или название с карточки
help-goal-value = Цель: число; доли в процентах, время в минутах
help-ready = Готовые ответы для переписок
help-ready-add = Написать готовый ответ
help-ready-add-examples =
    postdesk ready add часы "Мы открыты с 7 до 23" --client Kolos
    pbpaste | postdesk ready add доставка - --client Kolos --lang ru
help-ready-edit = Поправить готовый ответ
help-ready-edit-examples =
    postdesk ready edit часы --client Kolos --text "Мы открыты с 8 до 23"
    postdesk ready edit 7f3a09c1 --name "часы работы"
help-ready-delete = Убрать готовый ответ
help-ready-delete-examples =
    postdesk ready delete часы --client Kolos
help-ready-list = Все готовые ответы: клиент, язык, название, первая строка, id
help-ready-list-examples =
    postdesk ready list --client Kolos
    postdesk ready list --json
help-ready-named = Как вы его зовёте
help-ready-text = Сам ответ; - читает его со стандартного ввода
help-ready-whose = Чей это ответ
help-ready-lang = Язык: ru, en…; обычно язык клиента
help-ready-which = Название либо начало или конец id
help-ready-name = Другое название
help-ready-words = Другие слова; - читает их со стандартного ввода
help-picture = Картинки поста
help-picture-add = Взять файлы в рабочий стол и приложить к посту
help-picture-add-examples =
    postdesk picture "Открываемся в десять" add хлеб.jpg зал.jpg
    postdesk picture 7f3a09c1 add хлеб.jpg --alt "Хлеб на деревянной доске"
help-picture-list = Картинки по порядку: номер, имя, описание
help-picture-list-examples =
    postdesk picture "Открываемся в десять" list
    postdesk picture 7f3a09c1 list --json
help-picture-cover = Выбрать обложку; - — снова первая картинка
help-picture-cover-examples =
    postdesk picture "Открываемся в десять" cover 2
    postdesk picture 7f3a09c1 cover -
help-picture-remove = Снять картинки с поста
help-picture-remove-examples =
    postdesk picture 7f3a09c1 remove 2
help-picture-move = Переставить картинку
help-picture-move-examples =
    postdesk picture 7f3a09c1 move 3 1
help-picture-post = Тема либо начало или конец id
help-picture-files = Файлы; они копируются к себе
# И команда, и опция называются alt.
help-picture-alt = Описание: что на картинке, для тех, кто её не видит
help-picture-alt-examples =
    postdesk picture 7f3a09c1 alt 1 "Хлеб на деревянной доске"
    postdesk picture 7f3a09c1 alt 1 ""
help-picture-n = Номер в списке
help-picture-numbers = Номера в списке
help-picture-to = Номер, который у неё будет
help-picture-text = Описание; пустое убирает его, - читает со стандартного ввода
help-client-delete = Отпустить клиента; undo вернёт всё
help-client-delete-examples =
    postdesk client delete Kolos --dry-run
    postdesk client delete Kolos
help-channel-delete = Закрыть канал; undo вернёт всё
help-channel-delete-examples =
    postdesk channel delete Kolos/vk

# Ответы.
cli-would = Было бы сделано: { $what }
cli-would-be-undone = Было бы отменено: { $what }
cli-would-be-redone = Было бы сделано снова: { $what }
cli-stands-so = Делать нечего, уже так: { $what }
show-channels = каналы
show-history = история
show-text = текст
show-own-text = { $code }, свой текст
show-you = вы
show-as-of = каким был на { $at }
show-was-deleted = Тогда он был удалён
show-not-yet = На { $at } такого поста ещё не было
show-zone = Пояс
show-hours = Часы
show-languages = Языки
show-promise = Первый ответ за, минут
show-contract-posts = Постов в месяц
show-contract-money = Договор
show-tone = Тон
show-goals = Цели
show-audience = Аудитория
show-avoid = Нежелательные слова
show-id = Id
show-link = Ссылка
show-mode = Публикация
show-grace = Запас, минут
show-look-every = Обход каждые, минут
show-watch = Под присмотром, минут
show-state = Очередь
show-sounds = Тон
show-topic = Тема
show-under = Под постом
show-format = Формат
show-rubric = Рубрика
show-campaign = Кампания
show-first-comment = Первый комментарий
show-brief = Задача
show-note = Заметка
show-client-note = Заметка клиенту
show-script = сценарий
show-shots = кадры
show-ready-by = Текст готов к
show-pictures = Картинки
state-is-open = ваша, ждут ответа
state-is-done = отвечено
state-is-closed = закрыто без ответа
state-is-wait-author = автора
state-is-wait-client = клиента
state-is-wait-other = кого-то ещё
state-is-snoozed = отложено
state-is-hidden = скрыто
publish-step-open = откройте страницу
publish-step-paste-text = вставьте текст
publish-step-pictures = добавьте картинки
publish-step-alt = опишите картинки
publish-step-first-comment = напишите первый комментарий
publish-step-link = поставьте ссылку
publish-step-check-preview = посмотрите предпросмотр
publish-step-publish = опубликуйте, потом отметьте:
find-person = человек
find-nothing = Ничего не нашлось
man-written = { $n ->
    [one] Записана { $n } страница
    [few] Записаны { $n } страницы
    [many] Записано { $n } страниц
   *[other] Записано { $n } страницы
}
man-name = Имя
man-synopsis = Запуск
man-description = Описание
man-options = Аргументы и ключи
man-commands = Команды
man-version = Версия
man-window = В окне и здесь
client-gone = { $n ->
    [0] { $name } уходит из всех списков; вернёт postdesk undo
    [one] { $name } уходит из всех списков, вместе с ним { $n } канал и его посты; вернёт postdesk undo
    [few] { $name } уходит из всех списков, вместе с ним { $n } канала и их посты; вернёт postdesk undo
    [many] { $name } уходит из всех списков, вместе с ним { $n } каналов и их посты; вернёт postdesk undo
   *[other] { $name } уходит из всех списков, вместе с ним { $n } канала и их посты; вернёт postdesk undo
}
channel-gone = { $handle } ({ $client }) уходит из всех списков вместе со временем своих постов; вернёт postdesk undo

# Отказы.
cli-no-post = Поста «{ $name }» нет; их называют postdesk list posts и postdesk find
cli-many-posts = «{ $name }» подходит к нескольким; возьмите id из конца строки:
cli-no-tongue = «{ $found }» — не язык, на котором пишут клиентам; есть: { $known }
which-none = Ничего не названо: на стандартном вводе нет ни одного id
which-stdin = Стандартный ввод не читается: { $detail }
which-only-one = Здесь можно назвать только один
which-not-there = «{ $topic }» не выходит в { $name }
which-no-talk = Переписки «{ $name }» нет; postdesk list messages называет их в конце строк
edit-nothing-said = Скажите, что поменять: --text, --topic, --rubric… Без терминала редактор не открыть
edit-file = { $file } не читается: { $detail }
edit-own-texts = Каналы со своим текстом остались как есть: { $codes }. Их меняет --channel, а --inherit вернёт к основе
edit-no-format = «{ $found }» — не формат; есть: { $known }
delete-not-whole = Этот id — один канал поста, который выходит в { $codes }. Удалить весь: postdesk delete { $id }
status-unknown = «{ $found }» — не статус; есть: { $known }
status-unknown-near = «{ $found }» — не статус; может быть, { $near }? Есть: { $known }
status-is-stamped = Что вышло, отмечают так: postdesk publish КАКОЙ --stamp ССЫЛКА
status-is-skipped = Снять с плана можно с причиной: postdesk publish КАКОЙ --skip ПРИЧИНА
decide-unknown = «{ $found }» не говорит, чья очередь; есть: закрыть, автор, клиент, другой, позже, скрыть, открыть
decide-until-missing = До какого времени? Добавьте --until "пн 10:00"
decide-until-only-later = --until нужен только для «позже»
tone-unknown = «{ $found }» — не тон; есть: +, -, ?, !, up, down
reading-no-metric = «{ $found }» не измеряют; есть: { $known }
packet-unclear = Ничего не записано: не всё ясно:
packet-changed = { $code } изменился с тех пор, как его показали: сначала пошлите снова
packet-no-letter = У клиента нет открытой подборки { $found }
past-not-yet = «{ $found }» ещё впереди
past-no-moment = «{ $found }» — не прошедший момент; пишите: вторник, "вчера 10:00" или 2026-11-24 09:30
completions-no-shell = Для «{ $found }» скрипта нет; есть: { $known }
man-not-written = Руководство не записать: { $detail }
history-no-number = «{ $found }» — не номер записи; номера даёт postdesk history
history-no-entry = В истории нет записи { $found }
misread-command = Команды «{ $found }» нет
misread-command-near = Команды «{ $found }» нет; может быть, { $near }?
misread-option = Ключа «{ $found }» здесь нет
misread-option-near = Ключа «{ $found }» здесь нет; может быть, { $near }?
misread-missing = Не хватает: { $what }
misread-more = Здесь нужно ещё: { $what }
misread-value = «{ $found }» не годится для { $what }
misread-value-missing = После { $what } нужно значение
misread-too-many = «{ $found }» — лишнее для { $what }
misread-conflict = { $what } нельзя вместе с { $other }
misread-bytes = Один из аргументов — не текст (UTF-8)
misread-help = Подробнее: postdesk --help, postdesk КОМАНДА --help
slot-bad = «{ $found }» — не слот; напишите дни и потом время: пн ср 09:30, пт 19:30
slot-stands = Добавлять нечего: эти слоты у канала уже есть
slot-none = Слота { $time } нет ни у одного из этих каналов; все называет postdesk slot list
slot-many = Слот { $time } есть у нескольких каналов: { $channels }; скажите, у какого: --channel
slot-no-id = Нет слота с id «{ $name }»; postdesk slot list называет их в конце строк
slot-no-id-near = Нет слота с id «{ $name }»; ближайший: { $near }
goal-no-score = Нет показателя «{ $found }». Есть: { $known }
goal-no-score-near = Нет показателя «{ $found }»; может быть, { $near }? Есть: { $known }
goal-not-a-number = «{ $found }» — не цель; напишите число: 7000, 4,5
goal-not-whole = «{ $found }» — не целое, а здесь считают штуками; напишите 7000
goal-too-large = «{ $found }» — столько ни у кого нет; напишите цифрами
goal-none = У клиента { $client } нет цели «{ $score }»; какие есть, называет postdesk goal list
goal-stands = Менять нечего: цель уже такая
ready-no = Нет готового ответа «{ $name }»; их называет postdesk ready list
ready-no-near = Нет готового ответа «{ $name }»; может быть, { $near }?
ready-no-tag = «{ $found }» — не язык; напишите ru, en или pt-br
picture-stands = Менять нечего: уже так
picture-no-file = { $file }: такого файла нет
picture-folder = { $file } — папка; назовите файлы в ней
picture-not-a-file = { $file } — не обычный файл; сначала сохраните картинку в файл
picture-empty = { $file } пуст
picture-unreadable = { $file } не удаётся прочитать: { $detail }
picture-no-number = { $n ->
    [0] Нет картинки { $found }: у поста их пока нет
    [one] Нет картинки { $found }: у поста { $n } картинка
    [few] Нет картинки { $found }: у поста { $n } картинки; номера называет postdesk picture ПОСТ list
    [many] Нет картинки { $found }: у поста { $n } картинок; номера называет postdesk picture ПОСТ list
   *[other] Нет картинки { $found }: у поста { $n } картинки; номера называет postdesk picture ПОСТ list
}

# Почему у действия окна нет команды.
reach-do = только в окне: следующий шаг зависит от строки под курсором
reach-walk = только в окне: водит курсор; что он находит, покажет postdesk list posts --filter late
reach-cursor = только в окне: двигает курсор
reach-mark = только в окне: команды берут сразу несколько постов и id со стандартного ввода
reach-look = только в окне: меняет то, что показано; сохранённый вид покажет postdesk list posts --view
reach-window = только в окне
