//! Extraction: the text of an article into its facts.

use crate::article::Article;
use crate::problem::Problem;
use crate::summary::Summary;

/// The facts of `article`; curated ones win over extracted ones.
///
/// # Errors
/// `not-vietnamese` and `legacy-encoding` where the body cannot be read by these rules.
pub fn extract(article: &Article) -> Result<Summary, Problem> {
    let mut summary = Summary {
        title: article.title.clone(),
        url: article.url.clone(),
        source: article.source.clone(),
        published: article.published,
        ..Summary::default()
    };
    article.curated.apply(&mut summary);
    Ok(summary)
}
