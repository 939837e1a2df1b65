# The plan: days, posts, the shelf.
plan-today = today
plan-tomorrow = tomorrow
plan-free = free
plan-empty = Nothing is planned.
plan-shelf = SHELF
plan-shelf-note = no time yet
plan-on-shelf = { $n } on the shelf
plan-marked = { $n } marked
plan-cut = { $n ->
    [one] { $n } cut: paste puts it on this day
   *[other] { $n } cut: paste puts them on this day
}
plan-past = That time has passed. Choose a later day.
plan-clock-gap = { $clock } does not exist that night: { $real }
plan-clock-twice = { $clock } comes twice that night: the first
plan-no-time = no time yet
plan-planned = planned for { $when } { $zone }
plan-suggested = suggested for { $when } { $zone }
plan-rubric = rubric: { $name }
plan-pictures = { $n ->
    [0] no pictures
    [one] { $n } picture
   *[other] { $n } pictures
}
plan-legend = ✓ out ● scheduled ? with client ○ draft ! late ¿ unsure ± changes ~ hold · idea
plan-need-out = out at { $clock }
plan-need-skipped = let go: { $why }
plan-need-missed = late, { $why }
plan-need-due = due now
plan-need-review = with client since { $day }
plan-need-changed = changed since
plan-need-changes = changes: { $what }
plan-need-hold = on hold: { $why }
plan-need-idea = idea
plan-need-draft = draft
plan-need-text = no text
plan-status-idea = idea
plan-status-draft = draft
plan-status-review = with client
plan-status-changes = changes asked
plan-status-hold = on hold
plan-status-approved = ready, no time
plan-status-scheduled = scheduled
plan-status-due = due now
plan-status-missed = late
plan-status-skipped = let go
plan-status-published = out
plan-do-publish = publish
plan-do-picture = add picture
plan-do-write = write
plan-do-open = open
plan-do-decide = decide
plan-do-time = set time
plan-do-see = open post
plan-do-link = add its link
plan-verb-back = day back
plan-verb-ahead = day on
plan-do-add = add here
plan-nobody = Nobody to plan for yet. C adds a client with channels and posting times.
plan-week = Week { $week }, { $days }
plan-list = Week { $week }
plan-yours = times are yours ({ $town })
plan-theirs = times of { $client } ({ $town })
plan-posts = { $n ->
    [one] { $n } post
   *[other] { $n } posts
}
plan-gaps = { $n ->
    [one] { $n } gap
   *[other] { $n } gaps
}
plan-late = { $n ->
    [one] { $n } needs you
   *[other] { $n } need you
}
plan-contract = contract { $standing }
plan-more = +{ $n } more
plan-shelf-line = SHELF { $n }
plan-copied = { $n ->
    [one] { $n } copied: paste puts it here
   *[other] { $n } copied: paste puts them here
}
plan-copy-shelved = { $n ->
    [one] { $n } copy is on the shelf: its time is taken
   *[other] { $n } copies are on the shelf: their times are taken
}
plan-taken = { $clock } on { $code } is taken: another day, or t for another time (“{ $topic }”)
plan-other-client = A post stays with its client. Copy it with y to give it to another.
plan-other-channel = A post stays on its channels. Copy it with y to put it on another.
plan-no-such-channel = { $client } has no { $code }: nothing was copied.
plan-look-week = week
plan-look-month = month
plan-look-agenda = list
plan-verb-page-back = page back
plan-verb-page-on = page on
plan-warn-row = third “{ $name }” in a row
plan-warn-share = “{ $name }” is { $is }% of the month (plan { $target })
plan-warn-near = “{ $topic }” is on { $code } at { $clock }
plan-warn-alt = { $n ->
    [one] { $n } picture without alt text
   *[other] { $n } pictures without alt text
}
shift-past = “{ $topic }” would land in the past: nothing was moved.
shift-taken = { $when } on { $code } belongs to “{ $topic }”: nothing was moved.
shift-nothing = Nothing of it has a time.
prompt-shift-title = MOVE ALL
prompt-shift-example = +2d · -1d · +3h · or the time of the first: fri 10
prompt-shift-help = +2d moves all by two days; a time moves the first, the others with it
prompt-shift-nothing = that moves nothing
prompt-shift-past = { $at } has passed
prompt-shift-first = first: { $from } → { $to } { $zone }
prompt-shift-last = last: { $to }
plan-verb-let-go = unmark
