# Publishing by hand and by wire.
