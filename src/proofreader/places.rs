//! Where dictionaries lie on a machine: her own folder first, then what the system, LibreOffice and Firefox bring.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

/// Folders of the system, in the order in which they are looked into.
const OF_THE_SYSTEM: [&str; 10] = [
    "/usr/share/hunspell",
    "/usr/share/myspell/dicts",
    "/usr/share/myspell",
    "/usr/local/share/hunspell",
    "/usr/lib/libreoffice/share/extensions",
    "/opt/libreoffice/share/extensions",
    "/usr/lib/firefox/dictionaries",
    "/usr/lib/thunderbird/dictionaries",
    "/Library/Spelling",
    "/run/current-system/sw/share/hunspell",
];

/// Folders below her home.
const OF_HERS: [&str; 4] = [
    ".local/share/hunspell",
    "Library/Spelling",
    ".local/share/myspell",
    ".hunspell",
];

/// The region that is taken first where a language has several dictionaries.
const REGIONS: [(&str, &str); 5] = [
    ("en", "en_US"),
    ("ru", "ru_RU"),
    ("vi", "vi_VN"),
    ("fi", "fi_FI"),
    ("ka", "ka_GE"),
];

/// Folders in a folder that are looked into as well: LibreOffice keeps each language in one.
const FOLDERS_BELOW: usize = 200;

/// Where to look for dictionaries, and where her own words are kept.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Places {
    folders: Vec<PathBuf>,
    own: Option<PathBuf>,
}

/// A dictionary: the rules of a language and its words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// The rules.
    pub aff: PathBuf,
    /// The words.
    pub dic: PathBuf,
}

impl Places {
    /// The usual places: what `DICPATH` says, `dictionaries` in her settings, then those of the system and of her home.
    pub fn usual(dicpath: Option<&OsStr>, config: Option<&Path>, home: Option<&Path>) -> Self {
        let own = config.map(|config| config.join("dictionaries"));
        let told = dicpath.into_iter().flat_map(std::env::split_paths);
        let hers = home
            .into_iter()
            .flat_map(|home| OF_HERS.map(|it| home.join(it)));
        Self {
            folders: told
                .filter(|folder| !folder.as_os_str().is_empty())
                .chain(own.clone())
                .chain(OF_THE_SYSTEM.map(PathBuf::from))
                .chain(hers)
                .collect(),
            own,
        }
    }

    /// These folders only; her words are kept in the first.
    pub fn only(folders: &[PathBuf]) -> Self {
        Self {
            folders: folders.to_vec(),
            own: folders.first().cloned(),
        }
    }

    /// The file of her own words, one to a line; none where she has no settings folder.
    pub fn own_words(&self) -> Option<PathBuf> {
        Some(self.own.as_ref()?.join("my-words.txt"))
    }

    /// The dictionary of a language (`ru`), if there is one.
    pub fn find(&self, language: &str) -> Option<Found> {
        let usual = REGIONS.iter().find(|(of, _)| *of == language);
        let usual = usual.map(|(_, region)| *region);
        self.folders.iter().find_map(|folder| {
            let below = folders_below(folder, language);
            let mut each = std::iter::once(folder.clone()).chain(below);
            each.find_map(|folder| in_folder(&folder, language, usual))
        })
    }
}

/// A dictionary of this language in a folder: of the usual region, of no region, or of the first by name.
fn in_folder(folder: &Path, language: &str, usual: Option<&str>) -> Option<Found> {
    let pair = |name: &str| {
        let file = |end: &str| folder.join(format!("{name}.{end}"));
        let found = Found {
            aff: file("aff"),
            dic: file("dic"),
        };
        (found.aff.is_file() && found.dic.is_file()).then_some(found)
    };
    let dashed = usual.map(|name| name.replace('_', "-"));
    let known = usual.into_iter().chain(dashed.as_deref()).chain([language]);
    known.clone().find_map(pair).or_else(|| {
        let mut names: Vec<String> = fs::read_dir(folder)
            .ok()?
            .flatten()
            .filter_map(|entry| Some(entry.file_name().to_str()?.strip_suffix(".dic")?.to_owned()))
            .filter(|name| {
                let rest = name.strip_prefix(language);
                // Files of hyphenation and of synonyms have names of their own: hyph_ru, th_ru.
                rest.is_some_and(|rest| rest.starts_with(['_', '-']))
            })
            .collect();
        names.sort();
        names.iter().find_map(|name| pair(name))
    })
}

/// Folders in a folder that may hold a dictionary of this language: `dict-ru`, `ru`, `dictionaries`.
fn folders_below(folder: &Path, language: &str) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder) else {
        return Vec::new();
    };
    let names = [
        format!("dict-{language}"),
        language.to_owned(),
        "dictionaries".to_owned(),
    ];
    let mut below: Vec<PathBuf> = entries
        .flatten()
        .take(FOLDERS_BELOW)
        .filter(|entry| names.iter().any(|name| entry.file_name() == name.as_str()))
        .map(|entry| entry.path())
        .filter(|path| path.is_dir())
        .collect();
    below.sort();
    below
}
