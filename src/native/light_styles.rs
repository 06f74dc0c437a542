//! The style sheet of the card, for classes in the place of parts. It needs nothing, so that `xtask` makes
//! `pkg/card-light.css` by it, too.

/// In front of every class.
pub(crate) const PREFIX: &str = "tom-tat-";

/// A style sheet of a shadow root as one of a page, every rule behind `.tom-tat` or a class of the card's.
#[must_use]
pub(crate) fn of(styles: &str) -> String {
    let mut sheet = styles.replace(":host(:not([hidden]))", ".tom-tat:not([hidden])");
    for theme in ["light", "dark"] {
        for quote in ["\"", ""] {
            let host = format!(":host([theme={quote}{theme}{quote}])");
            sheet = sheet.replace(&host, &format!(".tom-tat.{PREFIX}{theme}"));
        }
    }
    let sheet = sheet.replace(":host", ".tom-tat");
    let mut made = String::with_capacity(sheet.len());
    let mut rest = &*sheet;
    while let Some((before, after)) = rest.split_once("[part") {
        made.push_str(before);
        let Some((selector, behind)) = after.split_once(']') else { break };
        made.push_str(&class(selector));
        rest = behind;
    }
    made + rest
}

/// `="x"` and `~="x"` as a class, `^="x"` as the beginning of the only class that such a part has first.
fn class(selector: &str) -> String {
    let part = selector.trim_start_matches(['=', '~', '^']).trim_matches('"');
    if selector.starts_with('^') {
        format!("[class^=\"{PREFIX}{part}\"]")
    } else {
        format!(".{PREFIX}{part}")
    }
}
