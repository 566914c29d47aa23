//! Web and e-mail addresses in settings.
//!
//! Owns which may be used where, and how they are written in pages. Must never ask the
//! network.

use crate::diagnostic::address::Fault;
use crate::path::{external, misspelt};

/// Which addresses a key takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Allowed {
    /// http and https.
    Web,
    /// http, https, mailto, tel, and paths of the site.
    Link,
}

/// Why an address can't be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AddressProblem {
    /// The kind of fault.
    pub fault: Fault,
    /// What may be meant.
    pub meant: Option<String>,
}

impl AddressProblem {
    fn new(fault: Fault, meant: Option<String>) -> Self {
        Self { fault, meant }
    }
}

/// An address as pages have it, if it can be used.
pub fn check_address(address: &str, allowed: Allowed) -> Result<String, AddressProblem> {
    // Browsers drop these, so that `java\nscript:` would pass for something harmless.
    let blank = |c: &char| c.is_whitespace() || c.is_control();
    if let Some(letter) = address.chars().find(blank) {
        let is_number = address.starts_with("tel:") || address.starts_with("sms:");
        let space = if is_number { "" } else { "%20" };
        let meant = (letter == ' ').then(|| address.replace(' ', space));
        return Err(AddressProblem::new(Fault::Space, meant));
    }
    // Browsers read it as `/`, so that `/\x.se` would leave the site.
    if address.contains('\\') {
        let mut meant = address.replace('\\', "/");
        if meant.starts_with("//") {
            meant.insert_str(0, "https:");
        }
        return Err(AddressProblem::new(Fault::Backslash, Some(meant)));
    }
    if address.starts_with("//") {
        let meant = Some(format!("https:{address}"));
        return Err(AddressProblem::new(Fault::NoScheme, meant));
    }
    if address.starts_with('/') {
        return match allowed {
            Allowed::Link => Ok(address.to_owned()),
            Allowed::Web => Err(AddressProblem::new(Fault::OnlyPath, None)),
        };
    }
    if let Some(meant) = misspelt::scheme(address) {
        return Err(AddressProblem::new(Fault::Misspelt, Some(meant)));
    }
    match address.split_once(':') {
        Some((scheme, rest)) => {
            check_scheme(address, scheme, rest, allowed)?;
            outside(&format!("{}:{rest}", scheme.to_ascii_lowercase()), allowed)
        }
        None => Err(without_scheme(address, allowed)),
    }
}

/// Whether an address that has a `:` can be used.
fn check_scheme(
    address: &str,
    scheme: &str,
    rest: &str,
    allowed: Allowed,
) -> Result<(), AddressProblem> {
    let form = |complete: bool, meant: &str| {
        let problem = || AddressProblem::new(Fault::Incomplete, Some(meant.to_owned()));
        complete.then_some(()).ok_or_else(problem)
    };
    let refused = |fault: fn(String) -> Fault| {
        let problem = AddressProblem::new(fault(scheme.to_owned()), None);
        Err(problem)
    };
    match scheme.to_ascii_lowercase().as_str() {
        "http" | "https" => {
            let host = rest.strip_prefix("//").unwrap_or_default();
            let complete = !host.is_empty() && !host.starts_with('/');
            form(complete, "https://example.org/")
        }
        "mailto" if allowed == Allowed::Link => {
            let (to, _) = rest.split_once('?').unwrap_or((rest, ""));
            form(check_email(to).is_ok(), "mailto:namn@example.org")
        }
        "tel" if allowed == Allowed::Link => {
            let digit = rest.chars().any(|c| c.is_ascii_digit());
            form(digit, "tel:+4681234567")
        }
        "mailto" | "tel" => Err(AddressProblem::new(Fault::NoPage, None)),
        "javascript" | "data" | "vbscript" | "blob" | "file" => refused(Fault::Script),
        _ if scheme.contains('.') || rest.starts_with(|c: char| c.is_ascii_digit()) => {
            Err(without_scheme(address, allowed))
        }
        _ => refused(Fault::Scheme),
    }
}

/// A whole address whose host every reader can reach.
fn outside(address: &str, allowed: Allowed) -> Result<String, AddressProblem> {
    external(address).map(Into::into).map_err(|host| {
        // Of a page that an author looked at while writing, the path is what is meant.
        let path = address.split_once("://").and_then(|(_, rest)| {
            let at = rest.find('/').filter(|_| host == "localhost")?;
            (allowed == Allowed::Link).then(|| rest[at..].to_owned())
        });
        AddressProblem::new(Fault::Unreachable(host.to_owned()), path)
    })
}

/// `www.skr.se`, `asa@example.org`, `om`.
fn without_scheme(address: &str, allowed: Allowed) -> AddressProblem {
    let meant = if allowed == Allowed::Link && check_email(address).is_ok() {
        format!("mailto:{address}")
    } else if let Some(path) = path_of_file(address) {
        path
    } else if address.contains('.') || allowed == Allowed::Web {
        format!("https://{address}")
    } else {
        format!("/{}/", address.trim_matches('/'))
    };
    AddressProblem::new(Fault::Part, Some(meant))
}

/// The address of a file of this site that stands where an address is wanted:
/// `pages/om.md` is `/om/`. A host's name ends otherwise.
fn path_of_file(written: &str) -> Option<String> {
    let path = written.trim_start_matches("./").trim_start_matches("../");
    let path = path
        .trim_start_matches("content/")
        .trim_start_matches("static/");
    if let Some(document) = path.strip_suffix(".md") {
        let name = document.strip_prefix("pages/").unwrap_or(document);
        let name = name.strip_suffix("/index").unwrap_or(name);
        return Some(format!("/{name}/"));
    }
    let ending = path
        .rsplit_once('.')
        .map(|(_, ending)| ending.to_lowercase());
    let file = [
        "html", "htm", "pdf", "jpg", "jpeg", "png", "svg", "csv", "xml", "docx",
    ];
    file.contains(&ending.as_deref()?)
        .then(|| format!("/{path}"))
}

/// Whether `address` is the address of one mailbox; `Err` holds what may be meant.
pub fn check_email(address: &str) -> Result<(), Option<String>> {
    let special = r#"<>"'(),;:\&?#%"#;
    let plain = |c: char| !c.is_whitespace() && !c.is_control() && !special.contains(c);
    let mut parts = address.split('@');
    let fine = match (parts.next(), parts.next(), parts.next()) {
        (Some(name), Some(host), None) => {
            !name.is_empty()
                && host.split('.').count() > 1
                && host.split('.').all(|label| !label.is_empty())
                && address.chars().all(plain)
        }
        _ => false,
    };
    if fine {
        return Ok(());
    }
    let inner = address
        .split_once('<')
        .and_then(|(_, rest)| rest.split_once('>'))
        .map(|(inner, _)| inner.to_owned())
        .or_else(|| address.strip_prefix("mailto:").map(str::to_owned))
        .or_else(|| {
            let spoken = address
                .replace("(at)", "@")
                .replace("[at]", "@")
                .replace(" at ", "@");
            (spoken != address).then(|| spoken.replace(' ', ""))
        });
    Err(inner.filter(|inner| check_email(inner).is_ok()))
}
