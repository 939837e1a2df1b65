# Spelling: what is not in the dictionaries, and where those are.
