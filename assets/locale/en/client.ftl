# What a client reads: posts for approval and briefs. Addressed politely, by a person and not by a program.

# Days, times, numbers.
client-day = { $day } { $month }
client-day-year = { $day } { $year }
client-days-month = { $from }–{ $to } { $month }
client-days = { $from } – { $to }
client-when = { $weekday } { $day }, { $clock }
client-at-clock = { $day }, { $clock }
client-minutes = { $n } min
client-hours = { $n } h
client-percent = { $n }%
client-quoted = “{ $words }”

# Posts for approval.
packet-title = Posts for your approval
packet-code = batch{ "\u00A0" }{ $code }
packet-posts = { $n ->
    [one] { $n } post
   *[other] { $n } posts
}
packet-zone = times: { $zone }
packet-how = How to answer
packet-answer = Please answer with the codes, for example: { $sample }.
packet-answer-one = Please answer { $yes } or { $no }, or write what should change.
packet-sample-yes = { $code } ok
packet-sample-change = { $code } change the photo
packet-sample-no = { $code } no
packet-reply-by = Please answer by { $when }.
packet-overview = In this batch
packet-undated = date still open
packet-no-text = (no text)
packet-first-comment = First comment
packet-link = Link
packet-pictures = Photos and video
packet-cover = cover
packet-client-note = Note for you (not part of the post)
packet-picture-apart = not shown here, will be sent separately
packet-empty = There are no posts in this batch.
packet-made = Prepared on { $day }

# What kind of thing a post is.
format-photo = photo
format-carousel = carousel
format-video = video
format-short = short video
format-story = story
format-poll = poll
format-article = article
format-live = live stream
format-contest = contest

# Six lines on a client.
brief-title = { $client }: where we stand on { $day }
brief-posts = Posts in { $month }: { $list }
brief-out = { $n } out
brief-out-of = { $n } of { $goal } out
brief-ahead = { $n } more planned
brief-ahead-none = nothing more planned
brief-next = next: { $topic }, { $when }
brief-late-none = Late: nothing
brief-late-one = Late: 1 post, { $topic } ({ $when })
brief-late = Late: { $n ->
    [one] { $n } post
   *[other] { $n } posts
}, the oldest is { $topic } ({ $when })
brief-waiting = Waiting for you: { $list }
brief-waiting-none = Waiting for you: nothing at the moment
brief-waiting-posts = { $n ->
    [one] { $n } post to approve
   *[other] { $n } posts to approve
} since { $day }
brief-waiting-words = { $n ->
    [one] { $n } message that needs your word
   *[other] { $n } messages that need your word
} since { $day }
brief-answered = Messages answered: { $week } this week, { $month } this month
brief-in-time = { $part } of { $whole } on time
brief-answered-none = Messages answered: nobody has written this month
brief-best = Best post: { $topic }, { $day }, engagement { $rate }
brief-best-none = Best post: not enough numbers yet
brief-goals = Numbers against goals: { $list }
brief-goals-none = Numbers against goals: no goals set for this month
brief-goal = { $name } { $now } (goal { $goal })
brief-goal-unknown = { $name } not known (goal { $goal })

# Numbers, inside a sentence.
score-followers = followers
score-reach = reach
score-er-reach-percent = engagement by reach
score-er-followers-percent = engagement by followers
score-first-answer-min = time to first answer
score-answered-in-time-percent = answered on time
score-negative-percent = share of complaints
score-leads = enquiries
score-posts-out = posts out
score-spend = spent on ads
score-cost-per-follower = cost per follower

# A task for whoever draws or films it.
order-title = Task for { $client }: { $topic }
order-format = Format: { $format }
order-voice = Voice: { $voice }
order-script = Script:
order-shots = Shots:
order-sizes = Sizes and limits
order-width = at least { $pixels } px wide
order-weight = up to { $size } MB
order-text = Text that goes with it:
order-link = Link: { $link }
order-pictures = Already there:
order-by = Please send it by { $when }.
order-undated = The deadline is still open; please say by when you can have it ready.
order-send = Please send the original files in reply, not compressed by the messenger.
