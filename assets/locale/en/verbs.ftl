# The command line's verbs on posts and conversations, and what they answer.

# Arguments that many commands have.
help-any-json = Answer in JSON
help-any-dry-run = Only try: say what would be done, write nothing
help-any-client = Only of this client
help-any-channel = Only on this channel: vk, a handle, Kolos/vk, or an id
help-any-which = Topic, or the beginning or end of an id; - reads ids from standard input

help-add-draft = The words are a topic, the time a suggestion: it begins as a draft
help-show = Show a post with its texts, times and history; a client; a channel; a conversation
help-show-examples =
    postdesk show "We open at ten"
    postdesk show Kolos
    postdesk show 7f3a09c1 --json
    postdesk show "We open at ten" --as-of Tuesday
help-show-as-of = The post as it stood then: Tuesday, "yesterday 10:00", 2026-11-24
help-edit = Change a post: its card, its text, the text of one channel
help-edit-examples =
    postdesk edit "We open at ten"
    postdesk edit 7f3a09c1 --text "We open at nine" --rubric news
    postdesk edit 7f3a09c1 --channel tg --text-file short.txt
    postdesk edit 7f3a09c1 --channel tg --inherit
help-edit-text = The new text; with --channel the text of that channel alone
help-edit-text-file = Read the new text from a file; - is standard input
help-edit-inherit = Let the channel follow the text of the post again
help-edit-topic = Another topic
help-edit-rubric = Rubric by name; empty takes it out
help-edit-campaign = Campaign by name; empty takes it out
help-edit-format = text, photo, carousel, video, short, story, poll, article, live or contest
help-edit-link = Link that goes with it
help-edit-first-comment = First comment under it
help-edit-brief = What it should do and how it should sound
help-edit-note = A note for yourself
help-edit-channel = The channel whose own text it is
help-move = Give posts another time; all of them move or none
help-move-examples =
    postdesk move "We open at ten" "fri 18:30"
    postdesk move 7f3a09c1 b20c11d7 +2d
    postdesk move 7f3a09c1 slot
    postdesk list posts --filter "kolos late" --json | postdesk move - +1d
help-move-which = The posts, and at the end when: "fri 18:30", +2d, -1w, slot, shelf
help-status = Move posts along: draft, review, changes, approved, hold, idea
help-status-examples =
    postdesk status "We open at ten" approved
    postdesk status 7f3a09c1 hold --reason "the photo is late"
    postdesk list posts --filter review --json | postdesk status - approved
help-status-which = The posts, and at the end the status, in any of the five languages
help-status-reason = Why; needed for changes and hold
help-publish = Publish by hand: the files in the outbox, the text, the steps
help-publish-examples =
    postdesk publish "We open at ten"
    postdesk publish "We open at ten" --channel vk --stamp https://vk.com/wall-1_2
    postdesk publish 7f3a09c1 --stamp --at "yesterday 18:30"
    postdesk publish 7f3a09c1 --skip "the café is closed"
help-publish-stamp = It is out; with the link of the published post if you have it
help-publish-at = Since when it has been out
help-publish-skip = Let it go, and why
help-copy = Put posts once more somewhere, as drafts
help-copy-examples =
    postdesk copy "We open at ten" --at "mon 9:00"
    postdesk copy 7f3a09c1 --onto Marani/facebook
help-copy-at = When the copy goes out; without it the copy waits on the shelf
help-copy-onto = Onto these channels, of this client or another
help-delete = Delete posts; undo brings them back
help-delete-examples =
    postdesk delete "We open at ten"
    postdesk delete 7f3a09c1 b20c11d7 --dry-run
help-find = Find posts, messages and people by their words; exit code 1 when there are none
help-find-examples =
    postdesk find coffee
    postdesk find --client Kolos cold syrniki --json
help-find-words = Words, of which the last may be only begun
help-find-limit = At most so many of each kind
help-answer = Put your answer to a conversation on record
help-answer-examples =
    postdesk answer 51d0c2aa "Thank you! We are open till eleven"
    pbpaste | postdesk answer 51d0c2aa -
help-answer-which = The beginning or end of the conversation’s id
help-answer-text = What you answered; - reads it from standard input
help-decide = Say whose turn conversations are: done, author, client, other, later, hide, open
help-decide-examples =
    postdesk decide 51d0c2aa done
    postdesk decide 51d0c2aa later --until "mon 10:00"
    postdesk decide 51d0c2aa client
help-decide-which = The conversations, and at the end whose turn it is
help-decide-until = Until when, for later
help-tone = Say how conversations sound
help-tone-examples =
    postdesk tone 51d0c2aa -
    postdesk tone 51d0c2aa up
