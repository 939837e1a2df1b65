# What is wrong with a file or a row of it.

import-old-workbook = Старая или закрытая паролем книга Excel; откройте её, снимите пароль и сохраните как .xlsx
import-workbook-broken = Книга повреждена или обрезана; сохраните её заново и попробуйте снова
import-unpacks-too-big = Из этой книги распаковывается больше { $most_megabytes } МБ: это не план
import-sheet-missing = В книге нет листа «{ $name }». Есть: { $found }
import-bytes-unreadable = В строке есть байты, которые не буквы в { $encoding }; укажите верную кодировку: --encoding
import-header-again = Ещё раз заголовок, а не строка
import-totals-row = Строка итогов, а не пост
import-nested-too-big = Вложено больше, чем бывает у поста
import-cell-error = Формула здесь не считается: { $found }
import-tick-unreadable = «{ $found }» — не «да» и не «нет»
import-unknown-zone = Нет часового пояса «{ $name }»; пишите, как Europe/Moscow
import-out-already = Уже вышел или снят с плана; в план берутся посты, которым ещё выходить
