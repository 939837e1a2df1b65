# Export: the work out again as files.

# ── the command line ──
help-export = Export the plan, messages, readings or clients as a file
help-export-plan = Export the plan: a row for each post and time; import plan reads the file back
help-export-plan-examples =
    postdesk export plan > plan.csv
    postdesk export plan --client Kolos --from 1.12 --to 31.12 --out december.xlsx
    postdesk export plan --filter "vk status:draft" --out drafts.md
help-export-messages = Export comments and messages, oldest first; import messages reads the file back
help-export-messages-examples =
    postdesk export messages --client Kolos --out talk.csv
    postdesk export messages --from 2026-11-01 --format jsonl | grep cake
help-export-readings = Export the numbers: every value that stands; import readings reads the file back
help-export-readings-examples =
    postdesk export readings --client Kolos --from 1.11 --to 30.11 --out november.xlsx
help-export-clients = Export clients with everything on their cards and their channels’ cards
help-export-clients-examples =
    postdesk export clients --format json
    postdesk export clients --out clients.xlsx
help-export-format = How the file is written; usually its ending says it, and without one it is CSV
help-export-client = Only of this client
help-export-from = From this day on; without it from the very first
help-export-to = Up to the end of this day; without it up to the very last
help-export-filter = Only posts that pass, in the words of the window’s f
help-export-file = The file; - or nothing means standard output
help-export-force = Replace the file if there is one
exported = Exported: { $what }
exported-into = Exported: { $what }, into { $file }
exported-plan = { $n ->
    [one] { $n } row of the plan
   *[other] { $n } rows of the plan
}
exported-messages = { $n ->
    [one] { $n } message
   *[other] { $n } messages
}
exported-readings = { $n ->
    [one] { $n } reading
   *[other] { $n } readings
}
exported-clients = { $n ->
    [one] { $n } row of clients
   *[other] { $n } rows of clients
}

# ── what can go wrong ──
export-disk-full = The disk is full; nothing of the file is left
export-failed = The file cannot be written: { $detail }
export-there = { $file } is there already; --force replaces it
export-cell-too-long = A workbook cell holds { $most } characters, and “{ $column }” of “{ $row }” has { $length }. Export it as CSV: it has no such limit
export-too-many-rows = A workbook sheet holds { $most } rows, and there are more. Export them as CSV, or fewer of them with --from and --to
export-no-format = There is no format “{ $name }”. There are: { $known }
export-no-ending = “.{ $name }” does not say the format. Known endings: { $known }; or name one with --format
export-ends-first = --to lies before --from
export-no-terminal = A workbook is nothing to read in a terminal: name a file with --out plan.xlsx, or send it on with |

# ── the window ──
export-title = EXPORT · { $what }
export-what-plan = plan
export-what-drafts = drafts
export-what-messages = messages
export-what-readings = numbers
export-everybody = all clients
export-always = all of it
export-days = { $from } – { $to }
export-filtered = filter: { $what }
export-form-csv = CSV
export-form-xlsx = Excel
export-form-md = Markdown
export-form-json = JSON
export-file = File
export-into = Goes to { $folder }
export-writing = Writing…
export-done = Done: { $what }
export-replace = There is such a file already. Enter replaces it
export-no-name = A file wants a name
export-path = the file’s place
export-not-here = This room has nothing to export: go to Plan, Drafts, Inbox or KPI
export-hint-write = write
export-hint-form = format
export-hint-name = name
export-hint-path = copy the place
export-lies = The file is there: { $file }
