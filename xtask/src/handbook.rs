//! The documents of `docs/` as pages, for the product page and whoever has only a browser.

use crate::workspace::{read, root};
use anyhow::{Context, Result};
use pulldown_cmark::{CowStr, Event, Options, Parser, Tag, html};
use std::fs;
use std::path::Path;

/// Where the pages go, below `www/`.
const FOLDER: &str = "www/huong-dan";

/// The documents that become pages: file and name of the page.
const DOCUMENTS: [(&str, &str); 6] = [
    ("README", "index"),
    ("quan-tri-trang", "quan-tri-trang"),
    ("he-quan-tri", "he-quan-tri"),
    ("bien-tap", "bien-tap"),
    ("thiet-ke", "thiet-ke"),
    ("lap-trinh", "lap-trinh"),
];

/// Writes a page for each document that is there.
pub(crate) fn write() -> Result<()> {
    let folder = root().join(FOLDER);
    fs::create_dir_all(&folder).with_context(|| format!("cannot make {FOLDER}"))?;
    for (file, page) in DOCUMENTS {
        let path = format!("docs/{file}.md");
        if root().join(&path).exists() {
            let target = folder.join(page).with_extension("html");
            fs::write(&target, document(&read(&path)?)).context("cannot write a page of docs/")?;
        }
    }
    Ok(())
}

/// The page of a document.
fn document(markdown: &str) -> String {
    let title = markdown.lines().find_map(|line| line.strip_prefix("# ")).unwrap_or("Tóm Tắt");
    let options = Options::ENABLE_TABLES | Options::ENABLE_HEADING_ATTRIBUTES;
    let events = Parser::new_ext(markdown, options).map(|event| match event {
        Event::Start(Tag::Link { link_type, dest_url, title, id }) => {
            Event::Start(Tag::Link { link_type, dest_url: target(dest_url), title, id })
        }
        Event::Start(Tag::Image { link_type, dest_url, title, id }) => {
            Event::Start(Tag::Image { link_type, dest_url: target(dest_url), title, id })
        }
        // The marks between which tables are filled in.
        Event::Html(html) if html.starts_with("<!--") => Event::Html("".into()),
        event => event,
    });
    let mut body = String::new();
    html::push_html(&mut body, events);
    // Wide code is scrolled by keyboard, too.
    let body = with_ids(&body).replace("<pre>", "<pre tabindex=\"0\">");
    format!(
        "<!doctype html>\n<html lang=\"vi\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <title>{title} – Tóm Tắt</title>\n<link rel=\"stylesheet\" href=\"../docs.css\">\n</head>\n<body>\n\
         <nav><a href=\"../../index.html\">Tóm Tắt</a> <a href=\"index.html\">Hướng dẫn</a></nav>\n\
         <main>\n{body}</main>\n</body>\n</html>\n"
    )
}

/// Where a link leads among the pages: documents are pages there, other files lie where they lay.
fn target(link: CowStr<'_>) -> CowStr<'_> {
    if link.contains("://") || link.starts_with(['#', '/']) {
        return link;
    }
    let (path, fragment) = link.split_once('#').map_or((&*link, ""), |(path, name)| (path, name));
    let fragment = if fragment.is_empty() { String::new() } else { ["#", fragment].concat() };
    let name = Path::new(path).file_stem().and_then(|name| name.to_str()).unwrap_or_default();
    let page = DOCUMENTS
        .iter()
        .find(|(file, _)| *file == name && path.trim_start_matches("./") == format!("{name}.md"));
    match page {
        Some((_, page)) => format!("{page}.html{fragment}").into(),
        None => format!("../../docs/{path}{fragment}").into(),
    }
}

/// Gives each heading the id that links to it name: its words in lower case with hyphens, as repositories show them.
fn with_ids(html: &str) -> String {
    let mut out = String::with_capacity(html.len());
    let mut rest = html;
    while let Some((before, level, after)) = heading(rest) {
        let words = after.split("</h").next().unwrap_or_default();
        out.push_str(before);
        out.push_str(&format!("<h{level} id=\"{}\">", slug(words)));
        rest = after;
    }
    out.push_str(rest);
    out
}

/// The next heading: what stands before it, its level, and what follows its tag.
fn heading(html: &str) -> Option<(&str, char, &str)> {
    let tags = ["<h1>", "<h2>", "<h3>", "<h4>"];
    let (at, tag) = tags.iter().filter_map(|tag| Some((html.find(tag)?, *tag))).min()?;
    Some((&html[..at], tag.chars().nth(2)?, &html[at + tag.len()..]))
}

fn slug(words: &str) -> String {
    let mut inside = false;
    let text = words.chars().filter(|letter| {
        match letter {
            '<' => inside = true,
            '>' => inside = false,
            _ => return !inside,
        }
        false
    });
    let kept = text.filter(|letter| letter.is_alphanumeric() || matches!(letter, ' ' | '-' | '_'));
    kept.flat_map(char::to_lowercase)
        .map(|letter| if letter == ' ' { '-' } else { letter })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{document, slug, target};

    #[test]
    fn links_lead_to_pages_and_files() {
        assert_eq!(&*target("thiet-ke.md#mau".into()), "thiet-ke.html#mau");
        assert_eq!(&*target("README.md".into()), "index.html");
        assert_eq!(&*target("HOSTS.md".into()), "../../docs/HOSTS.md");
        assert_eq!(&*target("https://example.com/a.md".into()), "https://example.com/a.md");
        assert_eq!(&*target("#mau".into()), "#mau");
    }

    #[test]
    fn headings_have_ids() {
        assert_eq!(slug("Dữ kiện <code>a</code>, và B"), "dữ-kiện-a-và-b");
        assert!(document("# Một\n\n## Hai ba\n").contains("<h2 id=\"hai-ba\">Hai ba</h2>"));
    }
}
