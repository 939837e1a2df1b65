# What is wrong with a file or a row of it.
