//! Which six figures a reader wants first: results before small counts, early before late, and
//! not all of one kind.

/// What ranking looks at.
pub(super) struct Candidate {
    /// Key of the unit's words.
    pub(super) unit: u64,
    pub(super) weight: Weight,
    pub(super) value: f64,
    pub(super) qualified: bool,
}

/// What kind of quantity a figure is.
pub(super) enum Weight {
    Share,
    Money,
    Count,
}

/// How many figures a card shows at once.
const SHOWN: usize = 6;

/// Indices of the best of `candidates`, best first; the others stay in order of mention.
pub(super) fn best(candidates: &[Candidate]) -> Vec<usize> {
    let scores: Vec<i32> =
        candidates.iter().enumerate().map(|(index, candidate)| score(candidate, index)).collect();
    let mut chosen: Vec<usize> = Vec::new();
    while chosen.len() < SHOWN.min(candidates.len()) {
        let open = (0..candidates.len()).filter(|index| !chosen.contains(index));
        let score = |index: usize| {
            let unit = candidates[index].unit;
            let alike = chosen.iter().filter(|&&other| candidates[other].unit == unit).count();
            // Of two equal ones, the first mentioned.
            (scores[index] - 8 * number(alike), -number(index))
        };
        chosen.extend(open.max_by_key(|&index| score(index)));
    }
    chosen
}

/// In tenths of a decimal place.
fn score(candidate: &Candidate, index: usize) -> i32 {
    let kind = match candidate.weight {
        Weight::Share => 20,
        Weight::Money => 10,
        Weight::Count => 0,
    };
    let emphasis = if candidate.qualified { 8 } else { 0 };
    kind + emphasis + 7 * large(candidate.value) - 2 * number(index).min(15)
}

/// How many of the first powers of ten are not above `value`.
fn large(value: f64) -> i32 {
    [10.0, 100.0, 1_000.0, 10_000.0].map(|power| i32::from(value.abs() >= power)).iter().sum()
}

fn number(index: usize) -> i32 {
    i32::try_from(index).unwrap_or(i32::MAX / 16)
}
