# The Today pane.
