# Pieces of text that are put in: signatures, calls, groups of hashtags.
