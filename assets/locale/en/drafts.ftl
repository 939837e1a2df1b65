# Drafts: the queue of texts, and the text beside it.
drafts-count-write = to write { $n }
drafts-count-client = with client { $n }
drafts-count-changes = changes { $n }
drafts-count-ready = ready { $n }
drafts-count-ideas = ideas { $n }
drafts-marked = { $n } marked
drafts-late = LATE TO WRITE
drafts-to-write = TO WRITE
drafts-with-client = WITH CLIENT
drafts-changes = CHANGES ASKED
drafts-ready = READY
drafts-ideas = IDEAS
drafts-empty = Nothing to write. a: new post
drafts-no-clients = Nothing to write. C: a client
drafts-no-text = no text
drafts-no-date = no date
drafts-today = today { $clock }
drafts-rubric = rubric: { $name }
drafts-pictures = { $n ->
    [0] no pictures
    [one] { $n } picture
   *[other] { $n } pictures
}
drafts-undescribed = { $n ->
    [one] { $n } without alt text
   *[other] { $n } without alt text
}
drafts-nothing-written = Nothing is written yet.
drafts-more-rows = { $n ->
    [one] … { $n } more line
   *[other] … { $n } more lines
}
drafts-base = base
drafts-own = own
drafts-avoid = words to avoid: { $words }
drafts-first-comment = first comment: { $text }
drafts-brief = brief: { $text }
drafts-shown = shown to the client: { $list }
drafts-shown-once = { $code } { $day }, { $verdict }
drafts-mix = { $client } this month: { $list }
drafts-verb-channel = channel
drafts-do-write = write
drafts-do-write-for = write { $code }
drafts-verb-let-go = unmark
drafts-suggested = suggested { $when }
drafts-scheduled = scheduled { $when }
drafts-ready-by = ready by { $when }
drafts-ready-was = was due { $when }
drafts-inherits = This channel follows the base text already
drafts-inherit-which = Choose the channel with Tab: its text will follow the base again
