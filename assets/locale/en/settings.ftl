# The settings' commands and mistakes.

help-config = Look at your settings, check them, change one
help-config-check = Say everything that is wrong with your files; exit code 1 when anything is
help-config-check-examples =
    postdesk config check
    postdesk config check ~/keymap.toml
    postdesk config check --json
help-config-edit = Open config.toml in your editor, then check it
help-config-init = Write a config.toml in which every option is explained
help-config-path = Say where config.toml belongs
help-config-set = Change one option; the rest of the file stays as you wrote it
help-config-set-examples =
    postdesk config set language ru
    postdesk config set hours "Mon-Fri 9-18"
    postdesk config set daemon.on_due notify-send Postdesk
help-config-show = Say what is in force, and who said so
help-config-unset = Take an option out, so that it is as usual again
help-config-file = Another file; its name says what it is about
help-config-json = Answer in JSON
help-config-key = The option: language, zone, hours, theme…
help-config-value = What it shall be; several words for a list

# Answers.
settings-well = Nothing is wrong with your settings
settings-begun = Written: { $file }. Every line that begins with # is an option with its usual value
settings-there = { $file } is there already; postdesk config edit opens it
settings-unwritten = { $file } could not be written: { $detail }
settings-set = config.toml, line { $line }: { $what }
settings-same = { $key } says that already
settings-unset = { $key } is as usual again
settings-unsaid = config.toml does not say anything of { $key }
settings-by-hand = { $key } stands in the middle of a line of config.toml: change it with postdesk config edit

# Where a mistake is.
settings-at = { $file }, line { $line }: { $what }
settings-at-column = { $file }, line { $line }, column { $column }: { $what }
settings-at-all = { $file }: { $what }

# The window.
settings-read = Settings read again
settings-unchanged = Your settings have not changed
settings-refused = { $what } (the settings stay as they were)
mouse-failed = The mouse could not be turned on or off: { $detail }

# What can be wrong with any page.
page-none = there is no such file
page-unreadable = cannot be read: { $detail }
page-is-folder = this is a folder, not a file
page-no-file = this is not an ordinary file
page-too-large = larger than { $most } KB: no page that somebody wrote
page-not-utf8 = not readable as text (UTF-8) from byte { $byte } on
page-syntax = not readable as TOML: { $detail }
page-twice = “{ $key }” stands here a second time
page-unknown = there is no “{ $key }”
page-unknown-near = there is no “{ $key }”; did you mean “{ $near }”?
page-wants-words = { $key } needs words in quotes
page-wants-bool = { $key } is true or false, without quotes
page-wants-number = { $key } is a whole number from { $least } to { $most }, without quotes
page-wants-list = { $key } is a list of words in quotes: ["…", "…"]
page-wants-table = { $key } is a table: [{ $key }]
page-no-choice = { $key } cannot be “{ $value }”; there are: { $choices }

# config.toml
config-zone = no time zone is called “{ $value }”; write it as Europe/Moscow
config-zone-near = no time zone is called “{ $value }”; nearest: { $near }
config-hours = “{ $value }” is not working hours; write them as Mon-Fri 9-18
config-no-program = { $key } begins with the name of a program, which is empty here
config-one-value = { $key } has one value; put words with spaces between them in quotes

# themes/NAME.toml
theme-name = a theme’s name has at most 40 letters, digits and hyphens, and is not auto
theme-count = there must be { $wanted } colours of clients, there are { $found }
theme-lacks = { $key } is missing; like = "dark" at the top takes the rest from a theme of ours
theme-word = “{ $word }” is neither a colour nor a style: colours are red, bright-red, #rrggbb; styles bold, dim, italic, underline, reverse
theme-word-near = “{ $word }” is neither a colour nor a style; did you mean “{ $near }”?
theme-invisible = { $key } = “{ $value }” cannot be read: letters and ground are too much alike
theme-like-text = { $key } looks like any text; it must differ

# platforms.toml
platform-stray = “{ $key }” does not belong here; every platform begins with [[platform]]
platform-nameless = a platform needs an id
platform-id = “{ $platform }” is not an id: small Latin letters, digits and hyphens, at most 32
platform-twice = { $platform } is described in line { $other } already
platform-lacks = { $platform } is new and needs { $field }
platform-code = { $platform }: a code is one or two capital Latin letters or digits
platform-empty = { $platform }: { $field } is empty
platform-ambiguous = “{ $word }” would mean both { $first } and { $second }
platform-checklist = { $platform }: a checklist belongs to the mode "assisted", and the mode to a checklist
platform-not-https = { $platform }: { $field } must begin with https://
platform-asks = { $platform }: { $field } asks for { $name }, which nobody can fill in; there are: {"{"}url{"}"}, {"{"}text{"}"}, {"{"}title{"}"}, {"{"}host{"}"}, {"{"}handle{"}"}
platform-brace = { $platform }: { $field } has a brace without its partner
platform-fragment = { $platform }: { $field } has a # in it, behind which nothing reaches the site

# words/*.toml
list-never-met = “{ $word }” can never be met in a text
list-known = “{ $word }” is made of words that mean something already; yours needs a word of its own
list-twice = “{ $word }” is in { $list } already, line { $other }

# locale/*/*.ftl
own-no-language = there are no words in “{ $tag }”; there are: { $choices }
own-sign = the sign { $sign } cannot be shown
own-syntax = not readable as Fluent: { $detail }
own-no-argument = { $arg } is not said here; there are: { $choices }
own-no-arguments = { $arg } is not said here: this sentence weaves nothing in
own-broken = { $key } cannot be said: { $detail }
own-empty = { $key } says nothing
