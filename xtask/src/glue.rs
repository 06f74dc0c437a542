//! The names by which the module and its glue know each other.

use anyhow::{Context, Result};
use serde_json::Value;
use std::collections::BTreeMap;

/// Long name → short name.
pub(crate) type Names = BTreeMap<String, String>;

/// Marks that Yew sets on elements and events. Another Yew module in the same page sets marks of
/// the same names and counts from the same number: each would call the other's handlers.
const MARKS: [(&str, &str); 3] = [
    ("__yew_listener_id", "__tom_tat_listener"),
    ("__yew_subtree_id", "__tom_tat_subtree"),
    ("__yew_subtree_cache_key", "__tom_tat_depth"),
];

/// The module's one source of imports, as Binaryen calls it.
const SOURCE: &str = "a";

/// What has a new name, as wasm-opt prints it.
pub(crate) fn names(printed: &str) -> Result<Names> {
    let printed: Value = serde_json::from_str(printed).context("wasm-opt printed no names")?;
    let mut names: Names = MARKS.map(|(old, new)| (old.to_owned(), new.to_owned())).into();
    let mut add = |old: Option<&Value>, new: Option<&Value>| {
        let text = |value: Option<&Value>| value?.as_str().map(str::to_owned);
        let (old, new) = text(old).zip(text(new)).context("wasm-opt printed other names")?;
        names.insert(old, new);
        Ok::<_, anyhow::Error>(())
    };
    let list = |kind: &str| printed[kind].as_array().cloned().unwrap_or_default();
    for import in list("imports") {
        add(import.get(0), Some(&SOURCE.into()))?;
        add(import.get(1), import.get(2))?;
    }
    for export in list("exports") {
        add(export.get(0), export.get(1))?;
    }
    Ok(names)
}

/// A regular expression of esbuild's that matches these names and no others.
pub(crate) fn pattern(names: &Names) -> String {
    let escaped = names.keys().map(|name| {
        let special = |c: char| if "./$".contains(c) { vec!['\\', c] } else { vec![c] };
        name.chars().flat_map(special).collect::<String>()
    });
    format!("^({})$", escaped.collect::<Vec<_>>().join("|"))
}

/// What the loader wants of the glue, and the name of this build; the rest is left out.
pub(crate) fn entry(build: &str) -> String {
    format!("export {{ default, Card }} from './tom_tat.js';\nexport const build = '{build}';\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn module_and_glue_get_the_same_names() {
        let printed =
            r#"{ "imports": [["./x_bg.js", "__wbg_f_12", "$a"]], "exports": [["memory", "b"]] }"#;
        let names = names(printed).unwrap();
        assert_eq!(names["__wbg_f_12"], "$a");
        assert_eq!(names["memory"], "b");
        assert_eq!(names["./x_bg.js"], "a");
        assert!(pattern(&names).contains(r"|__yew_subtree_id|memory)$"));
        assert!(pattern(&names).starts_with(r"^(\.\/x_bg\.js|__wbg_f_12|"));
    }

    #[test]
    fn other_output_is_refused() {
        assert!(names("no names").is_err());
        assert!(names(r#"{ "imports": [["m"]] }"#).is_err());
    }
}
