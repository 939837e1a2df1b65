# The numbers of a client: score cards, why they are so, and the grid in which they are typed.

kpi-do-why = why
kpi-do-close = close
kpi-verb-goal = goal
kpi-verb-numbers = type numbers
kpi-verb-client-before = client before
kpi-verb-client-after = next client
kpi-no-clients = No clients yet, so no numbers either.

# The head of the room.
kpi-against = { $now } against { $before }
kpi-missing = { $n } missing
kpi-typed = typed { $day }
kpi-nothing-typed = no numbers yet: e types the first
kpi-unfinished = half-typed numbers are kept: e goes on
kpi-day = { $day } { $month }
kpi-head-now = now
kpi-head-before = before
kpi-head-change = change
kpi-head-goal = goal
kpi-head-daily = daily
kpi-percent = { $n }%
kpi-points = { $n } pt
kpi-planned = { $n } planned

# The scores, 20 cells at most.
kpi-score-followers = Followers
kpi-score-reach = Reach
kpi-score-er-reach-percent = ER by reach
kpi-score-er-followers-percent = ER by followers
kpi-score-first-answer-min = First answer, median
kpi-score-answered-in-time-percent = Answered on time
kpi-score-negative-percent = Negative share
kpi-score-leads = Leads
kpi-score-posts-out = Posts out
kpi-score-spend = Spend
kpi-score-cost-per-follower = Cost per follower

# How each is worked out.
kpi-formula-followers = The last reading of every channel up to the last day, added up. A reading holds for 31 days.
kpi-formula-reach = Reach of every day and channel, added up. The same person counts again on another day or channel.
kpi-formula-er-reach-percent = (reactions + comments + shares + saves) ÷ reach × 100, over the days and channels on which both are known.
kpi-formula-er-followers-percent = (reactions + comments + shares + saves of the period) ÷ followers at its end × 100, over the channels for which both are known.
kpi-formula-first-answer-min = The middle of the times from their first message to your first answer, on the wall clock. Conversations count on the day they began.
kpi-formula-answered-in-time-percent = Answered within the promise ÷ those who had to be, × 100, on the client’s working hours. Closed as “no answer needed” does not count.
kpi-formula-negative-percent = Conversations marked - or ! ÷ all with a tone × 100. Those without a tone do not count.
kpi-formula-leads = Leads noted in the inbox, and those that imported readings tell of.
kpi-formula-posts-out = Posts that went out, each once however many channels it has.
kpi-formula-spend = What ads cost, day by day, added up.
kpi-formula-cost-per-follower = Spend ÷ (followers at the end − followers on the eve).

# The goal.
kpi-goal-none = No goal yet: e sets one.
kpi-goal-open = Goal { $goal }.
kpi-goal-kept = Goal { $goal }: kept, or on the way.
kpi-goal-missed = ! Goal { $goal }: missed as things stand.
kpi-judged-level = Judged by the straight line from the eve of the month to the goal on its last day.
kpi-judged-pace = Judged by the part of the month behind us.
kpi-judged-plan = Missed when the month’s plan holds too few posts.

# What went in.
kpi-input-level = { $channel } { $metric } { $value } on { $day }, { $origin }
kpi-input-sum = { $channel } { $metric } { $value } in { $n ->
    [one] { $n } day
   *[other] { $n } days
}, last { $day }, { $origin }
kpi-input-missing = { $channel } { $metric }: missing { $days }
kpi-more-days = { $n } more
kpi-never-measured = { $channels }: { $metric } never measured in these months, so not in the number.
kpi-origin-typed = typed { $when }
kpi-origin-file = from { $file }, { $when }
kpi-counted-answers = { $n ->
    [one] { $n } conversation
   *[other] { $n } conversations
}, { $part } answered
kpi-counted-kept = { $n } had to be answered, { $part } in time
kpi-counted-negative = { $n ->
    [one] { $n } conversation with a tone
   *[other] { $n } conversations with a tone
}, { $part } negative
kpi-counted-leads = { $n } noted in the inbox
kpi-counted-posts = { $n ->
    [one] { $n } post in the plan of the whole month
   *[other] { $n } posts in the plan of the whole month
}

# Why there is no number.
kpi-why-never = { $metric } never measured
kpi-why-not-now = { $metric } not measured in these days
kpi-why-channel = { $channel }: { $metric } not measured
kpi-why-apart = { $one } and { $other } never on one day
kpi-why-nobody-wrote = nobody wrote
kpi-why-nobody-answered = nobody was answered
kpi-why-no-tone = no conversation has a tone
kpi-why-no-leads = no lead noted yet
kpi-why-nobody-came = no new followers

# What is measured, in a sentence.
kpi-metric-followers = followers
kpi-metric-reach = reach
kpi-metric-views = views
kpi-metric-reactions = reactions
kpi-metric-comments = comments
kpi-metric-shares = shares
kpi-metric-saves = saves
kpi-metric-clicks = clicks
kpi-metric-spend = spend
kpi-metric-leads = leads

# The same over the columns of the grid, 9 cells at most.
kpi-column-followers = followers
kpi-column-reach = reach
kpi-column-views = views
kpi-column-reactions = reactions
kpi-column-comments = comments
kpi-column-shares = shares
kpi-column-saves = saves
kpi-column-clicks = clicks
kpi-column-spend = spend
kpi-column-leads = leads

# Hits and misses.
kpi-hits = BEST AND WORST OF THE LAST { $n }
kpi-hits-none = BEST AND WORST POSTS
kpi-hits-median = median ER { $n }%
kpi-hits-too-few = Shown once three posts have readings of reach and reactions.

# The grid.
kpi-grid-title = { $client }: numbers of { $day }
kpi-grid-keys = Enter next  PgUp PgDn day  Esc writes them down; an empty cell stays missing
kpi-grid-not-a-number = Digits only, please; spaces and one decimal comma are fine.
kpi-grid-not-whole = This comes in whole numbers: leave out the comma or the point.
kpi-grid-too-large = That is more than there are people: a digit too many?
kpi-grid-no-channels = This client has no channel with numbers of its own.
