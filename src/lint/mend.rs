//! Taking the safe fixes of a text: each puts its replacement in the place of its own range and touches nothing else.

use super::Finding;

/// The text with these fixes taken; of two that overlap only the first is. Findings without a fix change nothing.
pub fn mended<'f>(text: &str, findings: impl IntoIterator<Item = &'f Finding>) -> String {
    let with_fix = findings.into_iter().filter_map(|it| {
        let range = it.place.range.clone()?;
        let is_there = text.get(range.clone()).is_some();
        it.fix
            .as_deref()
            .filter(|_| is_there)
            .map(|fix| (range, fix))
    });
    let mut fixes: Vec<_> = with_fix.collect();
    fixes.sort_by_key(|(range, _)| (range.start, range.end));
    let mut done = String::with_capacity(text.len());
    let mut from = 0;
    for (range, fix) in fixes {
        if range.start < from {
            continue;
        }
        done.push_str(&text[from..range.start]);
        done.push_str(fix);
        from = range.end;
    }
    done.push_str(&text[from..]);
    done
}
