//! Files from outside become rows with a report; nothing here writes.
