# Согласование с клиентом: пакеты, вердикты, ответы.

# О чём переспросить в ответе клиента на подборку.
answer-unclear = { $post }: «{ $words }» — это да, правки или нет?
answer-bare = Пост { $post } назван, но о нём ничего не сказано
answer-twice = У поста { $post } два разных ответа: «{ $words }»
answer-other-packet = Пост { $post } — из другой подборки
answer-no-such-item = Поста { $post } нет
answer-nowhere = «{ $words }» — не сказано, о каком посте
answer-cut-short = Ответ слишком длинный, конец не прочитан
answer-nothing = Ответа не нашлось: A1 ок · A2 заменить фото · A3 нет
