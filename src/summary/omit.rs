//! Single facts that an editor takes back.

use super::Summary;

impl Summary {
    /// Takes off the officials of these names, the documents of these numbers or names, and the
    /// figures of these quotes.
    pub fn omit(&mut self, facts: &[String]) {
        let named = |text: &String| facts.contains(text);
        self.officials.retain(|one| !named(&one.name) && !one.aliases.iter().any(named));
        self.directives.retain(|one| ![&one.number, &one.name].into_iter().flatten().any(named));
        self.figures.retain(|one| !named(&one.quote));
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use crate::article::Article;
    use crate::extract::extract;

    const BODY: &str = "Sáng 29/4/2022, ông Hà Văn Bảy, Giám đốc Sở Y tế và bà Tô Thị Hiền, Chủ tịch \
        UBND huyện dự lễ trao 20 xe đạp, 350 suất quà theo Kế hoạch số 12/KH-UBND của UBND tỉnh.";

    /// Names, numbers and quotes that show without these.
    fn shown_without(omit: &[&str]) -> String {
        let omit = omit.iter().map(|&fact| fact.to_owned()).collect();
        let article = Article { body: BODY.to_owned(), omit, ..Article::default() };
        let summary = extract(&article).unwrap_or_default();
        let names = summary.officials.into_iter().map(|one| one.name);
        let numbers = summary.directives.into_iter().filter_map(|one| one.number);
        let quotes = summary.figures.into_iter().map(|one| one.quote);
        names.chain(numbers).chain(quotes).collect::<Vec<_>>().join("; ")
    }

    #[test]
    fn each_kind_of_fact_is_taken_off_by_what_names_it() {
        let all = "Hà Văn Bảy; Tô Thị Hiền; 12/KH-UBND; 350 suất quà; 20 xe đạp";
        assert_eq!(shown_without(&[]), all);
        assert_eq!(
            shown_without(&["Hà Văn Bảy", "12/KH-UBND"]),
            "Tô Thị Hiền; 350 suất quà; 20 xe đạp"
        );
        assert_eq!(
            shown_without(&["20 xe đạp"]),
            "Hà Văn Bảy; Tô Thị Hiền; 12/KH-UBND; 350 suất quà"
        );
    }

    #[test]
    fn what_is_not_there_takes_nothing_off() {
        assert_eq!(shown_without(&["Bảy", "20", ""]), shown_without(&[]));
    }
}
