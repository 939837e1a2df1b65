# Орфография: чего нет в словарях и где они лежат. Поиск, копирование и вставка при письме.
write-hint-find = найти
write-hint-spell = орфография
write-hint-copy = копировать
write-copied-part = { $n ->
    [one] выделенное, { $n } знак
    [few] выделенное, { $n } знака
    [many] выделенное, { $n } знаков
   *[other] выделенное, { $n } знака
}
write-copied-all = { $n ->
    [one] весь текст, { $n } знак
    [few] весь текст, { $n } знака
    [many] весь текст, { $n } знаков
   *[other] весь текст, { $n } знака
}
write-nothing = Копировать пока нечего
write-nothing-selected = Вырезать нечего: выделяйте стрелками с Shift, а всё сразу — Alt-A
write-paste-too-long = Не вставлено: { $kilobytes } КБ — слишком много, в тексте до { $most } КБ

seek-wanted = Найти:
seek-with = Заменить на:
seek-nothing = не найдено
seek-hint-stay = остаться здесь
seek-hint-next = дальше
seek-hint-last = предыдущее
seek-hint-other = заменить
seek-hint-replace = заменить
seek-hint-all = заменить всё
seek-hint-line = к строке
seek-replaced = { $n ->
    [one] Заменено в { $n } месте
    [few] Заменено в { $n } местах
    [many] Заменено в { $n } местах
   *[other] Заменено в { $n } места
}

spell-hint-take = взять
spell-hint-next = дальше
spell-hint-mine = верно везде
spell-hint-theirs = верно у клиента
spell-nothing-like-it = ничего похожего в словарях нет
spell-well = Ошибок не найдено
spell-reading = Орфография ещё проверяется
spell-learnt = «{ $word }» теперь верно в любом тексте
spell-install = Нет словаря «{ $language }»: поставьте пакет { $package }
spell-bring = Нет словаря «{ $language }»: положите { $language }.aff и .dic в папку dictionaries в настройках
spell-unknown-encoding = Словарь { $path } записан в «{ $label }», такой кодировки нет: его слова не проверяются
spell-wrong-encoding = Словарь { $path } записан не в { $label }, как в нём сказано: его слова не проверяются
spell-empty = В словаре { $path } нет слов
spell-broken = Правила в { $path } непонятны ({ $detail }): слова не проверяются
spell-too-large = Словарь { $path } больше { $megabytes } МБ: его слова не проверяются
spell-unread = Словарь { $path } не читается: { $detail }
spell-no-place = Нет папки настроек, чтобы запомнить слово
spell-not-kept = Слово не записано: { $path }: { $detail }

card-words = Слова без ошибок
card-words-example = шакшука, Колос
did-client-word = «{ $word }» верно у клиента
