# Bringing files in: what was understood, and the window for it.

# What a file is.
sniffed-form-csv = CSV
sniffed-form-xlsx = Excel workbook
sniffed-form-json = JSON
sniffed-form-markdown = Markdown
sniffed-separator-comma = comma ,
sniffed-separator-semicolon = semicolon ;
sniffed-separator-tab = tab
sniffed-separator-bar = bar |
sniffed-sheet = sheet “{ $sheet }”
sniffed-header-line = header in row { $line }
sniffed-header-none = no header
sniffed-rows = { $n ->
    [one] { $n } row
   *[other] { $n } rows
}
sniffed-by-name = by name
sniffed-by-sample = by cells
sniffed-by-hand = by hand
sniffed-dates-day-first = day first
sniffed-dates-month-first = month first
sniffed-dates-unneeded = can be read in one way only
sniffed-dates-proven = { $order }: the file proves it
sniffed-dates-said = { $order }: as you said
sniffed-dates-open = “{ $example }”: day first or month first? The file does not say

# What a column can mean.
field-none = not used
field-date = date
field-time = time
field-at = date and time
field-client = client
field-channel = channel
field-ticked = ticked channel
field-rubric = rubric
field-campaign = campaign
field-topic = topic
field-text = text
field-link = link
field-format = format
field-media = pictures
field-alt = alt text
field-first-comment = first comment
field-cover = cover
field-script = script
field-shots = shots
field-client-note = note to the client
field-author = author
field-author-id = author’s id
field-post = post
field-id = message id
field-direction = in or out
field-kind = kind
field-metric = metric
field-value = value

# The window.
bring-title = BRING A PLAN IN
bring-title-of = BRING IN: { $file }
bring-step-path = 1 of 4: which file
bring-step-reading = 2 of 4: how it is read
bring-step-names = 3 of 4: names nobody here has
bring-step-report = 4 of 4: what comes in
bring-path-example = ~/plan.csv: type or paste the path; Tab goes on with it
bring-path-note = CSV, TSV, Excel, JSON or Markdown. Nothing is written before the last step
bring-looking = Reading…
bring-taking = Taking it in… Esc stops
bring-lacks = No column for: { $needed }. Go to it and choose with ← →
bring-remembered = As you said last time
bring-form = form
bring-encoding = encoding
bring-separator = separator
bring-sheet = sheet
bring-header = header
bring-dates = dates
bring-client = client
bring-columns = columns
bring-not-told = not clear
bring-client-none = only what the file says
bring-what-client = client
bring-what-channel = channel
bring-what-rubric = rubric
bring-name-left-out = { $n ->
    [one] nobody: { $n } row stays out
   *[other] nobody: { $n } rows stay out
}{ $has ->
    [0] {""}
   *[other] ; { $near }?
}
bring-name-new = will be new{ $has ->
    [0] {""}
   *[other] ; or { $near }?
}
bring-comes-posts = { $n ->
    [one] { $n } post comes in
   *[other] { $n } posts come in
}
bring-comes-undated = { $n ->
    [one] { $n } without a time
   *[other] { $n } without a time
}
bring-comes-pictures = { $n ->
    [one] { $n } picture
   *[other] { $n } pictures
}
bring-untold = { $n ->
    [one] … and { $n } remark more than is kept here
   *[other] … and { $n } remarks more than are kept here
}
bring-dates-first = First the dates: “{ $example }” is day first or month first? ← → answers
bring-pictures-gone = { $n ->
    [one] It is in; { $n } picture could not be taken
   *[other] It is in; { $n } pictures could not be taken
}
bring-hint-look = look into it
bring-hint-complete = go on
bring-hint-next = next
bring-hint-other = other
bring-hint-clients = clients
bring-hint-step-back = a step back
bring-hint-take = take it in

# The command line.
intake-file = { $file }: { $what }
intake-dates = Dates: { $what }
intake-dates-ask = Say which: --dates day-first or --dates month-first
intake-column = { $column } → { $field }{ $by ->
    [none] {""}
   *[other] , { $by }
}{ $samples ->
    [none] {""}
   *[other] : { $samples }
}
intake-remembered-columns = { $n ->
    [one] { $n } column is understood as you said last time
   *[other] { $n } columns are understood as you said last time
}
intake-remembered-names = { $n ->
    [one] { $n } name stands for what you said last time
   *[other] { $n } names stand for what you said last time
}
intake-unknown-client = { $n ->
    [one] { $n } row says client “{ $name }”
   *[other] { $n } rows say client “{ $name }”
}; if it is somebody here: --client-name "{ $name }={ $near }"
intake-unknown-channel = { $n ->
    [one] { $n } row of { $client } says channel “{ $name }”
   *[other] { $n } rows of { $client } say channel “{ $name }”
}; if it is there: --channel "{ $name }={ $near }"
intake-unknown-rubric = Rubric “{ $name }” is new for { $client }; if it is another one: --rubric "{ $name }={ $near }"
intake-anybody = NAME
intake-not-name = “{ $said }” is not NAME=WHAT
intake-no-client = --client-name “{ $name }”: no client here is called “{ $here }”
intake-no-channel = --channel “{ $name }”: no channel or platform here is called “{ $here }”
intake-not-encoding = No encoding is called “{ $said }”; try utf-8, windows-1251 or utf-16
intake-not-form = A file has no form “{ $said }”; there are csv, xlsx, json and markdown
intake-not-separator = “{ $said }” cannot stand between cells; say comma, semicolon, tab, bar or one sign
intake-not-order = “{ $said }” is not an order of dates; say day-first or month-first
intake-header-twice = A file has a header or it has none: --header or --no-header
help-import-encoding = What the text is in, where it is not told right: utf-8, windows-1251, utf-16
help-import-separator = What stands between cells: comma, semicolon, tab, bar, or the sign itself
help-import-sheet = The sheet of a workbook, by name
help-import-form = What the file is made of: csv, xlsx, json, markdown
help-import-header = The first row is a header
help-import-no-header = There is no header: the first row is data
help-import-dates = Which number comes first in 03/04/2027: day-first or month-first
help-import-channel = What a channel’s name in the file means here: a platform, or a channel’s name
help-import-client-name = Which client a name in the file means
help-import-rubric = Which rubric a name in the file means
help-import-to = The channels of rows that name none, divided by commas
