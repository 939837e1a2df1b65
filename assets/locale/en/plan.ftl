# The plan pane.
