# What was done, when and by what.

history-by-window = window
history-by-cli = command line
history-by-rule = rule
history-by-daemon = daemon
history-undone = taken back
history-not-standing = It has been taken back already, or no person did it
history-in-the-way = Entry { $entry } stands on it: { $what }
history-down-to = { $n ->
    [one] To take back everything down to it, { $n } entry: postdesk undo { $entry } --down-to
   *[other] To take back everything down to it, { $n } entries: postdesk undo { $entry } --down-to
}
