# Почему строка или файл не приняты. Ключи — коды из src/import/reason.rs.

import-file-empty = Файл пустой
import-file-too-big = Файл больше { $most_megabytes } МБ
import-encoding = Файл в { $found }; сохраните его как CSV UTF-8 и попробуйте снова
import-not-a-table = Это не таблица; сохраните лист как .xlsx или CSV
import-too-many-columns = Больше { $most } колонок: похоже, файл повреждён
import-too-many-rows = Больше { $most } строк: дальше файл не прочитан
import-duplicate-column = Такая колонка встречается дважды
import-two-columns = Две колонки значат «{ $field }»: { $columns }; укажите нужную: --map КОЛОНКА={ $field }
import-column-missing = Нет колонки: { $needed }. В файле есть: { $found }. Укажите её: --map КОЛОНКА=ПОЛЕ
import-map-column-missing = В файле нет колонки «{ $name }». Есть: { $found }
import-map-column-twice = --map даёт колонке «{ $name }» два значения
import-field-not-here = В таком файле не бывает поля «{ $field }». Бывают: { $fields }
import-half-quote = Здесь открыта кавычка и нигде не закрыта
import-stray-quote = После закрывающей кавычки стоит текст
import-row-length = В заголовке { $expected ->
        [one] { $expected } колонка
        [few] { $expected } колонки
       *[many] { $expected } колонок
    }, в этой строке { $found }
import-cell-too-long = Ячейка больше { $most_kilobytes } КБ
import-nul-byte = В ячейке нулевой байт: это не текст
import-not-utf8 = В строке есть байты не из UTF-8; укажите кодировку: --encoding
import-bad-json = Это не целый объект JSON
import-file-cut = Файл обрывается раньше, чем закрыт список
import-nested-value = Здесь нужно простое значение, а не объект
import-number-too-long = Число слишком длинное и потеряло бы цифры; возьмите его в кавычки
import-cell-empty = Ячейка пустая
import-date-unreadable = «{ $found }» не похоже на дату; пишите 2026-11-24 или 24.11.2026
import-year-missing = В «{ $found }» нет года
import-year-short = «{ $found }»: год нужен из четырёх цифр
import-year-far = «{ $found }»: слишком далёкий год
import-no-such-day = «{ $found }»: такого дня нет
import-date-ambiguous = «{ $found }»: что раньше, день или месяц? Укажите: --dates day-first или --dates month-first
import-day-number = «{ $found }» — номер дня из таблицы; задайте колонке формат даты
import-time-unreadable = «{ $found }» не похоже на время; пишите 09:30
import-no-such-time = «{ $found }»: такого времени нет
import-date-missing = «{ $found }» — время без даты
import-time-missing = Есть дата, но нет времени
import-two-times = «{ $found }» противоречит другой ячейке этой строки
import-time-in-gap = «{ $found }» нет в зоне { $zone }: часы переводят вперёд
import-time-twice = «{ $found }» бывает дважды в зоне { $zone }: часы переводят назад
import-held-back =
    { $check ->
        [over-limit] { $channels }: слишком длинный, чтобы там выйти, поэтому войдёт черновиком
        [no-media] { $channels }: без картинки или видео туда не выйдет, поэтому войдёт черновиком
       *[other] { $channels }: площадка не примет его картинки, поэтому войдёт черновиком
    }
import-past = «{ $found }» уже прошло
import-number-unreadable = «{ $found }» — не число
import-number-ambiguous = «{ $found }»: тысячи или дробь? Напишите без знака внутри
import-unknown-direction = «{ $name }» — не входящее и не исходящее
import-unknown-client = Нет клиента «{ $name }»
import-unknown-channel = У клиента { $client } нет канала «{ $name }»
import-unknown-rubric = У клиента { $client } нет рубрики «{ $name }»
import-unknown-format = Нет формата «{ $name }»
import-unknown-metric = Нет показателя «{ $name }»
import-unknown-kind = Нет вида сообщений «{ $name }»
import-unknown-post = Нет поста «{ $name }»
import-ambiguous-name = «{ $name }» подходит нескольким: { $fits }
import-duplicate-row = То же, что строка { $first }
import-already-there = Это уже есть на столе
import-picture-missing = Картинки «{ $path }» на месте нет; пост придёт без неё
import-picture-unfit = «{ $path }» — не картинка и не видео; пост придёт без этого файла
import-picture-address = { $address } не скачивается; адрес останется в заметке поста
