//! What can go wrong, said to a person: a code, what happened and where, and what to do, in
//! Vietnamese and English.

use serde::Serialize;

/// The stable code of a [`Problem`], for programs and search engines.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Code {
    /// The text is not JSON at all.
    MalformedJson,
    /// A field holds a value of another type than Contract 1 or 2 says.
    WrongType,
    /// Neither `body` nor `summary` is there.
    MissingBody,
    /// `body` is there but holds no text.
    EmptyBody,
    /// The body is written in another language.
    NotVietnamese,
    /// The body is Vietnamese in a legacy encoding such as TCVN3 or VNI.
    LegacyEncoding,
    /// A file could not be read, or an address could not be fetched.
    NotReadable,
    /// The server answered, but not with the article (404 and the like).
    HttpStatus,
    /// The element names no source and the page has no article.
    NoSource,
    /// What was named is a list of articles: a card of one would hold facts of the others.
    ListPage,
    /// More than one article can hold.
    TooLarge,
    /// The server did not answer in time.
    Timeout,
    /// The widget itself failed.
    Crash,
}

impl Code {
    /// The code as it is printed, such as `wrong-type`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::MalformedJson => "malformed-json",
            Self::WrongType => "wrong-type",
            Self::MissingBody => "missing-body",
            Self::EmptyBody => "empty-body",
            Self::NotVietnamese => "not-vietnamese",
            Self::LegacyEncoding => "legacy-encoding",
            Self::NotReadable => "not-readable",
            Self::HttpStatus => "http-status",
            Self::NoSource => "no-source",
            Self::ListPage => "list-page",
            Self::TooLarge => "too-large",
            Self::Timeout => "timeout",
            Self::Crash => "crash",
        }
    }
}

/// One failure, ready to be shown. In a box: a result is then small, and so is the code of the
/// many places that hand one on, which every reader downloads (1.3 KB brotli).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem(Box<Details>);

/// What is known of a failure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Details {
    /// Stable code.
    pub code: Code,
    /// Path of the field at fault, such as `summary.officials[0].name`; `None` where no field is.
    pub field: Option<String>,
    /// What happened and what to do, in Vietnamese.
    pub vi: String,
    /// The same in English.
    pub en: String,
}

impl Problem {
    /// A problem of no particular field.
    pub fn new(code: Code, vi: impl Into<String>, en: impl Into<String>) -> Self {
        Self(Box::new(Details { code, field: None, vi: vi.into(), en: en.into() }))
    }

    /// The same problem, said of the field at `path`.
    #[must_use]
    pub fn at(mut self, path: impl Into<String>) -> Self {
        self.0.field = Some(path.into());
        self
    }

    /// The message in the language `lang` (`en`…, else Vietnamese).
    #[must_use]
    pub fn message(&self, lang: &str) -> &str {
        if lang.starts_with("en") { &self.en } else { &self.vi }
    }
}

impl std::ops::Deref for Problem {
    type Target = Details;

    fn deref(&self) -> &Details {
        &self.0
    }
}

impl std::fmt::Display for Problem {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}", self.code.as_str())?;
        if let Some(field) = &self.field {
            write!(f, " ({field})")?;
        }
        write!(f, ": {} / {}", self.vi, self.en)
    }
}

impl std::error::Error for Problem {}
