# Рубрики, кампании и форматы.
rubrics-title = { $client } · рубрики, кампании, форматы
rubrics-pick = Чьи рубрики?
rubrics-head = РУБРИКИ
rubrics-sum = { $n ->
    [one] { $n } пост · вместе доли дают { $sum } %
    [few] { $n } поста · вместе доли дают { $sum } %
   *[many] { $n } постов · вместе доли дают { $sum } %
}
rubrics-no-targets = { $n ->
    [one] { $n } пост · доли не заданы
    [few] { $n } поста · доли не заданы
   *[many] { $n } постов · доли не заданы
}
rubrics-none = без рубрики
rubrics-new = + рубрика
rubrics-posts = { $n ->
    [one] { $n } пост
    [few] { $n } поста
   *[many] { $n } постов
}
rubrics-target = из { $share }
campaigns-head = КАМПАНИИ
campaigns-new = + кампания
campaign-running = { $n ->
    [0] последний день
    [one] ещё { $n } день
    [few] ещё { $n } дня
   *[many] ещё { $n } дней
}
campaign-endless = идёт, без конца
campaign-ahead = { $n ->
    [one] через { $n } день
    [few] через { $n } дня
   *[many] через { $n } дней
}
campaign-undated = дни не заданы
campaign-over = прошла
campaign-out = вышло { $n }
campaign-planned = в плане { $n }
campaign-late = опаздывает { $n }
campaign-open = без времени { $n }
campaign-no-posts = постов ещё нет
campaign-from = с { $day }
campaign-to = до { $day }
campaign-goal = цель: { $goal }
campaign-utm = utm_campaign={ $utm }
formats-head = ФОРМАТЫ
formats-limits = { $platform }: { $limits }

# О строке под курсором.
rubrics-detail-share = { $posts } из { $all } постов, { $cent } %
rubrics-detail-over = { $n ->
    [one] цель { $share } %: на { $n } пост больше, чем нужно
    [few] цель { $share } %: на { $n } поста больше, чем нужно
   *[many] цель { $share } %: на { $n } постов больше, чем нужно
}
rubrics-detail-under = { $n ->
    [one] цель { $share } %: не хватает { $n } поста
    [few] цель { $share } %: не хватает { $n } постов
   *[many] цель { $share } %: не хватает { $n } постов
}
rubrics-detail-even = цель { $share } %: сколько нужно
rubrics-detail-no-target = цель не задана
rubrics-detail-empty = в этом месяце ничего не запланировано

# Их карточки.
rubric-card = { $client } · рубрика
rubric-name = Название
rubric-name-example = меню, люди, польза
rubric-name-missing = Рубрике нужно название
rubric-name-taken = Такая рубрика у клиента уже есть
rubric-share = Доля месяца, %
rubric-share-example = 30; пусто — без цели
share-refused = Целое число от 0 до 100
campaign-card = { $client } · кампания
campaign-name = Название
campaign-name-example = Меню к Новому году
campaign-name-missing = Кампании нужно название
campaign-name-taken = Такая кампания у клиента уже есть
campaign-starts = Первый день
campaign-starts-example = 1.12 · понедельник · 2026-12-01; можно не заполнять
campaign-ends = Последний день
campaign-ends-example = 24.12, этот день тоже входит; можно не заполнять
campaign-ends-first = Заканчивается раньше, чем начинается
campaign-goals = Цель
campaign-goals-example = 40 броней из сообщений
campaign-utms = Имя в ссылках
campaign-utms-example = novy-god: a-z, 0-9, - и _
campaign-utm-wrong = Только a-z, 0-9, - и _ одинаковы во всех счётчиках
campaign-utm-instead = Только a-z, 0-9, - и _. Например { $instead }
rubrics-where-to = { $n ->
    [one] В рубрике «{ $name }» { $n } пост. Куда его?
    [few] В рубрике «{ $name }» { $n } поста. Куда их?
   *[many] В рубрике «{ $name }» { $n } постов. Куда их?
}
rubrics-to-none = останутся без рубрики
rubrics-to = в «{ $name }», вместе с долей
rubrics-hint-card = карточка
rubrics-hint-new = добавить
rubrics-hint-delete = удалить, слить
rubrics-hint-month = месяц
rubrics-hint-client = клиент

# Что сделано.
did-rubric-delete = рубрика { $name } удалена
did-rubric-merge = рубрика { $from } влилась в { $into }
did-campaign-add = кампания { $name }
did-campaign-edit = кампания { $name }
did-campaign-delete = кампания { $name } удалена
did-campaign-put = { $n ->
    [one] { $n } пост в кампании { $name }
    [few] { $n } поста в кампании { $name }
   *[many] { $n } постов в кампании { $name }
}
did-campaign-out = { $n ->
    [one] { $n } пост вне кампаний
    [few] { $n } поста вне кампаний
   *[many] { $n } постов вне кампаний
}
store-other-client = Это другого клиента

