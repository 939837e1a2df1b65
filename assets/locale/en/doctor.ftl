# The check of a desk.
