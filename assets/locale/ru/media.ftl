# Pictures and clips: what they are, in what order, what a platform says to them.

# The window of a post's pictures
pictures-none = Картинок пока нет: a — добавить, или перетащите файлы в это окно
pictures-count = { $n ->
    [one] { $n } файл
    [few] { $n } файла
    [many] { $n } файлов
   *[other] { $n } файла
}
pictures-count-bare = { $n ->
    [one] { $n } файл, без описания: { $bare }
    [few] { $n } файла, без описания: { $bare }
    [many] { $n } файлов, без описания: { $bare }
   *[other] { $n } файла, без описания: { $bare }
}
pictures-taking = { $n ->
    [one] забираю { $n } файл…
    [few] забираю { $n } файла…
    [many] забираю { $n } файлов…
   *[other] забираю { $n } файла…
}
pictures-no-alt = без описания
pictures-no-size = без размера
pictures-kb = { $size } КБ
pictures-mb = { $size } МБ
pictures-fine = ✓ Ни у одной площадки поста нет известных возражений
pictures-lies = имя говорит другое, на деле это { $kind }
pictures-add-title = ЕЩЁ КАРТИНКА
pictures-swap-title = ДРУГАЯ НА ЕЁ МЕСТО
pictures-path-note = путь к файлу, или перетащите файл сюда
pictures-path-example = ~/хлеб.jpg: наберите или вставьте путь; Tab продолжает
pictures-alt-title = ЧТО НА КАРТИНКЕ { $name }

pictures-unseen = Эту картинку не показать: { $why }
unseen-gone = файла больше нет
unseen-large = она больше того, что здесь распаковывают
unseen-broken = файл испорчен или это не то, чем он назван
unseen-long = смотреть на неё пришлось слишком долго
unseen-failed = смотреть на неё не получилось
unseen-kind = { $kind } здесь не распаковывают

# What a place cuts off
frame-feed = { $code }: так покажет лента, { $ratio }
frame-grid = { $code }: так покажет профиль, { $ratio }
frame-phone = Так покажет телефон, { $ratio }
frame-told = { $whose }: { $cut }{ refused-doubt }
cut-nothing = видно целиком
cut-sides = срежет { $n } % слева и { $n } % справа
cut-ends = срежет { $n } % сверху и { $n } % снизу

# The task for a contractor
order-copied = задача подрядчику
order-hint = ТЗ
order-hint-file = файлом
order-lies = Задача лежит в { $file }

# Keys
pictures-hint = картинки
pictures-hint-describe = описать
pictures-hint-add = добавить
pictures-hint-frame = кадр
pictures-hint-move = порядок
pictures-hint-swap = заменить
pictures-hint-cover = обложка
pictures-hint-remove = убрать
pictures-hint-take = забрать
pictures-hint-next = сохранить, дальше
pictures-hint-save = сохранить

# What was done
did-swap = картинка заменена на { $name }
did-arrange = порядок картинок
did-cover = обложка

# Why a file was not taken
take-gone = { $path }: такого файла больше нет
take-folder = { $path } — папка; назовите картинку в ней
take-no-file = { $path } — не файл, его не скопировать
take-forbidden = Не прочитать: нужны права, или скопируйте файл в другое место: { $path }
take-full = { $path } не помещается: диск заполнен. Ничего не изменилось

# Why it needs a screen

# What a platform refuses: who, of what, why, and how certain it is
refused-no-media = { $codes }: без картинки или видео туда не выйдет{ refused-doubt }
refused-many-pictures = { $n ->
    [one] { $codes }: берёт { $n } картинку, а здесь { $has }{ refused-doubt }
    [few] { $codes }: берёт { $n } картинки, а здесь { $has }{ refused-doubt }
    [many] { $codes }: берёт { $n } картинок, а здесь { $has }{ refused-doubt }
   *[other] { $codes }: берёт { $n } картинки, а здесь { $has }{ refused-doubt }
}
refused-many-films = { $n ->
    [one] { $codes }: берёт { $n } видео, а здесь { $has }{ refused-doubt }
    [few] { $codes }: берёт { $n } видео, а здесь { $has }{ refused-doubt }
    [many] { $codes }: берёт { $n } видео, а здесь { $has }{ refused-doubt }
   *[other] { $codes }: берёт { $n } видео, а здесь { $has }{ refused-doubt }
}
refused-many-gifs = { $n ->
    [one] { $codes }: берёт { $n } GIF, а здесь { $has }{ refused-doubt }
    [few] { $codes }: берёт { $n } GIF, а здесь { $has }{ refused-doubt }
    [many] { $codes }: берёт { $n } GIF, а здесь { $has }{ refused-doubt }
   *[other] { $codes }: берёт { $n } GIF, а здесь { $has }{ refused-doubt }
}
refused-mixed = { $codes }: берёт картинки или видео, но не вместе в одном посте{ refused-doubt }
refused-broken = { $codes }: { refused-file }, похоже, испорчен: по нему не узнать размера{ refused-doubt }
refused-kind-unknown = { $codes }: { refused-file } не похож ни на картинку, ни на видео{ refused-doubt }
refused-document = { $codes }: не берёт документы, а { refused-this } документ{ refused-doubt }
refused-kind = { $codes }: берёт { $taken }, а { refused-this } { $kind }{ refused-doubt }
refused-heavy = { $codes }: берёт до { $most },{ $most_tenth } МБ, а { refused-here } { $has },{ $has_tenth } МБ{ refused-doubt }
refused-narrow = { $codes }: нужно не меньше { $most } пикселей в ширину, а { refused-here } { $has }{ refused-doubt }
refused-large = { $codes }: ширина и высота вместе — до { $most } пикселей, а { refused-here } { $has }{ refused-doubt }
refused-stripe = { $codes }: { refused-this } слишком длинная полоса: стороны могут различаться не больше чем в { $most } раз{ refused-doubt }
refused-ratio = { $codes }: нужно { $wanted }, а { refused-here } { $has }{ refused-doubt }
refused-long = { $codes }: не длиннее { $most }, а { refused-here } { $has }{ refused-doubt }
refused-short = { $codes }: не короче { $most }, а { refused-here } { $has }{ refused-doubt }
refused-alt-long = { $n ->
    [one] { $codes }: в описании не больше { $n } знака, а { refused-here } { $has }{ refused-doubt }
    [few] { $codes }: в описании не больше { $n } знаков, а { refused-here } { $has }{ refused-doubt }
    [many] { $codes }: в описании не больше { $n } знаков, а { refused-here } { $has }{ refused-doubt }
   *[other] { $codes }: в описании не больше { $n } знака, а { refused-here } { $has }{ refused-doubt }
}
refused-this = { $of ->
    [named] «{ $name }» —
   *[here] это
}
refused-here = { $of ->
    [named] в «{ $name }»
   *[here] здесь
}
refused-file = файл{ $of ->
    [named] {" "}«{ $name }»
   *[here] {""}
}
refused-doubt = { $doubt ->
    [memory] {" · "}по памяти, документом не подтверждено
    [by-program] {" · "}для программ; вручную может пройти
    [cut] {" · "}обрежут или покажут с полями
    [unread] {" · "}здесь его не прочитать
   *[none] {""}
}
