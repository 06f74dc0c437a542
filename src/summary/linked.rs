//! A summary as schema.org JSON-LD, for search engines.
//!
//! What schema.org has no word for is left out: a day without a year, what an official did.

use super::{Day, Summary};
use serde::Serialize;

/// An article and its facts. <https://schema.org/NewsArticle>
#[derive(Serialize)]
#[serde(tag = "@type", rename_all = "camelCase")]
pub struct NewsArticle<'a> {
    #[serde(rename = "@context")]
    context: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    headline: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<&'a str>,
    #[serde(rename = "abstract", skip_serializing_if = "Option::is_none")]
    lead: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    date_published: Option<Day>,
    #[serde(skip_serializing_if = "Option::is_none")]
    publisher: Option<Organization<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    about: Option<Event<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    mentions: Vec<Mention<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    citation: Vec<Legislation<'a>>,
}

#[derive(Serialize)]
#[serde(tag = "@type")]
struct Organization<'a> {
    name: &'a str,
}

#[derive(Serialize)]
#[serde(tag = "@type", rename_all = "camelCase")]
struct Event<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<&'a str>,
    start_date: Day,
    #[serde(skip_serializing_if = "Option::is_none")]
    end_date: Option<Day>,
}

/// Who and what the article mentions.
#[derive(Serialize)]
#[serde(tag = "@type", rename_all_fields = "camelCase")]
enum Mention<'a> {
    Person {
        name: &'a str,
        #[serde(skip_serializing_if = "<[_]>::is_empty")]
        job_title: &'a [String],
    },
    QuantitativeValue {
        #[serde(skip_serializing_if = "String::is_empty")]
        name: String,
        description: &'a str,
        #[serde(skip_serializing_if = "str::is_empty")]
        unit_text: &'a str,
        #[cfg_attr(not(target_arch = "wasm32"), serde(serialize_with = "number"))]
        value: f64,
    },
}

#[derive(Serialize)]
#[serde(tag = "@type", rename_all = "camelCase")]
struct Legislation<'a> {
    legislation_type: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    legislation_identifier: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<&'a str>,
    #[serde(rename = "abstract", skip_serializing_if = "Option::is_none")]
    subject: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    legislation_date: Option<Day>,
    #[serde(skip_serializing_if = "Option::is_none")]
    legislation_passed_by: Option<Organization<'a>>,
}

impl<'a> From<&'a Summary> for NewsArticle<'a> {
    fn from(summary: &'a Summary) -> Self {
        let people = summary.officials.iter().map(|official| Mention::Person {
            name: &official.name,
            job_title: &official.positions,
        });
        let figures = summary.figures.iter().map(|figure| Mention::QuantitativeValue {
            name: figure.short_words(),
            description: &figure.quote,
            unit_text: &figure.unit,
            value: figure.value,
        });
        let event = summary.event.as_ref().filter(|event| event.date.year().is_some());
        Self {
            context: "https://schema.org",
            headline: summary.title.as_deref(),
            url: summary.url.as_deref(),
            lead: summary.lead.as_deref(),
            date_published: full(summary.published),
            publisher: organization(&summary.source),
            about: event.map(|event| Event {
                name: summary.title.as_deref(),
                start_date: event.date,
                end_date: full(event.end),
            }),
            mentions: people.chain(figures).collect(),
            citation: summary
                .directives
                .iter()
                .map(|directive| Legislation {
                    legislation_type: &directive.kind,
                    legislation_identifier: directive.number.as_deref(),
                    name: directive.name.as_deref(),
                    subject: directive.subject.as_deref(),
                    legislation_date: full(directive.date),
                    legislation_passed_by: organization(&directive.issuer),
                })
                .collect(),
        }
    }
}

fn organization(name: &Option<String>) -> Option<Organization<'_>> {
    name.as_deref().map(|name| Organization { name })
}

/// A day as schema.org takes it: not without its year.
fn full(day: Option<Day>) -> Option<Day> {
    day.filter(|day| day.year().is_some())
}

/// A whole number without ".0", as JavaScript writes it by itself.
#[cfg(not(target_arch = "wasm32"))]
#[allow(clippy::cast_possible_truncation, clippy::trivially_copy_pass_by_ref)] // Whole numbers only; serde's form.
fn number<S: serde::Serializer>(value: &f64, serializer: S) -> Result<S::Ok, S::Error> {
    if value.fract() == 0.0 && value.abs() < 9e15 {
        serializer.serialize_i64(*value as i64)
    } else {
        serializer.serialize_f64(*value)
    }
}

/// Whether `name` is schema.org's for a kind of article, or its address: of news, reportage or
/// blog, the names of all kinds end alike.
pub(crate) fn is_article_type(name: &str) -> bool {
    name.ends_with("Article") || name.ends_with("BlogPosting")
}

