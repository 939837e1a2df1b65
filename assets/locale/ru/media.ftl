# Pictures and clips: what they are, in what order, what a platform says to them.
