//! THE FURNITURE: cells, colours, widths, text boxes. Knows nothing of posts.
