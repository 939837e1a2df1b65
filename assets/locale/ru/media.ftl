# Pictures and clips: what they are, in what order, what a platform says to them.

# The window of a post's pictures
pictures-none = Картинок пока нет: a — добавить, или бросьте файлы в это окно
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
pictures-path-note = путь к файлу, или бросьте файл сюда
pictures-alt-title = ЧТО НА { $name }

# The task for a contractor
order-copied = задача подрядчику
order-hint = задача подрядчику
order-hint-file = файлом
order-lies = Задача лежит в { $file }

# Keys
pictures-hint = картинки
pictures-hint-describe = описать
pictures-hint-add = добавить
pictures-hint-move = раньше, позже
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
take-forbidden = { $path } нельзя прочитать: нужны права, или сначала скопируйте его в другое место
take-full = { $path } не помещается: диск заполнен. Ничего не изменилось

# Why it needs a screen

# What a platform refuses
refused-many-pictures = { $n ->
    [one] берёт { $n } картинку, а здесь { $has }
    [few] берёт { $n } картинки, а здесь { $has }
    [many] берёт { $n } картинок, а здесь { $has }
   *[other] берёт { $n } картинки, а здесь { $has }
}
refused-many-films = { $n ->
    [one] берёт { $n } видео, а здесь { $has }
    [few] берёт { $n } видео, а здесь { $has }
    [many] берёт { $n } видео, а здесь { $has }
   *[other] берёт { $n } видео, а здесь { $has }
}
refused-many-gifs = { $n ->
    [one] берёт { $n } GIF, а здесь { $has }
    [few] берёт { $n } GIF, а здесь { $has }
    [many] берёт { $n } GIF, а здесь { $has }
   *[other] берёт { $n } GIF, а здесь { $has }
}
refused-mixed = берёт картинки или видео, но не вместе в одном посте
refused-broken = файл, похоже, испорчен: по нему не узнать размера
refused-kind-unknown = непонятно, что это: не картинка и не видео
refused-document = не берёт документы
refused-kind = берёт { $taken }, а это { $kind }
refused-heavy = берёт до { $most },{ $most_tenth } МБ, а здесь { $has },{ $has_tenth } МБ
refused-narrow = нужно не меньше { $most } пикселей в ширину, а здесь { $has }
refused-large = ширина и высота вместе — до { $most } пикселей, а здесь { $has }
refused-stripe = слишком длинная полоса: стороны могут различаться не больше чем в { $most } раз
refused-ratio = нужно { $wanted }, а здесь { $has }
refused-long = не длиннее { $most }, а здесь { $has }
refused-short = не короче { $most }, а здесь { $has }
refused-alt-long = { $n ->
    [one] в описании не больше { $n } знака, а здесь { $has }
    [few] в описании не больше { $n } знаков, а здесь { $has }
    [many] в описании не больше { $n } знаков, а здесь { $has }
   *[other] в описании не больше { $n } знака, а здесь { $has }
}
refused-doubt-memory = по памяти, документом не подтверждено
refused-doubt-by-program = для программ; вручную может пройти
refused-doubt-cut = обрежут или покажут с полями
