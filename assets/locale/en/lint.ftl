# The checker: its findings and what she can do about them.

# What was found; each sentence says the way out where there is one.
lint-over-limit = { $code }: { $n } over the limit of { $max }
lint-over-limit-comment = { $code }: the first comment is over { $max }
lint-no-alt =
    { $n ->
        [one] { $codes }: one picture has no alt text
       *[other] { $codes }: { $n } pictures have no alt text
    }
lint-avoid = the client avoids “{ $word }”
lint-alphabets = “{ $word }” mixes Latin and Cyrillic letters
lint-spaces = two spaces in a row
lint-ad-word = an ad must say “Реклама”, the advertiser and the ERID
lint-ad-mark = the ad label is incomplete: advertiser or ERID is missing from the text
lint-ad-advertiser = an ad must name its advertiser: fill it in on the card
lint-ad-erid = an ad needs an ERID from an ad data operator: fill it in on the card
lint-ad-erid-unsound = this ERID cannot be right: it may hold only Latin letters, digits, - and _
lint-ad-banned = { $codes }: Russian law forbids advertising there
lint-ad-disputed = { $codes }: whether advertising is allowed there is disputed; ask the client

# The names of the rules.
lint-rule-over-limit = over the limit
lint-rule-no-media = no picture
lint-rule-no-alt = no alt text
lint-rule-avoid = words to avoid
lint-rule-alphabets = mixed alphabets
lint-rule-spaces = double spaces
lint-rule-ad = ad label

# What stands in the way of a post, and the ways round it.
lint-held =
    { $n ->
        [0] “{ $topic }” is held back: { $why }
        [one] “{ $topic }” is held back: { $why } (and one more)
       *[other] “{ $topic }” is held back: { $why } (and { $n } more)
    }
lint-refused =
    { $n ->
        [0] the key ! lets it through · { $why }
        [one] the key ! lets it and one more through · { $why }
       *[other] the key ! lets it and { $n } more through · { $why }
    }
lint-yes-held =
    { $n ->
        [0] the yes is taken down · { $why }
        [one] the yes is taken down · { $why } · one more post too
       *[other] the yes is taken down · { $why } · { $n } more posts too
    }
lint-anyway = nothing was changed; --anyway "reason" lets it through as it is
lint-nothing-held = Nothing holds this back
lint-more = +{ $n }
lint-nothing-here = The checker finds nothing here
lint-not-read-yet = The checker has not read this text yet
lint-keys = F8 next
lint-keys-fix = F8 next, F12 fix
lint-reason-missing = a reason is missing: --reason "…"
lint-no-rule = there is no check “{ $found }”; there are { $known }
lint-looked =
    { $n ->
        [one] one post looked at, { $found } found
       *[other] { $n } posts looked at, { $found } found
    }
lint-nothing-to-fix = nothing can be fixed without a second look
prompt-let-pass-title = WHY IT MAY GO OUT LIKE THIS
prompt-let-pass-example = the client asked for it in writing
need-held = held back
today-blocked = held back
card-lints = Silent checks
card-lints-example = double spaces, no alt text
card-lints-unknown = there is no check “{ $found }”
post-card-ad = Advertisement
post-card-ad-no = no
post-card-ad-yes = yes
post-card-advertiser = Advertiser
post-card-advertiser-example = who pays, as in the contract
post-card-erid = ERID
post-card-erid-example = 2Vtzq…
did-lint-pass =
    { $n ->
        [one] one post may go out as it is: { $reason }
       *[other] { $n } posts may go out as they are: { $reason }
    }
did-lint-mind =
    { $n ->
        [one] one post is held to the checks again
       *[other] { $n } posts are held to the checks again
    }
did-lint-mend =
    { $n ->
        [one] one text put right
       *[other] { $n } texts put right
    }
action-item-let-pass = let through
action-item-let-pass-long = Lets a post through as it is, for a reason, though the checker holds it back.
show-advertiser = advertiser
show-erid = ERID
history-field-rule = check
history-field-is-ad = advertisement
history-field-advertiser = advertiser
history-field-erid = ERID
history-field-lints-off = silent checks

# The command line.
help-lint = Look posts over before anybody sees them
help-lint-examples =
    postdesk lint                          the next two weeks
    postdesk lint "Autumn bread"           one post
    postdesk lint --client Kolos --fix     take the safe fixes
    postdesk lint 7f3a --pass over-limit --reason "the client wants it long"
help-lint-which = The posts: the beginning or end of an id, or the topic; without any, those of a stretch of days
help-lint-from = From this day or moment on; without it from now
help-lint-to = Up to this day or moment; without it two weeks on
help-lint-fix = Take the fixes that need no second look
help-lint-pass = Let these posts fail these checks; needs --reason
help-lint-mind = Hold these posts to these checks again
help-lint-reason = Why they may fail them
help-client-lints-off = Checks that say nothing here: over-limit, no-alt, spaces…
help-any-anyway = Send it on its way though the checker holds it back, for this reason
help-edit-ad = Whether it is an advertisement: yes or no
help-edit-advertiser = Who pays for it
help-edit-erid = The token under which it is registered

# More of what was found.
lint-letters = “{ $word }” is made of borrowed letters: no search finds it
lint-links = “{ $link }” is not a complete address
lint-utm = “{ $link }” has no utm mark, so the campaign cannot count it
lint-hashtags = { $code }: { $n } hashtags, { $max } at most
lint-mentions = { $code }: { $n } mentions, { $max } at most
lint-links-many = { $code }: { $n } links, { $max } at most
lint-at-once = the same words on { $codes } at the same hour
lint-near =
    { $n ->
        [0] almost the same as “{ $topic }” on the same day
        [one] almost the same as “{ $topic }” one day earlier
       *[other] almost the same as “{ $topic }” { $n } days earlier
    }
lint-past = “{ $day }” will have passed by then
lint-rule-media = pictures
lint-rule-letters = borrowed letters
lint-rule-links = broken links
lint-rule-utm = links without utm
lint-rule-too-many = too many hashtags or links
lint-rule-at-once = the same everywhere
lint-rule-near = almost the same
lint-rule-past = days gone by
write-hint-findings = findings
