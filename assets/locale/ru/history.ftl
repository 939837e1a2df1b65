# Что сделано, когда и откуда.

history-by-window = окно
history-by-cli = командная строка
history-by-rule = правило
history-by-daemon = демон
history-undone = отменено
history-not-standing = Это уже отменено, или сделал это не человек
history-in-the-way = На этом стоит запись { $entry }: { $what }
history-down-to = { $n ->
    [one] Отменить всё до неё включительно, { $n } запись: postdesk undo { $entry } --down-to
    [few] Отменить всё до неё включительно, { $n } записи: postdesk undo { $entry } --down-to
    [many] Отменить всё до неё включительно, { $n } записей: postdesk undo { $entry } --down-to
   *[other] Отменить всё до неё включительно, { $n } записи: postdesk undo { $entry } --down-to
}
