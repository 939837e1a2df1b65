# Выгрузка: работа обратно в файлы.

# ── командная строка ──
help-export = Выгрузить план, сообщения, цифры или клиентов в файл
help-export-plan = Выгрузить план: строка на пост и время; import plan прочтёт файл обратно
help-export-plan-examples =
    postdesk export plan > plan.csv
    postdesk export plan --client Kolos --from 1.12 --to 31.12 --out december.xlsx
    postdesk export plan --filter "vk статус:черновик" --out drafts.md
help-export-messages = Выгрузить комментарии и сообщения, старые сверху; import messages прочтёт файл обратно
help-export-messages-examples =
    postdesk export messages --client Kolos --out talk.csv
    postdesk export messages --from 2026-11-01 --format jsonl | grep торт
help-export-readings = Выгрузить цифры: каждое действующее значение; import readings прочтёт файл обратно
help-export-readings-examples =
    postdesk export readings --client Kolos --from 1.11 --to 30.11 --out november.xlsx
help-export-clients = Выгрузить клиентов: всё с их карточек и с карточек их каналов
help-export-clients-examples =
    postdesk export clients --format json
    postdesk export clients --out clients.xlsx
help-export-format = Как записан файл; обычно это говорит окончание имени, а без него CSV
help-export-client = Только этого клиента
help-export-from = Начиная с этого дня; без ключа с самого начала
help-export-to = По этот день включительно; без ключа до самого конца
help-export-filter = Только подходящие посты, словами фильтра f из окна
help-export-file = Файл; - или ничего означает стандартный вывод
help-export-force = Заменить файл, если он есть
exported = Выгружено: { $what }
exported-into = Выгружено: { $what }, в { $file }
exported-plan = { $n ->
    [one] { $n } строка плана
    [few] { $n } строки плана
    [many] { $n } строк плана
   *[other] { $n } строки плана
}
exported-messages = { $n ->
    [one] { $n } сообщение
    [few] { $n } сообщения
    [many] { $n } сообщений
   *[other] { $n } сообщения
}
exported-readings = { $n ->
    [one] { $n } значение
    [few] { $n } значения
    [many] { $n } значений
   *[other] { $n } значения
}
exported-clients = { $n ->
    [one] { $n } строка о клиентах
    [few] { $n } строки о клиентах
    [many] { $n } строк о клиентах
   *[other] { $n } строки о клиентах
}

# ── что может пойти не так ──
export-disk-full = На диске нет места; от файла ничего не осталось
export-failed = Файл не записать: { $detail }
export-there = { $file } уже есть; --force заменит его
export-cell-too-long = В ячейку книги входит { $most } знаков, а в «{ $column }» строки «{ $row }» их { $length }. Выгрузите в CSV: там такого предела нет
export-too-many-rows = На лист книги входит { $most } строк, а их больше. Выгрузите в CSV или возьмите меньше, с --from и --to
export-no-format = Нет формата «{ $name }». Есть: { $known }
export-no-ending = По «.{ $name }» формат не понять. Известные окончания: { $known }; или назовите его: --format
export-ends-first = --to раньше, чем --from
export-no-terminal = Книгу в терминале не прочесть: назовите файл, --out plan.xlsx, или передайте дальше через |

# ── окно ──
export-title = ВЫГРУЗИТЬ · { $what }
export-what-plan = план
export-what-drafts = тексты
export-what-messages = сообщения
export-what-readings = цифры
export-everybody = все клиенты
export-always = всё целиком
export-days = { $from } – { $to }
export-filtered = фильтр: { $what }
export-form-csv = CSV
export-form-xlsx = Excel
export-form-md = Markdown
export-form-json = JSON
export-file = Файл
export-into = Ляжет в { $folder }
export-writing = Пишу…
export-done = Готово: { $what }
export-replace = Такой файл уже есть. Enter заменит его
export-no-name = Файлу нужно имя
export-path = место файла
export-not-here = В этой комнате выгружать нечего: откройте План, Тексты, Входящие или Цифры
export-hint-write = записать
export-hint-form = формат
export-hint-name = имя
export-hint-path = скопировать место
export-lies = Файл готов: { $file }
