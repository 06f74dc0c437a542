//! HTML to text: the part that the browser's parser and the native one share, so that both give
//! the same text. The parser reports elements and text in document order.

/// Builds the text of a document from the events of a parser.
#[derive(Default)]
pub struct Flattener {
    text: String,
    /// How many open elements are skipped with all that they hold.
    skipped: usize,
    /// A space is due before the next word.
    space: bool,
}

/// Elements that start a line of their own.
const BLOCKS: [&str; 38] = [
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "caption",
    "center",
    "dd",
    "details",
    "dialog",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "li",
    "main",
    "nav",
    "ol",
    "p",
    "pre",
    "section",
    "table",
    "td",
    "th",
    "tr",
    "ul",
];

/// Elements that hold no words of the article.
const SKIPPED: [&str; 18] = [
    "audio", "button", "canvas", "head", "iframe", "nav", "noscript", "object", "option", "script",
    "select", "style", "svg", "template", "textarea", "title", "tom-tat", "video",
];

impl Flattener {
    /// An element opens; `tag` in lower case.
    pub fn open(&mut self, tag: &str) {
        if self.skipped > 0 || SKIPPED.contains(&tag) {
            self.skipped += 1;
        } else if tag == "br" || BLOCKS.contains(&tag) {
            self.new_line();
        }
    }

    /// Text between tags, entities resolved.
    pub fn text(&mut self, text: &str) {
        if self.skipped > 0 {
            return;
        }
        for (index, word) in text.split(|c: char| c.is_whitespace()).enumerate() {
            self.space |= index > 0;
            if word.is_empty() {
                continue;
            }
            if self.space && !self.text.is_empty() && !self.text.ends_with('\n') {
                self.text.push(' ');
            }
            self.space = false;
            self.text.push_str(word);
        }
    }

    /// The element closes; called for void elements, too.
    pub fn close(&mut self, tag: &str) {
        if self.skipped > 0 {
            self.skipped -= 1;
        } else if BLOCKS.contains(&tag) {
            self.new_line();
        }
    }

    /// The text, a line feed between blocks.
    #[must_use]
    pub fn finish(mut self) -> String {
        self.text.truncate(self.text.trim_end().len());
        self.text
    }

    fn new_line(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with('\n') {
            self.text.push('\n');
        }
        self.space = false;
    }
}
