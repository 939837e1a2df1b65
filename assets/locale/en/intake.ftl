# Bringing files in: what was understood, and the window for it.
