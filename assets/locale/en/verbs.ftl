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
help-edit-inherit = Let the channel follow the base again
help-edit-topic = Another topic
help-edit-rubric = Rubric by name; empty takes it out
help-edit-campaign = Campaign by name; empty takes it out
help-edit-format = text, photo, carousel, video, short, story, poll, article, live or contest
help-edit-link = Link that goes with it
help-edit-first-comment = First comment under it
help-edit-brief = What it should do and how it should sound
help-edit-script = What is said and shown in it
help-edit-shots = Its shots, one a line
help-edit-note = A note for yourself
help-edit-client-note = A note the client reads beside it in a packet
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
help-packet-packet = The letter of the batch; usually the one that waits the longest
help-packet-client = The client
help-brief = Six lines on a client, to paste into a chat
help-brief-examples =
    postdesk brief Kolos
    postdesk brief Marani --lang en
help-brief-client = Short name, name, or an id
help-brief-lang = Language: en, ru, vi, ka or fi; usually the client’s own
help-task = The task for a contractor: what to make, how large for each platform, until when; a file in the outbox
help-task-examples =
    postdesk task "We open at ten"
    postdesk task 7f3a09c1 --lang en
help-task-which = Topic, or the beginning or end of an id
help-task-lang = Language: en, ru, vi, ka or fi; usually the client’s own
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
help-slot = Weekly posting times of a channel
help-slot-add = Give a channel posting times
help-slot-add-examples =
    postdesk slot add Kolos/vk Mon Wed 09:30
    postdesk slot add @kolos_kazan "Fri 19:30, Sat 11:00"
help-slot-delete = Drop posting times; posts planned on them stay
help-slot-delete-examples =
    postdesk slot delete Mon 09:30 --channel Kolos/vk
    postdesk slot delete 7f3a09c1
help-slot-list = Every posting time, with its id at the end of the line
help-slot-list-examples =
    postdesk slot list --client Kolos
    postdesk slot list --channel tg --json
help-slot-channel = Handle, client/platform, or an id; in front of a list also a platform: vk
help-slot-times = Days, then a time: Mon Wed 09:30
help-slot-which = Days and a time as in the list, or ids
help-goal = Goals of a client, as on the score cards
help-goal-set = Set the goal for a number
help-goal-set-examples =
    postdesk goal set Kolos followers 7000
    postdesk goal set Kolos answered_in_time_percent 95%
help-goal-delete = Drop a goal
help-goal-delete-examples =
    postdesk goal delete Kolos spend
help-goal-list = Every goal: client, number, goal, the number’s own word
help-goal-list-examples =
    postdesk goal list
    postdesk goal list --client Kolos --json
help-goal-client = Short name, name, or an id of the client
help-goal-only = Only of this client
help-goal-score = followers, reach, er_reach_percent, er_followers_percent, first_answer_min, answered_in_time_percent, negative_percent, leads, posts_out, spend or cost_per_follower; or its name on the card
help-goal-value = The goal: a number; shares in per cent, times in minutes
help-ready = Ready answers for conversations
help-ready-add = Write a ready answer
help-ready-add-examples =
    postdesk ready add hours "We are open from 7 till 23" --client Kolos
    pbpaste | postdesk ready add delivery - --client Kolos --lang en
help-ready-edit = Change a ready answer
help-ready-edit-examples =
    postdesk ready edit hours --client Kolos --text "We are open from 8 till 23"
    postdesk ready edit 7f3a09c1 --name "opening hours"
help-ready-delete = Drop a ready answer
help-ready-delete-examples =
    postdesk ready delete hours --client Kolos
help-ready-list = Every ready answer: client, language, name, first line, id
help-ready-list-examples =
    postdesk ready list --client Kolos
    postdesk ready list --json
help-ready-named = What you call it
help-ready-text = The answer; - reads it from standard input
help-ready-whose = Whose answer it is
help-ready-lang = Its language: ru, en…; usually the client’s own
help-ready-which = Its name, or the beginning or end of its id
help-ready-name = Another name
help-ready-words = Other words; - reads them from standard input
help-picture = Pictures of a post
help-picture-add = Take files into the desk and put them to the post
help-picture-add-examples =
    postdesk picture "We open at ten" add bread.jpg hall.jpg
    postdesk picture 7f3a09c1 add bread.jpg --alt "Bread on a wooden board"
help-picture-list = The pictures in their order: number, name, alt text
help-picture-list-examples =
    postdesk picture "We open at ten" list
    postdesk picture 7f3a09c1 list --json
help-picture-cover = Choose the picture that is the cover; - makes it the first again
help-picture-cover-examples =
    postdesk picture "We open at ten" cover 2
    postdesk picture 7f3a09c1 cover -
help-picture-remove = Take pictures off the post
help-picture-remove-examples =
    postdesk picture 7f3a09c1 remove 2
help-picture-move = Give a picture another place
help-picture-move-examples =
    postdesk picture 7f3a09c1 move 3 1
help-picture-post = Topic, or the beginning or end of an id
help-picture-files = Files; they are copied into the desk
# The command and the option are both called alt.
help-picture-alt = Alt text: what is in the picture, for those who do not see it
help-picture-alt-examples =
    postdesk picture 7f3a09c1 alt 1 "Bread on a wooden board"
    postdesk picture 7f3a09c1 alt 1 ""
help-picture-n = Its number in the list
help-picture-numbers = Their numbers in the list
help-picture-to = The number it shall have
help-picture-text = Alt text; empty takes it away, - reads it from standard input
help-client-delete = Let a client go; undo brings everything back
help-client-delete-examples =
    postdesk client delete Kolos --dry-run
    postdesk client delete Kolos
