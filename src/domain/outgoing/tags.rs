//! Lines of hashtags, taken out of a text and put behind it.

/// A text and the lines of hashtags in it.
pub(super) struct Split {
    /// The text without them.
    pub(super) rest: String,
    /// They, one line below the other.
    pub(super) tags: String,
    /// The text with them at its end.
    pub(super) whole: String,
}

/// Takes out the lines that hold nothing but hashtags. A text of nothing else stays one.
pub(super) fn split(text: &str) -> Split {
    let lines: Vec<&str> = text.split('\n').collect();
    let is_text = |line: &&&str| !is_tags(line) && !line.trim().is_empty();
    let has_both = lines.iter().any(|line| is_tags(line)) && lines.iter().any(|it| is_text(&it));
    if !has_both {
        return Split {
            rest: text.to_owned(),
            tags: String::new(),
            whole: text.to_owned(),
        };
    }
    let tags: Vec<&str> = lines
        .iter()
        .filter(|it| is_tags(it))
        .map(|it| it.trim())
        .collect();
    let tags = tags.join("\n");
    let rest = without(&lines);
    let last = lines.iter().rposition(|line| is_text(&line)).unwrap_or(0);
    let stand_last = lines[..last].iter().all(|line| !is_tags(line));
    Split {
        whole: if stand_last {
            text.to_owned()
        } else {
            format!("{rest}\n\n{tags}")
        },
        rest,
        tags,
    }
}

/// The other lines; a gap that a line of hashtags leaves closes to one blank line.
fn without(lines: &[&str]) -> String {
    let mut kept: Vec<&str> = Vec::with_capacity(lines.len());
    let mut is_gap = false;
    for line in lines {
        if is_tags(line) {
            is_gap = true;
            continue;
        }
        let is_blank = line.trim().is_empty();
        let doubled = is_gap && is_blank && kept.last().is_none_or(|last| last.trim().is_empty());
        if !doubled {
            kept.push(line);
        }
        is_gap &= is_blank;
    }
    kept.join("\n").trim_end().to_owned()
}

/// Whether a line holds hashtags and nothing else.
fn is_tags(line: &str) -> bool {
    let mut words = line.split_whitespace().peekable();
    words.peek().is_some() && words.all(is_tag)
}

/// "#сырники", "#меню@kolos".
fn is_tag(word: &str) -> bool {
    let name = word.strip_prefix('#');
    name.is_some_and(|name| {
        name.starts_with(|c: char| c.is_alphanumeric() || c == '_') && !name.contains('#')
    })
}
