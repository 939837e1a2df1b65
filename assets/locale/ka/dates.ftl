# დღეები, თვეები, ვადები და რიცხვები.

number-decimal-mark = ,

weekday-mon = ორშაბათი
weekday-tue = სამშაბათი
weekday-wed = ოთხშაბათი
weekday-thu = ხუთშაბათი
weekday-fri = პარასკევი
weekday-sat = შაბათი
weekday-sun = კვირა

weekday-mon-short = ორშ
weekday-tue-short = სამ
weekday-wed-short = ოთხ
weekday-thu-short = ხუთ
weekday-fri-short = პარ
weekday-sat-short = შაბ
weekday-sun-short = კვი

# თვე ცალკე.
month-jan = იანვარი
month-feb = თებერვალი
month-mar = მარტი
month-apr = აპრილი
month-may = მაისი
month-jun = ივნისი
month-jul = ივლისი
month-aug = აგვისტო
month-sep = სექტემბერი
month-oct = ოქტომბერი
month-nov = ნოემბერი
month-dec = დეკემბერი

# თვე რიცხვის გვერდით.
month-jan-of-day = იანვარი
month-feb-of-day = თებერვალი
month-mar-of-day = მარტი
month-apr-of-day = აპრილი
month-may-of-day = მაისი
month-jun-of-day = ივნისი
month-jul-of-day = ივლისი
month-aug-of-day = აგვისტო
month-sep-of-day = სექტემბერი
month-oct-of-day = ოქტომბერი
month-nov-of-day = ნოემბერი
month-dec-of-day = დეკემბერი

month-jan-short = იან
month-feb-short = თებ
month-mar-short = მარ
month-apr-short = აპრ
month-may-short = მაი
month-jun-short = ივნ
month-jul-short = ივლ
month-aug-short = აგვ
month-sep-short = სექ
month-oct-short = ოქტ
month-nov-short = ნოე
month-dec-short = დეკ

date-short = { $weekday } { $day } { $month }
date-long = { $weekday }, { $day } { $month }
date-month-year = { $month }, { $year }

span-days = { $n } დღე

ago-now = ახლახან
ago-minutes = { $n } წუთის წინ
ago-hours = { $n } საათის წინ
ago-days = { $n } დღის წინ

# სამუშაო საათები.
hours-daily = ყოველდღე
hours-always = დღე-ღამე
