# Pieces of text that are put in: signatures, calls, groups of hashtags.

# In the window.
write-hint-snippets = snippets
snippet-title = Snippets for { $client }
snippet-new = New snippet
snippet-pick = Whose snippets?
snippet-variables = { "{client} {channel} {handle} {date} {time} {link} {rubric} {topic}" }
snippet-none-yet = No snippets yet: F3 writes the first
snippet-none-found = No snippet has these words
snippet-of-all = everybody’s
snippet-name = Name
snippet-name-example = what you call it: booking, hashtags
snippet-text = Text
snippet-kind = What it is for
snippet-kind-signature = signature
snippet-kind-call = call to action
snippet-kind-hashtags = hashtags
snippet-kind-intro = beginning
snippet-kind-other = other
snippet-whose = Whose
snippet-lang = Language
snippet-lang-example = ru, en… empty: any
snippet-hint-put = put in
snippet-hint-edit = edit
snippet-hint-new = new
snippet-hint-drop = delete
snippet-hint-back = undo

# What is wrong with one.
snippet-name-missing = A snippet needs a name
snippet-text-missing = A snippet needs a text
snippet-long-name = The name is longer than { $most } characters
snippet-long-text = The text is longer than { $most } characters
snippet-unknown = Nothing stands for { "{" }{ $found }{ "}" }. There are: { snippet-variables }; a brace itself is written twice
snippet-unknown-near = Nothing stands for { "{" }{ $found }{ "}" }; did you mean { "{" }{ $near }{ "}" }? There are: { snippet-variables }
snippet-open = The brace before “{ $found }” is not closed; a brace itself is written twice
snippet-nothing = Not put in: { $variable ->
    [client] the client has no name, and { "{client}" } stands for it
    [channel] { "{channel}" } is several here: put it into one channel’s text
    [handle] { "{handle}" } is several here: put it into one channel’s text
    [date] the post has no one day yet, and { "{date}" } stands for it
    [time] the post has no one time yet, and { "{time}" } stands for it
    [link] the post has no link yet, and { "{link}" } stands for it
    [rubric] the post has no rubric yet, and { "{rubric}" } stands for it
   *[topic] the post has no topic yet, and { "{topic}" } stands for it
}
snippet-no = No snippet is called “{ $name }”; postdesk snippet list names them
snippet-no-near = No snippet is called “{ $name }”; did you mean { $near }?
snippet-no-kind = “{ $found }” is not a kind of snippet; there are: { $known }
did-snippet-add = snippet “{ $name }”
did-snippet-edit = snippet “{ $name }”
did-snippet-delete = snippet “{ $name }” deleted

# On the command line.
help-snippet = Snippets: pieces of text that come again, with variables
help-snippet-add = Keep a snippet; variables: { "{client} {channel} {handle} {date} {time} {link} {rubric} {topic}" }
help-snippet-add-examples =
    postdesk snippet add booking "Book a table: { "{link}" }" --client Kolos --kind call
    postdesk snippet add tags "#coffee #kazan" --client Kolos --kind hashtags --lang en
    pbpaste | postdesk snippet add sign-off - --kind signature
help-snippet-edit = Change a snippet
help-snippet-edit-examples =
    postdesk snippet edit booking --client Kolos --text "Call us or book: { "{link}" }"
    postdesk snippet edit 7f3a09c1 --kind call --lang ""
help-snippet-delete = Delete a snippet; texts it was put into stay
help-snippet-delete-examples =
    postdesk snippet delete booking --client Kolos
help-snippet-list = Every snippet: whose, language, kind, name, first line, id
help-snippet-list-examples =
    postdesk snippet list --client Kolos
    postdesk snippet list --json
help-snippet-named = What you call it
help-snippet-text = The text; - reads it from standard input
help-snippet-whose = Whose it is; without it everybody’s
help-snippet-kind = signature, call, hashtags, intro or other
help-snippet-lang = Its language: ru, en…; empty for any
help-snippet-which = Its name, or the beginning or end of its id
help-snippet-name = Another name
help-snippet-words = Another text; - reads it from standard input

# In the history.
history-is-snippet = snippet
history-field-lang = language
history-field-kind = what for
