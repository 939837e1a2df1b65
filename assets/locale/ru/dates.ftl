# Дни, месяцы, сроки и числа.

number-decimal-mark = ,

weekday-mon = понедельник
weekday-tue = вторник
weekday-wed = среда
weekday-thu = четверг
weekday-fri = пятница
weekday-sat = суббота
weekday-sun = воскресенье

weekday-mon-short = пн
weekday-tue-short = вт
weekday-wed-short = ср
weekday-thu-short = чт
weekday-fri-short = пт
weekday-sat-short = сб
weekday-sun-short = вс

# Месяц сам по себе.
month-jan = январь
month-feb = февраль
month-mar = март
month-apr = апрель
month-may = май
month-jun = июнь
month-jul = июль
month-aug = август
month-sep = сентябрь
month-oct = октябрь
month-nov = ноябрь
month-dec = декабрь

# Месяц рядом с числом.
month-jan-of-day = января
month-feb-of-day = февраля
month-mar-of-day = марта
month-apr-of-day = апреля
month-may-of-day = мая
month-jun-of-day = июня
month-jul-of-day = июля
month-aug-of-day = августа
month-sep-of-day = сентября
month-oct-of-day = октября
month-nov-of-day = ноября
month-dec-of-day = декабря

month-jan-short = янв
month-feb-short = фев
month-mar-short = мар
month-apr-short = апр
month-may-short = мая
month-jun-short = июн
month-jul-short = июл
month-aug-short = авг
month-sep-short = сен
month-oct-short = окт
month-nov-short = ноя
month-dec-short = дек

date-short = { $weekday } { $day } { $month }
date-day-month = { $day } { $month }
date-long = { $weekday }, { $day } { $month }
date-month-year = { $month } { $year }

span-days = { $n } дн

ago-now = только что
ago-minutes = { $n } мин назад
ago-hours = { $n } ч назад
ago-days = { $n } дн назад

# Часы работы.
hours-daily = ежедневно
hours-always = круглосуточно
