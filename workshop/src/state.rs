//! What the workshop is about: all of it stands in the address, so that it can be shared.

use std::collections::BTreeMap;

/// Where the article comes from.
#[derive(Clone, PartialEq, Debug)]
pub(crate) enum Source {
    /// One of the samples, by the name of its file.
    Sample(String),
    /// What somebody pasted, dropped or edited.
    Text(String),
    /// A REST address or a page.
    Address(String),
}

/// Where the card is looked at.
#[derive(Clone, Copy, PartialEq, Debug, Default)]
pub(crate) enum Place {
    #[default]
    Page,
    Portal,
    Sidebar,
    Phone,
    Dark,
    Print,
}

impl Place {
    pub(crate) const ALL: [Self; 6] =
        [Self::Page, Self::Portal, Self::Sidebar, Self::Phone, Self::Dark, Self::Print];

    /// Its name in the address and in the style sheet.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Page => "page",
            Self::Portal => "portal",
            Self::Sidebar => "sidebar",
            Self::Phone => "phone",
            Self::Dark => "dark",
            Self::Print => "print",
        }
    }

    pub(crate) fn from_name(name: &str) -> Self {
        Self::ALL.into_iter().find(|place| place.name() == name).unwrap_or_default()
    }
}

/// Everything that somebody chose.
#[derive(Clone, PartialEq, Debug)]
pub(crate) struct State {
    pub(crate) source: Source,
    /// Attributes of the element, by name.
    pub(crate) attributes: BTreeMap<String, String>,
    /// Custom properties, by name.
    pub(crate) tokens: BTreeMap<String, String>,
    /// The theme, by the name of its file.
    pub(crate) look: Option<String>,
    pub(crate) place: Place,
    /// Whether the workshop itself is in English.
    pub(crate) english: bool,
}

/// The samples, of five provinces: file and name.
pub(crate) const SAMPLES: [(&str, &str); 5] = [
    ("lam-dong", "Lâm Đồng"),
    ("dong-thap", "Đồng Tháp"),
    ("cao-bang", "Cao Bằng"),
    ("thai-nguyen", "Thái Nguyên"),
    ("kon-tum", "Kon Tum"),
];

/// The themes: their files, and what `www/themes.html` calls them.
pub(crate) const LOOKS: [(&str, [&str; 2]); 9] = [
    ("band", ["Dải đậm", "Band"]),
    ("blue", ["Xanh", "Blue"]),
    ("red-gold", ["Đỏ vàng", "Red and gold"]),
    ("newspaper", ["Báo giấy", "Newspaper"]),
    ("timeline", ["Dòng thời gian", "Timeline"]),
    ("table", ["Bảng", "Table"]),
    ("compact", ["Gọn", "Compact"]),
    ("contrast", ["Tương phản cao", "High contrast"]),
    ("dark", ["Tối", "Dark"]),
];

impl Default for State {
    fn default() -> Self {
        Self {
            source: Source::Sample(SAMPLES[0].0.to_owned()),
            attributes: BTreeMap::new(),
            tokens: BTreeMap::new(),
            look: None,
            place: Place::default(),
            english: false,
        }
    }
}

impl State {
    /// An attribute's value; empty where it is not set.
    pub(crate) fn attribute(&self, name: &str) -> &str {
        self.attributes.get(name).map_or("", String::as_str)
    }

    /// Sets an attribute or a token; an empty value takes it away.
    pub(crate) fn set(map: &mut BTreeMap<String, String>, name: &str, value: String) {
        if value.trim().is_empty() {
            map.remove(name);
        } else {
            map.insert(name.to_owned(), value);
        }
    }
}
