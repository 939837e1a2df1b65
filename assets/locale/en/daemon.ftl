# The daemon, the lease and other processes.
help-daemon = Look after the clock without a window: mark what is due and missed, and ring
help-daemon-once = One look at the clock, then leave
help-daemon-unit = Print a systemd unit, a timer and a cron line that keep it running
help-daemon-json = One JSON object per event
help-daemon-quiet = Say nothing but what goes wrong
help-daemon-examples =
    postdesk daemon
    postdesk daemon --once --json
    postdesk daemon --unit

daemon-mark = ◷
daemon-begins = The daemon looks after the clock (process { $pid }). Ctrl-C ends it
daemon-ends = The daemon has ended; the clock is left to the window
daemon-lives-already = A daemon looks after this desk already: process { $pid }, since { $since }
daemon-failed = The daemon cannot go on: { $detail }
daemon-desk-gone = The desk is not in { $folder } any more. Waiting two minutes for it to come back
daemon-desk-back = The desk is back
daemon-desk-stays-away = The desk has not come back to { $folder }
daemon-on-due-failed = { $program } (on_due) has failed: { $detail }
daemon-no-program = The system does not say where this program lies
daemon-soon = { $n ->
    [one] In ten minutes: { $client } · { $topic }
   *[other] In ten minutes: { $n } posts, first { $client } · { $topic }
}
daemon-due = { $n ->
    [one] Due now: { $client } · { $topic }
   *[other] Due now: { $n } posts, first { $client } · { $topic }
}
daemon-missed = { $n ->
    [one] Missed: { $client } · { $topic }
   *[other] Missed: { $n } posts, first { $client } · { $topic }
}
daemon-held = held back: { $why }
daemon-unit-stays = A process that stays and sleeps until the next moment
daemon-unit-timer = Or, instead of it, a look each minute
daemon-unit-cron = Or, without systemd, the same from cron (crontab -e)

missed-daemon-gone = the daemon had died

neighbours-too-deep = News from other processes is not heard here: the path of the desk is longer than { $n } bytes. What they write shows when the window gets the focus, and within a minute in the daemon
neighbours-refused = News from other processes is not heard here: { $detail }. What they write shows when the window gets the focus, and within a minute in the daemon
store-lease-lost = Another process looks after the clock now; nothing was changed

waiting-for-desk = Waiting for the desk: { $n ->
    [one] another Postdesk is writing
   *[other] another Postdesk is writing, { $n } changes to come
}
waiting-to-leave = { $n ->
    [one] { $n } change is being written, then the window closes. Q again: without it
   *[other] { $n } changes are being written, then the window closes. Q again: without them
}
text-aside = The desk did not take it. Your text lies in { $path }
text-nowhere = The desk did not take it, and it could not be put into a file either: { $detail }
window-outgrown = A newer Postdesk has this desk; this window only reads: close and reopen it

config-wants-list = config.toml, line { $line }: { $key } wants words in quotes between brackets, such as ["notify", "me"]
config-wants-table = config.toml, line { $line }: { $key } is a table: write [{ $key }] on a line of its own
