# The command line's verbs on posts, and what they answer.
