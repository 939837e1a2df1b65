# What the window says about the demo desk.

demo-banner = Demo desk: four invented clients, nothing is kept
demo-hint = Try anything: nothing leaves this computer, u takes it back, Q ends the demo
demo-kept-where = This desk lives in { $folder } and goes when you leave
