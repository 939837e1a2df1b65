# Pictures and clips: what they are, in what order, what a platform says to them.

# The window of a post's pictures
pictures-none = No pictures yet: a adds one, or drop files on this window
pictures-count = { $n ->
    [one] { $n } piece
   *[other] { $n } pieces
}
pictures-count-bare = { $n ->
    [one] { $n } piece, { $bare } without description
   *[other] { $n } pieces, { $bare } without description
}
pictures-taking = { $n ->
    [one] taking { $n } file in…
   *[other] taking { $n } files in…
}
pictures-no-alt = no description
pictures-no-size = no size
pictures-kb = { $size } KB
pictures-mb = { $size } MB
pictures-fine = ✓ Nothing known against it on any channel of this post
pictures-lies = its name says otherwise: it is { $kind }
pictures-add-title = ONE MORE PICTURE
pictures-swap-title = ANOTHER IN ITS PLACE
pictures-path-note = path of the file, or drop it here
pictures-alt-title = WHAT { $name } SHOWS

# The task for a contractor
order-copied = the task for a contractor
order-hint = task for a contractor
order-hint-file = its file
order-lies = The task lies in { $file }

# Keys
pictures-hint = pictures
pictures-hint-describe = describe
pictures-hint-add = add
pictures-hint-move = earlier, later
pictures-hint-swap = replace
pictures-hint-cover = cover
pictures-hint-remove = remove
pictures-hint-take = take it in
pictures-hint-next = save, next
pictures-hint-save = save

# What was done
did-swap = picture replaced by { $name }
did-arrange = order of pictures
did-cover = cover

# Why a file was not taken
take-gone = { $path }: there is no such file any more
take-folder = { $path } is a folder; name a picture in it
take-no-file = { $path } is no file that can be copied
take-forbidden = { $path } may not be read: ask for the right, or copy it elsewhere first
take-full = { $path } does not fit: the disk is full. Nothing was changed

# Why it needs a screen

# What a platform refuses
refused-many-pictures = { $n ->
    [one] takes { $n } picture; here are { $has }
   *[other] takes { $n } pictures; here are { $has }
}
refused-many-films = { $n ->
    [one] takes { $n } film; here are { $has }
   *[other] takes { $n } films; here are { $has }
}
refused-many-gifs = { $n ->
    [one] takes { $n } GIF; here are { $has }
   *[other] takes { $n } GIFs; here are { $has }
}
refused-mixed = takes pictures or a film, not both in one post
refused-broken = the file seems broken: it does not tell its size
refused-kind-unknown = nobody can tell what this is: neither a picture nor a film
refused-document = takes no documents
refused-kind = takes { $taken }; this is { $kind }
refused-heavy = takes { $most }.{ $most_tenth } MB; this weighs { $has }.{ $has_tenth } MB
refused-narrow = wants at least { $most } pixels across; this has { $has }
refused-large = width and height together may be { $most } pixels; here they are { $has }
refused-stripe = too long a stripe: one side may be { $most } times the other
refused-ratio = wants { $wanted }; this is { $has }
refused-long = at most { $most } long; this takes { $has }
refused-short = at least { $most } long; this takes { $has }
refused-alt-long = { $n ->
    [one] a description has at most { $n } sign; this has { $has }
   *[other] a description has at most { $n } signs; this has { $has }
}
refused-doubt-memory = from memory, no document says so
refused-doubt-by-program = by program; by hand it may pass
refused-doubt-cut = it will be cut or shown between bars
