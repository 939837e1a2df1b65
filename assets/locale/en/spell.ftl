# Spelling: what is not in the dictionaries, and where those are. Finding, copying and pasting while writing.
write-hint-find = find
write-hint-spell = spelling
write-hint-copy = copy
write-copied-part = { $n ->
    [one] { $n } selected character
   *[other] { $n } selected characters
}
write-copied-all = { $n ->
    [one] the whole text, { $n } character
   *[other] the whole text, { $n } characters
}
write-nothing = There is no text to copy yet
write-nothing-selected = Nothing is selected to cut: Shift and arrows select, Alt-A takes all
write-paste-too-long = Not pasted: { $kilobytes } KB is too much; a text may have { $most } KB

seek-wanted = Find:
seek-with = Replace with:
seek-nothing = not found
seek-hint-stay = stay here
seek-hint-next = next
seek-hint-last = previous
seek-hint-other = replace
seek-hint-replace = replace this
seek-hint-all = replace all
seek-hint-line = other line
seek-replaced = { $n ->
    [one] { $n } place replaced
   *[other] { $n } places replaced
}

spell-hint-take = take
spell-hint-next = next
spell-hint-mine = right for me everywhere
spell-hint-theirs = right for this client
spell-nothing-like-it = no dictionary has anything like it
spell-well = Nothing is misspelt
spell-reading = The spelling is still being read
spell-learnt = “{ $word }” is right from now on, in every text
spell-install = No dictionary for “{ $language }”: install the package { $package }
spell-bring = No “{ $language }” dictionary: put { $language }.aff and .dic in “dictionaries” of your settings
spell-unknown-encoding = The dictionary { $path } says it is written in “{ $label }”, an unknown encoding: its words are not checked
spell-wrong-encoding = The dictionary { $path } is not written in { $label }, as it says: its words are not checked
spell-empty = The dictionary { $path } has no words in it
spell-broken = The rules in { $path } cannot be understood ({ $detail }): its words are not checked
spell-too-large = The dictionary { $path } is larger than { $megabytes } MB: its words are not checked
spell-unread = The dictionary { $path } cannot be read: { $detail }
spell-no-place = There is no settings folder to keep your words in
spell-not-kept = The word was not kept: { $path }: { $detail }

card-words = Words spelt right
card-words-example = shakshuka, Kolos
did-client-word = “{ $word }” right for the client
