# Rubrics, campaigns and formats.
rubrics-title = { $client } · rubrics, campaigns, formats
rubrics-pick = Whose rubrics?
rubrics-head = RUBRICS
rubrics-sum = { $n ->
    [one] { $n } post · targets add up to { $sum }%
   *[other] { $n } posts · targets add up to { $sum }%
}
rubrics-no-targets = { $n ->
    [one] { $n } post · no targets
   *[other] { $n } posts · no targets
}
rubrics-none = without a rubric
rubrics-new = + rubric
rubrics-posts = { $n ->
    [one] { $n } post
   *[other] { $n } posts
}
rubrics-target = of { $share }
campaigns-head = CAMPAIGNS
campaigns-new = + campaign
campaign-running = { $n ->
    [0] last day
    [one] { $n } day left
   *[other] { $n } days left
}
campaign-endless = runs, no end
campaign-ahead = { $n ->
    [one] in { $n } day
   *[other] in { $n } days
}
campaign-undated = no days yet
campaign-over = over
campaign-out = { $n } out
campaign-planned = { $n } planned
campaign-late = { $n } late
campaign-open = { $n } without a time
campaign-no-posts = no posts yet
campaign-from = from { $day }
campaign-to = to { $day }
campaign-goal = goal: { $goal }
campaign-utm = utm_campaign={ $utm }
formats-head = FORMATS
formats-limits = { $platform }: { $limits }

# What is said of the row under the cursor.
rubrics-detail-share = { $posts } of { $all } posts, { $cent }%
rubrics-detail-over = { $n ->
    [one] target { $share }%: { $n } post more than wanted
   *[other] target { $share }%: { $n } posts more than wanted
}
rubrics-detail-under = { $n ->
    [one] target { $share }%: { $n } post is missing
   *[other] target { $share }%: { $n } posts are missing
}
rubrics-detail-even = target { $share }%: as wanted
rubrics-detail-no-target = no target
rubrics-detail-empty = nothing is planned in this month

# Their cards.
rubric-card = { $client } · rubric
rubric-name = Name
rubric-name-example = menu, people, useful
rubric-name-missing = A rubric needs a name
rubric-name-taken = The client has a rubric of this name
rubric-share = Share of the month, %
rubric-share-example = 30; empty for no target
share-refused = A whole number from 0 to 100
campaign-card = { $client } · campaign
campaign-name = Name
campaign-name-example = Advent menu
campaign-name-missing = A campaign needs a name
campaign-name-taken = The client has a campaign of this name
campaign-starts = First day
campaign-starts-example = 1.12 · monday · 2026-12-01; may be empty
campaign-ends = Last day
campaign-ends-example = 24.12, this day included; may be empty
campaign-ends-first = It ends before it starts
campaign-goals = Goal
campaign-goals-example = 40 tables booked from messages
campaign-utms = Name in links
campaign-utms-example = advent-menu: a-z, 0-9, - and _
campaign-utm-wrong = Only a-z, 0-9, - and _ are the same in every counter
campaign-utm-instead = Only a-z, 0-9, - and _. Try { $instead }
rubrics-where-to = { $n ->
    [one] “{ $name }” has { $n } post. Where to?
   *[other] “{ $name }” has { $n } posts. Where to?
}
rubrics-to-none = stay without a rubric
rubrics-to = into { $name }, with its share
rubrics-hint-card = card
rubrics-hint-new = add
rubrics-hint-delete = delete, merge
rubrics-hint-month = month
rubrics-hint-client = client

# What was done.
did-rubric-delete = rubric { $name } deleted
did-rubric-merge = rubric { $from } is now part of { $into }
did-campaign-add = campaign { $name }
did-campaign-edit = campaign { $name }
did-campaign-delete = campaign { $name } deleted
did-campaign-put = { $n ->
    [one] { $n } post into { $name }
   *[other] { $n } posts into { $name }
}
did-campaign-out = { $n ->
    [one] { $n } post out of its campaign
   *[other] { $n } posts out of their campaigns
}
store-other-client = That belongs to another client

