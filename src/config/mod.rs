//! Where files are and what the user has set.
