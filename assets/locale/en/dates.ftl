# Days, months, spans and numbers.

number-decimal-mark = .

weekday-mon = Monday
weekday-tue = Tuesday
weekday-wed = Wednesday
weekday-thu = Thursday
weekday-fri = Friday
weekday-sat = Saturday
weekday-sun = Sunday

weekday-mon-short = Mon
weekday-tue-short = Tue
weekday-wed-short = Wed
weekday-thu-short = Thu
weekday-fri-short = Fri
weekday-sat-short = Sat
weekday-sun-short = Sun

# The month standing alone.
month-jan = January
month-feb = February
month-mar = March
month-apr = April
month-may = May
month-jun = June
month-jul = July
month-aug = August
month-sep = September
month-oct = October
month-nov = November
month-dec = December

# The month beside the number of a day.
month-jan-of-day = January
month-feb-of-day = February
month-mar-of-day = March
month-apr-of-day = April
month-may-of-day = May
month-jun-of-day = June
month-jul-of-day = July
month-aug-of-day = August
month-sep-of-day = September
month-oct-of-day = October
month-nov-of-day = November
month-dec-of-day = December

month-jan-short = Jan
month-feb-short = Feb
month-mar-short = Mar
month-apr-short = Apr
month-may-short = May
month-jun-short = Jun
month-jul-short = Jul
month-aug-short = Aug
month-sep-short = Sep
month-oct-short = Oct
month-nov-short = Nov
month-dec-short = Dec

date-short = { $weekday } { $day } { $month }
date-day-month = { $day } { $month }
date-long = { $weekday } { $day } { $month }
date-month-year = { $month } { $year }

span-days = { $n } d

ago-now = just now
ago-minutes = { $n } min ago
ago-hours = { $n } h ago
ago-days = { $n } d ago

# Working hours.
hours-daily = daily
hours-always = always
