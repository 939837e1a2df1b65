# A text in parts: chains, links and the fields of a format.
