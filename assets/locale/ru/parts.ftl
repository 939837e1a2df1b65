# A text in parts: chains, links and the fields of a format.

# Lengths.
publish-counted-about = { $used } из примерно { $max } знаков; предел не подтверждён документом
publish-counted-parts = { $n ->
    [one] { $n } часть
    [few] { $n } части
   *[many] { $n } частей
}, в самой тесной { $used } из { $max } знаков
publish-title = заголовок { $length }
part-title = заголовок
part-of-chain = часть { $nth } из { $total }
part-question = вопрос
part-option = вариант { $nth } из { $total }
publish-question = вопрос { $length }
publish-option = самый длинный вариант { $length }
write-parts = ×{ $n }
write-hint-chain = цепочка
lack-question-long = { $platform } берёт вопрос до { $n ->
    [one] { $n } знака
    [few] { $n } знаков
   *[many] { $n } знаков
}
limit-question-chars = вопрос до { $n ->
    [one] { $n } знака
    [few] { $n } знаков
   *[many] { $n } знаков
}

# A channel's own limit and template.
card-text-max = Длина текста
card-text-max-example = пусто: как у площадки; сервер или платный аккаунт может брать больше
card-utm = Метки ссылок
card-utm-example = пусто: utm_source={"{"}platform{"}"}&utm_medium=social…; - без меток
show-text-max = Длина текста, знаков
show-utm = Метки ссылок
history-field-text-max = длина текста
help-channel-text-max = Самый длинный текст там, если он не как у площадки; 0 — как у площадки
help-channel-utm = Что дописать к ссылкам: utm_source={"{"}platform{"}"}&utm_content={"{"}post{"}"}; имена: {"{"}platform{"}"} {"{"}client{"}"} {"{"}campaign{"}"} {"{"}post{"}"}; пусто — как обычно, - — ничего

# Chains.
chain-fits = Текст и так входит в один пост
chain-no-limit = Сколько берёт эта площадка, никто не знает: резать не по чему
chain-too-tight = Ссылка, хэштег или имя длиннее, чем может быть одна часть
chain-which-channel = Цепочка режется под один канал: сначала выберите его

# Links.
links-none = Метки уже на всех ссылках, или помечать нечего
links-title = Пометить ссылки
links-everywhere = везде: { $codes }
links-on = { $codes } · { $links }
links-own = ссылка поста · { $links }
links-bad-pair = «{ $pair }» — не пара из имени и значения латиницей, как utm_medium=social
links-bad-name = Имени { $name } нет; есть { $known }
did-links-tag = ссылки помечены

# The command line.
help-links = Дописать метки (utm_…) к ссылкам поста, чтобы счётчики знали, откуда пришли люди
help-links-examples =
    postdesk links "Открываемся в десять" --dry-run
    postdesk links 7f3a09c1 --channel vk
help-chain = Разрезать слишком длинный для канала текст на цепочку с номерами или соединить её обратно
help-chain-examples =
    postdesk chain "Открываемся в десять" --channel x --dry-run
    postdesk chain 7f3a09c1 --channel mastodon
    postdesk chain 7f3a09c1 --channel mastodon --join
help-chain-join = Соединить части обратно
