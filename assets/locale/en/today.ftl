# Today: what to do next, across clients.
today-since = Since { $when }: { $out } went out, { $missed } missed, { $wrote } wrote
today-next = Next { $clock } { $client } in { $in }
today-late = LATE
today-today = TODAY
today-out-of = { $out } of { $all } out
today-waiting = WAITING FOR YOUR ANSWER
today-waiting-note = time left, client’s hours
today-more = … { $n } more: 4 Inbox
today-tonight = BEFORE TONIGHT
today-all-quiet = Nothing is late, nothing is due, nobody waits.
today-with-client = client
today-looks = round
today-looks-words = last look: { $list }
today-look-never = never
today-numbers = numbers
today-numbers-words = { $n ->
    [one] yesterday’s are missing for { $n } channel
   *[other] yesterday’s are missing for { $n } channels
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
today-need-media = by hand, { $what }
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
today-do-link = add its link
missed-draft = was still a draft
missed-review = was with the client
missed-changes = changes were asked
missed-hold = was on hold
missed-asleep = computer was asleep
missed-not-stamped = not stamped
missed-closed = window was closed
today-do-open = open post
today-do-client = first client
today-do-demo = demo
today-do-import = copy command
today-verb-skip = let go
today-verb-close = no answer
today-quiet-channel = Next: C adds a channel to the client, so that posts have somewhere to go.
today-quiet-post = a adds a post in one line, 2 opens the plan.

# The empty desk: Today as an example, and three ways on.
today-empty = Your desk is empty. This is how Today will look:
today-example = example
today-ways = THREE WAYS ON
today-way-client = first client: name, zone and hours, then the channels
today-way-demo = look round the demo: four invented clients, your desk stays as it is
today-way-import = a plan you have: first its client, then postdesk import plan FILE
today-copied-import = the import command; add your file to it
today-example-breakfast-client = Bakery
today-example-breakfast-topic = Breakfast for two
today-example-breakfast-need = missed 1:12, window was closed
today-example-recipe-client = Bakery
today-example-recipe-topic = Cheesecakes: the chef’s recipe
today-example-recipe-need = by hand in 0:18
today-example-peonies-client = Flowers
today-example-peonies-topic = Peonies that last a week
today-example-peonies-need = draft, 191 characters
today-example-baker-client = Bakery
today-example-baker-topic = Who bakes your bread
today-example-baker-need = waits for client since Fri
today-example-complaint-client = Bakery
today-example-complaint-text = Olga R.    - We waited fifty minutes
today-example-question-client = Flowers
today-example-question-text = Tim        ? Do you deliver on Sundays?
today-example-gaps = Bakery Sun · Flowers Thu, Sat
today-earlier = … { $n } earlier: 2 Plan
