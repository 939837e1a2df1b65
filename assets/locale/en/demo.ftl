# The demo desk.
