# The client's yes: batches, verdicts, answers.

# Why posts do not go to the client, or an answer is not taken down.
yes-no-posts = Nothing to send: put the cursor on a post, or mark some with Space
yes-two-clients = These posts belong to two clients; a batch goes to one
yes-twice = “{ $what }” is there twice
yes-nothing-open = “{ $what }” has nothing left to go out
yes-parked = “{ $what }” is on hold: take it off hold first
yes-shown-again = { $code } was sent again as { $newer }: that is the one to answer
yes-changed = { $code } was changed after the client saw it ({ $part ->
    [topic] topic
    [first-comment] first comment
    [link] link
    [pictures] pictures
   *[text] text
}{ $n ->
    [0] {""}
   *[other] {" "}and more
}): a yes does not cover that. Send it again

# Reasons that the desk itself writes down.
yes-held = the client said yes, but the checker holds it back
yes-taken-back = changed after the client’s yes
yes-changed-meanwhile = changed since they saw it
yes-changes-unsaid = changes, no words
yes-no-unsaid = the client said no

# What is not as the client saw it.
yes-since-shown = changed since the client saw { $code }: { $list }
yes-since-yes = changed after the yes to { $code }: { $list }
yes-part-topic = topic
yes-part-text = text
yes-part-first-comment = first comment
yes-part-link = link
yes-part-pictures = pictures
yes-more = { $n ->
    [one] one more place
   *[other] { $n } more places
}

# Who has what since when.
do-their-answer = their answer
with-client-since = { $client } { $code } { $n ->
    [one] { $n } post
   *[other] { $n } posts
} since { $day }

# A batch before and after it is sent.
to-client-title = TO THE CLIENT · { $client } · batch { $code } · { $n ->
    [one] { $n } post
   *[other] { $n } posts
}
to-client-tongue = Written in: { $tongue }
to-client-note = From here on they wait for the client’s word; u takes it back.
to-client-sent = Sent to the terminal’s clipboard: paste it to { $client }.
to-client-files = The same to attach, in { $folder }:
to-client-hint-send = send
to-client-hint-tongue = language
to-client-out = out already
to-client-parked = on hold
to-client-late = its time has passed
to-client-no-text = no text
to-client-no-picture = picture missing
to-client-no-time = no time
to-client-again = with them as { $code }
to-client-approved = was approved
tongue-en = English
tongue-ru = Russian
tongue-vi = Vietnamese
tongue-ka = Georgian
tongue-fi = Finnish

# The client's brief.
brief-of = brief on { $client }
brief-of-whom = Whose brief? Put the cursor on a row of a client, or choose a client

# The client's answer being taken down.
their-answer-title = ANSWER · { $client } · batch { $code }
their-answer-since = since { $day }
their-answer-others = ← → also { $list }
their-answer-words = THEIR WORDS
their-answer-words-on = { $code } · { $verdict }
their-answer-example = paste the whole answer: A1 ok, A2 change the photo, A3 no
their-answer-stale = yes, but it has changed since
their-answer-news = { $verdict }{ $words }
their-answer-said = ✓ { $verdict }{ $words }
their-answer-asked = unclear
their-answer-unclear = Nothing clear to take down: y, c or n on a post, or A sends it again
their-answer-nothing = Nothing new to take down: paste the answer, or y, c, n on a post
their-answer-none = Nothing is with the client
their-answer-more-doubts = … { $n } more
their-answer-hint-record = take down
their-answer-hint-yes = yes
their-answer-hint-changes = changes
their-answer-hint-no = no
their-answer-hint-words = their words
their-answer-hint-again = send again
their-answer-hint-line = new line
their-answer-hint-posts = posts
verdict-yes = yes
verdict-changes = changes
verdict-no = no
verdict-none = no word yet
verdict-words = : “{ $words }”

# What must be asked of a client's answer to a batch.
answer-unclear = { $post }: “{ $words }” — yes, changes or no?
answer-bare = { $post } is named, but nothing is said of it
answer-twice = { $post } has two verdicts: “{ $words }”
answer-other-packet = { $post } is from another batch
answer-no-such-item = There is no { $post }
answer-nowhere = “{ $words }” names no post
answer-cut-short = The answer is too long; its end was not read
answer-nothing = No verdict found: A1 ok · A2 change the photo · A3 no
