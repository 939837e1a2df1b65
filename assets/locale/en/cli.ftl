# The command line: its help, its answers, its refusals.

help-usage = Usage
help-arguments = Arguments
help-commands = Commands
help-options = Options
help-examples = Examples
help-help = Say this
help-version = Say the version

help-postdesk = A desk for a solo social media manager. Without a command: the window
help-postdesk-examples =
    postdesk                  the window on your desk
    postdesk demo             four invented clients, thrown away when you leave
    postdesk due --json       what is due now, for a script
    postdesk undo             take the last change back
help-demo = Four invented clients on a desk that is thrown away
help-demo-examples =
    postdesk demo
    postdesk demo --keep ~/demo-desk
help-demo-keep = Keep the demo desk in this folder
help-due = One look at the clock: records what is due or was missed, and says it
help-due-examples =
    postdesk due
    postdesk due --at "2026-11-24 09:30"
    postdesk due --at 2026-11-24T09:30:00+03:00 --json
help-due-at = Rehearse from this moment; nothing is written
help-due-json = Answer in JSON
help-add = Add a post with one line: client, channels, time, text
help-add-examples =
    postdesk add "Kolos vk,tg tomorrow 9:30 We open at ten today"
    postdesk add --dry-run "Kolos tg 2026-11-25 18:00 Last warm evening"
help-add-words = Client, channels, time and text, as in the window
help-add-dry-run = Say what was understood and write nothing
help-import = Bring a plan, messages or readings from a file
help-import-plan = Bring a plan of posts from CSV, TSV, Excel, JSON or Markdown
help-import-plan-examples =
    postdesk import plan november.csv
    postdesk import plan november.csv --client Kolos --zone Europe/Moscow --yes
    postdesk import plan export.tsv --map "When=at" --map "Where=channel"
    postdesk import plan excel.csv --dates day-first --client-name "Café=Kolos" --channel "Vkontakte=vk"
help-import-messages = Bring comments and messages from CSV, TSV, Excel or JSON
help-import-messages-examples =
    postdesk import messages comments.csv --client Kolos
    postdesk import messages comments.json --yes --json
help-import-readings = Bring numbers from CSV, TSV, Excel or JSON
help-import-readings-examples =
    postdesk import readings october.csv --client Kolos --yes
help-import-file = The file, or - for standard input
help-import-client = Whose rows they are where the file does not say
help-import-zone = The zone of times without one; usually the client’s own
help-import-map = What a column means, for columns that are not recognised
help-import-yes = Write the rows that are right; without it nothing is written
help-import-json = Report in JSON
help-list = List posts, messages, channels or clients
help-list-posts = One line for each post on each channel
help-list-posts-examples =
    postdesk list posts --client Kolos
    postdesk list posts --json > plan.json
help-list-messages = Every message, oldest first
help-list-channels = Every channel
help-list-clients = Every client
help-list-json = Answer in JSON
help-list-client = Only of this client
help-client = Take clients on and change their cards
help-client-add = Take a client on
help-client-add-examples =
    postdesk client add "Kolos bakery" --zone Europe/Moscow --hours "daily 7-23"
    postdesk client add "Marani Nino" --short Marani --languages ka,en --promise 240
help-client-edit = Change a client’s card
help-client-edit-examples =
    postdesk client edit Kolos --promise 60
    postdesk client edit Kolos --short Bakery --avoid cheap,freebie
help-client-list = Every client
help-client-named = The name, as in the contract
help-client-who = Short name, name, or the beginning of the id
help-client-name = Another name
help-client-short = The short name in lists, at most 8 characters
help-client-colour = The colour that marks the client
help-client-zone = The zone of the client’s town, such as Asia/Tbilisi
help-client-hours = Hours in which answers are promised, such as "daily 7-23"
help-client-languages = Languages of its public, the main one first
help-client-tone = Tone of voice
help-client-goals = What it wants to reach
help-client-audience = Who its public is
help-client-avoid = Words never to use
help-client-promise = Promised time to the first answer, in working minutes
help-client-contract-posts = Posts a month by contract
help-client-contract-money = What the contract pays
help-client-json = Answer in JSON
help-client-client = Only this client
help-channel = Open channels and change their cards
help-channel-add = Open a channel
help-channel-add-examples =
    postdesk channel add --client Kolos --platform vk --handle @kolos_kazan
    postdesk channel add --client Kolos --platform telegram --handle @kolos --mode assisted
