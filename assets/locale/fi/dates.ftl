# Päivät, kuukaudet, kestot ja luvut.

number-decimal-mark = ,

weekday-mon = maanantai
weekday-tue = tiistai
weekday-wed = keskiviikko
weekday-thu = torstai
weekday-fri = perjantai
weekday-sat = lauantai
weekday-sun = sunnuntai

weekday-mon-short = ma
weekday-tue-short = ti
weekday-wed-short = ke
weekday-thu-short = to
weekday-fri-short = pe
weekday-sat-short = la
weekday-sun-short = su

# Kuukausi yksinään.
month-jan = tammikuu
month-feb = helmikuu
month-mar = maaliskuu
month-apr = huhtikuu
month-may = toukokuu
month-jun = kesäkuu
month-jul = heinäkuu
month-aug = elokuu
month-sep = syyskuu
month-oct = lokakuu
month-nov = marraskuu
month-dec = joulukuu

# Kuukausi päivän vieressä.
month-jan-of-day = tammikuuta
month-feb-of-day = helmikuuta
month-mar-of-day = maaliskuuta
month-apr-of-day = huhtikuuta
month-may-of-day = toukokuuta
month-jun-of-day = kesäkuuta
month-jul-of-day = heinäkuuta
month-aug-of-day = elokuuta
month-sep-of-day = syyskuuta
month-oct-of-day = lokakuuta
month-nov-of-day = marraskuuta
month-dec-of-day = joulukuuta

month-jan-short = 1.
month-feb-short = 2.
month-mar-short = 3.
month-apr-short = 4.
month-may-short = 5.
month-jun-short = 6.
month-jul-short = 7.
month-aug-short = 8.
month-sep-short = 9.
month-oct-short = 10.
month-nov-short = 11.
month-dec-short = 12.

date-short = { $weekday } { $day }.{ $month }
date-long = { $weekday } { $day }. { $month }
date-month-year = { $month } { $year }

span-days = { $n } pv

ago-now = juuri äsken
ago-minutes = { $n } min sitten
ago-hours = { $n } t sitten
ago-days = { $n } pv sitten

# Aukioloajat.
hours-daily = joka päivä
hours-always = ympäri vuorokauden
