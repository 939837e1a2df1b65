# Названия действий для нижней строки и палитры (до 12 знаков), к каждому — одно предложение для помощи.

# Что сделать со строкой под курсором.
action-item-do = сделать
action-item-do-long = Делает следующий шаг для строки под курсором; какой именно, сказано внизу.

# Обход проблем.
action-walk-next = к проблеме
action-walk-next-long = Переходит к следующей строке, где нужны вы.
action-walk-prev = к предыдущей
action-walk-prev-long = Возвращается к предыдущей строке, где нужны вы.

# Движение.
action-move-up = вверх
action-move-up-long = На строку вверх.
action-move-down = вниз
action-move-down-long = На строку вниз.
action-move-left = влево
action-move-left-long = На шаг влево: столбец, день, период.
action-move-right = вправо
action-move-right-long = На шаг вправо: столбец, день, период.
action-move-page-up = экран вверх
action-move-page-up-long = На экран вверх.
action-move-page-down = экран вниз
action-move-page-down-long = На экран вниз.
action-move-home = в начало
action-move-home-long = К первой строке.
action-move-end = в конец
action-move-end-long = К последней строке.

# Пять экранов.
action-go-today = Сегодня
action-go-today-long = Открывает «Сегодня»: что выходит и кто ждёт ответа, по всем клиентам.
action-go-plan = План
action-go-plan-long = Открывает план недели или месяца.
action-go-drafts = Тексты
action-go-drafts-long = Открывает тексты: написать, согласовать, доделать.
action-go-inbox = Входящие
action-go-inbox-long = Открывает комментарии и сообщения, самые срочные сверху.
action-go-kpi = Цифры
action-go-kpi-long = Открывает цифры клиента рядом с прошлым периодом.

# Посты и сообщения.
action-item-add = добавить
action-item-add-long = Добавляет одной строкой: пост, клиента, показатель — смотря где вы.
action-item-edit = править
action-item-edit-long = Открывает для правки то, что под курсором.
action-item-edit-outside = в редакторе
action-item-edit-outside-long = Открывает текст в вашем редакторе ($EDITOR) и забирает его обратно.
action-item-time = время
action-item-time-long = Меняет время, можно словами: завтра 9:30.
action-item-next-slot = в слот
action-item-next-slot-long = Ставит в ближайший свободный слот канала.
action-item-status = статус
action-item-status-long = Меняет статус.
action-item-mark = отметить
action-item-mark-long = Отмечает строку или снимает отметку; следующее действие возьмёт все отмеченные.
action-item-cut = вырезать
action-item-cut-long = Вырезает, чтобы вставить в другом месте; во входящих скрывает комментарий.
action-item-copy = копировать
action-item-copy-long = Копирует: при публикации следующую часть, на пустом столе команду импорта.
action-item-paste = вставить
action-item-paste-long = Вставляет сюда вырезанное или скопированное.
action-item-done = готово
action-item-done-long = Закрывает без ответа или снимает с плана, указав причину.
action-item-wait = ждём
action-item-wait-long = Откладывает, пока не ответит кто-то другой.
action-item-later = позже
action-item-later-long = Убирает до времени, которое вы назовёте.
action-item-lead = заявка
action-item-lead-long = Отмечает заказ или заявку из сообщения; на пустом столе открывает демо.
action-item-idea = идея
action-item-idea-long = Сохраняет как идею для поста.
action-item-tone-up = тон лучше
action-item-tone-up-long = Тон лучше, чем кажется.
action-item-tone-down = тон хуже
action-item-tone-down-long = Тон хуже, чем кажется.
action-item-topic = тема
action-item-topic-long = Даёт сообщению тему, чтобы жалобы можно было посчитать.
action-item-delete = удалить
action-item-delete-long = Удаляет; отмена вернёт.

# Стол.
action-app-find = найти
action-app-find-long = Ищет посты, людей и сообщения по словам.
action-app-scope = клиент
action-app-scope-long = Показывает одного клиента или всех.
action-app-clients = клиенты
action-app-clients-long = Открывает клиентов: каналы, слоты, часы.
action-app-undo = отменить
action-app-undo-long = Отменяет последнее, что вы сделали.
action-app-redo = вернуть
action-app-redo-long = Возвращает отменённое.
action-app-palette = все действия
action-app-palette-long = Находит любое действие по названию.
action-app-help = помощь
action-app-help-long = Рассказывает, что можно сделать здесь.
action-app-back = назад
action-app-back-long = Выходит отсюда на шаг назад.
action-app-suspend = в оболочку
action-app-suspend-long = Приостанавливает стол и возвращает командную строку; fg продолжит.
action-app-quit = выйти
action-app-quit-long = Закрывает стол; всё уже сохранено.
action-move-today = сегодня
action-move-today-long = К сегодняшнему дню.
action-item-range = диапазон
action-item-range-long = Отмечает всё отсюда до места, куда уйдёт курсор; ещё раз закрепляет отметки.
action-item-day-later = день позже
action-item-day-later-long = Сдвигает пост или все отмеченные на день позже; часы те же.
action-item-day-earlier = день раньше
action-item-day-earlier-long = Сдвигает пост или все отмеченные на день раньше; часы те же.
action-view-look = другой вид
action-view-look-long = Другой взгляд на то же самое: в плане неделя, месяц и список.
