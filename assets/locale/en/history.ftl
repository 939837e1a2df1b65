# What was done, when and by what.
