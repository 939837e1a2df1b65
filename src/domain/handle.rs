//! The name of a page as people write it down: "@kolos", "vk.com/kolos", "@lampo@mastodon.social", a whole link.

/// The path of the page inside its site: `@kolos` → `kolos`, `https://ok.ru/group/55/` → `group/55`.
/// Empty when there is none. Steps like `..` are left out.
pub fn path(handle: &str) -> String {
    let bare = without_scheme(handle);
    let path = match bare.split_once('/') {
        Some((first, rest)) if is_host(first) => rest,
        None if bare.len() < handle.trim().len() => "",
        _ => bare,
    };
    let path = path.split(['?', '#']).next().unwrap_or_default();
    let steps: Vec<&str> = path
        .trim_start_matches('@')
        .split('/')
        .filter(|step| !step.chars().all(|c| c == '.'))
        .collect();
    steps.join("/")
}

/// The host a handle names: of a link, of a bare domain, of a name in the fediverse. `None` when it names none,
/// or something that is not a plain host with a possible port.
pub fn host(handle: &str) -> Option<&str> {
    let bare = without_scheme(handle);
    let authority = bare.split(['/', '?', '#']).next().unwrap_or_default();
    let is_link = bare.len() < handle.trim().len();
    let host = match authority.rsplit_once('@') {
        Some(_) if is_link => return None,
        Some((_, host)) => host,
        None => authority,
    };
    is_host(host).then_some(host)
}

/// Letters, digits and hyphens in at least two parts, and maybe a port.
fn is_host(host: &str) -> bool {
    let (name, port) = host.split_once(':').unwrap_or((host, "0"));
    let part_fits = |part: &str| {
        !part.is_empty()
            && !part.starts_with('-')
            && !part.ends_with('-')
            && part.chars().all(|c| c.is_alphanumeric() || c == '-')
    };
    name.contains('.') && name.split('.').all(part_fits) && port.parse::<u16>().is_ok()
}

fn without_scheme(handle: &str) -> &str {
    let handle = handle.trim();
    ["https://", "http://"]
        .into_iter()
        .find_map(|scheme| match handle.get(..scheme.len()) {
            Some(start) if start.eq_ignore_ascii_case(scheme) => handle.get(scheme.len()..),
            _ => None,
        })
        .unwrap_or(handle)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_found_however_it_was_written_down() {
        for (written, expected) in [
            ("@kolos_kazan", "kolos_kazan"),
            ("kolos_kazan", "kolos_kazan"),
            (" vk.com/kolos ", "kolos"),
            ("https://vk.com/kolos", "kolos"),
            ("https://ok.ru/group/5500012/", "group/5500012"),
            ("group/5500012", "group/5500012"),
            ("https://t.me/kolos?boost#x", "kolos"),
            ("https://www.youtube.com/@kolos", "kolos"),
            ("https://vk.com", ""),
            ("../../evil", "evil"),
            ("", ""),
        ] {
            assert_eq!(path(written), expected, "{written}");
        }
    }

    #[test]
    fn a_host_is_found_in_a_link_a_domain_and_a_fediverse_name() {
        for (written, expected) in [
            ("@lampo@mastodon.social", Some("mastodon.social")),
            ("lampo@mastodon.social", Some("mastodon.social")),
            ("https://blog.lampo.fi/uutiset", Some("blog.lampo.fi")),
            ("lampo.fi:8443", Some("lampo.fi:8443")),
            ("колос.рф", Some("колос.рф")),
            ("@kolos", None),
            ("https://lampo.fi@evil.example/", None),
            ("evil.example\\@lampo.fi", Some("lampo.fi")),
            ("-a.example", None),
            ("a..b", None),
            ("a.b:99999", None),
            ("", None),
        ] {
            assert_eq!(host(written), expected, "{written}");
        }
    }
}
