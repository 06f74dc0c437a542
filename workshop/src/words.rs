//! The workshop's own words, in Vietnamese and in English.

/// The words of one language.
#[derive(Clone, Copy, PartialEq)]
pub(crate) struct Words {
    pub(crate) english: bool,
}

impl Words {
    /// Of two ways to say something, the one in this language.
    pub(crate) const fn of(self, vi: &'static str, en: &'static str) -> &'static str {
        if self.english { en } else { vi }
    }
}
