# The client's yes: packets, verdicts, answers.
