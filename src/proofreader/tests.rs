//! Spelling with small dictionaries of our own, and what broken ones do to it: nothing but a sentence.

use std::fs;
use std::path::{Path, PathBuf};

use super::*;
use crate::domain::ids::ClientId;

fn shelf() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/files/spelling")
}

fn spelling(languages: &[&str], words: &[&str]) -> Spelling {
    let owned = |list: &[&str]| list.iter().map(|&it| it.to_owned()).collect();
    Spelling {
        client: ClientId(1),
        languages: owned(languages),
        words: owned(words),
    }
}

fn read(speller: &mut Speller, text: &str, by: &Spelling) -> (Vec<String>, Vec<String>) {
    let spelt = speller.read(text, by, &|| true).unwrap();
    let mut misspelt: Vec<String> = spelt.misspelt.into_iter().collect();
    misspelt.sort();
    let lacking = spelt.lacking.into_iter().map(|words| words.key);
    (misspelt, lacking.collect())
}

/// What is wrong in a text, and which dictionaries are missing for it.
fn wrong(text: &str, languages: &[&str]) -> (Vec<String>, Vec<String>) {
    let mut speller = Speller::new(Places::only(&[shelf()]));
    read(&mut speller, text, &spelling(languages, &[]))
}

/// A folder with one dictionary, made of these bytes.
fn made(aff: &[u8], dic: &[u8]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("ru_RU.aff"), aff).unwrap();
    fs::write(folder.path().join("ru_RU.dic"), dic).unwrap();
    folder
}

#[test]
fn every_language_of_the_client_is_spelt_by_its_own_dictionary() {
    let text = "Сырники и сырнеки утром в кафе: bữa sáng ngonn, hyvää pävää, the breakfasts and cheeze. Ёлка.";
    let (misspelt, lacking) = wrong(text, &["ru", "vi", "fi", "en"]);
    assert_eq!(misspelt, ["and", "cheeze", "ngonn", "pävää", "сырнеки"]);
    assert!(lacking.is_empty());
}

#[test]
fn what_is_no_word_is_never_misspelt_and_capitals_and_stress_change_nothing() {
    let text = "ЗАВТРАКИ, за́мок, Кто-то, СММ #сырнеки @cheeze https://kolos.ru/cheeze 2026г. don’t";
    assert_eq!(wrong(text, &["ru", "en"]).0, Vec::<String>::new());
}

#[test]
fn without_its_dictionary_no_word_of_a_script_is_called_wrong() {
    let (misspelt, lacking) = wrong("ღვინო сырнеки", &["ru", "ka"]);
    assert_eq!(misspelt, ["сырнеки"]);
    assert_eq!(lacking, ["spell-bring"]);
    // Estonian might know what English does not.
    let (misspelt, lacking) = wrong("cheeze", &["en", "et"]);
    assert_eq!(
        (misspelt.len(), lacking),
        (0, vec!["spell-bring".to_owned()])
    );
    // Nobody who writes Russian only is told how English is spelt, nor that a dictionary for it is missing.
    assert_eq!(wrong("cheeze", &["ru"]), (Vec::new(), Vec::new()));
    let nowhere = tempfile::tempdir().unwrap();
    let mut speller = Speller::new(Places::only(&[nowhere.path().to_owned()]));
    let (_, lacking) = read(&mut speller, "слово", &spelling(&["ru"], &[]));
    assert_eq!(lacking, ["spell-install"]);
}

#[test]
fn the_likeliest_words_are_suggested() {
    let mut speller = Speller::new(Places::only(&[shelf()]));
    let by = spelling(&["ru", "en"], &[]);
    assert_eq!(speller.suggest("сырнеки", &by).first().unwrap(), "сырники");
    assert_eq!(speller.suggest("cheeze", &by), ["cheese"]);
    assert!(speller.suggest("щщщщщщщщ", &by).is_empty());
}

#[test]
fn her_own_words_and_those_of_the_client_are_right() {
    let folder = tempfile::tempdir().unwrap();
    for entry in fs::read_dir(shelf()).unwrap() {
        let path = entry.unwrap().path();
        fs::copy(&path, folder.path().join(path.file_name().unwrap())).unwrap();
    }
    let places = Places::only(&[folder.path().to_owned()]);
    let own = places.own_words().unwrap();
    fs::write(&own, "# мои\nшакшука").unwrap();
    let text = "Шакшука, Колос и сырнеки";
    let mut speller = Speller::new(places.clone());
    assert_eq!(
        read(&mut speller, text, &spelling(&["ru"], &[])).0,
        ["Колос", "сырнеки"]
    );
    assert_eq!(
        read(&mut speller, text, &spelling(&["ru"], &["Колос"])).0,
        ["сырнеки"]
    );
    speller.learn("сырнеки").unwrap();
    assert!(
        read(&mut speller, text, &spelling(&["ru"], &["Колос"]))
            .0
            .is_empty()
    );
    assert_eq!(
        fs::read_to_string(&own).unwrap(),
        "# мои\nшакшука\nсырнеки\n"
    );
    let mut later = Speller::new(places);
    assert_eq!(read(&mut later, text, &spelling(&["ru"], &[])).0, ["Колос"]);
}

#[test]
fn a_reading_that_is_overtaken_stops() {
    let mut speller = Speller::new(Places::only(&[shelf()]));
    let by = spelling(&["ru"], &[]);
    assert_eq!(speller.read("сырнеки", &by, &|| false), None);
    assert!(speller.read("сырнеки", &by, &|| true).is_some());
}

