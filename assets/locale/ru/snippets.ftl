# Pieces of text that are put in: signatures, calls, groups of hashtags.

# В окне.
write-hint-snippets = заготовки
snippet-title = Заготовки: { $client }
snippet-new = Новая заготовка
snippet-pick = Чьи заготовки?
snippet-variables = { "{клиент} {канал} {аккаунт} {дата} {время} {ссылка} {рубрика} {тема}" }
snippet-none-yet = Заготовок пока нет: первую начнёт F3
snippet-none-found = Таких слов нет ни в одной заготовке
snippet-of-all = общая
snippet-name = Название
snippet-name-example = как вы её зовёте: запись, хэштеги
snippet-text = Текст
snippet-kind = Для чего
snippet-kind-signature = подпись
snippet-kind-call = призыв
snippet-kind-hashtags = хэштеги
snippet-kind-intro = начало
snippet-kind-other = другое
snippet-whose = Чья
snippet-lang = Язык
snippet-lang-example = ru, en… пусто: любой
snippet-hint-put = вставить
snippet-hint-edit = править
snippet-hint-new = новая
snippet-hint-drop = удалить
snippet-hint-back = вернуть

# Что не так.
snippet-name-missing = Назовите заготовку
snippet-text-missing = Напишите текст заготовки
snippet-long-name = Название длиннее { $most } знаков
snippet-long-text = Текст длиннее { $most } знаков
snippet-unknown = Вместо { "{" }{ $found }{ "}" } нечего поставить. Есть: { snippet-variables }; сама скобка пишется дважды
snippet-unknown-near = Вместо { "{" }{ $found }{ "}" } нечего поставить; может быть, { "{" }{ $near }{ "}" }? Есть: { snippet-variables }
snippet-open = Скобка перед «{ $found }» не закрыта; сама скобка пишется дважды
snippet-nothing = Не вставлено: { $variable ->
    [client] у клиента нет имени для { "{клиент}" }
    [channel] { "{канал}" } здесь не один: вставьте в текст одного канала
    [handle] { "{аккаунт}" } здесь не один: вставьте в текст одного канала
    [date] у поста пока нет единого дня для { "{дата}" }
    [time] у поста пока нет единого времени для { "{время}" }
    [link] у поста пока нет ссылки для { "{ссылка}" }
    [rubric] у поста пока нет рубрики для { "{рубрика}" }
   *[topic] у поста пока нет темы для { "{тема}" }
}
snippet-no = Нет заготовки «{ $name }»; их называет postdesk snippet list
snippet-no-near = Нет заготовки «{ $name }»; может быть, { $near }?
snippet-no-kind = «{ $found }» — не вид заготовки; есть: { $known }
did-snippet-add = заготовка «{ $name }»
did-snippet-edit = заготовка «{ $name }»
did-snippet-delete = заготовка «{ $name }» удалена

# В командной строке.
help-snippet = Заготовки: куски текста, которые повторяются, с переменными
help-snippet-add = Сохранить заготовку; переменные: { "{клиент} {канал} {аккаунт} {дата} {время} {ссылка} {рубрика} {тема}" }
help-snippet-add-examples =
    postdesk snippet add запись "Записаться: { "{ссылка}" }" --client Kolos --kind призыв
    postdesk snippet add теги "#кофе #казань" --client Kolos --kind hashtags --lang ru
    pbpaste | postdesk snippet add подпись - --kind signature
help-snippet-edit = Поправить заготовку
help-snippet-edit-examples =
    postdesk snippet edit запись --client Kolos --text "Позвоните или запишитесь: { "{ссылка}" }"
    postdesk snippet edit 7f3a09c1 --kind call --lang ""
help-snippet-delete = Удалить заготовку; тексты, куда она вставлена, остаются
help-snippet-delete-examples =
    postdesk snippet delete запись --client Kolos
help-snippet-list = Все заготовки: чья, язык, вид, название, первая строка, id
help-snippet-list-examples =
    postdesk snippet list --client Kolos
    postdesk snippet list --json
help-snippet-named = Как вы её зовёте
help-snippet-text = Текст; - читает его со стандартного ввода
help-snippet-whose = Чья она; без этого общая
help-snippet-kind = signature, call, hashtags, intro или other
help-snippet-lang = Язык: ru, en…; пусто — любой
help-snippet-which = Название либо начало или конец id
help-snippet-name = Другое название
help-snippet-words = Другой текст; - читает его со стандартного ввода

# В истории.
history-is-snippet = заготовка
history-field-lang = язык
history-field-kind = для чего
