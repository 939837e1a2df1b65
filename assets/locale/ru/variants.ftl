# Тексты поста: основа и каналы рядом, что разошлось и как свести.
did-texts-save = { $n ->
    [one] сохранён { $n } текст
    [few] сохранено { $n } текста
    [many] сохранено { $n } текстов
   *[other] сохранено { $n } текста
}
write-hint-next = след. текст
write-hint-own = свой текст
write-hint-follow = как основа
write-hint-together = свести
write-base-has-no-base = Это основа: Tab — к каналу, там F4 даст ему свой текст
write-follows-base = Канал идёт за основой: F4 даст ему свой текст
write-let-go = { $n ->
    [one] { $codes } снова идёт за основой; свой текст остался в истории: Ctrl-O
    [few] { $codes } снова идут за основой; их тексты остались в истории: Ctrl-O
    [many] { $codes } снова идут за основой; их тексты остались в истории: Ctrl-O
   *[other] { $codes } снова идут за основой; их тексты остались в истории: Ctrl-O
}
write-shows-base = как основа
write-drifted = основа с тех пор изменилась: F6
write-tags-moved = в первом комментарии: { $tags }
write-dead-links = { $n ->
    [1] ссылка здесь не нажимается
    [one] { $n } ссылка здесь не нажимается
    [few] { $n } ссылки здесь не нажимаются
    [many] { $n } ссылок здесь не нажимаются
   *[other] { $n } ссылки здесь не нажимаются
}
write-phone-whole = телефон: целиком
write-phone-folds = телефон свернёт после «…{ $end }»
write-desktop-whole = компьютер: целиком
write-desktop-folds = компьютер свернёт после «…{ $end }»
together-hint-hers = моё
together-hint-base = основа
together-hint-both = оба
together-hint-next = дальше
together-hint-take = принять
together-hint-leave = оставить
together-nothing = Здесь ничего не разошлось
together-choose = Не всё выбрано: ← моё, → основа, пробел — оба
together-done = Сведено с основой
together-left = Оставлено как есть; считается сделанным по этой основе
together-asked = { $n ->
    [0] Изменения складываются сами. Получится так:
    [1] Одно место изменено с обеих сторон:
    [one] С обеих сторон изменено { $n } место, это { $at }-е:
    [few] С обеих сторон изменено { $n } места, это { $at }-е:
    [many] С обеих сторон изменено { $n } мест, это { $at }-е:
   *[other] С обеих сторон изменено { $n } места, это { $at }-е:
}
together-then = основа была:
together-now = основа стала:
together-hers = моё:
together-no-words = (ничего)
together-reads = ПОЛУЧИТСЯ ТАК
need-drifted = основа изменилась
drafts-drifted = { $codes }: основа с тех пор изменилась
show-own-text-drifted = Текст на { $code } (основа с тех пор изменилась)
together-hint-theirs = другое
together-theirs-then = было сохранено:
together-theirs-now = сохранено теперь:
together-theirs-first = Текст тем временем сохранили в другом месте: выберите по местам или F6 — оставить своё
together-theirs-done = Сведено с сохранённым в другом месте
together-theirs-left = Оставлено как есть; сохранённое в другом месте — в истории
together-theirs-saved = Сохранено вместе с тем, что сохранили в другом месте
write-saved-elsewhere = тем временем сохранён в другом месте: F6
