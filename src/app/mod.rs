//! THE HALLWAY: state, routing, effects, the loop.
