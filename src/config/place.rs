//! Whether the desk may lie where it does: SQLite's locks do not hold over a network, and a cloud that copies the file
//! while it is being written makes two halves of it (sqlite.org/howtocorrupt.html, sections 2.1 and 1.4).

use std::path::{Component, Path, PathBuf};

use crate::domain::words::Words;

/// Names that the folders of cloud programs carry, in lower case; "onedrive - firm" begins with one.
const CLOUDS: [&str; 12] = [
    "dropbox",
    "google drive",
    "googledrive",
    "my drive",
    "onedrive",
    "icloud",
    "icloud drive",
    "com~apple~clouddocs",
    "mobile documents",
    "yandex.disk",
    "яндекс.диск",
    "облако mail.ru",
];

/// File systems that lie on another computer.
const NETWORKS: [&str; 8] = [
    "nfs",
    "nfs4",
    "cifs",
    "smb",
    "smb3",
    "smbfs",
    "fuse.sshfs",
    "fuse.rclone",
];

/// Why a desk cannot lie in a folder.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Unfit {
    /// A cloud program copies this folder.
    #[error("{folder} is copied by a cloud")]
    Cloud {
        /// The folder that gives it away.
        folder: String,
    },
    /// It lies on another computer.
    #[error("{mount} is a network file system ({kind})")]
    Network {
        /// Where that file system begins.
        mount: PathBuf,
        /// Its kind.
        kind: String,
    },
}

impl Unfit {
    /// The sentence for her: why not, and what to do.
    pub fn words(&self) -> Words {
        match self {
            Unfit::Cloud { folder } => Words::new("desk-in-cloud").with("folder", folder),
            Unfit::Network { mount, kind } => Words::new("desk-on-network")
                .with("folder", mount.display())
                .with("kind", kind),
        }
    }
}

/// Looks at the desk's folder, its links already followed, and at what `/proc/mounts` says (empty where there is none).
pub fn look_at_place(desk: &Path, mounts: &str) -> Result<(), Unfit> {
    let folders = desk.components().filter_map(|part| match part {
        Component::Normal(name) => Some(name.to_string_lossy().into_owned()),
        _ => None,
    });
    for folder in folders {
        if is_cloud(&folder) {
            return Err(Unfit::Cloud { folder });
        }
    }
    match mount_of(desk, mounts) {
        Some((mount, kind)) if NETWORKS.contains(&kind) => Err(Unfit::Network {
            mount,
            kind: kind.to_owned(),
        }),
        _ => Ok(()),
    }
}

/// "Dropbox", "Dropbox (Firm)", "OneDrive - Firm", "GoogleDrive-me@example.org"; not "dropbox-notes-2024" of her own.
fn is_cloud(folder: &str) -> bool {
    let folder = folder.to_lowercase();
    CLOUDS.iter().any(|cloud| {
        folder.strip_prefix(cloud).is_some_and(|rest| {
            rest.is_empty()
                || rest.starts_with(" (")
                || rest.starts_with(" - ")
                || (*cloud == "googledrive" && rest.starts_with('-'))
        })
    })
}

/// The innermost mount that holds the folder, with its kind. Of two at one place the later one covers the earlier.
fn mount_of<'m>(desk: &Path, mounts: &'m str) -> Option<(PathBuf, &'m str)> {
    mounts
        .lines()
        .filter_map(|line| {
            let mut fields = line.split(' ').skip(1);
            Some((PathBuf::from(unescaped(fields.next()?)), fields.next()?))
        })
        .filter(|(mount, _)| desk.starts_with(mount))
        .max_by_key(|(mount, _)| mount.components().count())
}

/// The kernel writes a space in a path as `\040`, a tab as `\011`, a backslash as `\134`.
fn unescaped(path: &str) -> String {
    path.replace("\\040", " ")
        .replace("\\011", "\t")
        .replace("\\134", "\\")
}

#[cfg(test)]
mod tests {
    use super::*;

    const MOUNTS: &str = "/dev/sda1 / ext4 rw 0 0\nserver:/home /home nfs4 rw 0 0\n\
        /dev/sdb1 /home/anna/local ext4 rw 0 0\nme@host: /mnt/far\\040away fuse.sshfs rw 0 0\n";

    #[test]
    fn a_cloud_folder_is_known_by_its_name_anywhere_in_the_path() {
        for path in [
            "/home/anna/Dropbox/desk",
            "/Users/anna/Google Drive/My Drive/desk",
            "/Users/anna/Library/Mobile Documents/com~apple~CloudDocs/desk",
            "/home/anna/OneDrive - Kolos/desk",
            "/home/anna/Яндекс.Диск/desk",
            "/home/anna/Yandex.Disk/desk",
            "/Users/anna/Library/CloudStorage/GoogleDrive-anna@example.org/desk",
            "/home/anna/dropbox (Kolos)/desk",
        ] {
            let looked = look_at_place(Path::new(path), "");
            assert!(matches!(looked, Err(Unfit::Cloud { .. })), "{path}");
        }
        for path in [
            "/home/anna/desk",
            "/home/anna/dropbox-notes/desk",
            "/srv/nfs/desk",
        ] {
            assert_eq!(
                look_at_place(Path::new(path), MOUNTS.lines().next().unwrap()),
                Ok(()),
                "{path}"
            );
        }
    }

    #[test]
    fn the_innermost_mount_decides() {
        let far = look_at_place(Path::new("/home/anna/.local/share/postdesk/desk"), MOUNTS);
        assert!(matches!(far, Err(Unfit::Network { kind, .. }) if kind == "nfs4"));
        let near = look_at_place(Path::new("/home/anna/local/desk"), MOUNTS);
        assert_eq!(near, Ok(()));
        let spaced = look_at_place(Path::new("/mnt/far away/desk"), MOUNTS);
        assert!(matches!(spaced, Err(Unfit::Network { kind, .. }) if kind == "fuse.sshfs"));
        assert_eq!(look_at_place(Path::new("/homestead/desk"), MOUNTS), Ok(()));
        assert_eq!(look_at_place(Path::new("/x"), "garbage\n\n a"), Ok(()));
    }
}
