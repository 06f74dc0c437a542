//! What a phrase of the lexicon is listed as. The build script makes the enumeration from the data
//! files' names and headings, each variant with the comment that stands there.

include!(concat!(env!("OUT_DIR"), "/topic.rs"));

/// A set of topics in 64 bits. There are more topics than bits: the first ones, which the rules ask
/// for most, have one of their own, the others share the rest. What the set holds *may* be there;
/// the tree of phrases knows.
pub type Topics = u64;

/// So many topics have a bit of their own.
const OWN: u32 = 40;

impl Topic {
    /// The bit of a topic.
    pub(super) const fn bit(self) -> Topics {
        let number = self as u32;
        1 << if number < OWN { number } else { OWN + (number - OWN) % (u64::BITS - OWN) }
    }

    /// A set of topics.
    pub const fn set(topics: &[Topic]) -> Topics {
        let mut set = 0;
        let mut index = 0;
        while index < topics.len() {
            set |= topics[index].bit();
            index += 1;
        }
        set
    }
}