help-channel-edit = Change a channel’s card
help-channel-edit-examples =
    postdesk channel edit Kolos/vk --grace 30
    postdesk channel edit @kolos_kazan --link https://vk.com/kolos_kazan
help-channel-list = Every channel
help-channel-client = Whose channel
help-channel-platform = The platform: vk, telegram, instagram…
help-channel-which = Handle, client/platform, or the beginning of the id
help-channel-handle = Name of the account
help-channel-link = Address of the page
help-channel-mode = How posts get there: auto, handoff or assisted
help-channel-grace = Minutes after its time in which a post may still go out
help-channel-look-every = Minutes between two looks; 0 for no rounds
help-channel-watch = Minutes a fresh post stays on Today
help-channel-json = Answer in JSON
help-undo = Take the last change back
help-redo = Do again what was taken back
help-check = Look for damage; exit code 1 when there is any
help-doctor = Say everything worth knowing when something is wrong
help-paths = Say where everything lies

# Answers.
cli-did = Done: { $what }. postdesk undo takes it back
cli-dry-run = Only tried: nothing was written
cli-nothing-changed = Nothing to change: the card says so already
cli-as-it-is = { $line }
cli-crashed = Postdesk broke and gave the terminal back. Your work is saved. The report, without any of your texts:
cli-demo-kept = The demo desk is kept in { $folder }
cli-demo-left = The demo desk could not be removed from { $folder }: { $detail }

# Refusals.
cli-no-terminal = The window needs a terminal. In a script use a command: postdesk --help names them
cli-no-home = This system names no home folder; say where with POSTDESK_HOME=/some/folder
cli-no-desk = There is no desk in { $folder } yet. It begins with: postdesk client add NAME
cli-output = The answer could not be written: { $detail }
cli-window-failed = The window could not be opened: { $detail }
cli-demo-failed = The demo could not be set up: { $detail }
cli-no-client = No client is called “{ $name }”; postdesk list clients names them
cli-no-client-near = No client is called “{ $name }”; did you mean { $near }?
cli-no-channel = No channel is called “{ $name }”; postdesk list channels names them
cli-ambiguous = “{ $name }” fits several: { $fits }
cli-no-platform = No platform is called “{ $name }”. There are: { $known }
cli-no-platform-near = No platform is called “{ $name }”; did you mean { $near }? There are: { $known }
cli-no-zone = No time zone is called “{ $found }”; write it as Europe/Moscow
cli-no-zone-near = No time zone is called “{ $found }”; nearest: { $near }
cli-hours = “{ $found }” is not working hours; write them as daily 7-23 or Mon-Fri 9-18
cli-colour = Colours go from 0 to { $most }
cli-name-empty = A client needs a name
cli-short = The short name needs 1 to { $most } characters
cli-short-taken = The short name “{ $short }” belongs to { $name }
cli-link = “{ $found }” is not a web address; write it as https://vk.com/kolos
cli-mode = “{ $found }” is not a way of publishing on { $platform }; there are: { $known }

# Where a desk cannot lie.
desk-in-cloud = The desk lies in “{ $folder }”, which a cloud program copies. It would copy the database in the middle of a change and tear it. Move it with POSTDESK_HOME, and let the cloud have the backups
desk-on-network = The desk lies on { $folder }, a network file system ({ $kind }). Locks do not hold there, and two programs would damage it. Move it to a local disk with POSTDESK_HOME

# import
imported-cell = row { $row }, { $column }: { $what }
imported-row = row { $row }: { $what }
imported-more = { $n ->
    [one] … and { $n } more; --json has all
   *[other] … and { $n } more; --json has all
}
imported-summary = Rows: { $rows } · right: { $accepted } · wrong: { $rejected }
imported-nothing = No row could be taken; nothing was written
imported-written = { $n ->
    [one] { $n } row written
   *[other] { $n } rows written
}
imported-known = The desk has all of it already; nothing was written
imported-trial = Only tried: nothing was written. With --yes the right rows are written
imported-unreadable = { $file } cannot be read: { $detail }

# due
due-due = due
due-missed = missed
due-ringing = soon
due-nothing = Nothing is due, missed or ringing
due-no-moment = “{ $found }” is not a moment; write 2026-11-24 09:30 or 2026-11-24T09:30:00+03:00
due-gap = The clocks of { $zone } jump over that time; it is moved forward by as much
due-fold = The clocks of { $zone } show that time twice; the first is taken

