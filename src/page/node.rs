//! A node of a page, as the rules for pages see it: the browser's own, or the native parser's.

/// An element, a text, or something else of a page.
pub trait Node: Clone + PartialEq {
    /// The local name of an element, in lower case.
    fn name(&self) -> Option<String>;
    /// The text of a text node; nothing of comments and the like.
    fn text(&self) -> Option<String>;
    /// All text inside, as it stands in the source.
    fn content(&self) -> String;
    /// An attribute of an element.
    fn attribute(&self, name: &str) -> Option<String>;
    /// The node around this one.
    fn parent(&self) -> Option<Self>;
    /// The first node inside.
    fn first_child(&self) -> Option<Self>;
    /// The next node beside this one.
    fn next_sibling(&self) -> Option<Self>;
    /// The elements inside that match the CSS selector, in the order of the page.
    fn all(&self, selector: &str) -> Vec<Self>;
    /// The first of them.
    fn first(&self, selector: &str) -> Option<Self>;
    /// Whether this element matches the CSS selector.
    fn matches(&self, selector: &str) -> bool;
    /// This element or the nearest around it that matches the CSS selector.
    fn closest(&self, selector: &str) -> Option<Self>;
    /// Whether `other` is this node or inside it.
    fn holds(&self, other: &Self) -> bool;
    /// Whether this node opens before `other` does.
    fn precedes(&self, other: &Self) -> bool;
}

/// The node behind `node` in the order of the page, inside it or not, up to the end of `root`; `leave` is
/// told which nodes end before it. No recursion: pages nest deeper than the stack of WebAssembly.
pub fn following<N: Node>(
    root: &N,
    node: &N,
    inside: bool,
    leave: &mut dyn FnMut(&N),
) -> Option<N> {
    let child = if inside { node.first_child() } else { None };
    let mut node = node.clone();
    let mut next = child;
    while next.is_none() {
        leave(&node);
        if node == *root {
            return None;
        }
        next = node.next_sibling();
        if next.is_none() {
            node = node.parent()?;
        }
    }
    next
}
