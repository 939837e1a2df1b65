# Filters and kept views.

# A filter in words.
filter-line = filter: { $what }
filter-shown = { $shown } of { $all }
filter-late-hidden = { $n } late hidden
filter-cut = only the newest { $n } with these words
filter-not = not { $what }
filter-quoted = “{ $words }”
filter-client = client { $what }
filter-channel = channel { $what }
filter-stage = status { $what }
filter-format = format { $what }
filter-rubric = rubric { $what }
filter-campaign = campaign { $what }
filter-text = text { $what }
filter-is-idea = idea
filter-is-draft = draft
filter-is-review = with the client
filter-is-changes = changes asked
filter-is-hold = on hold
filter-is-approved = ready
filter-is-out = out
filter-is-skipped = let go
filter-is-late = late
filter-is-mine = waits for you
filter-is-no-text = no text
filter-is-no-picture = no picture
filter-is-no-time = no time
filter-is-no-rubric = no rubric

# The line in which it is typed.
filter-title = SHOW ONLY
filter-example = vk draft #people -tg !late "words to find"
filter-help = client · vk, @account · draft · #rubric · campaign: · !late · "words" · -not
filter-everything = everything is shown
filter-hint-keep = show these
filter-hint-clear = as before
filter-verb-clear = all
filter-nothing = Nothing passes: Esc shows all
filter-not-here = A filter works in Plan and Drafts: 2 or 3, then f
filter-gone = { $what } · shown without it

# What was named and is not there.
filter-no-client = No client “{ $word }”. There are: { $known }
filter-no-client-none = No client “{ $word }”: C takes one on
filter-no-channel = No channel “{ $word }”. There are: { $known }
filter-no-channel-none = No channel “{ $word }”: C opens the clients with their channels
filter-no-rubric = No rubric “{ $word }”. There are: { $known }
filter-no-rubric-none = No rubric “{ $word }”: there are none yet
filter-no-campaign = No campaign “{ $word }”. There are: { $known }
filter-no-campaign-none = No campaign “{ $word }”: there are none yet
filter-no-stage = No status “{ $word }”. Say one of: { $known }
filter-no-format = No format “{ $word }”. Say one of: { $known }
filter-no-flag = Nothing is called “!{ $word }”. There are: { $known }

# Kept views.
view-title = KEEP THIS VIEW
view-example = a number and a name: 1 autumn VK
view-what = g { $n }: “{ $name }” · { $what }
view-kept-line = { $n } { $name } · { $what }
view-needs-name = A number from 1 to 9 and a name; a lone - lets a view go: 3 -
view-moves = “{ $name }” moves to g { $to }
view-lost = “{ $name }” is under { $n } and no number is free: Enter again lets it go
view-drops = “{ $name }” is let go
view-none-there = Nothing is kept under { $n }
view-kept = Kept as “{ $name }”: g { $n } comes back to it
view-kept-moved = Kept as “{ $name }” under g { $n }; “{ $old }” is now under g { $to }
view-kept-over = Kept as “{ $name }” under g { $n }; “{ $old }” was let go: { $was }
view-dropped = “{ $name }” was let go. It showed: { $was }
view-missing = Nothing is kept under { $n }: F keeps what is shown
view-opened = { $n } { $name }
view-client-gone = The client of “{ $name }” is gone: all are shown
view-long = Shows { $what }.
view-hint-keep = keep
