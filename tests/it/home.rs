//! A home of its own for each test, and what the program said in it.

use std::ffi::OsStr;
use std::fs;
use std::io::{Seek, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::Value;

/// A folder with settings and a desk; gone when the test ends.
pub(crate) struct Home {
    folder: tempfile::TempDir,
    below: PathBuf,
}

/// What the program said, and how it ended.
#[derive(Debug)]
pub(crate) struct Said {
    pub(crate) code: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Home {
    /// An empty one. Her zone is Moscow, so that no test depends on where it runs.
    pub(crate) fn new() -> Self {
        Self::below("")
    }

    /// One below another folder of this name.
    pub(crate) fn below(name: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let below = folder.path().join(name);
        let home = Self { folder, below };
        home.write("config/config.toml", "zone = \"Europe/Moscow\"\n");
        home
    }

    /// One with three clients of three channels each.
    pub(crate) fn with_clients() -> Self {
        let home = Self::new();
        for client in ["Kolos", "Marani", "Lampo"] {
            home.well(&["client", "add", client, "--zone", "Europe/Moscow"]);
            for platform in ["vk", "telegram", "facebook"] {
                let handle = format!("@{client}_{platform}");
                home.well(&[
                    "channel",
                    "add",
                    "--client",
                    client,
                    "--platform",
                    platform,
                    "--handle",
                    &handle,
                ]);
            }
        }
        home
    }

    pub(crate) fn path(&self) -> &Path {
        &self.below
    }

    pub(crate) fn database(&self) -> PathBuf {
        self.below.join("data/desk/desk.db")
    }

    /// Puts a file into the home; its whole path.
    pub(crate) fn write(&self, name: &str, bytes: impl AsRef<[u8]>) -> String {
        let path = self.below.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, bytes).unwrap();
        path.to_string_lossy().into_owned()
    }

    /// The program with these arguments, not yet started.
    pub(crate) fn command<S: AsRef<OsStr>>(&self, args: &[S]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_postdesk"));
        command
            .args(args)
            .env_clear()
            .env("POSTDESK_HOME", &self.below)
            .env("TMPDIR", self.folder.path())
            .env("TZ", "UTC")
            .stdin(Stdio::null());
        command
    }

    pub(crate) fn run<S: AsRef<OsStr>>(&self, args: &[S]) -> Said {
        said(&mut self.command(args))
    }

    /// Runs it with this on its standard input.
    pub(crate) fn fed<S: AsRef<OsStr>>(&self, args: &[S], input: &[u8]) -> Said {
        let mut file = tempfile::tempfile_in(self.folder.path()).unwrap();
        file.write_all(input).unwrap();
        file.rewind().unwrap();
        said(self.command(args).stdin(file))
    }

    /// Runs what must go well; its answer.
    pub(crate) fn well(&self, args: &[&str]) -> String {
        let said = self.run(args);
        assert_eq!(said.code, 0, "{args:?}: {said:?}");
        said.out
    }

    /// Runs what must be refused with this exit code; the words.
    pub(crate) fn refused(&self, code: i32, args: &[&str]) -> String {
        let said = self.run(args);
        assert_eq!(said.code, code, "{args:?}: {said:?}");
        said.err
    }

    pub(crate) fn json(&self, args: &[&str]) -> Value {
        serde_json::from_str(&self.well(args)).unwrap()
    }

    /// Every row of every table, for telling whether anything was written.
    pub(crate) fn dump(&self) -> String {
        let conn = rusqlite::Connection::open(self.database()).unwrap();
        let tables = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE '%\\_fts' ESCAPE '\\' ORDER BY name";
        let mut names = conn.prepare(tables).unwrap();
        let names: Vec<String> = names
            .query_map([], |row| row.get(0))
            .unwrap()
            .map(Result::unwrap)
            .collect();
        let mut dump = String::new();
        for name in names {
            let mut rows = conn.prepare(&format!("SELECT * FROM {name}")).unwrap();
            let columns = rows.column_count();
            let mut rows = rows.query([]).unwrap();
            while let Some(row) = rows.next().unwrap() {
                let values = (0..columns)
                    .map(|at| format!("{:?}", row.get::<_, rusqlite::types::Value>(at).unwrap()));
                dump.extend([format!("{name} {}\n", values.collect::<Vec<_>>().join(" "))]);
            }
        }
        dump
    }
}

pub(crate) fn said(command: &mut Command) -> Said {
    let output = command.output().unwrap();
    Said {
        code: output.status.code().unwrap(),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}

/// A month of posts for three clients: post `i` on day `1 + i % 28` of December 2026 at half past hour `8 + i / 28`.
pub(crate) fn december(rows: usize) -> String {
    let mut plan = "дата;время;клиент;каналы;рубрика;тема;текст\n".to_owned();
    for i in 0..rows {
        let (day, hour) = (1 + i % 28, 8 + i / 28);
        let client = ["Kolos", "Marani", "Lampo"][i % 3];
        let channels = ["VK, TG", "FB", "вк"][i % 3];
        plan.extend([format!(
            "{day:02}.12.2026;{hour:02}:30;{client};{channels};меню;Тема {i};Текст поста {i}\n"
        )]);
    }
    plan
}
