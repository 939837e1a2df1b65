# Цифры клиента: показатели, почему они такие, и таблица, в которую их вводят.

kpi-do-why = почему
kpi-do-close = закрыть
kpi-verb-goal = цель
kpi-verb-numbers = ввести цифры
kpi-verb-client-before = предыдущий клиент
kpi-verb-client-after = следующий клиент
kpi-no-clients = Клиентов пока нет, цифр тоже.

# Шапка.
kpi-against = { $now } против { $before }
kpi-missing = { $n ->
    [one] не хватает { $n } дня
    [few] не хватает { $n } дней
   *[many] не хватает { $n } дней
}
kpi-typed = данные от { $day }
kpi-nothing-typed = цифр ещё нет: e — ввести первые
kpi-unfinished = ввод не закончен: e — продолжить
kpi-day = { $day } { $month }
kpi-head-now = сейчас
kpi-head-before = было
kpi-head-change = разница
kpi-head-goal = цель
kpi-head-daily = по дням
kpi-percent = { $n } %
kpi-points = { $n } п.п.
kpi-planned = в плане { $n }

# Показатели, не длиннее 20 знаков.
kpi-score-followers = Подписчики
kpi-score-reach = Охват
kpi-score-er-reach-percent = ER по охвату
kpi-score-er-followers-percent = ER по подписчикам
kpi-score-first-answer-min = Первый ответ, мед.
kpi-score-answered-in-time-percent = Ответили вовремя
kpi-score-negative-percent = Доля негатива
kpi-score-leads = Заявки
kpi-score-posts-out = Вышло постов
kpi-score-spend = Расходы на рекламу
kpi-score-cost-per-follower = Цена подписчика

# Как считается.
kpi-formula-followers = Последнее значение каждого канала на конец периода, в сумме. Значение действует 31 день.
kpi-formula-reach = Охват по дням и каналам, в сумме. Один и тот же человек в другой день или в другом канале считается снова.
kpi-formula-er-reach-percent = (реакции + комментарии + репосты + сохранения) ÷ охват × 100 — по тем дням и каналам, где известно и то и другое.
kpi-formula-er-followers-percent = (реакции + комментарии + репосты + сохранения за период) ÷ подписчики на конец периода × 100 — по каналам, где известно и то и другое.
kpi-formula-first-answer-min = Середина ряда: сколько прошло от первого сообщения до вашего первого ответа, по обычным часам. Переписка относится к дню, когда началась.
kpi-formula-answered-in-time-percent = Отвечено в обещанный срок ÷ те, кому надо было ответить, × 100, по рабочим часам клиента. Закрытые без ответа не считаются.
kpi-formula-negative-percent = Переписки с тоном - или ! ÷ все переписки с тоном × 100. Без тона не считаются.
kpi-formula-leads = Заявки, отмеченные во входящих, и те, что есть в загруженных данных.
kpi-formula-posts-out = Вышедшие посты; каждый один раз, сколько бы каналов у него ни было.
kpi-formula-spend = Расходы на рекламу по дням, в сумме.
kpi-formula-cost-per-follower = Расходы на рекламу ÷ (подписчики в конце − подписчики накануне).

# Цель.
kpi-goal-none = Цели пока нет: e — поставить.
kpi-goal-open = Цель { $goal }.
kpi-goal-kept = Цель { $goal }: выполнена или всё идёт к ней.
kpi-goal-missed = ! Цель { $goal }: пока не выходит.
kpi-judged-level = Сравниваем с прямой: от значения накануне месяца до цели в его последний день.
kpi-judged-pace = Сравниваем с прошедшей частью месяца.
kpi-judged-plan = Не выходит, если в плане на месяц мало постов.

# Из чего сложилось.
kpi-input-level = { $channel } { $metric } { $value } на { $day }, { $origin }
kpi-input-sum = { $channel } { $metric } { $value } за { $n ->
    [one] { $n } день
    [few] { $n } дня
   *[many] { $n } дней
}, последний { $day }, { $origin }
kpi-input-missing = { $channel } { $metric }: нет данных за { $days }
kpi-more-days = { $n ->
    [one] ещё { $n } день
    [few] ещё { $n } дня
   *[many] ещё { $n } дней
}
kpi-never-measured = { $channels }: { $metric } — за эти месяцы данных нет, в число не входит.
kpi-origin-typed = введено { $when }
kpi-origin-file = из файла { $file }, { $when }
kpi-counted-answers = { $n ->
    [one] { $n } переписка
    [few] { $n } переписки
   *[many] { $n } переписок
}, с ответом { $part }
kpi-counted-kept = ответа ждали { $n }, вовремя { $part }
kpi-counted-negative = { $n ->
    [one] { $n } переписка с тоном
    [few] { $n } переписки с тоном
   *[many] { $n } переписок с тоном
}, негативных { $part }
kpi-counted-leads = во входящих отмечено { $n }
kpi-counted-posts = { $n ->
    [one] { $n } пост в плане на весь месяц
    [few] { $n } поста в плане на весь месяц
   *[many] { $n } постов в плане на весь месяц
}

# Почему числа нет.
kpi-why-never = { $metric } — нет данных
kpi-why-not-now = { $metric } — за эти дни нет данных
kpi-why-channel = { $channel }: { $metric } — нет данных
kpi-why-apart = { $one } и { $other } ни разу не в один день
kpi-why-nobody-wrote = никто не писал
kpi-why-nobody-answered = ответов ещё не было
kpi-why-no-tone = тон нигде не отмечен
kpi-why-no-leads = заявок пока не отмечали
kpi-why-nobody-came = новых подписчиков нет

# Что измеряется, внутри фразы.
kpi-metric-followers = подписчики
kpi-metric-reach = охват
kpi-metric-views = просмотры
kpi-metric-reactions = реакции
kpi-metric-comments = комментарии
kpi-metric-shares = репосты
kpi-metric-saves = сохранения
kpi-metric-clicks = переходы
kpi-metric-spend = расходы
kpi-metric-leads = заявки

# То же над столбцами таблицы, не длиннее 9 знаков.
kpi-column-followers = подписч.
kpi-column-reach = охват
kpi-column-views = просмотры
kpi-column-reactions = реакции
kpi-column-comments = коммент.
kpi-column-shares = репосты
kpi-column-saves = сохран.
kpi-column-clicks = переходы
kpi-column-spend = расходы
kpi-column-leads = заявки

# Удачи и неудачи.
kpi-hits = ЛУЧШИЕ И ХУДШИЕ ИЗ { $n } ПОСЛЕДНИХ
kpi-hits-none = ЛУЧШИЕ И ХУДШИЕ ПОСТЫ
kpi-hits-median = медиана ER { $n } %
kpi-hits-too-few = Появятся, когда у трёх постов будут охват и реакции.

# Таблица.
kpi-grid-title = { $client }: цифры за { $day }
kpi-grid-keys = Enter дальше  PgUp PgDn день  Esc записать; пустая ячейка — нет данных
kpi-grid-not-a-number = Здесь только цифры; можно пробелы и одну десятичную запятую.
kpi-grid-not-whole = Тут нужно целое число: уберите запятую или точку.
kpi-grid-too-large = Столько людей на свете нет: лишняя цифра?
kpi-grid-no-channels = У этого клиента нет каналов со своими цифрами.
