//! THE CELLAR: the only place that says `rusqlite`.
