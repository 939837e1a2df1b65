# Экран «Черновики»: очередь текстов и сам текст рядом.
drafts-count-write = писать { $n }
drafts-count-client = у клиента { $n }
drafts-count-changes = правки { $n }
drafts-count-ready = готово { $n }
drafts-count-ideas = идеи { $n }
drafts-marked = отмечено { $n }
drafts-late = ГОРИТ
drafts-to-write = НАПИСАТЬ
drafts-with-client = У КЛИЕНТА
drafts-changes = НУЖНЫ ПРАВКИ
drafts-ready = ГОТОВО
drafts-ideas = ИДЕИ
drafts-empty = Пусто: a — новый пост
drafts-no-clients = Пусто: C — первый клиент
drafts-no-text = нет текста
drafts-no-date = без даты
drafts-today = сегодня { $clock }
drafts-rubric = рубрика: { $name }
drafts-pictures = { $n ->
    [0] без картинок
    [one] { $n } картинка
    [few] { $n } картинки
   *[many] { $n } картинок
}
drafts-undescribed = { $n ->
    [one] { $n } без описания
    [few] { $n } без описания
   *[many] { $n } без описания
}
drafts-nothing-written = Пока ничего не написано.
drafts-more-rows = { $n ->
    [one] … ещё { $n } строка
    [few] … ещё { $n } строки
   *[many] … ещё { $n } строк
}
drafts-base = основа
drafts-own = свой
drafts-avoid = нежелательные слова: { $words }
drafts-first-comment = первый комментарий: { $text }
drafts-brief = задача: { $text }
drafts-shown = показан клиенту: { $list }
drafts-shown-once = { $code } { $day }, { $verdict }
drafts-mix = { $client } в этом месяце: { $list }
drafts-verb-channel = канал
drafts-do-write = писать
drafts-do-write-for = писать { $code }
drafts-verb-let-go = без отметок
drafts-suggested = предложено { $when }
drafts-scheduled = запланировано { $when }
drafts-ready-by = сдать к { $when }
drafts-ready-was = срок был { $when }
drafts-inherits = Текст этого канала и так идёт за основой
drafts-inherit-which = Выберите канал клавишей Tab: его текст снова пойдёт за основой
