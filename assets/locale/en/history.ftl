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

# The window.
history-title = history
history-note = newest first
history-empty = Nothing has been done yet
history-by-file = file
history-hint-look = what it touched
history-hint-undo = take back
history-hint-redo = do again
history-hint-all = take all back
history-hint-leave = leave it
history-question = it does not go alone
history-above = On it stands: { $when }, { $what }
history-offer = { $n ->
    [one] Enter takes back everything down to it: { $n } entry
   *[other] Enter takes back everything down to it: { $n } entries, all or none
}
undone-several = { $n ->
    [one] Taken back: { $n } entry · U does it again
   *[other] Taken back: { $n } entries · U does them again, one by one
}
history-nothing = It touched nothing that could be told
history-made = new
history-changed = changed
history-buried = deleted
history-recorded = { $n ->
    [one] { $n } put on record
   *[other] { $n } put on record
}
history-is-client = client
history-is-channel = channel
history-is-rubric = rubric
history-is-campaign = campaign
history-is-post = post
history-is-variant = on a channel
history-is-slot = slot
history-is-media = picture
history-is-person = person
history-is-canned-reply = ready answer
history-is-target = goal
history-is-note = note
history-is-holiday-mark = day
history-is-packet = batch
history-is-packet-item = batch
history-is-lead = lead
history-is-thread-mark = conversation
history-is-delivery-event = publishing
history-is-message = message
history-is-round = round
history-is-reading = number
history-is-fact-void = taken back
history-field-at = time
history-field-approval = status
history-field-reason = reason
history-field-base-rev = text
history-field-rev = own text
history-field-topic = topic
history-field-rubric = rubric
history-field-campaign = campaign
history-field-format = format
history-field-link = link
history-field-first-comment = first comment
history-field-brief = brief
history-field-note = note
history-field-client-note = note to the client
history-field-script = script
history-field-shots = shots
history-field-is-cover = cover
history-field-ready-by = ready by
history-field-name = name
history-field-short = short name
history-field-zone = zone
history-field-hours = hours
history-field-languages = languages
history-field-tone = tone
history-field-goals = goals
history-field-audience = audience
history-field-avoid = words to avoid
history-field-promise-min = promised minutes
history-field-contract-posts = posts a month
history-field-contract-money = contract
history-field-colour = colour
history-field-handle = handle
history-field-mode = published
history-field-grace-min = grace
history-field-look-every-min = look every
history-field-watch-min = watched
history-field-share = share
history-field-starts = starts
history-field-ends = ends
history-field-goal = goal
history-field-utm = utm
history-field-alt = alt text
history-field-state = turn
history-field-snooze-until = until
history-field-verdict = verdict
history-field-words = words
history-field-is-off = day off
history-field-text = text
history-field-value = value
card-hint-versions = older texts
versions-title = older texts of “{ $topic }”
versions-base = base
versions-none = Nothing has been written yet
versions-since = changed since then
versions-stands = stands now
versions-let-go = let go: the channel follows the base
versions-hint-take = take up again
versions-hint-channel = channel
