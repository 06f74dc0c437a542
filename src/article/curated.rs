//! Facts that an editor supplied: the field `summary` of Contract 1, read as Contract 2.

use super::fields::{Fields, wrong_type};
use super::shape::{address, line};
use super::{Json, Platform};
use crate::problem::{Code, Problem};
use crate::summary::{Context, Day, Directive, Event, Figure, Official, Part, Role, Summary};

/// Every field that is present replaces the extracted one.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Curated {
    title: Option<String>,
    url: Option<String>,
    source: Option<String>,
    published: Option<Day>,
    lead: Option<String>,
    /// `Some(None)`: the editor says that there is none.
    event: Option<Option<Event>>,
    officials: Option<Vec<Official>>,
    directives: Option<Vec<Directive>>,
    figures: Option<Vec<Figure>>,
}

impl Curated {
    /// Whether the editor supplied nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Whether all four kinds of facts are supplied, so that nothing is left to extract.
    #[must_use]
    pub fn is_complete(&self) -> bool {
        self.event.is_some()
            && self.officials.is_some()
            && self.directives.is_some()
            && self.figures.is_some()
    }

    /// Puts the editor's facts in the place of the extracted ones and notes which.
    pub fn apply(&self, summary: &mut Summary) {
        fn replace<T: Clone>(name: &str, from: &Option<T>, to: &mut T, curated: &mut Vec<String>) {
            if let Some(value) = from {
                *to = value.clone();
                curated.push(name.to_owned());
            }
        }
        let some = |text: &Option<String>| text.clone().map(Some);
        let mut curated = std::mem::take(&mut summary.curated);
        replace("title", &some(&self.title), &mut summary.title, &mut curated);
        replace("url", &some(&self.url), &mut summary.url, &mut curated);
        replace("source", &some(&self.source), &mut summary.source, &mut curated);
        replace("published", &self.published.map(Some), &mut summary.published, &mut curated);
        replace("lead", &some(&self.lead), &mut summary.lead, &mut curated);
        replace("event", &self.event, &mut summary.event, &mut curated);
        replace("officials", &self.officials, &mut summary.officials, &mut curated);
        replace("directives", &self.directives, &mut summary.directives, &mut curated);
        replace("figures", &self.figures, &mut summary.figures, &mut curated);
        summary.curated = curated;
    }

    pub(super) fn read(fields: Fields<'_>, platform: &dyn Platform) -> Result<Self, Problem> {
        let list = |key: &str| fields.has(key).then_some(());
        Ok(Self {
            title: line(fields.text("title")?, platform),
            url: address(fields.text("url")?),
            source: line(fields.text("source")?, platform),
            published: fields.day("published")?,
            lead: line(fields.text("lead")?, platform),
            event: match fields.get("event") {
                None => list("event").map(|()| None),
                Some(event) => Some(Some(read_event(event, &fields.path("event"))?)),
            },
            officials: match list("officials") {
                None => None,
                Some(()) => Some(fields.list("officials", |item, path| {
                    read_official(Fields::new(item, path)?, platform)
                })?),
            },
            directives: match list("directives") {
                None => None,
                Some(()) => Some(fields.list("directives", |item, path| {
                    read_directive(Fields::new(item, path)?, platform)
                })?),
            },
            figures: match list("figures") {
                None => None,
                Some(()) => Some(fields.list("figures", |item, path| {
                    read_figure(Fields::new(item, path)?, platform)
                })?),
            },
        })
    }
}

fn read_event(json: &Json, path: &str) -> Result<Event, Problem> {
    let fields = Fields::new(json, path)?;
    let Some(date) = fields.day("date")? else {
        return Err(wrong_type(&fields.path("date"), &Json::Null, "một ngày", "a date"));
    };
    let part = match fields.get("part") {
        None => None,
        Some(value) => {
            let index = choice(value, &fields.path("part"), &Part::ALL.map(Part::as_str))?;
            Part::ALL.get(index).copied()
        }
    };
    let inferred = fields.bool("inferred")?;
    let end = fields.day("end")?;
    // Days without a year may lie on both sides of New Year.
    if let Some(end) = end.filter(|end| end.year().is_some() && *end < date) {
        let path = fields.path("end");
        return Err(Problem::new(
            Code::WrongType,
            format!("Trường “{path}” ({end}) trước “date” ({date}). Hãy xem lại hai ngày."),
            format!("Field “{path}” ({end}) is before “date” ({date}). Check the two days."),
        )
        .at(&path));
    }
    Ok(Event { date, end, part, inferred, evidence: Vec::new() })
}

fn read_official(fields: Fields<'_>, platform: &dyn Platform) -> Result<Official, Problem> {
    let words = Role::ALL.map(Role::as_str);
    let role = |item: &Json, path: &str| Ok(Role::ALL[choice(item, path, &words)?]);
    Ok(Official {
        name: line(Some(fields.required_text("name")?), platform).unwrap_or_default(),
        aliases: fields.texts("aliases", platform)?,
        positions: fields.texts("positions", platform)?,
        roles: fields.list("roles", role)?,
        evidence: Vec::new(),
    })
}

fn read_directive(fields: Fields<'_>, platform: &dyn Platform) -> Result<Directive, Problem> {
    let text = |key: &str| Ok::<_, Problem>(line(fields.text(key)?, platform));
    Ok(Directive {
        kind: line(Some(fields.required_text("type")?), platform).unwrap_or_default(),
        number: text("number")?,
        name: text("name")?,
        date: fields.day("date")?,
        issuer: text("issuer")?,
        subject: text("subject")?,
        evidence: Vec::new(),
    })
}

fn read_figure(fields: Fields<'_>, platform: &dyn Platform) -> Result<Figure, Problem> {
    let text = |key: &str| Ok::<_, Problem>(line(fields.text(key)?, platform));
    let quote = line(Some(fields.required_text("quote")?), platform).unwrap_or_default();
    let Some(value) = fields.number("value")? else {
        return Err(wrong_type(&fields.path("value"), &Json::Null, "một số", "a number"));
    };
    Ok(Figure {
        quote,
        value,
        unit: text("unit")?.unwrap_or_default(),
        qualifier: text("qualifier")?,
        label: text("label")?,
        context: match fields.get("context") {
            None => Context::default(),
            Some(context) => {
                read_context(Fields::new(context, &fields.path("context"))?, platform)?
            }
        },
        evidence: Vec::new(),
    })
}

fn read_context(fields: Fields<'_>, platform: &dyn Platform) -> Result<Context, Problem> {
    let text = |key: &str| Ok::<_, Problem>(line(fields.text(key)?, platform));
    Ok(Context {
        before: text("before")?.unwrap_or_default(),
        after: text("after")?.unwrap_or_default(),
    })
}

/// The index of one of a closed list of words.
fn choice(json: &Json, path: &str, words: &[&str]) -> Result<usize, Problem> {
    let found = json.as_text().and_then(|text| words.iter().position(|&word| word == text));
    found.ok_or_else(|| {
        let words = words.join(", ");
        wrong_type(path, json, &format!("một trong: {words}"), &format!("one of: {words}"))
    })
}
