//! Why a text can't be the address of a site.
//!
//! Owns the reason as a part of other messages, which follows a colon. Must never know
//! where the address is written.

use super::paths;
use crate::message;
use crate::message::Message;
use crate::path::NoBaseUrl;

/// The reason in words.
pub fn reason(problem: &NoBaseUrl) -> Message {
    match problem {
        NoBaseUrl::NoScheme => message!("base-url-no-scheme"),
        NoBaseUrl::Scheme(scheme) => message!("base-url-scheme", scheme),
        NoBaseUrl::NoHost => message!("base-url-no-host"),
        NoBaseUrl::Host(host) => message!("base-url-host", host),
        NoBaseUrl::Tail => message!("base-url-tail"),
        NoBaseUrl::File => message!("base-url-file"),
        NoBaseUrl::Path(problem) => paths::reason(*problem),
    }
}
