//! What only these tests look at in a window: its process number, and the bytes it sends to the terminal.

use crate::window::Window;

impl Window {
    pub(crate) fn pid(&self) -> u32 {
        self.child.process_id().unwrap()
    }

    /// How many bytes were sent to the terminal so far.
    pub(crate) fn told(&self) -> usize {
        self.shown.lock().unwrap().bytes.len()
    }

    /// Everything that was sent to the terminal so far.
    pub(crate) fn told_text(&self) -> String {
        String::from_utf8_lossy(&self.shown.lock().unwrap().bytes).into_owned()
    }
}