help-channel-delete = Close a channel; undo brings everything back
help-channel-delete-examples =
    postdesk channel delete Kolos/vk

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
show-contract-money = Contract
show-tone = Tone
show-goals = Goals
show-audience = Audience
show-avoid = Words to avoid
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
show-client-note = Note to client
show-script = script
show-shots = shots
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
client-gone = { $n ->
    [0] { $name } leaves every list; postdesk undo brings it back
    [one] { $name } leaves every list, and with it one channel and its posts; postdesk undo brings it back
   *[other] { $name } leaves every list, and with it { $n } channels and their posts; postdesk undo brings it back
}
channel-gone = { $handle } of { $client } leaves every list, and with it the times of its posts; postdesk undo brings it back

# Refusals.
cli-no-post = No post is called “{ $name }”; postdesk list posts and postdesk find name them
cli-many-posts = “{ $name }” fits several; take the id at the end of a line:
cli-no-tongue = “{ $found }” is not a language that clients are written to in; there are: { $known }
which-none = Nothing was named: there was no id on standard input
which-stdin = Standard input cannot be read: { $detail }
which-only-one = Only one can be named here
which-not-there = “{ $topic }” does not go to { $name }
which-no-talk = No conversation is called “{ $name }”; postdesk list messages names them at the end of each line
edit-nothing-said = Say what to change: --text, --topic, --rubric… Without a terminal no editor can be opened
edit-file = { $file } cannot be read: { $detail }
edit-own-texts = Channels with a text of their own stay as they are: { $codes }. --channel changes them, --inherit lets them follow
edit-no-format = “{ $found }” is not a format; there are: { $known }
delete-not-whole = That id names one channel of a post that goes to { $codes }. To delete all of it: postdesk delete { $id }
status-unknown = “{ $found }” is not a status; there are: { $known }
status-unknown-near = “{ $found }” is not a status; did you mean { $near }? There are: { $known }
status-is-stamped = What is out is stamped: postdesk publish WHICH --stamp LINK
status-is-skipped = What is let go needs a reason: postdesk publish WHICH --skip REASON
decide-unknown = “{ $found }” says nobody’s turn; there are: done, author, client, other, later, hide, open
decide-until-missing = Until when? Add --until "mon 10:00"
decide-until-only-later = --until belongs to later
tone-unknown = “{ $found }” is not a tone; there are: +, -, ?, !, up, down
reading-no-metric = “{ $found }” is nothing that is measured; there are: { $known }
packet-unclear = Nothing was taken down, because not all of it is clear:
packet-changed = { $code } has been changed since it was shown: send it again first
packet-no-letter = The client has no open batch { $found }
past-not-yet = “{ $found }” is still to come
past-no-moment = “{ $found }” is not a moment gone by; write Tuesday, "yesterday 10:00" or 2026-11-24 09:30
completions-no-shell = There is no script for “{ $found }”; there are: { $known }
man-not-written = The manual cannot be written: { $detail }
history-no-number = “{ $found }” is not an entry; postdesk history numbers them
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
misread-bytes = An argument is not text (UTF-8)
misread-help = More: postdesk --help, postdesk COMMAND --help
slot-bad = “{ $found }” is not a posting time; write days and then a time: Mon Wed 09:30, Fri 19:30
slot-stands = Nothing to add: the channel has these posting times already
slot-none = No channel that is meant has the posting time { $time }; postdesk slot list names them all
slot-many = Several channels have the posting time { $time }: { $channels }; say which with --channel
slot-no-id = No posting time has the id “{ $name }”; postdesk slot list names them at the end of each line
slot-no-id-near = No posting time has the id “{ $name }”; nearest: { $near }
goal-no-score = No score card is called “{ $found }”. There are: { $known }
goal-no-score-near = No score card is called “{ $found }”; did you mean { $near }? There are: { $known }
goal-not-a-number = “{ $found }” is not a goal; write a number: 7000, 4.5
goal-not-whole = “{ $found }” is not whole, and this is counted; write 7000
goal-too-large = “{ $found }” is more than anybody has; write it in full digits
goal-none = { $client } has no goal for { $score }; postdesk goal list names those that are there
goal-stands = Nothing to change: that is the goal already
ready-no = No ready answer is called “{ $name }”; postdesk ready list names them
ready-no-near = No ready answer is called “{ $name }”; did you mean { $near }?
ready-no-tag = “{ $found }” is not a language tag; write it as ru, en or pt-br
picture-stands = Nothing to change: it stands so already
picture-no-file = { $file }: there is no such file
picture-folder = { $file } is a folder; name the files in it
picture-not-a-file = { $file } is not an ordinary file; save the picture into one first
picture-empty = { $file } is empty
picture-unreadable = { $file } cannot be read: { $detail }
picture-no-number = { $n ->
    [0] There is no picture { $found }: the post has none yet
    [one] There is no picture { $found }: the post has one
   *[other] There is no picture { $found }: the post has { $n }; postdesk picture POST list numbers them
}

# Why an action of the window has no command.
reach-do = only in the window: the next right step depends on the line under the cursor
reach-walk = only in the window: it walks the cursor; postdesk list posts --filter late lists what it finds
reach-cursor = only in the window: it moves the cursor
reach-mark = only in the window: commands take several posts at once, and ids from standard input
reach-look = only in the window: it changes what is shown there; postdesk list posts --view shows a kept view
reach-window = only in the window
