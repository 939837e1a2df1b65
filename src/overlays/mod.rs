//! Short-lived windows over the rooms.
