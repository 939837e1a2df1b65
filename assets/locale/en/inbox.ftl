# The inbox pane.

# Its first line.
inbox-wait-for-you = { $n ->
    [one] { $n } waits for you
   *[other] { $n } wait for you
}
inbox-wait-for-others = { $n } for others
inbox-done-this-week = { $n } done this week
inbox-promise = promise: { $client } { $span }, { $hours }
inbox-promise-short = { $client } { $span }, { $hours }
inbox-at-any-time = any time

# The list.
inbox-answer-first = ANSWER FIRST
inbox-time-left = time left, by the promise
inbox-nobody-waits = Nobody waits for you.
inbox-waiting-for-others = WAITING FOR OTHERS
inbox-since = whose turn it is
inbox-later = LATER
inbox-back-in = comes back in
inbox-done = DONE THIS WEEK
inbox-back = back
inbox-wait-client = client
inbox-wait-author = author
inbox-wait-other = other
inbox-round = round
inbox-not-looked-at = last look: { $channels }
inbox-never = never

# For whom to wait: the letters are keys.
inbox-wait-for-whom = Wait for:  c client   a author   o somebody else

# The open conversation.
inbox-under-post = under “{ $topic }”
inbox-kind-comment = comment
inbox-kind-message = private message
inbox-kind-review = review
inbox-kind-mention = mention
inbox-earlier = { $n } earlier
inbox-you = you

# The answer box.
inbox-your-answer = YOUR ANSWER
inbox-tab-puts-in = Tab puts in:
inbox-box-keys = Enter answer and next   Ctrl-J new line   Esc keep for later
inbox-nothing-written = nothing is written yet
inbox-copied-answer = answer to { $name }
inbox-no-channel-for-idea = this client has no channel that takes posts

# What Enter does.
inbox-do-answer = answer
inbox-do-answer-and-next = answer, next
inbox-do-open = open
inbox-do-look = look

# What keys are called here.
inbox-verb-hide = hide
inbox-verb-close = no answer
