# Today: what to do next, across clients.
today-since = Since { $when }: { $out } went out, { $missed } missed, { $wrote } wrote
today-next = Next { $clock } { $client } in { $in }
today-late = LATE
today-today = TODAY
today-out-of = { $out } of { $all } out
today-waiting = WAITING FOR YOUR ANSWER
today-waiting-note = time left, client's hours
today-more = … { $n } more: 4 Inbox
today-tonight = BEFORE TONIGHT
today-all-quiet = Nothing is late, nothing is due, nobody waits.
today-looks = round
today-looks-words = not looked at: { $list }
today-look-never = never
today-numbers = numbers
today-numbers-words = { $n ->
    [one] yesterday's are missing for { $n } channel
   *[other] yesterday's are missing for { $n } channels
}
today-gaps = gaps
today-contracts = contract
today-contract-words = { $client } { $out } out, { $planned } of { $promised } planned
today-need-out = ✓ out at { $clock }
today-need-missed = missed { $ago }, { $why }
today-need-due = due now, { $ago } past
today-need-review = waits for client since { $day }
today-need-changes = changes: { $what }
today-need-hold = on hold: { $why }
today-need-draft = { $n ->
    [one] draft, { $n } character
   *[other] draft, { $n } characters
}
today-need-text = ready, but there is no text
today-need-picture = by hand, picture missing
today-need-by-hand = by hand
today-need-by-hand-in = by hand in { $in }
today-need-by-hand-theirs = by hand, { $clock } theirs
today-do-publish = publish
today-do-picture = add picture
today-do-write = write
today-do-decide = decide
today-do-answer = answer
today-do-look = look
today-do-numbers = type numbers
today-do-gap = fill gap
today-do-plan = plan
today-do-link = open or link
missed-draft = was still a draft
missed-review = was with the client
missed-changes = changes were asked
missed-hold = was on hold
missed-asleep = computer was asleep
missed-not-stamped = not stamped
missed-closed = window was closed
