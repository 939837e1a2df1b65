# Days with a name, days off, her hours.
did-day-name = { $days } “{ $name }”
did-day-off = day off { $days }
did-day-off-named = day off { $days }, { $name }
did-day-take-away = { $days } without a name again

# The line that names days.
prompt-day-title = NAME A DAY
prompt-day-example = client (or nobody: everybody) · off · 29.11 or 30.12–8.01 · name
prompt-day-help = Kolos 29.11 Mother's Day · off 30.12–8.01 skiing · no name takes it away
day-no-day = Which day? A client or “off” may come first: Kolos 29.11 · off 30.12–8.01
day-just-passed = { $day } went by lately. Write its year: { $this } or { $next }
day-backwards = The last day comes before the first
day-too-long = { $most } days are the most in one go
day-long-name = The name is longer than { $most } characters
day-nothing-there = No name there yet. Type one, or “off”
day-everybody = everybody
day-only = only { $client }
day-understood-name = { $days } · { $whose } · { $name }
day-understood-off = { $days } · day off · { $whose }
day-understood-off-named = { $days } · day off · { $whose } · { $name }
day-understood-away = { $days } · { $whose } · taken away: { $was }
day-instead = instead of { $was }
day-span = { $first } – { $last }, { $n ->
    [one] { $n } day
   *[other] { $n } days
}

# Days as the plan and Today show them.
day-off = day off
day-off-sign = off
day-off-typed = off
day-off-called = day off: { $name }
day-off-with = day off ({ $details })
day-named-of = { $name } ({ $client })
today-soon = soon
today-soon-none = { $day } { $name }: { $client } has no post
today-soon-some = { $day } { $name }: { $client }, { $n ->
    [one] { $n } post
   *[other] { $n } posts
}
today-soon-named = { $day } { $name }
today-soon-off = { $day } { $name }: { $n ->
    [one] { $n } post
   *[other] { $n } posts
}
today-do-soon = fill the day

# Outside her hours. A warning, never a refusal.
off-day = { $day } is your day off
off-day-named = { $day } is your day off: { $name }
off-closed = you do not work on { $day }
off-outside = { $clock } yours is outside your hours { $hours }
off-night = { $clock } yours is night
off-several = { $n } of { $all } land outside your hours
off-short-day = your day off
off-short-closed = a day you do not work
off-short-outside = { $clock } yours, outside { $hours }
off-short-night = { $clock } yours, night
moved-to-off = Moved to { $when } ▲ { $why } · u takes it back
did-off = { $what } ▲ { $why } · u takes it back

# Two walls.
clock-in-town = { $clock } in { $town }
clock-yours = { $clock } yours
today-need-by-hand-yours = by hand, { $clock } yours

# The command line.
help-day = Name days, take days off
help-day-list = Every named day, earliest first
help-day-add = Name a day or several, or take them off
help-day-add-examples =
    postdesk day add 29.11 "Mother's Day" --client Kolos
    postdesk day add 30.12–8.01 skiing --off
help-day-delete = Take away what days are called
help-day-delete-examples =
    postdesk day delete 29.11 --client Kolos
    postdesk day delete 30.12–8.01
help-day-days = The day or days: 29.11, 2026-11-29, tomorrow, 30.12–8.01
help-day-named = What they are called
help-day-off = You do not work then
help-day-client = Only of this client; without it everybody’s
help-day-json = Answer in JSON
cli-day-nothing = A day needs a name, or --off
cli-day-none = Nothing to take away: no name there
