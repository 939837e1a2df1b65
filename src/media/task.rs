//! The task for a contractor as a file in `outbox/`: it appears whole, and never in the place of another.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// Files of one name that lie beside each other; nobody has more.
const MOST: u32 = 1_000;

/// Lays the text out under `desk/outbox`, under this name or, where something has it already, under the next one that is free.
pub fn lay_out(desk: &Path, name: &str, text: &str) -> io::Result<PathBuf> {
    let outbox = desk.join("outbox");
    fs::create_dir_all(&outbox)?;
    let making = outbox.join(format!(".making-{}-{name}", std::process::id()));
    let placed = make(&making, text).and_then(|()| place(&making, &outbox, name));
    // Its second name is of no use to anybody; that it cannot be removed is no second failure.
    fs::remove_file(&making).ok();
    placed
}

fn make(making: &Path, text: &str) -> io::Result<()> {
    let mut file = fs::File::create(making)?;
    file.write_all(text.as_bytes())?;
    file.sync_all()
}

/// Gives what was made the first name that is free: a link is refused where a file stands, so that two who come at the same
/// time both keep theirs.
fn place(making: &Path, outbox: &Path, name: &str) -> io::Result<PathBuf> {
    for n in 1..=MOST {
        let ending = if n == 1 {
            ".md".to_owned()
        } else {
            format!("-{n}.md")
        };
        let done = outbox.join(format!("{name}{ending}"));
        match fs::hard_link(making, &done) {
            Ok(()) => return Ok(done),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            // Some disks know no links.
            Err(_) if fs::symlink_metadata(&done).is_err() => {
                fs::rename(making, &done)?;
                return Ok(done);
            }
            Err(_) => {}
        }
    }
    Err(io::ErrorKind::AlreadyExists.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_lies_there_stays_and_nothing_half_made_is_left() {
        let desk = tempfile::tempdir().unwrap();
        let name = "2026-11-24-Kolos-Хлеб-task";
        let first = lay_out(desk.path(), name, "один").unwrap();
        fs::write(&first, "её правки").unwrap();
        let second = lay_out(desk.path(), name, "два").unwrap();
        assert_eq!(fs::read_to_string(&first).unwrap(), "её правки");
        assert_eq!(fs::read_to_string(&second).unwrap(), "два");
        let mut names: Vec<_> = fs::read_dir(desk.path().join("outbox"))
            .unwrap()
            .map(|file| file.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        assert_eq!(names, [format!("{name}-2.md"), format!("{name}.md")]);
    }

    #[test]
    fn an_outbox_that_is_a_file_is_told_and_left_alone() {
        let desk = tempfile::tempdir().unwrap();
        fs::write(desk.path().join("outbox"), "её файл").unwrap();
        assert!(lay_out(desk.path(), "x", "текст").is_err());
        let stays = fs::read_to_string(desk.path().join("outbox")).unwrap();
        assert_eq!(stays, "её файл");
    }
}
