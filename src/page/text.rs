//! HTML to text, as a reader sees it: the one way for the browser and the command, so that both give
//! the same.

use super::boxes::{Boxes, is_title};
use super::node::{Node, following};
use super::sources::{BLOCK, SKIPPED};
use crate::article::{NODES, is_too_long};

/// What was read of an element.
pub(super) struct Seen {
    /// A line feed between blocks.
    pub(super) text: String,
    /// How often a link of its own was followed by text: twice and more is a list of teasers, if little
    /// text stands between.
    pub(super) teasers: usize,
    /// Bytes of other articles inside, which were left out.
    pub(super) others: usize,
    /// More than an article has: the rest was not read.
    pub(super) too_long: bool,
}

/// The text of `root`, without the page's furniture in it.
pub(super) fn seen<N: Node>(root: &N) -> Seen {
    let mut reader = Reader {
        boxes: Boxes::new(root),
        text: Text::default(),
        link: false,
        teasers: 0,
        others: 0,
    };
    let mut next = Some(root.clone());
    let mut left = NODES;
    while let Some(node) = next.take_if(|_| left > 0 && !is_too_long(&reader.text.text)) {
        left -= 1;
        let enters = reader.open(&node);
        let mut leave = |node: &N| reader.text.new_line_if(node.matches(BLOCK));
        next = following(root, &node, enters, &mut leave);
    }
    let Reader { text, teasers, others, .. } = reader;
    let too_long = next.is_some() || is_too_long(&text.text);
    Seen { text: text.finish(), teasers, others, too_long }
}

/// What is read, node by node.
struct Reader {
    boxes: Boxes,
    text: Text,
    /// Another article's title was passed over, and nothing read since.
    link: bool,
    teasers: usize,
    others: usize,
}

impl Reader {
    /// Reads what opens here; whether what is inside is read, too.
    fn open<N: Node>(&mut self, node: &N) -> bool {
        if let Some(words) = node.text() {
            if self.text.push(&words) && std::mem::take(&mut self.link) {
                self.teasers += 1;
            }
            return false;
        }
        let Some(name) = node.name() else { return true };
        let name = &*name;
        let link = name == "a" && is_title(node);
        self.link |= link;
        if link {
            self.text.drop_label();
        }
        self.text.breaks |= name == "br";
        self.text.new_line_if(node.matches(BLOCK));
        let skipped = node.matches(SKIPPED) || (name == "sup" && !self.text.takes_power(node));
        let other = name == "article" && self.boxes.is_other(node);
        if other {
            self.others += node.content().len();
        }
        !(link || skipped || other || self.boxes.is_box(node))
    }
}

/// Text as it grows.
#[derive(Default)]
struct Text {
    text: String,
    /// A space is due before the next word.
    space: bool,
    /// A `<br>` is due before the next word.
    breaks: bool,
}

impl Text {
    /// Text between tags, entities resolved; whether it held a word.
    fn push(&mut self, text: &str) -> bool {
        let mut any = false;
        for (index, word) in text.split(char::is_whitespace).enumerate() {
            self.space |= index > 0;
            if word.is_empty() {
                continue;
            }
            any = true;
            if std::mem::take(&mut self.breaks) {
                self.break_before(word);
            }
            if self.space && !self.text.is_empty() && !self.text.ends_with('\n') {
                self.text.push(' ');
            }
            self.space = false;
            self.text.push_str(word);
        }
        any
    }

    /// "số 25<br>-NQ/TW": a number broken at its dash is one; else a line ends.
    fn break_before(&mut self, word: &str) {
        let goes_on = word.strip_prefix(['-', '/']).is_some_and(|rest| !rest.is_empty());
        if goes_on && !self.text.ends_with(['\n', '.', ',', ';', ':']) {
            self.space = false;
        } else {
            self.new_line_if(true);
        }
    }

    /// "120 m²" and "m<sup>2</sup>"; the number of a footnote is none of the text.
    fn takes_power<N: Node>(&self, node: &N) -> bool {
        let raised = node.content();
        let number =
            !raised.trim().is_empty() && raised.bytes().all(|byte| !byte.is_ascii_alphabetic());
        !number || (self.text.ends_with('m') && matches!(raised.trim(), "2" | "3"))
    }

    /// "Đọc thêm:" says nothing without the title behind it.
    fn drop_label(&mut self) {
        let label = self.text.ends_with(':');
        while label && !self.text.is_empty() && !self.text.ends_with('\n') {
            self.text.pop();
        }
    }

    fn new_line_if(&mut self, block: bool) {
        if !block {
            return;
        }
        if !self.text.is_empty() && !self.text.ends_with('\n') {
            self.text.push('\n');
        }
        self.space = false;
        self.breaks = false;
    }

    fn finish(mut self) -> String {
        self.text.truncate(self.text.trim_end().len());
        self.text
    }
}
