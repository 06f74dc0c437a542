//! What the webmaster asks of a card: the attributes, as values.

use super::labels::Lang;
use super::quote::encode;
use crate::article::joined;

/// A section of the card.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Section {
    /// The sentence that reports the event.
    Lead,
    /// When the event took place.
    Date,
    /// Key figures.
    Figures,
    /// Officials and their posts.
    Officials,
    /// Documents cited.
    Directives,
}

impl Section {
    /// The sections of a card that asks for none, in their order.
    pub const DEFAULT: [Self; 4] = [Self::Date, Self::Figures, Self::Officials, Self::Directives];

    /// The section of that name; `None` for others.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        match name {
            "lead" => Some(Self::Lead),
            "date" | "event" => Some(Self::Date),
            "figures" => Some(Self::Figures),
            "officials" => Some(Self::Officials),
            "directives" => Some(Self::Directives),
            _ => None,
        }
    }
}

/// How much a card shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Density {
    /// Two lines, for lists and sidebars.
    Line,
    /// What a reader takes in at a glance; the rest is folded away.
    #[default]
    Short,
    /// Everything.
    Full,
}

impl Density {
    /// The density of that name; the default for others.
    fn from_name(name: &str) -> Self {
        match name {
            "line" => Self::Line,
            "full" => Self::Full,
            _ => Self::Short,
        }
    }

    /// Its name, as the attribute has it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Line => "line",
            Self::Short => "short",
            Self::Full => "full",
        }
    }
}

/// How a card is to be shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Options {
    /// Language of the card's own words.
    pub lang: Lang,
    /// How much shows at once.
    pub density: Density,
    /// Sections in the order in which they show.
    pub show: Vec<Section>,
    /// Whether the headline shows; `None` where the place of the card decides.
    pub title: Option<bool>,
    /// Whether the card stands in the article's own page, which has its headline.
    pub at_home: bool,
    /// Entries of a section before "Xem thêm", where they are other than the defaults; the last of a
    /// section counts.
    pub limits: Vec<(Section, usize)>,
    /// Level of the title's heading, 2 to 5; sections are one below.
    pub heading: u8,
    /// Address that searches for a document, `{number}` standing for its number.
    pub lookup: Option<String>,
    /// Address where a wrong fact is told, `{url}` and `{fact}` standing for the article's address and
    /// the words of the fact.
    pub report: Option<String>,
    /// Names, numbers and quotes of facts that are not to show.
    pub omit: Vec<String>,
}

impl Default for Options {
    fn default() -> Self {
        let show = Section::DEFAULT.to_vec();
        Self {
            lang: Lang::Vi,
            density: Density::default(),
            show,
            title: None,
            at_home: false,
            limits: Vec::new(),
            heading: 3,
            lookup: None,
            report: None,
            omit: Vec::new(),
        }
    }
}

impl Options {
    /// Reads attributes; `attribute` gives the value of one by name. What cannot be read counts
    /// as absent: a typing error in an attribute never costs the reader the card.
    pub fn from_attributes(attribute: impl Fn(&str) -> Option<String>) -> Self {
        let default = Self::default();
        let number = |name: &str| attribute(name)?.trim().parse::<usize>().ok();
        let named = attribute("show").unwrap_or_default();
        let show = sections(&named);
        let title = words(&named).any(|name| name == "title");
        let heading = number("heading").and_then(|level| u8::try_from(level).ok());
        Self {
            lang: attribute("lang").map_or(default.lang, |tag| Lang::from_tag(&tag)),
            density: Density::from_name(&attribute("density").unwrap_or_default()),
            title: (title || !show.is_empty()).then_some(title),
            show: if show.is_empty() { default.show } else { show },
            at_home: false,
            limits: attribute("limit").map(|limits| read_limits(&limits)).unwrap_or_default(),
            heading: heading.filter(|level| (2..=5).contains(level)).unwrap_or(default.heading),
            lookup: attribute("lookup")
                .filter(|url| is_web(url) && fill(url, &[("number", "")]) != *url),
            report: attribute("report").filter(|url| is_web(url) || is_mail(url)).map(letter),
            omit: attribute("omit").map(|facts| omitted(&facts)).unwrap_or_default(),
        }
    }

    /// Whether the headline shows: where the card stands by itself, unless it was asked for or left out.
    #[must_use]
    pub fn shows_title(&self) -> bool {
        self.title.unwrap_or(!self.at_home)
    }

    /// Entries of `section` that show at once.
    #[must_use]
    pub fn limit_of(&self, section: Section) -> usize {
        let own = self.limits.iter().rfind(|(limited, _)| *limited == section);
        own.map_or(
            match (self.density, section) {
                (Density::Short, Section::Figures | Section::Officials) => 3,
                (Density::Short, Section::Directives) => 2,
                _ => usize::MAX,
            },
            |&(_, limit)| limit,
        )
    }
}

/// "3" for all sections, "figures:4 officials:3" for some.
fn read_limits(text: &str) -> Vec<(Section, usize)> {
    let mut limits = Vec::new();
    for word in words(text) {
        let (name, number) = word.split_once(':').unwrap_or(("", word));
        let Ok(limit) = number.parse() else { continue };
        let all = [Section::Figures, Section::Officials, Section::Directives];
        let named =
            |section: &Section| name.is_empty() || Section::from_name(name) == Some(*section);
        limits.extend(all.into_iter().filter(named).map(|section| (section, limit)));
    }
    limits
}

/// The words of a list with spaces or commas.
fn words(list: &str) -> impl Iterator<Item = &str> {
    list.split([' ', ',', '\n', '\t'])
}

/// The sections named in a list, each once.
fn sections(names: &str) -> Vec<Section> {
    let mut sections = Vec::new();
    for name in words(names) {
        if let Some(section) = Section::from_name(name)
            && !sections.contains(&section)
        {
            sections.push(section);
        }
    }
    sections
}

/// The facts in a list with semicolons: a figure may hold a comma.
fn omitted(facts: &str) -> Vec<String> {
    facts.split(';').map(joined).filter(|fact| !fact.is_empty()).collect()
}

/// Whether a link may lead there.
fn is_web(url: &str) -> bool {
    url.starts_with("https://") || url.starts_with("http://") || url.starts_with('/')
}

fn is_mail(url: &str) -> bool {
    url.starts_with("mailto:")
}

/// An address for mail that says nothing of the letter gets the fact as its subject, and the article's
/// address below.
fn letter(mut url: String) -> String {
    if is_mail(&url) && !url.contains('?') {
        url.push_str("?subject={fact}&body={url}");
    }
    url
}

/// `template` with each “{name}” of `values` replaced by its value, percent-encoded. By characters, as
/// the search for whole strings is a kilobyte that nothing else needs.
pub(super) fn fill(template: &str, values: &[(&str, &str)]) -> String {
    let mut parts = template.split('{');
    let mut filled = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let named = part
            .split_once('}')
            .and_then(|(name, rest)| Some((values.iter().find(|value| value.0 == name)?.1, rest)));
        match named {
            Some((value, rest)) => {
                encode(value, &mut filled);
                filled.push_str(rest);
            }
            None => filled.extend(["{", part]),
        }
    }
    filled
}
