# The checker: its findings and what she can do about them.