#[test]
fn a_bad_dictionary_is_a_sentence_and_the_text_is_not_called_wrong() {
    let words = "1\nслово\n".as_bytes();
    let cases: [(&str, Vec<u8>, Vec<u8>); 8] = [
        (
            "spell-wrong-encoding",
            b"SET UTF-8\n".to_vec(),
            b"1\n\xd3\xd9\xd2\n".to_vec(),
        ),
        (
            "spell-unknown-encoding",
            b"SET KLINGON-8\n".to_vec(),
            words.to_vec(),
        ),
        ("spell-empty", b"SET UTF-8\n".to_vec(), Vec::new()),
        ("spell-empty", b"SET UTF-8\n".to_vec(), b"12\n\n\n".to_vec()),
        (
            "spell-broken",
            b"SET UTF-8\nSFX A Y 2\nSFX A 0\n".to_vec(),
            words.to_vec(),
        ),
        (
            "spell-broken",
            b"SET UTF-8\nFLAG klingon\n".to_vec(),
            words.to_vec(),
        ),
        ("spell-wrong-encoding", vec![0; 600], words.to_vec()),
        (
            "spell-broken",
            b"SET UTF-8\n".to_vec(),
            "слово\nслово/\n".as_bytes().to_vec(),
        ),
    ];
    for (key, aff, dic) in cases {
        let folder = made(&aff, &dic);
        let mut speller = Speller::new(Places::only(&[folder.path().to_owned()]));
        let (misspelt, lacking) = read(&mut speller, "сырнеки", &spelling(&["ru"], &[]));
        assert_eq!((misspelt.len(), lacking), (0, vec![key.to_owned()]));
    }
}

#[test]
fn a_dictionary_of_200_megabytes_is_not_read() {
    let folder = made(b"SET UTF-8\n", b"");
    let dic = fs::File::options()
        .write(true)
        .open(folder.path().join("ru_RU.dic"))
        .unwrap();
    dic.set_len(200 << 20).unwrap();
    let places = Places::only(&[folder.path().to_owned()]);
    assert_eq!(places.trouble("ru").unwrap().key, "spell-too-large");
}

#[test]
fn the_usual_region_comes_first_and_hyphens_and_folders_below_are_known() {
    let folder = tempfile::tempdir().unwrap();
    let file = |name: &str| {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, "").unwrap();
        path
    };
    let places = Places::only(&[folder.path().to_owned()]);
    assert_eq!(places.find("en"), None);
    for name in ["hyph_en_US", "th_en_US", "english"] {
        file(&format!("{name}.dic"));
        file(&format!("{name}.aff"));
    }
    assert_eq!(places.find("en"), None, "a thesaurus is no dictionary");
    let mut best = Vec::new();
    for name in ["dict-en/en_GB", "en_ZA", "en_AU", "en-US", "en_US"] {
        file(&format!("{name}.aff"));
        best.push(file(&format!("{name}.dic")));
        let found = places.find("en").unwrap().dic;
        let expected = if name == "en_ZA" {
            &best[1]
        } else {
            &best[best.len() - 1]
        };
        assert_eq!(&found, expected);
    }
}

#[test]
fn whatever_bytes_a_dictionary_is_made_of_it_is_read_or_refused() {
    let (aff, dic) = (shelf().join("ru_RU.aff"), shelf().join("ru_RU.dic"));
    let (aff, dic) = (fs::read(aff).unwrap(), fs::read(dic).unwrap());
    let mut chance = crate::domain::chance::Rng::seeded(8);
    let mut roll = |sides: usize| (chance.next() % sides as u64) as usize;
    let rounds = std::env::var("POSTDESK_SPELLINGS").map_or(150, |n| n.parse().unwrap());
    let lines: Vec<&[u8]> = vec![
        b"FLAG long\n",
        b"FLAG num\n",
        b"FLAG UTF-8\n",
        b"COMPOUNDMIN 0\n",
        b"COMPOUNDRULE 1\nCOMPOUNDRULE A*B?(C\n",
        b"REP 1\nREP ^a $\n",
        b"MAP 1\nMAP (\n",
        b"BREAK 1\nBREAK ^\n",
        b"AF 1\nAF A\n",
        b"PFX A Y 1\nPFX A 0 x [^\n",
        b"SFX A Y 99999999999\n",
        b"ICONV 1\nICONV a \n",
        b"CHECKCOMPOUNDPATTERN 1\nCHECKCOMPOUNDPATTERN a b\n",
        b"PHONE 1\nPHONE A( B\n",
        b"KEY |||\n",
        b"TRY \n",
        b"IGNORE \n",
        b"COMPOUNDFLAG A\n",
        b"ONLYINCOMPOUND A\n",
    ];
    for _ in 0..rounds {
        let mut spoilt = (aff.clone(), dic.clone());
        for _ in 0..=roll(6) {
            let is_aff = roll(2) == 0;
            let file = if is_aff { &mut spoilt.0 } else { &mut spoilt.1 };
            let at = roll(file.len().max(1)).min(file.len());
            match roll(4) {
                0 => file.truncate(at),
                1 => file.insert(at, roll(256) as u8),
                2 if at < file.len() => file[at] = b"/\n 0A[^]#"[roll(9)],
                _ => {
                    let line = lines[roll(lines.len())].iter().copied();
                    file.splice(at..at, line);
                }
            }
        }
        let folder = made(&spoilt.0, &spoilt.1);
        let mut speller = Speller::new(Places::only(&[folder.path().to_owned()]));
        let by = spelling(&["ru"], &[]);
        let text = "Сырнеки, сырников завтракам кто-то-нибудь";
        assert!(speller.read(text, &by, &|| true).is_some());
        assert!(speller.suggest("сырнеки", &by).len() <= 9);
    }
}
