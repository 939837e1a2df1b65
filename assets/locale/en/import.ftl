# Why a row or a file was not taken. The keys are the codes of src/import/reason.rs.

import-file-empty = The file is empty
import-file-too-big = The file is over { $most_megabytes } MB
import-encoding = The file is in { $found }; save it as CSV UTF-8 and try again
import-not-a-table = This is not a table; save the sheet as .xlsx or CSV
import-too-many-columns = More than { $most } columns: the file looks damaged
import-too-many-rows = More than { $most } rows: from here on nothing was read
import-duplicate-column = This column is there twice
import-two-columns = Two columns mean “{ $field }”: { $columns }; say which with --map COLUMN={ $field }
import-column-missing = No column for: { $needed }. Found: { $found }. Name it with --map COLUMN=FIELD
import-map-column-missing = The file has no column “{ $name }”. Found: { $found }
import-map-column-twice = --map gives the column “{ $name }” two meanings
import-field-not-here = A file of this kind has no field “{ $field }”. It has: { $fields }
import-half-quote = A quote is opened here and never closed
import-stray-quote = There is text after a closing quote
import-row-length = The header has { $expected ->
        [one] { $expected } column
       *[other] { $expected } columns
    }, this row has { $found }
import-cell-too-long = The cell is over { $most_kilobytes } KB
import-nul-byte = The cell holds a zero byte: this is not text
import-not-utf8 = The row holds bytes that are not UTF-8; name the encoding with --encoding
import-bad-json = Not a whole JSON object
import-file-cut = The file ends before the list is closed
import-nested-value = A plain value is needed here, not an object
import-number-too-long = The number is too long to keep exactly; put it in quotes
import-cell-empty = The cell is empty
import-date-unreadable = “{ $found }” is not a date we read; write 2026-11-24 or 24.11.2026
import-year-missing = “{ $found }” has no year
import-year-short = “{ $found }”: write the year with four digits
import-year-far = “{ $found }”: the year is too far away
import-no-such-day = “{ $found }”: there is no such day
import-date-ambiguous = “{ $found }”: day first or month first? Say which with --dates day-first or --dates month-first
import-day-number = “{ $found }” is a spreadsheet’s day number; format the column as a date
import-time-unreadable = “{ $found }” is not a time we read; write 09:30
import-no-such-time = “{ $found }”: there is no such time
import-date-missing = “{ $found }” is a time without a date
import-time-missing = There is a date and no time
import-two-times = “{ $found }” contradicts the other cell of this row
import-time-in-gap = “{ $found }” does not exist in { $zone }: the clocks go forward
import-time-twice = “{ $found }” comes twice in { $zone }: the clocks go back
import-held-back =
    { $check ->
        [over-limit] { $channels }: too long to go out there, so it comes in as a draft
        [no-media] { $channels }: nothing goes out there without a picture or film, so it comes in as a draft
       *[other] { $channels }: the platform would refuse its pictures, so it comes in as a draft
    }
import-past = “{ $found }” has passed already
import-number-unreadable = “{ $found }” is not a number
import-number-ambiguous = “{ $found }”: thousands or a fraction? Write it without the mark
import-unknown-direction = “{ $name }” is neither in nor out
import-unknown-client = No client is called “{ $name }”
import-unknown-channel = { $client } has no channel “{ $name }”
import-unknown-rubric = { $client } has no rubric “{ $name }”
import-unknown-format = No format is called “{ $name }”
import-unknown-metric = No metric is called “{ $name }”
import-unknown-kind = No kind of message is called “{ $name }”
import-unknown-post = No post is known as “{ $name }”
import-ambiguous-name = “{ $name }” fits several: { $fits }
import-duplicate-row = The same as row { $first }
import-already-there = The desk has it already
import-picture-missing = The picture “{ $path }” is not there; the post comes without it
import-picture-unfit = “{ $path }” is neither a picture nor a video; the post comes without it
import-picture-address = { $address } is not fetched; the note of the post keeps the address