/// JSON that no script ends in: "<" would, and old parsers break lines at the other two.
#[must_use]
pub fn for_script(json: &str) -> String {
    let mut safe = String::with_capacity(json.len());
    for c in json.chars() {
        match c {
            '<' => safe.push_str("\\u003c"),
            '\u{2028}' => safe.push_str("\\u2028"),
            '\u{2029}' => safe.push_str("\\u2029"),
            c => safe.push(c),
        }
    }
    safe
}

#[cfg(all(test, not(target_arch = "wasm32")))]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::{NewsArticle, for_script, is_article_type};
    use crate::summary::{Context, Day, Directive, Event, Figure, Official, Summary};
    use serde_json::{Value, json};

    fn linked(summary: &Summary) -> Value {
        serde_json::to_value(NewsArticle::from(summary)).unwrap()
    }

    fn event(date: &str, end: Option<&str>) -> Option<Event> {
        Some(Event {
            date: Day::from_text(date).unwrap(),
            end: end.and_then(Day::from_text),
            part: None,
            inferred: false,
            evidence: Vec::new(),
        })
    }

    #[test]
    fn types_of_articles_are_known_by_name_and_by_address() {
        for name in ["Article", "ReportageNewsArticle", "BlogPosting", "LiveBlogPosting"] {
            assert!(is_article_type(name), "{name}");
            assert!(is_article_type(&format!("https://schema.org/{name}")), "{name}");
        }
        for name in ["WebPage", "ArticleSection", "Blog", ""] {
            assert!(!is_article_type(name), "{name}");
        }
        assert!(is_article_type(linked(&Summary::default())["@type"].as_str().unwrap()));
    }

    #[test]
    fn every_kind_of_fact_has_its_type() {
        let official = Official {
            name: "Nguyễn Văn An".to_owned(),
            aliases: Vec::new(),
            positions: vec!["Bí thư".to_owned(), "Chủ tịch".to_owned()],
            roles: Vec::new(),
            evidence: Vec::new(),
        };
        let directive = Directive {
            kind: "Chỉ thị".to_owned(),
            number: Some("43/CT-TTg".to_owned()),
            name: None,
            date: Day::from_text("2021-11-26"),
            issuer: Some("Thủ tướng".to_owned()),
            subject: None,
            evidence: Vec::new(),
        };
        let figure = Figure {
            quote: "98,5%".to_owned(),
            value: 98.5,
            unit: "%".to_owned(),
            qualifier: None,
            label: Some("đúng hạn".to_owned()),
            context: Context::default(),
            evidence: Vec::new(),
        };
        let summary = Summary {
            title: Some("Tiêu đề".to_owned()),
            published: Day::from_text("2022-05-04"),
            event: event("2022-04-28", Some("2022-04-29")),
            officials: vec![official],
            directives: vec![directive],
            figures: vec![figure],
            ..Summary::default()
        };
        assert_eq!(
            linked(&summary),
            json!({
                "@context": "https://schema.org", "@type": "NewsArticle",
                "headline": "Tiêu đề", "datePublished": "2022-05-04",
                "about": { "@type": "Event", "name": "Tiêu đề",
                    "startDate": "2022-04-28", "endDate": "2022-04-29" },
                "mentions": [
                    { "@type": "Person", "name": "Nguyễn Văn An", "jobTitle": ["Bí thư", "Chủ tịch"] },
                    { "@type": "QuantitativeValue", "name": "đúng hạn", "description": "98,5%",
                        "unitText": "%", "value": 98.5 },
                ],
                "citation": [{ "@type": "Legislation", "legislationType": "Chỉ thị",
                    "legislationIdentifier": "43/CT-TTg",
                    "legislationDate": "2021-11-26",
                    "legislationPassedBy": { "@type": "Organization", "name": "Thủ tướng" } }],
            })
        );
    }

    #[test]
    fn a_day_without_year_is_left_out() {
        let json = linked(&Summary { event: event("--03-06", None), ..Summary::default() });
        assert_eq!(json.get("about"), None, "nothing is left of an event without its day");
    }

    #[test]
    fn no_list_is_empty() {
        let none = json!({ "@context": "https://schema.org", "@type": "NewsArticle" });
        assert_eq!(linked(&Summary::default()), none);
        let official = Official {
            name: "Nguyễn Văn An".to_owned(),
            aliases: Vec::new(),
            positions: Vec::new(),
            roles: Vec::new(),
            evidence: Vec::new(),
        };
        let json = linked(&Summary { officials: vec![official], ..Summary::default() });
        assert_eq!(json["mentions"], json!([{ "@type": "Person", "name": "Nguyễn Văn An" }]));
    }

    #[test]
    fn no_word_ends_the_script() {
        let title = "</script><script>alert(1)</script> \"\\ \u{2028}\n😀";
        let summary = Summary { title: Some(title.to_owned()), ..Summary::default() };
        let text = for_script(&serde_json::to_string(&NewsArticle::from(&summary)).unwrap());
        assert!(!text.contains('<') && !text.contains('\n'), "{text}");
        assert_eq!(serde_json::from_str::<Value>(&text).unwrap()["headline"], title);
    }
}
