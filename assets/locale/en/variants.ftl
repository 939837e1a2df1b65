# The text of a post and of its channels: side by side, drifted apart, brought together.
did-texts-save = { $n ->
    [one] { $n } text saved
   *[other] { $n } texts saved
}
write-hint-next = next text
write-hint-own = text of its own
write-hint-follow = as base
write-hint-together = bring together
write-base-has-no-base = This is the base: Tab goes to a channel, there F4 gives it a text of its own
write-follows-base = This channel follows the base: F4 gives it a text of its own
write-let-go = { $n ->
    [one] { $codes } follows the base again; the text of its own is in the history: Ctrl-O
   *[other] { $codes } follow the base again; the texts of their own are in the history: Ctrl-O
}
write-shows-base = as base
write-drifted = the base has changed since: F6
write-tags-moved = in the first comment: { $tags }
write-dead-links = { $n ->
    [one] a link cannot be followed here
   *[other] { $n } links cannot be followed here
}
write-phone-whole = phone: all of it
write-phone-folds = phone folds after “…{ $end }”
write-desktop-whole = desktop: all of it
write-desktop-folds = desktop folds after “…{ $end }”
together-hint-hers = mine
together-hint-base = base
together-hint-both = both
together-hint-next = next
together-hint-take = take it
together-hint-leave = leave mine
together-nothing = Nothing has drifted apart here
together-choose = Something is not chosen yet: ← mine, → base, Space both
together-done = Brought together with the base
together-left = Left as it is; it counts as made from this base
together-asked = { $n ->
    [0] Both changes fit together. This is how it would read:
    [one] Both changed one place:
   *[other] Both changed { $n } places, this is { $at }:
}
together-then = base then:
together-now = base now:
together-hers = mine:
together-no-words = (nothing)
together-reads = SO IT WOULD READ
need-drifted = base has changed
drafts-drifted = { $codes }: the base has changed since
show-own-text-drifted = Text on { $code } (the base has changed since)
together-hint-theirs = theirs
together-theirs-then = saved then:
together-theirs-now = saved now:
together-theirs-first = This text was saved elsewhere meanwhile: choose place by place, or F6 leaves yours
together-theirs-done = Brought together with what was saved elsewhere
together-theirs-left = Left as it is; what was saved elsewhere is in the history
together-theirs-saved = Saved, together with what was saved elsewhere meanwhile
write-saved-elsewhere = saved elsewhere meanwhile: F6
