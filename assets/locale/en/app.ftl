# The frame around every pane, and what is wrong with a keymap of hers.

app-all-clients = All clients

# How many posts: the head of a week, a client, a report.
posts = { $n ->
    [one] { $n } post
   *[other] { $n } posts
}

# Mistakes in keymap.toml.
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

# The top bar.
tab-today = Today
tab-plan = Plan
tab-drafts = Drafts
tab-inbox = Inbox
tab-kpi = KPI

# Short-lived windows.
hint-back = back
hint-choose = choose
hint-move = move
hint-keys = more
hint-do = do it
picker-narrow = type to narrow
scope-title = Client in scope
scope-all = All clients
status-title = Status
status-cannot = “{ $topic }”: { $why }
status-now = { $status } · now
approval-idea = idea
approval-draft = draft
approval-review = with the client
approval-changes = changes asked
approval-hold = on hold
approval-approved = approved
help-title = What can be done here
palette-title = Every action by name
find-title = Find
find-placeholder = words from posts, notes and messages
find-topic = post
find-text = text
find-first-comment = comment 1
find-note = note
find-client-note = to client
find-script = script
find-shots = shots
find-brief = brief
find-alt = picture
find-message = message
find-unindexed = { $n } messages not searchable yet

# What was done, and what was not.
did = { $what } · u takes it back
did-while-typing = { $what }
undone = Taken back: { $what }
redone = Done again: { $what }
kept-text = { $n ->
    [one] Text you were writing was kept: it waits where you left it
   *[other] { $n } texts you were writing were kept: they wait where you left them
}
moved-to = Moved to { $when } · u takes it back
no-free-slot = No free posting time in 60 days: set some in the channel’s card, or press t
ring = { $clock } { $client }: { $topic }{ $why }
address-shown = No browser here. Open: { $address }
clipboard-failed = The clipboard did not take it: { $detail }. The text is in the outbox folder
ring-failed = The bell did not ring: { $detail }
demo-failed = The demo did not open: { $detail }
suspend-failed = Could not go to sleep: { $detail }
editor-failed = The editor did not start: { $detail }
editor-unreadable = The editor’s command cannot be read: { $command }; look at EDITOR
editor-not-started = { $program } cannot be started: { $detail }; name another editor in EDITOR
editor-gone = The editor left no file behind; the text in the desk is as it was
editor-too-large = A file over { $megabytes } MB was not taken and stays here: { $path }; the text in the desk is as it was
editor-lost = { $path } cannot be read after the editor: { $detail }; the text in the desk is as it was
editor-crashed = The editor ended badly; your text is kept in { $path }
editor-unchanged = The text is as it was
paste-too-long = Not pasted: { $kilobytes } KB are too much here; a field takes { $most } KB
attach-failed = { $path } was not taken: { $detail }
crash-report = The program broke last time; the report is { $path }
written-elsewhere = This text is being written in another window: close it there first

# Long work.
work-rows = Bringing in: { $rows } of { $of }. You can go on working
work-back = Taking many rows back. You can go on working
work-busy = One large change at a time: the other one is still being written
work-mended = An import that broke off was taken back: nothing of it is left
work-leave = Rows are still coming in. Q again stops that, takes them back and leaves
