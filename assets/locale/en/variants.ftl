# The text of a post and of its channels: side by side, drifted apart, brought together.
