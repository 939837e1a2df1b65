# What is wrong with a file or a row of it.

import-old-workbook = An old or a locked Excel workbook; open it, take off the password and save it as .xlsx
import-workbook-broken = The workbook is damaged or was cut off; save it again and bring it once more
import-unpacks-too-big = Over { $most_megabytes } MB come out of this workbook: that is not a plan
import-sheet-missing = The workbook has no sheet “{ $name }”. It has: { $found }
import-bytes-unreadable = The row holds bytes that are not letters in { $encoding }; name the right one with --encoding
import-header-again = The header once more, not a row
import-totals-row = A row of totals, not a post
import-nested-too-big = More is nested here than a post can have
import-cell-error = The formula here fails: { $found }
import-tick-unreadable = “{ $found }” is neither yes nor no
import-unknown-zone = No time zone is called “{ $name }”; write it as in Europe/Moscow
import-out-already = It is out already or was let go; a plan takes posts to come
