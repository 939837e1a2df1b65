# რასაც კლიენტი კითხულობს: დასამტკიცებელი პოსტები და მოკლე ანგარიშები. თავაზიანად, თქვენობით.

# დღეები, დრო, რიცხვები.
client-day = { $day } { $month }
client-day-year = { $day }, { $year }
client-days-month = { $from }–{ $to } { $month }
client-days = { $from } – { $to }
client-when = { $weekday }, { $day }, { $clock }
client-at-clock = { $day }, { $clock }
client-minutes = { $n } წთ
client-hours = { $n } სთ
client-percent = { $n }%
client-quoted = „{ $words }“

# დასამტკიცებელი პოსტები.
packet-title = დასამტკიცებელი პოსტები
packet-code = ნაკრები{ "\u00A0" }{ $code }
packet-posts = { $n } პოსტი
packet-zone = დრო: { $zone }
packet-how = როგორ გვიპასუხოთ
packet-answer = გთხოვთ, გვიპასუხოთ კოდებით, მაგალითად: { $sample }.
packet-answer-one = გთხოვთ, გვიპასუხოთ { $yes } ან { $no }, ან მოგვწეროთ, რა შევცვალოთ.
packet-sample-yes = { $code } კი
packet-sample-change = { $code } ფოტო შეცვალეთ
packet-sample-no = { $code } არა
packet-reply-by = გთხოვთ, გვიპასუხოთ ამ დრომდე: { $when }.
packet-overview = ამ ნაკრებში
packet-undated = თარიღი ჯერ არ არის დანიშნული
packet-no-text = (ტექსტის გარეშე)
packet-first-comment = პირველი კომენტარი
packet-link = ბმული
packet-pictures = ფოტო და ვიდეო
packet-cover = გარეკანი
packet-client-note = შენიშვნა თქვენთვის (პოსტის ნაწილი არ არის)
packet-picture-apart = აქ არ ჩანს, ცალკე გამოგიგზავნით
packet-empty = ამ ნაკრებში პოსტები არ არის.
packet-made = მომზადებულია: { $day }

# რა სახის პოსტია.
format-photo = ფოტო
format-carousel = კარუსელი
format-video = ვიდეო
format-short = მოკლე ვიდეო
format-story = სთორი
format-poll = გამოკითხვა
format-article = სტატია
format-live = პირდაპირი ეთერი
format-contest = კონკურსი

# ექვსი სტრიქონი კლიენტზე.
brief-title = { $client }: მდგომარეობა, { $day }
brief-posts = პოსტები, { $month }: { $list }
brief-out = გამოქვეყნდა { $n }
brief-out-of = გამოქვეყნდა { $n } (სულ უნდა იყოს { $goal })
brief-ahead = დაგეგმილია კიდევ { $n }
brief-ahead-none = მეტი არაფერია დაგეგმილი
brief-next = შემდეგი — { $when }, { $topic }
brief-late-none = დაგვიანებული: არაფერი
brief-late-one = დაგვიანებული: 1 პოსტი, { $topic } ({ $when })
brief-late = დაგვიანებული: { $n } პოსტი, ყველაზე ძველი — { $topic } ({ $when })
brief-waiting = თქვენგან ველით: { $list }
brief-waiting-none = თქვენგან ველით: ამჟამად არაფერს
brief-waiting-posts = { $n } პოსტის დამტკიცებას (პირველი — { $day })
brief-waiting-words = თქვენს სიტყვას { $n } შეტყობინებაზე (პირველი — { $day })
brief-answered = ნაპასუხები შეტყობინებები: { $week } ამ კვირაში, { $month } ამ თვეში
brief-in-time = { $whole }-დან დროულად { $part }
brief-answered-none = ნაპასუხები შეტყობინებები: ამ თვეში არავის მოუწერია
brief-best = საუკეთესო პოსტი: { $topic }, { $day }, ჩართულობა { $rate }
brief-best-none = საუკეთესო პოსტი: მონაცემები ჯერ არ კმარა
brief-goals = ციფრები და მიზნები: { $list }
brief-goals-none = ციფრები და მიზნები: ამ თვისთვის მიზნები არ გვაქვს
brief-goal = { $name } { $now } (მიზანი { $goal })
brief-goal-unknown = { $name } — მონაცემი არ გვაქვს (მიზანი { $goal })

# მაჩვენებლები, წინადადების შიგნით.
score-followers = გამომწერები
score-reach = წვდომა
score-er-reach-percent = ჩართულობა წვდომის მიხედვით
score-er-followers-percent = ჩართულობა გამომწერების მიხედვით
score-first-answer-min = პირველი პასუხის დრო
score-answered-in-time-percent = დროული პასუხები
score-negative-percent = საჩივრების წილი
score-leads = შეკვეთები და მოთხოვნები
score-posts-out = გამოქვეყნებული პოსტები
score-spend = რეკლამის ხარჯი
score-cost-per-follower = ერთი გამომწერის ფასი

# A task for whoever draws or films it.
order-title = დავალება, { $client }: { $topic }
order-format = ფორმატი: { $format }
order-voice = ტონი: { $voice }
order-script = სცენარი:
order-shots = კადრები:
order-sizes = ზომები და შეზღუდვები
order-width = სიგანე მინიმუმ { $pixels } პიქსელი
order-weight = მაქსიმუმ { $size } მბ
order-text = ტექსტი, რომელიც ახლავს:
order-link = ბმული: { $link }
order-pictures = უკვე გვაქვს:
order-by = გთხოვთ, გამოაგზავნოთ ამ დრომდე: { $when }.
order-undated = ვადა ჯერ არ არის დანიშნული; გთხოვთ, მოგვწეროთ, როდის შეძლებთ.
order-send = გთხოვთ, პასუხად გამოგვიგზავნოთ ორიგინალი ფაილები, მესენჯერით შეუკუმშავი.
