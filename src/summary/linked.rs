//! A summary as schema.org JSON-LD, for search engines.

use super::{Day, Summary};

/// JSON-LD of `summary`, an object of type `NewsArticle`, ready to stand in a `<script>`. `number`
/// writes a number as JSON: the browser has that already, and Rust's own is large.
///
/// What schema.org has no word for is left out: a day without a year, what an official did.
#[must_use]
pub fn json_ld(summary: &Summary, number: &dyn Fn(f64) -> String) -> String {
    let mut json = Writer(String::new());
    json.open("", "NewsArticle");
    json.word("@context", "https://schema.org");
    json.text("headline", &summary.title);
    json.text("url", &summary.url);
    json.text("abstract", &summary.lead);
    json.day("datePublished", summary.published);
    json.organization("publisher", &summary.source);
    if let Some(event) = summary.event.as_ref().filter(|event| event.date.year().is_some()) {
        json.open("about", "Event");
        json.text("name", &summary.title);
        json.day("startDate", Some(event.date));
        json.day("endDate", event.end);
        json.end("}");
    }
    let mentions = summary.officials.len() + summary.figures.len();
    json.list("mentions", mentions);
    for official in &summary.officials {
        json.open("", "Person");
        json.word("name", &official.name);
        json.list("jobTitle", official.positions.len());
        for position in &official.positions {
            json.word("", position);
        }
        json.close(official.positions.len());
        json.end("}");
    }
    for figure in &summary.figures {
        json.open("", "QuantitativeValue");
        json.word("name", &figure.label);
        json.word("description", &figure.quote);
        json.word("unitText", &figure.unit);
        json.key("value");
        json.end(&number(figure.value));
        json.end("}");
    }
    json.close(mentions);
    json.list("citation", summary.directives.len());
    for directive in &summary.directives {
        json.open("", "Legislation");
        json.word("legislationType", &directive.kind);
        json.text("legislationIdentifier", &directive.number);
        json.text("name", &directive.name);
        json.text("abstract", &directive.subject);
        json.day("legislationDate", directive.date);
        json.organization("legislationPassedBy", &directive.issuer);
        json.end("}");
    }
    json.close(summary.directives.len());
    json.end("}");
    json.0
}

/// JSON, written from left to right. What is absent or empty is left out.
struct Writer(String);

impl Writer {
    /// Begins an object of a type, as the value of `key`, or in a list where `key` is empty.
    fn open(&mut self, key: &str, kind: &str) {
        self.key(key);
        self.end("{");
        self.word("@type", kind);
    }

    /// Begins a list of `length` things.
    fn list(&mut self, key: &str, length: usize) {
        if length > 0 {
            self.key(key);
            self.end("[");
        }
    }

    /// Ends a list of `length` things.
    fn close(&mut self, length: usize) {
        if length > 0 {
            self.end("]");
        }
    }

    /// Writes brackets, or anything that is JSON already.
    fn end(&mut self, json: &str) {
        self.0.push_str(json);
    }

    fn organization(&mut self, key: &str, name: &Option<String>) {
        if name.is_some() {
            self.open(key, "Organization");
            self.text("name", name);
            self.end("}");
        }
    }

    /// A day as schema.org takes it: not without its year.
    fn day(&mut self, key: &str, day: Option<Day>) {
        let full = day.filter(|day| day.year().is_some());
        self.text(key, &full.map(|day| day.to_string()));
    }

    fn text(&mut self, key: &str, text: &Option<String>) {
        if let Some(text) = text {
            self.word(key, text);
        }
    }

    fn word(&mut self, key: &str, text: &str) {
        if !text.is_empty() {
            self.key(key);
            self.string(text);
        }
    }

    /// What stands before a value: a comma behind another one, and the key if there is one.
    fn key(&mut self, key: &str) {
        if !self.0.is_empty() && !self.0.ends_with(['{', '[', ':']) {
            self.0.push(',');
        }
        if !key.is_empty() {
            self.string(key);
            self.0.push(':');
        }
    }

    fn string(&mut self, text: &str) {
        self.0.push('"');
        for c in text.chars() {
            // "<" would end the script that this stands in; the others are JSON's own.
            if c < ' ' || matches!(c, '"' | '\\' | '<' | '\u{2028}' | '\u{2029}') {
                self.0.push_str("\\u");
                for shift in [12, 8, 4, 0] {
                    let digit = char::from_digit(u32::from(c) >> shift & 15, 16);
                    self.0.push(digit.unwrap_or('0'));
                }
            } else {
                self.0.push(c);
            }
        }
        self.0.push('"');
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::json_ld;
    use crate::summary::{Day, Directive, Event, Figure, Official, Summary};
    use serde_json::{Value, json};

    fn linked(summary: &Summary) -> Value {
        serde_json::from_str(&json_ld(summary, &|number| number.to_string())).unwrap()
    }

    fn event(date: &str, end: Option<&str>) -> Option<Event> {
        Some(Event {
            date: Day::from_iso(date).unwrap(),
            end: end.and_then(Day::from_iso),
            part: None,
            inferred: false,
            evidence: Vec::new(),
        })
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
            date: Day::from_iso("2021-11-26"),
            issuer: Some("Thủ tướng".to_owned()),
            subject: None,
            evidence: Vec::new(),
        };
        let figure = Figure {
            quote: "98,5%".to_owned(),
            value: 98.5,
            unit: "%".to_owned(),
            qualifier: None,
            label: "đúng hạn".to_owned(),
            evidence: Vec::new(),
        };
        let summary = Summary {
            title: Some("Tiêu đề".to_owned()),
            published: Day::from_iso("2022-05-04"),
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
        let text = json_ld(&summary, &|number| number.to_string());
        assert!(!text.contains('<') && !text.contains('\n'), "{text}");
        assert_eq!(linked(&summary)["headline"], title);
    }
}
