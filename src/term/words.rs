//! A command line cut into words as a shell would, without a shell: quotes and backslashes, nothing expanded.

/// The words of `line`; `None` when a quote is left open or nothing follows a backslash.
///
/// Single quotes keep everything; double quotes let a backslash escape `"`, `\`, `$` and `` ` ``; outside quotes a
/// backslash takes the next character as it is.
pub fn split(line: &str) -> Option<Vec<String>> {
    let mut words = Vec::new();
    let mut word: Option<String> = None;
    let mut rest = line.chars();
    while let Some(letter) = rest.next() {
        match letter {
            ' ' | '\t' | '\n' => words.extend(word.take()),
            '\'' => until_single_quote(&mut rest, word.get_or_insert_default())?,
            '"' => until_double_quote(&mut rest, word.get_or_insert_default())?,
            '\\' => word.get_or_insert_default().push(rest.next()?),
            other => word.get_or_insert_default().push(other),
        }
    }
    words.extend(word);
    Some(words)
}

fn until_single_quote(rest: &mut std::str::Chars<'_>, word: &mut String) -> Option<()> {
    loop {
        match rest.next()? {
            '\'' => return Some(()),
            other => word.push(other),
        }
    }
}

fn until_double_quote(rest: &mut std::str::Chars<'_>, word: &mut String) -> Option<()> {
    loop {
        match rest.next()? {
            '"' => return Some(()),
            '\\' => {
                let escaped = rest.next()?;
                if !matches!(escaped, '"' | '\\' | '$' | '`') {
                    word.push('\\');
                }
                word.push(escaped);
            }
            other => word.push(other),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(line: &str) -> Option<Vec<String>> {
        split(line)
    }

    #[test]
    fn editors_as_people_write_them() {
        for (line, expected) in [
            ("vi", vec!["vi"]),
            ("  code   --wait ", vec!["code", "--wait"]),
            (
                r#""/opt/My Editor/bin/ed" -n"#,
                vec!["/opt/My Editor/bin/ed", "-n"],
            ),
            (r"/opt/My\ Editor/ed", vec!["/opt/My Editor/ed"]),
            (
                r#"emacsclient -a '' -e '(x "y")'"#,
                vec!["emacsclient", "-a", "", "-e", r#"(x "y")"#],
            ),
            (r#"a"b"'c'd"#, vec!["abcd"]),
            (r#""\$HOME \n \"x\"""#, vec![r#"$HOME \n "x""#]),
            ("", vec![]),
            (" \t ", vec![]),
        ] {
            let expected: Vec<String> = expected.into_iter().map(String::from).collect();
            assert_eq!(words(line), Some(expected), "{line}");
        }
    }

    #[test]
    fn nothing_is_expanded() {
        let hostile = "vi $(rm -rf ~) `id` ; ls > x *";
        assert_eq!(
            words(hostile).unwrap(),
            ["vi", "$(rm", "-rf", "~)", "`id`", ";", "ls", ">", "x", "*"]
        );
    }

    #[test]
    fn what_is_left_open_is_refused() {
        for line in ["vi '", "vi \"", r#"vi "\"#, "vi \\", "'"] {
            assert_eq!(words(line), None, "{line}");
        }
    }
}
