//! A figure that says once more what the one before it says: "908 hợp tác xã, chiếm 38%".

use super::Figure;

/// The figure before is looked for among so many of the first ones, so that time stays linear.
const REACH: usize = 64;

/// What links a figure to the one that it says again.
const LINKS: [&str; 6] =
    ["tương đương", "tương đương với", "tương ứng", "chiếm", "chiếm tỷ lệ", "chiếm tỉ lệ"];

/// Bytes between two figures of one clause.
const CLAUSE: usize = 80;

/// A fact as a reader is told it: one figure, and the one that says it again.
#[derive(Debug, Clone, Copy)]
pub struct Told<'a> {
    /// The figure that stands first in its sentence.
    pub figure: &'a Figure,
    /// The one that says it again.
    pub again: Option<&'a Figure>,
}

/// The figures in their order, each fact once, at the place of the more wanted figure.
#[must_use]
pub fn distinct(figures: &[Figure]) -> Vec<Told<'_>> {
    let mut distinct: Vec<Told<'_>> = Vec::new();
    for figure in figures {
        let first = figures.iter().take(REACH).find(|first| says_again(first, figure));
        let (figure, again) = first.map_or((figure, None), |first| (first, Some(figure)));
        let mut told = distinct.iter_mut().take(REACH);
        match told.find(|told| std::ptr::eq(told.figure, figure)) {
            Some(told) => told.again = told.again.or(again),
            None => distinct.push(Told { figure, again }),
        }
    }
    distinct
}

/// Whether `figure` stands behind `first` in one clause, linked to it.
fn says_again(first: &Figure, figure: &Figure) -> bool {
    let between = || first.evidence.first()?.up_to(figure.evidence.first()?);
    between().is_some_and(links)
}

fn links(between: &str) -> bool {
    let (clause, link) = between.rsplit_once([',', '(']).unwrap_or(("", between));
    let other = |c: char| c.is_ascii_digit() || matches!(c, ',' | ';' | ':' | '(');
    between.len() <= CLAUSE && LINKS.contains(&link.trim()) && !clause.contains(other)
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::distinct;
    use crate::article::Article;
    use crate::extract::extract;

    /// The distinct figures of `body`, each with the one that says it again.
    fn told(body: &str) -> String {
        let article = Article { body: body.to_owned(), ..Article::default() };
        let figures = extract(&article).unwrap_or_default().figures;
        let told = |told: &super::Told<'_>| {
            let again = told.again.map(|again| format!(" = {}", again.quote));
            told.figure.quote.clone() + &again.unwrap_or_default()
        };
        distinct(&figures).iter().map(told).collect::<Vec<_>>().join("; ")
    }

    #[test]
    fn a_share_behind_its_number_is_the_same_fact() {
        assert_eq!(
            told("Toàn tỉnh có 908 hợp tác xã hoạt động tốt, chiếm tỷ lệ 38%. Thu 120 tỷ đồng."),
            "120 tỷ đồng; 908 hợp tác xã = 38%"
        );
        assert_eq!(
            told("Cả huyện đã cấp 250 giấy chứng nhận (tương đương 14%) trong năm nay."),
            "250 giấy chứng nhận = 14%"
        );
    }

    #[test]
    fn figures_of_two_things_are_two_facts() {
        assert_eq!(
            told("Toàn tỉnh có 908 hợp tác xã, trong đó ngành trồng trọt chiếm 38%."),
            "38%; 908 hợp tác xã"
        );
        assert_eq!(told("Thu ngân sách 120 tỷ đồng, đạt 84%."), "120 tỷ đồng; 84%");
    }
}