# Чек-лист формата.
checklist-note = ✓ есть  ▲ нет  · смотрите сами
need-pictures = { $n ->
    [one] картинка
    [few] от { $n } картинок
   *[many] от { $n } картинок
}
need-pictures-span = { $least }–{ $n } { $n ->
    [one] картинка
    [few] картинки
   *[many] картинок
}
need-film = видео
need-either = картинка или видео
need-alt = описания картинок
need-text = текст
need-options = { $least }–{ $n } { $n ->
    [one] вариант, каждый
    [few] варианта, каждый
   *[many] вариантов, каждый
} строкой с -
need-link = ссылка
need-script = сценарий
need-cover = обложка
need-subtitles = субтитры
need-ratio = { $ratio }
need-seconds = длина
need-rules = приз, даты, как выбираем победителя
lack-pictures = { $n ->
    [one] нет картинки
    [few] нет { $n } картинок
   *[many] нет { $n } картинок
}
lack-pictures-more = { $n ->
    [one] не хватает картинки
    [few] не хватает { $n } картинок
   *[many] не хватает { $n } картинок
}
lack-film = нет видео
lack-either = нет картинки или видео
lack-too-many = { $platform } берёт { $n ->
    [one] { $n } картинку
    [few] { $n } картинки
   *[many] { $n } картинок
}
lack-alt = без описания: { $n }
lack-text = нет текста
lack-options = { $n ->
    [one] не хватает { $n } варианта: строка с -
    [few] не хватает { $n } вариантов: строки с -
   *[many] не хватает { $n } вариантов: строки с -
}
lack-options-over = вариантов не больше { $n }
lack-option-long = { $platform } берёт вариант до { $n ->
    [one] { $n } знака
    [few] { $n } знаков
   *[many] { $n } знаков
}
lack-link = нет ссылки
lack-script = нет сценария
limit-pictures = { $n ->
    [one] { $n } картинка
    [few] { $n } картинки
   *[many] { $n } картинок
}
limit-options = вариантов { $span }
limit-option-chars = до { $n ->
    [one] { $n } знака
    [few] { $n } знаков
   *[many] { $n } знаков
} в варианте
limit-seconds = { $span } мин
limit-ratio = { $ratio }
limit-cover = обложка { $n } px

# В командной строке.
help-rubric = Рубрики: из чего складывается месяц клиента
help-rubric-add = Завести рубрику
help-rubric-add-examples =
    postdesk rubric add меню --client Kolos --share 30
    postdesk rubric add люди --client Kolos
help-rubric-edit = Переименовать рубрику или поменять долю
help-rubric-delete = Удалить рубрику; её посты останутся без рубрики или перейдут в другую
help-rubric-delete-examples =
    postdesk rubric delete меню --client Kolos
    postdesk rubric delete меню --into люди
help-rubric-list = Все рубрики: цель, доля и посты месяца
help-rubric-named = Название
help-rubric-which = Название или начало id
help-rubric-name = Другое название
help-rubric-client = Чья
help-rubric-share = Доля месяца, от 0 до 100; пусто — без цели
help-rubric-into = Рубрика, которая примет её посты и долю
help-rubric-month = Другой месяц, не этот
help-rubric-json = Ответить в JSON
help-campaign = Кампании: посты, которые какое-то время идут вместе
help-campaign-add = Начать кампанию
help-campaign-add-examples =
    postdesk campaign add "Меню к Новому году" --client Kolos --starts 1.12 --ends 24.12
    postdesk campaign add Весна --client Kolos --goal "40 броней" --utm vesna-2027
help-campaign-edit = Поправить её карточку
help-campaign-delete = Удалить кампанию; её посты останутся
help-campaign-put = Отнести посты к кампании
help-campaign-put-examples =
    postdesk campaign put Весна 01939f2a 01939f2b
help-campaign-leave = Вывести посты из кампаний
help-campaign-list = Все кампании: дни, как идёт, сколько постов вышло, имя в ссылках
help-campaign-named = Название
help-campaign-which = Название или начало id
help-campaign-name = Другое название
help-campaign-client = Чья
help-campaign-starts = Первый день: 1.12, понедельник, 2026-12-01; пусто — не задан
help-campaign-ends = Последний день, он тоже входит
help-campaign-goal = Что она должна дать
help-campaign-utm = utm_campaign в ссылках: a-z, 0-9, - и _
help-campaign-posts = Посты по id или по их началу: они есть в list posts --json
help-campaign-json = Ответить в JSON
cli-no-rubric = Рубрики «{ $name }» нет
cli-no-rubric-near = Рубрики «{ $name }» нет; может быть, { $near }?
cli-no-campaign = Кампании «{ $name }» нет
cli-no-campaign-near = Кампании «{ $name }» нет; может быть, { $near }?
cli-share = «{ $found }» — не доля: нужно целое число от 0 до 100
cli-month = «{ $found }» — не месяц; пишите так: 2026-11
cli-rubric-sum = Доли этого клиента теперь дают вместе { $sum } %
cli-rubric-posts-stay = { $n ->
    [one] { $n } пост остался без рубрики
    [few] { $n } поста остались без рубрики
   *[many] { $n } постов остались без рубрики
}
cli-rubric-posts-go = { $n ->
    [one] { $n } пост перешёл в «{ $name }»
    [few] { $n } поста перешли в «{ $name }»
   *[many] { $n } постов перешли в «{ $name }»
}
cli-campaign-posts-stay = { $n ->
    [one] { $n } пост остался, вне кампаний
    [few] { $n } поста остались, вне кампаний
   *[many] { $n } постов остались, вне кампаний
}
