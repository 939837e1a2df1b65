# Ngày, tháng, khoảng thời gian và con số.

number-decimal-mark = ,

weekday-mon = Thứ Hai
weekday-tue = Thứ Ba
weekday-wed = Thứ Tư
weekday-thu = Thứ Năm
weekday-fri = Thứ Sáu
weekday-sat = Thứ Bảy
weekday-sun = Chủ Nhật

weekday-mon-short = T2
weekday-tue-short = T3
weekday-wed-short = T4
weekday-thu-short = T5
weekday-fri-short = T6
weekday-sat-short = T7
weekday-sun-short = CN

# Tháng đứng một mình.
month-jan = tháng 1
month-feb = tháng 2
month-mar = tháng 3
month-apr = tháng 4
month-may = tháng 5
month-jun = tháng 6
month-jul = tháng 7
month-aug = tháng 8
month-sep = tháng 9
month-oct = tháng 10
month-nov = tháng 11
month-dec = tháng 12

# Tháng đứng cạnh ngày.
month-jan-of-day = tháng 1
month-feb-of-day = tháng 2
month-mar-of-day = tháng 3
month-apr-of-day = tháng 4
month-may-of-day = tháng 5
month-jun-of-day = tháng 6
month-jul-of-day = tháng 7
month-aug-of-day = tháng 8
month-sep-of-day = tháng 9
month-oct-of-day = tháng 10
month-nov-of-day = tháng 11
month-dec-of-day = tháng 12

month-jan-short = 1
month-feb-short = 2
month-mar-short = 3
month-apr-short = 4
month-may-short = 5
month-jun-short = 6
month-jul-short = 7
month-aug-short = 8
month-sep-short = 9
month-oct-short = 10
month-nov-short = 11
month-dec-short = 12

date-short = { $weekday } { $day }/{ $month }
date-long = { $weekday }, { $day } { $month }
date-month-year = { $month }/{ $year }

span-days = { $n } ngày

ago-now = vừa xong
ago-minutes = { $n } phút trước
ago-hours = { $n } giờ trước
ago-days = { $n } ngày trước

# Giờ làm việc.
hours-daily = hằng ngày
hours-always = cả ngày đêm
