//! Opening an address: by the desktop's own opener where there is a desktop, never by a shell.

use std::io;
use std::os::unix::process::CommandExt;
use std::process::{Child, Command, Stdio};

/// Longer addresses are refused; browsers and servers stop at about this many bytes too.
const ADDRESS_LIMIT: usize = 8_192;

/// What is around us, as the program's start saw it: nobody else reads the environment.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Surroundings {
    /// `DISPLAY`.
    pub display: Option<String>,
    /// `WAYLAND_DISPLAY`.
    pub wayland_display: Option<String>,
    /// This is macOS, where a desktop is always there.
    pub is_mac: bool,
}

impl Surroundings {
    fn opener(&self) -> Option<&'static str> {
        let set = |value: &Option<String>| value.as_ref().is_some_and(|value| !value.is_empty());
        match self {
            Self { is_mac: true, .. } => Some("open"),
            here if set(&here.display) || set(&here.wayland_display) => Some("xdg-open"),
            _ => None,
        }
    }
}

/// What became of an address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Opened {
    /// A browser was asked to show it.
    Started,
    /// There is no desktop here: show the address itself.
    Printed,
}

/// Why an address was not opened.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// Not a plain web address: another scheme, a space or control character in it, no host, or too long.
    #[error("not a web address")]
    NotAnAddress,
    /// The desktop's opener could not be started.
    #[error(transparent)]
    NoOpener(#[from] io::Error),
}

/// Opens addresses, and remembers its children until they have ended.
#[derive(Debug, Default)]
pub struct Browser {
    surroundings: Surroundings,
    openers: Vec<Child>,
}

impl Browser {
    /// A browser in these surroundings.
    pub fn new(surroundings: Surroundings) -> Self {
        Self {
            surroundings,
            openers: Vec::new(),
        }
    }

    /// Shows a web address (`http` or `https` only), detached from our terminal and our job.
    pub fn open_address(&mut self, address: &str) -> Result<Opened, OpenError> {
        // Those that have ended would otherwise stay in the process table for as long as we live.
        self.openers
            .retain_mut(|opener| !matches!(opener.try_wait(), Ok(Some(_))));
        if !is_web_address(address) {
            return Err(OpenError::NotAnAddress);
        }
        let Some(opener) = self.surroundings.opener() else {
            return Ok(Opened::Printed);
        };
        let child = Command::new(opener)
            .arg(address)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .process_group(0)
            .spawn()?;
        self.openers.push(child);
        Ok(Opened::Started)
    }
}

fn is_web_address(address: &str) -> bool {
    let hostile = |letter: char| letter.is_control() || letter.is_whitespace();
    let after = |scheme: &str| {
        let start = address.get(..scheme.len())?;
        start
            .eq_ignore_ascii_case(scheme)
            .then(|| &address[scheme.len()..])
    };
    let rest = after("https://").or_else(|| after("http://"));
    address.len() <= ADDRESS_LIMIT
        && !address.contains(hostile)
        && rest.is_some_and(|rest| {
            rest.starts_with(|letter: char| letter.is_alphanumeric() || letter == '[')
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_a_desktop_the_address_is_shown() {
        let mut browser = Browser::new(Surroundings {
            display: Some(String::new()),
            ..Surroundings::default()
        });
        let opened = browser.open_address("https://vk.com/wall-1_2").unwrap();
        assert_eq!(opened, Opened::Printed);
    }

    #[test]
    fn only_web_addresses_are_opened() {
        let mut browser = Browser::default();
        for good in ["http://a", "HTTPS://пример.рф/я?x=1;ls", "https://[::1]/"] {
            assert!(browser.open_address(good).is_ok(), "{good}");
        }
        let long = format!("https://a/{}", "x".repeat(ADDRESS_LIMIT));
        for bad in [
            "",
            "file:///etc/passwd",
            "javascript:alert(1)",
            "--help",
            "https://",
            "https:///x",
            "https://-x",
            "https://a b",
            "https://a\n",
            "https://a\x1b]0;x\x07",
            "я",
            long.as_str(),
        ] {
            let refused = browser.open_address(bad);
            assert!(matches!(refused, Err(OpenError::NotAnAddress)), "{bad}");
        }
    }
}
