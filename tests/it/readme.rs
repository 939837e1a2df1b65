//! The examples of the README are no pictures: every line of its command line section runs on a demo desk.

use std::fs;
use std::path::Path;

use postdesk::demo::seed;
use postdesk::domain::Moment;
use postdesk::domain::chance::Rng;
use postdesk::store::{Origin, PATIENCE, Store};

use crate::home::{Home, said};

/// The lines of the shell blocks of the section, without their comments.
fn examples() -> Vec<String> {
    let readme =
        fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md")).unwrap();
    let section = readme.split("## The command line").nth(1).unwrap();
    let section = section.split("\n## ").next().unwrap();
    let blocks = section.split("```sh\n").skip(1);
    let lines = blocks.flat_map(|block| block.split("```").next().unwrap().lines());
    let plain = lines.map(|line| line.split("  #").next().unwrap().trim().to_owned());
    plain
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .collect()
}

/// A home with the demo on its desk, and the files that the examples name.
#[expect(
    clippy::disallowed_methods,
    reason = "the built program looks at the wall clock, and the demo must be of today"
)]
fn seeded() -> Home {
    let home = Home::new();
    let folder = home.database().parent().unwrap().to_owned();
    let now: Moment = std::time::SystemTime::now().into();
    let mut store = Store::open(&folder, Origin::Rule, PATIENCE, Rng::seeded(1)).unwrap();
    seed(&mut store, now).unwrap();
    drop(store);
    home.write(
        "plan.csv",
        "date,time,client,channel,topic\n2099-06-01,18:00,Kolos,vk,Okroshka\n",
    );
    home.write("comments.jsonl", "{\"date\":\"2026-01-05 10:00\",\"client\":\"Kolos\",\"channel\":\"vk\",\"author\":\"Olga\",\"text\":\"Hello\"}\n");
    home.write(
        "numbers.csv",
        "date,client,channel,metric,value\n2026-01-05,Kolos,vk,followers,10\n",
    );
    home.write("door.png", "\u{89}PNG, as far as a name goes");
    home.write("short.txt", "Ten o’clock, and the raf is back.\n");
    home
}

#[test]
fn every_example_of_the_readme_runs() {
    let home = seeded();
    let program = Path::new(env!("CARGO_BIN_EXE_postdesk")).parent().unwrap();
    let path = format!("{}:/usr/local/bin:/usr/bin:/bin", program.display());
    let examples = examples();
    assert!(examples.len() > 30, "{}", examples.len());
    for line in examples {
        let mut shell = std::process::Command::new("bash");
        shell
            .args(["-c", &format!("set -o pipefail; {line}")])
            .current_dir(home.path())
            .env_clear()
            .env("PATH", &path)
            .env("POSTDESK_HOME", home.path())
            .env("TZ", "UTC")
            .stdin(std::process::Stdio::null());
        let said = said(&mut shell);
        assert_eq!(said.code, 0, "{line}: {said:?}");
    }
}
