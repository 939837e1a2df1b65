# The numbers pane.