# The checklist of a format.
checklist-note = ✓ there  ▲ missing  · look yourself
need-pictures = { $n ->
    [one] picture
   *[other] { $n } pictures or more
}
need-pictures-span = { $least }–{ $n } pictures
need-film = video
need-either = picture or video
need-alt = alt texts
need-text = text
need-options = { $least }–{ $n } options, each on a line with -
need-link = link
need-script = script
need-cover = cover
need-subtitles = subtitles
need-ratio = { $ratio }
need-seconds = length
need-rules = prize, dates, how the winner is chosen
lack-pictures = { $n ->
    [one] no picture
   *[other] { $n } pictures missing
}
lack-pictures-more = { $n ->
    [one] one more picture
   *[other] { $n } more pictures
}
lack-film = no video
lack-either = no picture or video
lack-too-many = { $platform } takes { $n ->
    [one] { $n } picture
   *[other] { $n } pictures
}
lack-alt = { $n } without alt text
lack-text = no text
lack-options = { $n ->
    [one] { $n } option missing: a line with -
   *[other] { $n } options missing: lines with -
}
lack-options-over = { $n } options at most
lack-option-long = { $platform } takes { $n } characters an option
lack-link = no link
lack-script = no script
limit-pictures = { $n ->
    [one] { $n } picture
   *[other] { $n } pictures
}
limit-options = { $span } options
limit-option-chars = { $n } characters each
limit-seconds = { $span } min
limit-ratio = { $ratio }
limit-cover = cover { $n } px

# On the command line.
help-rubric = Rubrics: what a client’s months are made of
help-rubric-add = Add a rubric
help-rubric-add-examples =
    postdesk rubric add menu --client Kolos --share 30
    postdesk rubric add people --client Kolos
help-rubric-edit = Rename a rubric or change its share
help-rubric-delete = Delete a rubric; its posts stay without one, or go into another
help-rubric-delete-examples =
    postdesk rubric delete menu --client Kolos
    postdesk rubric delete menu --into people
help-rubric-list = Every rubric: target, share and posts of a month
help-rubric-named = Its name
help-rubric-which = Name, or the beginning of the id
help-rubric-name = Another name
help-rubric-client = Whose
help-rubric-share = Target share of the month, 0 to 100; empty for none
help-rubric-into = The rubric that takes over its posts and its share
help-rubric-month = Another month than this one
help-rubric-json = Answer in JSON
help-campaign = Campaigns: posts that belong together for a while
help-campaign-add = Begin a campaign
help-campaign-add-examples =
    postdesk campaign add "Advent menu" --client Kolos --starts 1.12 --ends 24.12
    postdesk campaign add Spring --client Kolos --goal "40 tables" --utm spring-2027
help-campaign-edit = Change its card
help-campaign-delete = Delete a campaign; its posts stay
help-campaign-put = Put posts into a campaign
help-campaign-put-examples =
    postdesk campaign put Spring 01939f2a 01939f2b
help-campaign-leave = Take posts out of their campaigns
help-campaign-list = Every campaign: days, stage, posts out of all, name in links
help-campaign-named = Its name
help-campaign-which = Name, or the beginning of the id
help-campaign-name = Another name
help-campaign-client = Whose
help-campaign-starts = First day: 1.12, monday, 2026-12-01; empty for none
help-campaign-ends = Last day, itself included
help-campaign-goal = What it should bring
help-campaign-utm = utm_campaign in links: a-z, 0-9, - and _
help-campaign-posts = Posts by their ids, or how those begin: list posts --json has them
help-campaign-json = Answer in JSON
cli-no-rubric = No rubric is called “{ $name }”
cli-no-rubric-near = No rubric is called “{ $name }”; did you mean { $near }?
cli-no-campaign = No campaign is called “{ $name }”
cli-no-campaign-near = No campaign is called “{ $name }”; did you mean { $near }?
cli-share = “{ $found }” is not a share: a whole number from 0 to 100
cli-month = “{ $found }” is not a month; write it as 2026-11
cli-rubric-sum = The targets of this client now add up to { $sum }%
cli-rubric-posts-stay = { $n ->
    [one] { $n } post stays without a rubric
   *[other] { $n } posts stay without a rubric
}
cli-rubric-posts-go = { $n ->
    [one] { $n } post went into { $name }
   *[other] { $n } posts went into { $name }
}
cli-campaign-posts-stay = { $n ->
    [one] { $n } post stays, in no campaign
   *[other] { $n } posts stay, in no campaign
}
