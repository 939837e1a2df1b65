# The settings' commands and mistakes.
