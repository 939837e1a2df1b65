//! What clients read, word for word in five languages; and what hostile words can do to it, which is nothing.

mod hostile;
mod letters;
mod page;
mod stage;
