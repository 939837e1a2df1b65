//! Addresses we open: built from a platform's template and her words, or looked at before they are opened.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use super::handle;

/// What a template may be filled with. An empty value is a missing one.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Parts<'a> {
    /// The link of the post.
    pub url: &'a str,
    /// Its text.
    pub text: &'a str,
    /// Its title.
    pub title: &'a str,
    /// The page it goes to, as it was written down; fills `{handle}` and `{host}`.
    pub handle: &'a str,
}

/// Longest address that is worth opening, in bytes: common web servers refuse request lines over 8 KiB.
pub const LONGEST: usize = 8_000;

/// RFC 3986 "unreserved" stays as it is, all else becomes `%XX`: nothing in a value can end the value.
const VALUE: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~');

const PLACEHOLDERS: [&str; 5] = ["url", "text", "title", "host", "handle"];

/// The address of a filled-in post. A query pair whose value is missing is dropped; a missing step of the path, a result
/// that is not a safe link, and one over [`LONGEST`] are refused. The text has to go by the clipboard then.
pub fn share_address(template: &str, parts: &Parts) -> Result<String, AddressError> {
    check_template(template)?;
    let (base, query) = template.split_once('?').unwrap_or((template, ""));
    let mut address = filled(base, parts).map_err(AddressError::Missing)?;
    let pairs: Vec<String> = query
        .split('&')
        .filter(|pair| !pair.is_empty())
        .filter_map(|pair| filled(pair, parts).ok())
        .collect();
    if !pairs.is_empty() {
        address.push('?');
        address.push_str(&pairs.join("&"));
    }
    if address.len() > LONGEST {
        return Err(AddressError::TooLong(address.len()));
    }
    if !is_safe_link(&address) {
        return Err(AddressError::NotALink);
    }
    Ok(address)
}

/// Why there is no address to open.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum AddressError {
    /// The template itself is wrong.
    #[error(transparent)]
    Template(#[from] TemplateError),
    /// The path needs a value that is not there.
    #[error("nothing to put for {{{0}}}")]
    Missing(&'static str),
    /// The result is not a plain http or https link.
    #[error("the result is not a safe http or https link")]
    NotALink,
    /// The result has this many bytes.
    #[error("the address would be {0} bytes long")]
    TooLong(usize),
}

/// Whether a template can be filled in: empty, or https with known placeholders and no fragment.
pub fn check_template(template: &str) -> Result<(), TemplateError> {
    if template.is_empty() {
        return Ok(());
    }
    if !template.starts_with("https://") {
        return Err(TemplateError::NotHttps);
    }
    if template.contains('#') {
        return Err(TemplateError::Fragment);
    }
    for piece in pieces(template) {
        match piece {
            Piece::Words(words) if words.contains(['{', '}']) => {
                return Err(TemplateError::Unclosed);
            }
            Piece::Hole(name) if !PLACEHOLDERS.contains(&name) => {
                return Err(TemplateError::Unknown(name.to_owned()));
            }
            Piece::Words(_) | Piece::Hole(_) => {}
        }
    }
    Ok(())
}

/// What is wrong with a template.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TemplateError {
    /// It does not begin with `https://`.
    #[error("is not an https address")]
    NotHttps,
    /// It asks for something nobody can fill in.
    #[error("asks for {{{0}}}, which nobody can fill in")]
    Unknown(String),
    /// A brace has no partner.
    #[error("has a brace without its partner")]
    Unclosed,
    /// It has a `#`, behind which nothing reaches the site.
    #[error("has a # in it")]
    Fragment,
}

/// Whether a link from outside may be opened: http or https, a host, nobody's name or password before it,
/// nothing invisible and nothing that browsers read in two ways.
pub fn is_safe_link(link: &str) -> bool {
    let Some((scheme, rest)) = link.split_once("://") else {
        return false;
    };
    if !scheme.eq_ignore_ascii_case("https") && !scheme.eq_ignore_ascii_case("http") {
        return false;
    }
    if link
        .chars()
        .any(|c| c.is_control() || c.is_whitespace() || is_invisible(c) || "\\\"<>`".contains(c))
    {
        return false;
    }
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let (host, port) = match authority
        .strip_prefix('[')
        .and_then(|v6| v6.split_once(']'))
    {
        Some((v6, port))
            if v6
                .chars()
                .all(|c| c.is_ascii_hexdigit() || c == ':' || c == '.') =>
        {
            (v6, port)
        }
        Some(_) => return false,
        None => authority.split_at(authority.find(':').unwrap_or(authority.len())),
    };
    let name_fits = host
        .chars()
        .all(|c| c.is_alphanumeric() || "-._:".contains(c));
    let port_fits = match port.strip_prefix(':') {
        Some(digits) => digits.is_empty() || digits.parse::<u16>().is_ok(),
        None => port.is_empty(),
    };
    host.chars().any(char::is_alphanumeric) && name_fits && port_fits
}

/// Marks that steer the direction of writing, join or part letters, or show nothing at all.
fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180f}'
        | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{3164}'
        | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}' | '\u{e0000}'..='\u{e0fff}')
}

/// A template's words with its holes filled, or the name of the hole that stays empty.
fn filled(template: &str, parts: &Parts) -> Result<String, &'static str> {
    let mut out = String::with_capacity(template.len());
    for piece in pieces(template) {
        match piece {
            Piece::Words(words) => out.push_str(words),
            Piece::Hole(name) => out.push_str(&value(name, parts)?),
        }
    }
    Ok(out)
}

fn value(hole: &str, parts: &Parts) -> Result<String, &'static str> {
    let (name, value) = match hole {
        "url" => ("url", encoded(parts.url)),
        "text" => ("text", encoded(parts.text)),
        "title" => ("title", encoded(parts.title)),
        // A host stands where nothing may be encoded; `handle::host` lets only letters, digits, hyphens and dots through.
        "host" => (
            "host",
            handle::host(parts.handle).unwrap_or_default().to_owned(),
        ),
        _ => (
            "handle",
            handle::path(parts.handle)
                .split('/')
                .map(encoded)
                .collect::<Vec<_>>()
                .join("/"),
        ),
    };
    if value.is_empty() {
        Err(name)
    } else {
        Ok(value)
    }
}

fn encoded(value: &str) -> String {
    utf8_percent_encode(value, VALUE).to_string()
}

enum Piece<'a> {
    Words(&'a str),
    Hole(&'a str),
}

fn pieces(template: &str) -> Vec<Piece<'_>> {
    let mut found = Vec::new();
    let mut rest = template;
    while let Some((words, after)) = rest.split_once('{') {
        let Some((name, after)) = after.split_once('}') else {
            break;
        };
        found.push(Piece::Words(words));
        found.push(Piece::Hole(name));
        rest = after;
    }
    found.push(Piece::Words(rest));
    found
}

#[cfg(test)]
mod tests;
