# Backups, restoring and the corruption plan.

# What a restored desk cannot know.
today-unsure = DID IT GO OUT?
today-unsure-note = restored from a backup
today-unsure-more = … { $n } more when these are settled
today-need-unsure = out or not? only you know
plan-need-unsure = out or not? Enter settles it
plan-status-unsure = unsure
unsure-restored = came back from a backup
do-settle = settle
settle-title = { $topic }: did it go out?
settle-out = It went out
settle-absent = It did not go out
settle-out-on = Only { $channel }: it went out
settle-absent-on = Only { $channel }: it did not
did-absent = { $n ->
    [one] Not out: one post
   *[other] Not out: { $n } posts
}
due-unsure = unsure

# The command line.
help-backup = Keep the desk whole: database, pictures and a manifest that vouches for both
help-backup-list = The backups there are, newest first
help-backup-to = Make it in this folder instead; what lies there is never cleared away
help-backup-json = Answer in JSON
help-backup-examples =
    postdesk backup                     one more on the desk’s own shelf
    postdesk backup --to /mnt/stick     one on another disk
    postdesk backup list                what there is and whether it looks whole
help-restore = Bring the desk back from a backup; without --yes only what would happen is said
help-restore-backup = Its name or the beginning of it, its folder, or “latest”
help-restore-salvage = Read what can still be read of a damaged desk instead
help-restore-dry-run = Say what would happen, change nothing (as without --yes)
help-restore-yes = Really do it. The desk that stands now is set aside, never deleted
help-restore-json = Answer in JSON
help-restore-examples =
    postdesk restore latest             what the newest sound backup would bring
    postdesk restore latest --yes       bring it
    postdesk restore 2026-11-24 --yes   the one of that day
    postdesk restore --salvage --yes    read what can be read of a damaged desk
help-check-backups = Read the newest backups to the last byte, too
help-check-mend = Make everything derived anew: search, sums, who waits. Nothing you wrote is touched
help-check-json = Answer in JSON
help-check-examples =
    postdesk check                      the desk and its pictures
    postdesk check --backups --json     with the backups, for a script
backup-made = Kept: { $kb } KB, { $n ->
    [0] no pictures
    [one] one picture
   *[other] { $n } pictures
}
backup-let-go = { $n ->
    [one] One older backup was let go
   *[other] { $n } older backups were let go
}
backup-none = There is no backup yet. Make one: postdesk backup
backup-holds = { $posts ->
    [one] one post
   *[other] { $posts } posts
}, { $n ->
    [one] one picture
   *[other] { $n } pictures
}, { $kb } KB
backup-why-asked = by hand
backup-why-daily = daily
backup-why-schema = before a new schema
backup-why-import = before an import
backup-why-bulk = before a big change
backup-why-restore = before a restore
backup-no-manifest = no manifest that can be read ({ $detail })
backup-missing = { $file } is missing ({ $detail })
backup-changed = { $file } is not what it was
backup-damaged = its database is damaged: { $detail }
backup-newer = made by a newer Postdesk (schema { $found }, this one knows { $known }): update the program first
backup-failed = Today’s backup failed: { $detail }
desk-damaged = The desk is damaged: { $detail }. Leave the window and type: postdesk restore latest
restore-no-such = No backup is called “{ $name }”. See them: postdesk backup list
restore-no-sound = No sound backup. What can be read of the desk: postdesk restore --salvage
restore-from = The desk would be as it was at { $when }
restore-what-client = clients
restore-what-post = posts
restore-what-message = messages
restore-what-reading = numbers
restore-rows = { $what }: { $then } (now { $now })
restore-would-doubt = Would come back as unsure, because they may have gone out since: { $n }
restore-doubted = Unsure, because they may have gone out since: { $n }. Today asks you about each
restore-broken = { $n ->
    [one] One picture of the backup is broken and stays behind
   *[other] { $n } pictures of the backup are broken and stay behind
}
restore-other-desk = This is a backup of another desk.
restore-say-yes = Nothing was changed. To do it, add --yes
restore-salvage-would = Everything that can be read of the desk would be carried into a fresh one.
restore-done = The desk is as it was at { $when }
restore-salvaged = { $n ->
    [one] One row was read
   *[other] { $n } rows were read
}; let go: { $refused }, made up so that others fit: { $made }
restore-torn = Not everything could be read of: { $tables }
restore-aside = The desk that stood before lies in { $folder }
restore-kept = It was kept as a backup, too: { $name }
check-text = A wording is not what was written: { $table } { $row }
check-media-changed = A picture’s bytes have changed: { $hash }
check-orphans = { $n ->
    [one] One picture is named by nothing any more
   *[other] { $n } pictures are named by nothing any more
} ({ $kb } KB)
check-outbox = In the outbox: { $n ->
    [one] one file
   *[other] { $n } files
} ({ $kb } KB)
check-editing = Left by an editor that ended badly: { $n ->
    [one] one file
   *[other] { $n } files
} ({ $kb } KB), in the folder “editing”
check-no-backups = There is no backup
check-backup-sound = Sound: { $name }
check-backup = Backup { $name }: { $detail }
check-mended = Everything derived was made anew
store-in-use = A window or a daemon has this desk open. Close it first
desk-synced = The desk lies in “{ $folder }”, which { $program } copies. It would copy the database in the middle of a change and tear it. Move it with POSTDESK_HOME, and let the cloud have the backups
