# Titles of the actions for the footer and the palette (12 cells at most), each with one sentence for the help.

# What to do with the line under the cursor.
action-item-do = do it
action-item-do-long = Takes the next right step for the line under the cursor; the footer names it.

# The walk through problems.
action-walk-next = next problem
action-walk-next-long = Goes to the next line of this pane that needs you.
action-walk-prev = prev problem
action-walk-prev-long = Goes back to the previous line that needs you.

# Moving.
action-move-up = up
action-move-up-long = One row up.
action-move-down = down
action-move-down-long = One row down.
action-move-left = left
action-move-left-long = One step left: a column, a day, a period.
action-move-right = right
action-move-right-long = One step right: a column, a day, a period.
action-move-page-up = page up
action-move-page-up-long = One screenful up.
action-move-page-down = page down
action-move-page-down-long = One screenful down.
action-move-home = first
action-move-home-long = To the first row.
action-move-end = last
action-move-end-long = To the last row.

# The five panes.
action-go-today = Today
action-go-today-long = Opens Today: what is due and who waits, across all clients.
action-go-plan = Plan
action-go-plan-long = Opens the plan of the week or the month.
action-go-drafts = Drafts
action-go-drafts-long = Opens the texts to write, to agree and to finish.
action-go-inbox = Inbox
action-go-inbox-long = Opens the comments and messages, the most urgent first.
action-go-kpi = KPI
action-go-kpi-long = Opens the numbers of a client against the period before.

# Posts and messages.
action-item-add = add
action-item-add-long = Adds by one line: a post, a client, a reading, whatever lives here.
action-item-edit = edit
action-item-edit-long = Edits what is under the cursor.
action-item-edit-outside = own editor
action-item-edit-outside-long = Edits the text in the editor named by $EDITOR and brings it back.
action-item-time = time
action-item-time-long = Gives it another time, in plain words: tomorrow 9:30.
action-item-next-slot = next slot
action-item-next-slot-long = Puts it into the next free slot of its channel.
action-item-status = status
action-item-status-long = Changes its status.
action-item-mark = mark
action-item-mark-long = Marks the row, or unmarks it; the next action takes all marked rows.
action-item-cut = cut
action-item-cut-long = Cuts it to be pasted elsewhere; in the inbox hides the comment.
action-item-copy = copy
action-item-copy-long = Copies: while publishing the next part, on an empty desk the import command.
action-item-paste = paste
action-item-paste-long = Puts here what was cut or copied.
action-item-done = done
action-item-done-long = Closes it without an answer, or drops it with a reason.
action-item-wait = wait
action-item-wait-long = Puts it aside until somebody answers.
action-item-later = later
action-item-later-long = Puts it away until a time you say.
action-item-lead = lead
action-item-lead-long = Marks an order or enquiry in a message; on an empty desk it opens the demo.
action-item-idea = idea
action-item-idea-long = Keeps it as an idea for a post.
action-item-tone-up = better tone
action-item-tone-up-long = The tone is better than it looks.
action-item-tone-down = worse tone
action-item-tone-down-long = The tone is worse than it looks.
action-item-topic = topic
action-item-topic-long = Names the topic of a message, so that complaints can be counted.
action-item-delete = delete
action-item-delete-long = Deletes it; undo brings it back.

# The desk.
action-app-find = find
action-app-find-long = Finds posts, people and messages by their words.
action-app-scope = client
action-app-scope-long = Brings one client into view, or all of them.
action-app-clients = clients
action-app-clients-long = Opens the clients with their channels, slots and hours.
action-app-undo = undo
action-app-undo-long = Takes back the newest thing you did.
action-app-redo = redo
action-app-redo-long = Does again what was taken back.
action-app-palette = all actions
action-app-palette-long = Finds any action by its name.
action-app-help = help
action-app-help-long = Says what can be done here.
action-app-back = back
action-app-back-long = Leaves this place and goes one step back.
action-app-suspend = to shell
action-app-suspend-long = Puts the desk to sleep and gives the shell back; fg wakes it.
action-app-quit = quit
action-app-quit-long = Leaves the desk; everything is already saved.
action-move-today = today
action-move-today-long = To the day that is today.
action-item-range = range
action-item-range-long = Marks everything from here to where the cursor goes; once more keeps the marks.
action-item-day-later = day later
action-item-day-later-long = Moves it, or all marked posts, a day later; the hours stay.
action-item-day-earlier = day earlier
action-item-day-earlier-long = Moves it, or all marked posts, a day earlier; the hours stay.
action-view-look = other view
action-view-look-long = Another look at the same things: in the plan week, month and list.
