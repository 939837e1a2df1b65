# Bringing a plan in.