# The desk refuses.
store-newer = This desk was written by a newer Postdesk (schema { $found }, this one knows { $known }). Bring the program up to date; nothing was changed
store-not-a-desk = desk.db is not a desk of Postdesk; nothing was changed. If it was your desk once, “postdesk restore latest” brings its newest sound backup
store-corrupt = The desk is damaged: { $detail }. Do not work on. “postdesk restore latest” brings the newest sound backup, “postdesk restore --salvage” reads what can still be read; the damaged desk is set aside, not deleted
store-busy = The desk is busy: another Postdesk is writing. Try again in a moment
store-read-only = The desk can only be read: check the rights of its folder
store-full = The disk is full; nothing was changed
store-changed-since = It has been changed since, so it cannot be taken back alone ({ $table } { $row })
store-arrived-since = Something has arrived since that belongs to it, so it stays
store-nothing-to-undo = There is nothing to take back
store-nothing-to-redo = There is nothing to do again
store-stopped = Stopped: what had come in was taken back
store-gone = It is not there any more
store-name-taken = The name is taken
store-wrong-channels = A post needs at least one channel, all of one client
store-io = A file of the desk cannot be used: { $detail }
store-picture-gone = The desk has lost the file of “{ $name }”: replace the picture (g m), or bring back a backup
store-sqlite = The database refuses: { $detail }
move-already-out = It is out already
move-let-go = It has been let go
move-reason-missing = Say why: a reason is needed
move-from-hold = It is on hold: back to draft first
move-not-seen = The client has not seen it yet

# What was done.
did-client-add = new client { $name }
did-client-edit = card of { $name }
did-client-delete = client let go
did-rubric = rubric { $name }
did-channel-add = new channel { $handle }
did-channel-edit = card of { $handle }
did-channel-delete = channel closed
did-slot-add = new slot
did-slot-delete = slot dropped
did-post-add = new post “{ $topic }”
did-posts-import = { $n ->
    [one] { $n } post from { $file }
   *[other] { $n } posts from { $file }
}
did-post-edit = post “{ $topic }”
did-post-delete = { $n ->
    [one] post deleted
   *[other] { $n } posts deleted
}
did-copy = { $n ->
    [one] copied
   *[other] { $n } posts copied
}
did-text-save = text saved
did-text-inherit = text as the base again
did-approval = { $to ->
    [idea] back to an idea
    [draft] back to draft
    [review] sent to the client
    [changes] changes asked
    [hold] put on hold
    [approved] approved
   *[other] moved to { $to }
}{ $n ->
    [one] {""}
   *[other] {": "}{ $n } variants
}
did-packet-send = { $n ->
    [one] one post with the client
   *[other] { $n } posts with the client
}
did-packet-answer = { $n ->
    [one] the client’s word on one post
   *[other] the client’s word on { $n } posts
}
did-reschedule = { $n ->
    [one] another time
   *[other] another time for { $n } variants
}
did-attach = picture { $name }
did-detach = picture taken off
did-alt = picture described
did-mark = { $n ->
    [one] { $n } moment recorded
   *[other] { $n } moments recorded
}
did-ring = { $n ->
    [one] { $n } bell
   *[other] { $n } bells
}
did-open-steps = publishing by hand begun
did-stamp = { $n ->
    [one] stamped as published
   *[other] { $n } stamped as published
}
did-link = link of the published post
did-skip = { $n ->
    [one] let go
   *[other] { $n } let go
}
did-receive = { $n ->
    [one] { $n } message came in
   *[other] { $n } messages came in
}
did-answer = answer
did-decide = { $state ->
    [open] to be answered again
    [done] done
    [closed] closed without an answer
    [wait_author] waiting for the author
    [wait_client] waiting for the client
    [wait_other] waiting for somebody else
    [snoozed] put off
    [hidden] hidden
   *[other] { $state }
}{ $n ->
    [one] {""}
   *[other] {": "}{ $n } conversations
}
did-tone = another tone
did-topic = topic “{ $topic }”
did-lead = lead “{ $what }”
did-look = round noted
did-canned-add = ready answer “{ $name }”
did-canned-edit = ready answer “{ $name }”
did-canned-delete = ready answer dropped
did-readings = { $n ->
    [one] { $n } number
   *[other] { $n } numbers
}
did-target = goal for { $metric }
