//! Words inside HTML: every sign that could mean something means itself, and a link is only what begins with http.

use std::fmt::{self, Display, Formatter, Write};

use crate::domain::count::links;

/// Words as they are, fit for an element and for an attribute in double quotes.
pub(super) struct Escaped<'a>(pub(super) &'a str);

impl Display for Escaped<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        for c in self.0.chars() {
            match c {
                '&' => f.write_str("&amp;")?,
                '<' => f.write_str("&lt;")?,
                '>' => f.write_str("&gt;")?,
                '"' => f.write_str("&quot;")?,
                '\'' => f.write_str("&#39;")?,
                // Nothing of the kind gets through the border; should it ever, it stays out of the page.
                _ if c.is_control() && c != '\n' => {}
                _ => f.write_char(c)?,
            }
        }
        Ok(())
    }
}

/// Words in which what begins with `http://` or `https://` can be clicked. Whoever clicks tells the other side nothing.
pub(super) struct Linked<'a>(pub(super) &'a str);

impl Display for Linked<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let mut written = 0;
        for range in links(self.0) {
            let link = Escaped(&self.0[range.clone()]);
            write!(
                f,
                "{}<a href=\"{link}\" target=\"_blank\" rel=\"noopener noreferrer nofollow\">{link}</a>",
                Escaped(&self.0[written..range.start]),
            )?;
            written = range.end;
        }
        write!(f, "{}", Escaped(&self.0[written..]))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_sign_keeps_its_meaning() {
        let hostile = "<script>alert('1')</script> & \" onload=x\u{0}\u{1b}[31m\n]]>";
        assert_eq!(
            Escaped(hostile).to_string(),
            "&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt; &amp; &quot; onload=x[31m\n]]&gt;"
        );
    }

    #[test]
    fn only_http_can_be_clicked() {
        let page = Linked("см. https://kolos.example/?a=1&b=\"2 и всё.").to_string();
        assert!(
            page.starts_with("см. <a href=\"https://kolos.example/?a=1&amp;b=\" target=\"_blank\" rel=\"noopener noreferrer nofollow\">"),
            "{page}"
        );
        assert!(page.ends_with("</a>&quot;2 и всё."), "{page}");
        for words in [
            "javascript:alert(1)",
            "data:text/html,<b>",
            "file:///etc/passwd",
            "vbscript:x",
            "kolos.example",
            "//kolos.example",
        ] {
            let page = Linked(words).to_string();
            assert!(!page.contains("<a"), "{page}");
        }
    }
}
