# Pictures and clips: what they are, in what order, what a platform says to them.

# The window of a post's pictures
pictures-none = No pictures yet: a adds one, or drop files on this window
pictures-count = { $n ->
    [one] { $n } file
   *[other] { $n } files
}
pictures-count-bare = { $n ->
    [one] { $n } file, { $bare } without alt text
   *[other] { $n } files, { $bare } without alt text
}
pictures-taking = { $n ->
    [one] taking { $n } file in…
   *[other] taking { $n } files in…
}
pictures-no-alt = no alt text
pictures-no-size = no size
pictures-kb = { $size } KB
pictures-mb = { $size } MB
pictures-fine = ✓ Nothing known against it on any channel of this post
pictures-lies = its name says otherwise: it is { $kind }
pictures-add-title = ONE MORE PICTURE
pictures-swap-title = ANOTHER IN ITS PLACE
pictures-path-note = path of the file, or drop it here
pictures-path-example = ~/bread.jpg: type or paste the path; Tab goes on with it
pictures-alt-title = WHAT { $name } SHOWS

pictures-unseen = This picture cannot be shown: { $why }
unseen-gone = its file is not there any more
unseen-large = it is larger than what is unpacked here
unseen-broken = the file is broken, or not what it says it is
unseen-long = looking at it took too long
unseen-failed = looking at it broke down
unseen-kind = no { $kind } is unpacked here

# What a place cuts off
frame-feed = { $code } as the feed shows it, { $ratio }
frame-grid = { $code } as the profile shows it, { $ratio }
frame-phone = As a phone shows it, { $ratio }
frame-told = { $whose }: { $cut }{ refused-doubt }
cut-nothing = seen whole
cut-sides = cut off: { $n }% left and { $n }% right
cut-ends = cut off: { $n }% at the top and { $n }% at the bottom

# The task for a contractor
order-copied = the task for a contractor
order-hint = contractor
order-hint-file = its file
order-lies = The task lies in { $file }

# Keys
pictures-hint = pictures
pictures-hint-describe = describe
pictures-hint-add = add
pictures-hint-frame = cut
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
take-no-file = { $path } is not a file that can be copied
take-forbidden = Not readable: ask for the right, or copy it elsewhere first: { $path }
take-full = { $path } does not fit: the disk is full. Nothing was changed

# Why it needs a screen

# What a platform refuses: who, of what, why, and how certain it is
refused-no-media = { $codes }: nothing goes out there without a picture or video{ refused-doubt }
refused-many-pictures = { $n ->
    [one] { $codes }: takes { $n } picture; this post has { $has }{ refused-doubt }
   *[other] { $codes }: takes { $n } pictures; this post has { $has }{ refused-doubt }
}
refused-many-films = { $n ->
    [one] { $codes }: takes { $n } video; this post has { $has }{ refused-doubt }
   *[other] { $codes }: takes { $n } videos; this post has { $has }{ refused-doubt }
}
refused-many-gifs = { $n ->
    [one] { $codes }: takes { $n } GIF; this post has { $has }{ refused-doubt }
   *[other] { $codes }: takes { $n } GIFs; this post has { $has }{ refused-doubt }
}
refused-mixed = { $codes }: takes pictures or a video, not both in one post{ refused-doubt }
refused-broken = { $codes }: { refused-file } seems damaged: its size cannot be read{ refused-doubt }
refused-kind-unknown = { $codes }: { refused-file } looks like neither a picture nor a video{ refused-doubt }
refused-document = { $codes }: takes no documents; { refused-this } is one{ refused-doubt }
refused-kind = { $codes }: takes { $taken }; { refused-this } is { $kind }{ refused-doubt }
refused-heavy = { $codes }: takes { $most }.{ $most_tenth } MB; { refused-this } weighs { $has }.{ $has_tenth } MB{ refused-doubt }
refused-narrow = { $codes }: wants at least { $most } pixels across; { refused-this } has { $has }{ refused-doubt }
refused-large = { $codes }: width and height together may be { $most } pixels; { refused-this } has { $has }{ refused-doubt }
refused-stripe = { $codes }: { refused-this } is too long a stripe: one side may be { $most } times the other{ refused-doubt }
refused-ratio = { $codes }: wants { $wanted }; { refused-this } is { $has }{ refused-doubt }
refused-long = { $codes }: at most { $most } long; { refused-this } is { $has }{ refused-doubt }
refused-short = { $codes }: at least { $most } long; { refused-this } is { $has }{ refused-doubt }
refused-alt-long = { $n ->
    [one] { $codes }: an alt text has at most { $n } character; { refused-this } has { $has }{ refused-doubt }
   *[other] { $codes }: an alt text has at most { $n } characters; { refused-this } has { $has }{ refused-doubt }
}
refused-this = { $of ->
    [named] “{ $name }”
   *[here] this
}
refused-here = { $of ->
    [named] “{ $name }”
   *[here] this
}
refused-file = { $of ->
    [named] “{ $name }”
   *[here] the file
}
refused-doubt = { $doubt ->
    [memory] {" · "}from memory, no document says so
    [by-program] {" · "}by program; by hand it may pass
    [cut] {" · "}it will be cut or shown between bars
    [unread] {" · "}it could not be read here
   *[none] {""}
}
