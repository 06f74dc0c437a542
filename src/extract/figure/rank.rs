//! Which figures a reader wants first: results before small counts, one of each kind before a
//! second, early before late.

/// What ranking looks at.
pub(super) struct Candidate {
    pub(super) unit: String,
    pub(super) value: f64,
    pub(super) qualified: bool,
    /// Token of the quote.
    pub(super) at: usize,
}

/// Indices of `candidates`, best first.
pub(super) fn order(candidates: &[Candidate]) -> Vec<usize> {
    let mut scored: Vec<(f64, usize)> = candidates
        .iter()
        .enumerate()
        .map(|(index, candidate)| (score(candidate, index), index))
        .collect();
    scored.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    scored.into_iter().map(|(_, index)| index).collect()
}

#[allow(clippy::cast_precision_loss)] // Positions are small.
fn score(candidate: &Candidate, index: usize) -> f64 {
    let size = candidate.value.abs().max(1.0).log10();
    let kind = match candidate.unit.as_str() {
        "%" => 2.5,
        "đồng" | "usd" => 1.0,
        _ => 0.0,
    };
    let emphasis = if candidate.qualified { 0.8 } else { 0.0 };
    // The order of mention counts, but less the further down.
    let late = (1.0 + index as f64).ln() * 0.9 + (candidate.at as f64 / 400.0).min(1.0);
    size.min(8.0) * 0.7 + kind + emphasis - late
}