help-tone-which = The conversations, and at the end +, -, ?, !, up or down
help-topic = Name what a conversation is about
help-topic-examples =
    postdesk topic 51d0c2aa delivery
help-topic-which = The beginning or end of the conversation’s id
help-topic-text = The topic
help-lead = Note an order or enquiry that came out of a conversation
help-lead-examples =
    postdesk lead 51d0c2aa "table for six on Friday"
help-lead-which = The beginning or end of the conversation’s id
help-lead-text = What was ordered or asked for
help-idea = Keep what somebody wrote as an idea for a post
help-idea-examples =
    postdesk idea 51d0c2aa
help-idea-which = The beginning or end of the conversation’s id
help-message = Take a message in, in one line: client, channel, who, the words
help-message-examples =
    postdesk message "Kolos vk Olga: is there a table for six?"
help-message-words = Client, channel, who wrote and what, as in the window
help-look = Note a look at a channel without an interface for programs
help-look-examples =
    postdesk look Kolos/ok
    postdesk look Kolos/ok 3
help-look-channel = Handle, client/platform, or an id
help-look-found = How many new messages were there
help-packet = Send posts to a client for a yes, and take down the answer
help-packet-send = Put on record what the client is shown; says the text to pass on
help-packet-send-examples =
    postdesk packet send "We open at ten" "Pumpkin raf is back"
help-packet-list = What waits for a word of its client
help-packet-list-examples =
    postdesk packet list
    postdesk packet list --client Kolos --json
help-packet-answer = Take down what a client said; nothing that is not clear
help-packet-answer-examples =
    postdesk packet answer Kolos "A1 yes, A2: the price is 249"
    pbpaste | postdesk packet answer Kolos -
help-packet-lang = Language of the letter: en, ru, vi, ka or fi; usually the client’s own
help-packet-text = What the client said; - reads it from standard input
help-packet-packet = The letter of the packet; usually the one that waits the longest
help-packet-client = The client
help-brief = Six lines on a client, to paste into a chat
help-brief-examples =
    postdesk brief Kolos
    postdesk brief Marani --lang en
help-brief-client = Short name, name, or an id
help-brief-lang = Language: en, ru, vi, ka or fi; usually the client’s own
help-reading = Take down numbers
help-reading-add = Take down one number
help-reading-add-examples =
    postdesk reading add Kolos/vk followers 6486
    postdesk reading add @kolos reach "1 200" --day yesterday
help-reading-channel = Handle, client/platform, or an id
help-reading-metric = followers, reach, views, reactions, comments, shares, saves, clicks, spend or leads
help-reading-value = The number
help-reading-day = The day it stands for; today without it
help-reading-post = The post it is of; without it it is of the channel
help-undo-examples =
    postdesk undo
    postdesk undo 128
    postdesk undo 128 --down-to --dry-run
help-undo-entry = The number of an entry of the history; without it the newest thing you did
help-undo-down-to = Take back everything down to it, newest first: all of it or nothing
help-history = Say what was done, when and by what, newest first
help-history-examples =
    postdesk history
    postdesk history --post "We open at ten" --limit 5
    postdesk history --json
help-history-limit = So many entries
help-history-before = Only from before this entry on
help-history-post = Only what touched this post
help-completions = A script that lets your shell complete commands and options
help-completions-examples =
    source <(postdesk completions bash)
    postdesk completions zsh > ~/.zfunc/_postdesk
    postdesk completions fish > ~/.config/fish/completions/postdesk.fish
help-completions-shell = bash, zsh, fish, elvish or powershell
help-man = Pages of the manual
help-man-examples =
    postdesk man | man -l -
    postdesk man list posts | man -l -
    postdesk man --out ~/.local/share/man/man1
help-man-command = Of this command
help-man-out = Write all pages into this folder
help-list-filter = Only what passes this filter, in the words of the window’s f
help-list-view = Only what is kept as this view
help-list-from = From this day on; the shelf is left out
help-list-to = Up to and with this day; the shelf is left out

