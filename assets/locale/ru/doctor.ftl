# Проверка стола и доктор.
check-sound = Стол в порядке
check-damaged = Файл повреждён: { $detail }
check-orphan = Строка ссылается в никуда: { $row }
check-drifted = { $n ->
    [one] { $n } строка { $table } расходится с пересчётом
    [few] { $n } строки { $table } расходятся с пересчётом
   *[many] { $n } строк { $table } расходятся с пересчётом
}
check-media = Нет файла картинки: { $hash }
doctor-well = Всё в порядке
doctor-crash = Недавно Postdesk сломался; отчёт лежит здесь: { $path }
