//! A summary for people: each fact with its place and the rule that found it.

use crate::extract::{Fact, Trace};
use crate::summary::{Evidence, Part, Summary};
use std::fmt::Write as _;

/// The facts, a line each, and what was left out.
pub(super) fn explained(summary: &Summary, traces: &[Trace]) -> String {
    let mut lines = String::new();
    let rule = |fact: Fact| {
        traces.iter().find(|trace| trace.fact == fact).map_or("curated", |trace| trace.rule)
    };
    let place = |evidence: &[Evidence]| {
        evidence.first().map_or(String::new(), |e| format!(" [{}–{}]", e.start, e.end))
    };
    if let Some(event) = &summary.event {
        let part = event.part.map_or("", Part::as_str);
        let _ = writeln!(
            lines,
            "  event {} {part} ({}){}",
            event.date,
            rule(Fact::Event),
            place(&event.evidence)
        );
    }
    for (index, official) in summary.officials.iter().enumerate() {
        let roles: Vec<&str> = official.roles.iter().map(|role| role.as_str()).collect();
        let _ = writeln!(
            lines,
            "  official {}: {} | {} ({}){}",
            official.name,
            official.positions.join("; "),
            roles.join(", "),
            rule(Fact::Official(index)),
            place(&official.evidence)
        );
    }
    for (index, directive) in summary.directives.iter().enumerate() {
        let _ = writeln!(
            lines,
            "  directive {} {} | {} | {} | {} ({}){}",
            directive.kind,
            directive.number.as_deref().unwrap_or("–"),
            directive.date.map(|day| day.to_string()).unwrap_or_default(),
            directive.issuer.as_deref().unwrap_or("–"),
            directive.subject.as_deref().unwrap_or("–"),
            rule(Fact::Directive(index)),
            place(&directive.evidence)
        );
    }
    for (index, figure) in summary.figures.iter().enumerate() {
        let _ = writeln!(
            lines,
            "  figure {} = {} {} | {} ({}){}",
            figure.quote,
            figure.value,
            figure.unit,
            figure.words(),
            rule(Fact::Figure(index)),
            place(&figure.evidence)
        );
    }
    for left in traces.iter().filter(|trace| trace.fact == Fact::LeftOut) {
        let _ = writeln!(lines, "  left out: {} ({})", left.words, left.rule);
    }
    lines
}
