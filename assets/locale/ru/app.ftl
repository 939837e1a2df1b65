# Рамка вокруг экранов и ошибки в своём keymap.toml.

app-all-clients = Все клиенты

# Сколько постов: в шапке недели, у клиента, в отчёте.
posts = { $n ->
    [one] { $n } пост
    [few] { $n } поста
   *[many] { $n } постов
}

# Ошибки в keymap.toml.
keymap-line = keymap.toml, строка { $line }: { $what }
keymap-syntax = это не TOML: { $detail }
keymap-unknown-table = таблицы «{ $name }» нет; клавиши пишутся под [desk]
keymap-not-an-action = для «{ $chord }» нужно название действия в кавычках
keymap-unknown-action = действия «{ $id }» нет
keymap-unknown-action-near = действия «{ $id }» нет; может быть, «{ $near }»?
keymap-twice = «{ $chord }» уже занято: { $action }, строка { $other }
keymap-prefix = с «{ $chord }» начинается «{ $longer }» ({ $action }): его нельзя будет набрать
keymap-behind = «{ $chord }» нельзя набрать: раньше сработает «{ $shorter }» ({ $action })
keymap-forbidden = в «{ $chord }» есть { $sign }: в других раскладках этот знак на другой клавише
keymap-chord-empty = не указано ни одной клавиши
keymap-chord-long = в «{ $chord }» слишком много клавиш: подряд можно не больше трёх
keymap-chord-key = «{ $key }» не клавиша: нужен один знак или имя, например enter, space, pgdn, F2
keymap-chord-modifier = «{ $key }» не модификатор: бывают только ctrl, alt и shift
keymap-chord-shift = «{ $key }»: вместо shift напишите заглавную букву
