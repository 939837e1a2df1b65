//! THE FRONT DOOR: the only place that says `crossterm`.
