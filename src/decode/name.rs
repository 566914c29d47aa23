//! Names of terms.

use xxhash_rust::xxh3::xxh3_128;

/// A name of a term as it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Name {
    text: String,
    key: u128,
}

impl Name {
    /// The most letters that a name may have: it stands in lists, menus and addresses.
    pub const LONGEST: usize = 100;

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The text's xxh3-128, by which tables know it: of tens of thousands of names on
    /// posts most have been seen, and needn't be read again to tell.
    pub fn key(&self) -> u128 {
        self.key
    }
}

impl From<String> for Name {
    fn from(text: String) -> Self {
        Self {
            key: xxh3_128(text.as_bytes()),
            text,
        }
    }
}

impl AsRef<str> for Name {
    fn as_ref(&self) -> &str {
        &self.text
    }
}
