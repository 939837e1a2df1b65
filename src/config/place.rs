//! Whether the desk may lie where it does: SQLite's locks do not hold over a network, and a cloud that copies the file
//! while it is being written makes two halves of it (sqlite.org/howtocorrupt.html, sections 2.1 and 1.4).

use std::path::{Component, Path, PathBuf};

use crate::domain::words::Words;

/// Names that the folders of cloud programs carry, in lower case; "onedrive - firm" begins with one.
const CLOUDS: [&str; 26] = [
    "dropbox",
    "google drive",
    "googledrive",
    "my drive",
    "мой диск",
    "onedrive",
    "icloud",
    "icloud drive",
    "iclouddrive",
    "com~apple~clouddocs",
    "mobile documents",
    "cloudstorage",
    "yandex.disk",
    "yandexdisk",
    "яндекс.диск",
    "яндекс диск",
    "облако mail.ru",
    "mail.ru cloud",
    "nextcloud",
    "owncloud",
    "mega",
    "megasync",
    "pcloud drive",
    "pclouddrive",
    "box sync",
    "proton drive",
];

/// What cloud programs leave in the folder they copy, whatever she calls it, and whose it is.
const MARKS: [(&str, &str); 8] = [
    (".stfolder", "Syncthing"),
    (".stversions", "Syncthing"),
    (".dropbox.cache", "Dropbox"),
    (".nextcloudsync.log", "Nextcloud"),
    (".owncloudsync.log", "ownCloud"),
    (".tmp.drivedownload", "Google Drive"),
    (".tmp.driveupload", "Google Drive"),
    (".megaignore", "MEGA"),
];

/// File systems that lie on another computer, or on the other side of a virtual machine, where locks do not reach either.
const NETWORKS: [&str; 33] = [
    "nfs",
    "nfs4",
    "cifs",
    "smb",
    "smb2",
    "smb3",
    "smbfs",
    "afs",
    "afpfs",
    "ncpfs",
    "coda",
    "ceph",
    "glusterfs",
    "lustre",
    "beegfs",
    "davfs",
    "davfs2",
    "webdav",
    "9p",
    "v9fs",
    "drvfs",
    "vboxsf",
    "vmhgfs",
    "virtiofs",
    "prl_fs",
    "fuse.sshfs",
    "fuse.rclone",
    "fuse.glusterfs",
    "fuse.davfs2",
    "fuse.curlftpfs",
    "fuse.s3fs",
    "fuse.vmhgfs-fuse",
    "fuse.gvfsd-fuse",
];

/// Parts of the names of file systems that bring a cloud into a folder.
const CLOUD_DISKS: [&str; 6] = [
    "onedriver",
    "google-drive",
    "gcsfuse",
    "pcloud",
    "mega",
    "yandex",
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
    /// A cloud program has left its mark in a folder above.
    #[error("{folder} is copied by {program}")]
    Synced {
        /// The folder it is in.
        folder: PathBuf,
        /// Whose mark it is.
        program: &'static str,
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
            Unfit::Synced { folder, program } => Words::new("desk-synced")
                .with("folder", folder.display())
                .with("program", program),
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
        Some((mount, kind)) if is_far(&mount, kind) => Err(Unfit::Network {
            mount,
            kind: kind.to_owned(),
        }),
        _ => Ok(()),
    }
}

/// Looks for the marks of cloud programs in the desk's folder and all above it; `is_there` says what lies where.
pub fn look_for_marks(desk: &Path, is_there: impl Fn(&Path) -> bool) -> Result<(), Unfit> {
    for folder in desk.ancestors() {
        for (mark, program) in MARKS {
            if is_there(&folder.join(mark)) {
                let folder = folder.to_owned();
                return Err(Unfit::Synced { folder, program });
            }
        }
    }
    Ok(())
}

/// A virtual machine may have its own root on the other side; then everything lies there, and nothing else writes to it.
fn is_far(mount: &Path, kind: &str) -> bool {
    let is_own_root = mount == Path::new("/") && matches!(kind, "9p" | "virtiofs");
    (NETWORKS.contains(&kind) && !is_own_root)
        || (kind.starts_with("fuse.") && CLOUD_DISKS.iter().any(|disk| kind.contains(disk)))
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
            "/home/anna/Nextcloud/desk",
            "/home/anna/ownCloud/desk",
            "/home/anna/MEGA/desk",
            "/home/anna/pCloudDrive/desk",
            "/Users/anna/Library/CloudStorage/Box-Box/desk",
            "/home/anna/Облако Mail.ru/desk",
            "/home/anna/Мой диск/desk",
        ] {
            let looked = look_at_place(Path::new(path), "");
            assert!(matches!(looked, Err(Unfit::Cloud { .. })), "{path}");
        }
        for path in [
            "/home/anna/desk",
            "/home/anna/dropbox-notes/desk",
            "/home/anna/megaphone/desk",
            "/home/anna/nextcloud-backup/desk",
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
        for (kind, is_far) in [
            ("9p", true),
            ("cifs", true),
            ("fuse.gvfsd-fuse", true),
            ("fuse.onedriver", true),
            ("fuse.google-drive-ocamlfuse", true),
            ("vboxsf", true),
            ("ext4", false),
            ("btrfs", false),
            ("tmpfs", false),
            ("overlay", false),
            ("fuse.gocryptfs", false),
            ("fuseblk", false),
        ] {
            let mounts = format!("/dev/sda1 / ext4 rw 0 0\nx /home {kind} rw 0 0");
            let looked = look_at_place(Path::new("/home/anna/desk"), &mounts);
            assert_eq!(looked.is_err(), is_far, "{kind}");
        }
        let own_root = "root / virtiofs rw 0 0";
        assert_eq!(look_at_place(Path::new("/root/desk"), own_root), Ok(()));
        assert_eq!(look_at_place(Path::new("/x"), "garbage\n\n a"), Ok(()));
    }

    #[test]
    fn a_mark_of_a_cloud_program_anywhere_above_gives_it_away() {
        let desk = Path::new("/home/anna/Work/data/desk");
        let there = |mark: &'static str| move |path: &Path| path == Path::new(mark);
        for (mark, whose) in [
            ("/home/anna/Work/.stfolder", "Syncthing"),
            ("/home/anna/.dropbox.cache", "Dropbox"),
            ("/home/anna/Work/data/desk/.nextcloudsync.log", "Nextcloud"),
        ] {
            let looked = look_for_marks(desk, there(mark));
            assert!(
                matches!(looked, Err(Unfit::Synced { program, .. }) if program == whose),
                "{mark}"
            );
        }
        // The program's own settings in her home are not the folder it copies.
        assert_eq!(look_for_marks(desk, there("/home/anna/.dropbox")), Ok(()));
        assert_eq!(look_for_marks(desk, there("/home/olga/.stfolder")), Ok(()));
    }
}
