//! Where everything lies: settings, the desk, and what the program keeps about itself.

use std::path::{Path, PathBuf};

use directories::ProjectDirs;

/// The three folders of the program.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paths {
    /// Her settings: `config.toml`, `keymap.toml`, and what she has changed of platforms, colours and words.
    pub config: PathBuf,
    /// Her work: the desk.
    pub data: PathBuf,
    /// What can be lost without loss: reports of crashes.
    pub state: PathBuf,
}

impl Paths {
    /// All under one folder, as `POSTDESK_HOME` says.
    pub fn under(home: &Path) -> Self {
        Self {
            config: home.join("config"),
            data: home.join("data"),
            state: home.join("state"),
        }
    }

    /// Where this system keeps such things.
    pub fn usual(dirs: &ProjectDirs) -> Self {
        let data = dirs.data_dir().to_owned();
        Self {
            config: dirs.config_dir().to_owned(),
            state: dirs
                .state_dir()
                .map_or_else(|| data.join("state"), Path::to_owned),
            data,
        }
    }

    /// The desk's folder.
    pub fn desk(&self) -> PathBuf {
        self.data.join("desk")
    }

    /// Her settings.
    pub fn config_file(&self) -> PathBuf {
        self.config.join("config.toml")
    }

    /// Her keys, where she has changed some.
    pub fn keymap_file(&self) -> PathBuf {
        self.config.join("keymap.toml")
    }
}
