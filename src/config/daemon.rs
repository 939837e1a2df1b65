//! The table `[daemon]` of `config.toml`: how the daemon rings.

/// How the daemon rings outside of a terminal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DaemonConfig {
    /// A program of hers with its arguments, no shell; empty is none.
    pub on_due: Vec<String>,
    /// Whether a notice is shown where there is `notify-send`.
    pub notify: bool,
}

impl Default for DaemonConfig {
    fn default() -> Self {
        Self {
            on_due: Vec::new(),
            notify: true,
        }
    }
}
