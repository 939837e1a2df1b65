# The plan: days, posts, the shelf.
plan-head-yours = Week { $week } · times are yours ({ $town })
plan-head-theirs = Week { $week } · times of { $client } ({ $town })
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
plan-rubric = rubric: { $name }
plan-pictures = { $n ->
    [0] no pictures
    [one] { $n } picture
   *[other] { $n } pictures
}
plan-legend = ✓ out  ● scheduled  ? with client  ○ draft  ! late  ± changes  ~ hold  · idea
plan-need-out = out at { $clock }
plan-need-skipped = let go: { $why }
plan-need-missed = late, { $why }
plan-need-due = due now
plan-need-review = with client since { $day }
plan-need-changes = changes: { $what }
plan-need-hold = on hold: { $why }
plan-need-idea = idea
plan-need-draft = draft
plan-need-text = no text
plan-need-picture = no picture
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
# What must be asked of a client's answer to a packet.
answer-unclear = { $post }: “{ $words }” — yes, changes or no?
answer-bare = { $post } is named, but nothing is said of it
answer-twice = { $post } has two verdicts: “{ $words }”
answer-other-packet = { $post } is of another packet
answer-no-such-item = There is no { $post }
answer-nowhere = “{ $words }” names no post
answer-cut-short = The answer is too long; its end was not read
answer-nothing = No verdict found: A1 ok · A2 change the photo · A3 no
