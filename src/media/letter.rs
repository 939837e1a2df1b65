//! The files of a packet in `outbox/`, beside each other: the text, the Markdown and the page. They appear whole, all three
//! or none.

use std::fs;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use crate::domain::packet::{Packet, Picture};
use crate::report::packet::{file_name, html, markdown, text};

/// Lays the files out under `desk/outbox`. Older ones of the same name are replaced.
pub fn lay_out(desk: &Path, packet: &Packet) -> io::Result<Vec<PathBuf>> {
    let outbox = desk.join("outbox");
    fs::create_dir_all(&outbox)?;
    let made = [
        make(&outbox, &file_name(packet, "txt"), |file| {
            file.write_all(text(packet).as_bytes())
        })?,
        make(&outbox, &file_name(packet, "md"), |file| {
            file.write_all(markdown(packet).as_bytes())
        })?,
        make(&outbox, &file_name(packet, "html"), |file| {
            html(packet, |picture| bytes(desk, picture), file)
        })?,
    ];
    for (making, done) in &made {
        fs::rename(making, done)?;
    }
    Ok(made.into_iter().map(|(_, done)| done).collect())
}

/// Writes a file under a name nobody looks for; answers that name and the one it is to get.
fn make(
    outbox: &Path,
    name: &str,
    write: impl FnOnce(&mut BufWriter<fs::File>) -> io::Result<()>,
) -> io::Result<(PathBuf, PathBuf)> {
    let making = outbox.join(format!(".making-{}-{name}", std::process::id()));
    let mut file = BufWriter::new(fs::File::create(&making)?);
    write(&mut file)?;
    file.flush()?;
    file.get_ref().sync_all()?;
    Ok((making, outbox.join(name)))
}

/// The bytes of a picture; none when they are gone, which the page then says.
fn bytes(desk: &Path, picture: &Picture) -> Option<Vec<u8>> {
    fs::read(super::path(desk, &picture.hash)).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::tongue::Tongue;

    #[test]
    fn three_files_lie_beside_each_other_and_nothing_half_made() {
        let desk = tempfile::tempdir().unwrap();
        let packet = Packet {
            client: "Кафе «Колос»".into(),
            short: "../Kolos".into(),
            code: "A".into(),
            tongue: Tongue::Ru,
            made: "2026-11-24".parse().unwrap(),
            zone: String::new(),
            reply_by: None,
            items: Vec::new(),
        };
        let first = lay_out(desk.path(), &packet).unwrap();
        assert_eq!(first, lay_out(desk.path(), &packet).unwrap());
        let mut names: Vec<_> = fs::read_dir(desk.path().join("outbox"))
            .unwrap()
            .map(|file| file.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        let stem = "2026-11-24-Kolos-A";
        let wanted = ["html", "md", "txt"].map(|end| format!("{stem}.{end}"));
        assert_eq!(names, wanted);
        let page = fs::read_to_string(&first[2]).unwrap();
        assert!(page.contains("Кафе «Колос»") && page.ends_with("</html>\n"));
    }
}
