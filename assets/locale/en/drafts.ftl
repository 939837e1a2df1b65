# Drafts: the queue of texts, and the text beside it.
drafts-head = to write { $write } · with client { $client } · changes { $changes } · ready { $ready } · ideas { $ideas }
drafts-late = LATE TO WRITE
drafts-to-write = TO WRITE
drafts-with-client = WITH CLIENT
drafts-changes = CHANGES ASKED
drafts-ready = READY
drafts-ideas = IDEAS
drafts-empty = Nothing to write.
drafts-no-text = no text
drafts-no-date = no date
drafts-today = today { $clock }
drafts-rubric = rubric { $name }
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
