# Mitä asiakas lukee: hyväksyttävät julkaisut ja tilannekatsaukset. Kohteliaasti, teititellen.

# Päivät, kellonajat, luvut.
client-day = { $day }. { $month }
client-day-year = { $day } { $year }
client-days-month = { $from }.–{ $to }. { $month }
client-days = { $from } – { $to }
client-when = { $weekday } { $day } klo { $clock }
client-at-clock = { $day } klo { $clock }
client-minutes = { $n } min
client-hours = { $n } t
client-percent = { $n } %
client-quoted = ”{ $words }”

# Hyväksyttävät julkaisut.
packet-title = Julkaisut hyväksyttäväksi
packet-code = erä{ "\u00A0" }{ $code }
packet-posts = { $n ->
    [one] { $n } julkaisu
   *[other] { $n } julkaisua
}
packet-zone = ajat: { $zone }
packet-how = Näin vastaatte
packet-answer = Pyydämme vastauksen koodein, esimerkiksi: { $sample }.
packet-answer-one = Pyydämme vastauksen { $yes } tai { $no }, tai kertokaa, mitä muutetaan.
packet-sample-yes = { $code } ok
packet-sample-change = { $code } vaihtakaa kuva
packet-sample-no = { $code } ei
packet-reply-by = Toivomme vastausta viimeistään { $when }.
packet-overview = Tässä erässä
packet-undated = päivä vielä avoinna
packet-no-text = (ei tekstiä)
packet-first-comment = Ensimmäinen kommentti
packet-link = Linkki
packet-pictures = Kuvat ja videot
packet-cover = kansikuva
packet-client-note = Huomautus teille (ei osa julkaisua)
packet-picture-apart = ei näy tässä, toimitetaan erikseen
packet-empty = Tässä erässä ei ole julkaisuja.
packet-made = Laadittu { $day }

# Millainen julkaisu on.
format-photo = kuva
format-carousel = kuvakaruselli
format-video = video
format-short = lyhytvideo
format-story = tarina
format-poll = kysely
format-article = artikkeli
format-live = suora lähetys
format-contest = kilpailu

# Kuusi riviä asiakkaasta.
brief-title = { $client }: tilanne { $day }
brief-posts = Julkaisut, { $month }: { $list }
brief-out = julkaistu { $n }
brief-out-of = julkaistu { $n }/{ $goal }
brief-ahead = tulossa vielä { $n }
brief-ahead-none = muuta ei ole suunnitteilla
brief-next = seuraava { $when }, { $topic }
brief-late-none = Myöhässä: ei mitään
brief-late-one = Myöhässä: 1 julkaisu, { $topic } ({ $when })
brief-late = Myöhässä: { $n ->
    [one] { $n } julkaisu
   *[other] { $n } julkaisua
}, vanhin { $topic } ({ $when })
brief-waiting = Teiltä odotetaan: { $list }
brief-waiting-none = Teiltä odotetaan: ei mitään juuri nyt
brief-waiting-posts = { $n } julkaisun hyväksyntää ({ $day } lähtien)
brief-waiting-words = kantaanne { $n } viestiin ({ $day } lähtien)
brief-answered = Vastatut viestit: { $week } tällä viikolla, { $month } tässä kuussa
brief-in-time = ajoissa { $part }/{ $whole }
brief-answered-none = Vastatut viestit: tässä kuussa ei ole tullut viestejä
brief-best = Paras julkaisu: { $topic }, { $day }, sitoutumisaste { $rate }
brief-best-none = Paras julkaisu: lukuja on vielä liian vähän
brief-goals = Luvut ja tavoitteet: { $list }
brief-goals-none = Luvut ja tavoitteet: tälle kuulle ei ole tavoitteita
brief-goal = { $name } { $now } (tavoite { $goal })
brief-goal-unknown = { $name } ei tiedossa (tavoite { $goal })

# Luvut lauseen sisällä.
score-followers = seuraajat
score-reach = tavoittavuus
score-er-reach-percent = sitoutumisaste tavoitetuista
score-er-followers-percent = sitoutumisaste seuraajista
score-first-answer-min = ensimmäisen vastauksen aika
score-answered-in-time-percent = vastattu ajoissa
score-negative-percent = valitusten osuus
score-leads = yhteydenotot
score-posts-out = julkaistut
score-spend = mainoskulut
score-cost-per-follower = yhden seuraajan hinta

# A task for whoever draws or films it.
order-title = Tehtävä, { $client }: { $topic }
order-format = Muoto: { $format }
order-voice = Sävy: { $voice }
order-script = Käsikirjoitus:
order-shots = Otokset:
order-sizes = Koot ja rajat
order-width = leveys vähintään { $pixels } px
order-weight = enintään { $size } Mt
order-text = Julkaisun teksti:
order-link = Linkki: { $link }
order-by = Lähetäthän valmiin työn. Määräaika: { $when }.
order-pictures = Valmiina:
order-undated = Määräaika on vielä avoinna; kerrothan, milloin ehdit.
order-send = Vastaathan alkuperäisillä tiedostoilla, joita viestisovellus ei ole pakannut.
