//! Interface strings by key, in the languages of the interface.
