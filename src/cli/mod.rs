//! The doors without a screen.
