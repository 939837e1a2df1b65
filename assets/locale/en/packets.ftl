# The client's yes: packets, verdicts, answers.

# What must be asked of a client's answer to a packet.
answer-unclear = { $post }: “{ $words }” — yes, changes or no?
answer-bare = { $post } is named, but nothing is said of it
answer-twice = { $post } has two verdicts: “{ $words }”
answer-other-packet = { $post } is of another packet
answer-no-such-item = There is no { $post }
answer-nowhere = “{ $words }” names no post
answer-cut-short = The answer is too long; its end was not read
answer-nothing = No verdict found: A1 ok · A2 change the photo · A3 no