# Answers.
cli-would = Would be done: { $what }
cli-would-be-undone = Would be taken back: { $what }
cli-would-be-redone = Would be done again: { $what }
cli-stands-so = Nothing to do, it stands so already: { $what }
show-channels = channels
show-history = history
show-text = text
show-own-text = { $code }, a text of its own
show-you = you
show-as-of = as of { $at }
show-was-deleted = It lay deleted then
show-not-yet = There was no such post at { $at } yet
show-zone = Zone
show-hours = Hours
show-languages = Languages
show-promise = First answer within, minutes
show-contract-posts = Posts a month
show-contract-money = Paid
show-tone = Tone
show-goals = Goals
show-audience = Public
show-avoid = Never
show-id = Id
show-link = Link
show-mode = Published
show-grace = Grace, minutes
show-look-every = Look every, minutes
show-watch = Watched, minutes
show-state = Turn
show-sounds = Sounds
show-topic = Topic
show-under = Under
show-format = Format
show-rubric = Rubric
show-campaign = Campaign
show-first-comment = First comment
show-brief = Brief
show-note = Note
show-ready-by = Text ready by
show-pictures = Pictures
state-is-open = yours, it waits for an answer
state-is-done = answered
state-is-closed = closed without an answer
state-is-wait-author = the author’s
state-is-wait-client = the client’s
state-is-wait-other = somebody else’s
state-is-snoozed = put off
state-is-hidden = hidden
publish-step-open = open the page
publish-step-paste-text = paste the text
publish-step-pictures = add the pictures
publish-step-alt = describe the pictures
publish-step-first-comment = write the first comment
publish-step-link = put in the link
publish-step-check-preview = look at the preview
publish-step-publish = publish, then stamp it:
find-person = person
find-nothing = Nothing was found
man-written = { $n ->
    [one] { $n } page written
   *[other] { $n } pages written
}
man-name = Name
man-synopsis = Synopsis
man-description = Description
man-options = Arguments and options
man-commands = Commands
man-version = Version
man-window = In the window and here

# Refusals.
cli-no-post = No post is called “{ $name }”; postdesk list posts and postdesk find name them
cli-many-posts = “{ $name }” fits several; take the id at the end of a line:
cli-no-tongue = “{ $found }” is no language that clients are written to in; there are: { $known }
which-none = Nothing was named: there was no id on standard input
which-stdin = Standard input cannot be read: { $detail }
which-only-one = Only one can be named here
which-not-there = “{ $topic }” does not go to { $name }
which-no-talk = No conversation is called “{ $name }”; postdesk list messages names them at the end of each line
edit-nothing-said = Say what to change: --text, --topic, --rubric… Without a terminal no editor can be opened
edit-file = { $file } cannot be read: { $detail }
edit-own-texts = Channels with a text of their own stay as they are: { $codes }. --channel changes them, --inherit lets them follow
edit-no-format = “{ $found }” is no format; there are: { $known }
delete-not-whole = That id names one channel of a post that goes to { $codes }. To delete all of it: postdesk delete { $id }
status-unknown = “{ $found }” is no status; there are: { $known }
status-unknown-near = “{ $found }” is no status; did you mean { $near }? There are: { $known }
status-is-stamped = What is out is stamped: postdesk publish WHICH --stamp LINK
status-is-skipped = What is let go needs a reason: postdesk publish WHICH --skip REASON
decide-unknown = “{ $found }” says nobody’s turn; there are: done, author, client, other, later, hide, open
decide-until-missing = Until when? Add --until "mon 10:00"
decide-until-only-later = --until belongs to later
tone-unknown = “{ $found }” is no tone; there are: +, -, ?, !, up, down
reading-no-metric = “{ $found }” is nothing that is measured; there are: { $known }
packet-unclear = Nothing was taken down, because not all of it is clear:
packet-changed = { $code } has been changed since it was shown: send it again first
packet-no-letter = The client has no open packet { $found }
past-not-yet = “{ $found }” is still to come
past-no-moment = “{ $found }” is no moment gone by; write Tuesday, "yesterday 10:00" or 2026-11-24 09:30
completions-no-shell = There is no script for “{ $found }”; there are: { $known }
man-not-written = The manual cannot be written: { $detail }
history-no-number = “{ $found }” is no entry; postdesk history numbers them
history-no-entry = There is no entry { $found } in the history
misread-command = There is no command “{ $found }”
misread-command-near = There is no command “{ $found }”; did you mean { $near }?
misread-option = There is no option “{ $found }” here
misread-option-near = There is no option “{ $found }” here; did you mean { $near }?
misread-missing = This is missing: { $what }
misread-more = More is needed here: { $what }
misread-value = “{ $found }” cannot stand for { $what }
misread-value-missing = A value is missing behind { $what }
misread-too-many = “{ $found }” is too much for { $what }
misread-conflict = { $what } cannot stand together with { $other }
misread-bytes = An argument is no text (UTF-8)
misread-help = More: postdesk --help, postdesk COMMAND --help

# Why an action of the window has no command.
reach-do = only in the window: the next right step depends on the line under the cursor
reach-walk = only in the window: it walks the cursor; postdesk list posts --filter late lists what it finds
reach-cursor = only in the window: it moves the cursor
reach-mark = only in the window: commands take several posts at once, and ids from standard input
reach-look = only in the window: it changes what is shown there; postdesk list posts --view shows a kept view
reach-window = only in the window
