# The frame around every pane, and what is wrong with a keymap of hers.

app-all-clients = All clients

# How many posts: the head of a week, a client, a report.
posts = { $n ->
    [one] { $n } post
   *[other] { $n } posts
}

# Mistakes in keymap.toml.
keymap-line = keymap.toml, line { $line }: { $what }
keymap-syntax = not readable as TOML: { $detail }
keymap-unknown-table = there is no table “{ $name }”; keys go under [desk]
keymap-not-an-action = “{ $chord }” needs the name of an action in quotes
keymap-unknown-action = there is no action “{ $id }”
keymap-unknown-action-near = there is no action “{ $id }”; did you mean “{ $near }”?
keymap-twice = “{ $chord }” is already bound to { $action } in line { $other }
keymap-prefix = “{ $chord }” begins “{ $longer }” ({ $action }), so that one could never be typed
keymap-behind = “{ $chord }” could never be typed: “{ $shorter }” ({ $action }) already answers
keymap-forbidden = “{ $chord }” uses { $sign }, which other keyboard layouts put on another key
keymap-chord-empty = a chord without keys
keymap-chord-long = “{ $chord }” has too many keys; three in a row are the most
keymap-chord-key = “{ $key }” is not a key: write one character or a name such as enter, space, pgdn, F2
keymap-chord-modifier = “{ $key }” is not a modifier: ctrl, alt and shift are
keymap-chord-shift = “{ $key }”: write the upper-case character instead of shift
