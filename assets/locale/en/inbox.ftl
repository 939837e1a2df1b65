# The inbox pane.
