# Taking the work out: files.
