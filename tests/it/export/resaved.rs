//! Our files after a spreadsheet has saved them again. What it made of them lies beside the tests; where it is installed and
//! asked for (`POSTDESK_SOFFICE=1`), it makes them anew.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::Value;

use super::desk::{clients, filled_of_old, is_in_1251, plan};
use crate::home::Home;

/// Posts of the desk the files are of.
const POSTS: u64 = 60;

/// A file, how it is written, and whether all of it fits into an old code page.
struct Saved {
    name: &'static str,
    from: &'static str,
    to: &'static str,
    is_old: bool,
}

/// Comma, semicolon and tab; UTF-8, windows-1251 and a workbook; from each form a spreadsheet opens.
const SAVED: &[Saved] = &[
    Saved {
        name: "utf-8.csv",
        from: "csv",
        to: "csv:Text - txt - csv (StarCalc):44,34,76,1",
        is_old: false,
    },
    Saved {
        name: "semicolon.csv",
        from: "csv",
        to: "csv:Text - txt - csv (StarCalc):59,34,76,1",
        is_old: false,
    },
    Saved {
        name: "windows-1251.csv",
        from: "csv",
        to: "csv:Text - txt - csv (StarCalc):59,34,34,1",
        is_old: true,
    },
    Saved {
        name: "tab.csv",
        from: "xlsx",
        to: "csv:Text - txt - csv (StarCalc):9,34,76,1",
        is_old: false,
    },
    Saved {
        name: "of-workbook.csv",
        from: "xlsx",
        to: "csv:Text - txt - csv (StarCalc):59,34,76,1",
        is_old: false,
    },
    Saved {
        name: "of-workbook.xlsx",
        from: "xlsx",
        to: "xlsx",
        is_old: false,
    },
    Saved {
        name: "of-table.xlsx",
        from: "csv",
        to: "xlsx",
        is_old: false,
    },
];

fn kept() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/files/export")
}

/// The desk the files are of.
fn desk(is_old: bool) -> Home {
    filled_of_old(POSTS, if is_old { is_in_1251 } else { |_| true })
}

/// The file makes the same plan on an empty desk.
#[track_caller]
fn comes_back(file: &Path, was: &[Value]) {
    let home = clients(8);
    let name = file.to_string_lossy();
    let report = home.json(&["import", "plan", &name, "--yes", "--json"]);
    assert_eq!(report["rejected"], 0, "{name}: {}", report["problems"]);
    let is = plan(&home);
    for (nth, (was, is)) in was.iter().zip(&is).enumerate() {
        assert_eq!(was, is, "{name}: row {nth}");
    }
    assert_eq!(was.len(), is.len(), "{name}");
}

#[test]
fn what_a_spreadsheet_saved_comes_back_equal() {
    let desks = [desk(false), desk(true)].map(|home| plan(&home));
    for saved in SAVED {
        comes_back(&kept().join(saved.name), &desks[usize::from(saved.is_old)]);
    }
}

#[test]
fn a_spreadsheet_that_is_installed_saves_them_so() {
    if std::env::var_os("POSTDESK_SOFFICE").is_none() {
        return;
    }
    for saved in SAVED {
        let home = desk(saved.is_old);
        let was = plan(&home);
        let ours = home.path().join(format!("plan.{}", saved.from));
        home.well(&["export", "plan", "--out", &ours.to_string_lossy()]);
        let theirs = save_again(&ours, saved.to);
        if std::env::var_os("POSTDESK_KEEP").is_some() {
            std::fs::create_dir_all(kept()).unwrap();
            std::fs::copy(&theirs, kept().join(saved.name)).unwrap();
        }
        comes_back(&theirs, &was);
    }
}

/// Opens a file in the spreadsheet and saves it in this form.
fn save_again(file: &Path, to: &str) -> PathBuf {
    let folder = file.parent().unwrap().join("saved");
    let profile = format!(
        "-env:UserInstallation=file://{}",
        folder.join("profile").display()
    );
    let ending = file.extension().unwrap();
    let status = Command::new("soffice")
        .args(["--headless", &profile])
        // As it opens such a file once it has seen the mark of UTF-8.
        .args((ending == "csv").then_some("--infilter=CSV:44,34,76,1"))
        .args(["--convert-to", to, "--outdir"])
        .arg(&folder)
        .arg(file)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .unwrap();
    assert!(status.success());
    let ending = to.split(':').next().unwrap();
    folder.join("plan").with_extension(ending)
}
