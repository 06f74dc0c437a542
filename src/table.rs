//! Tables whose keys are hashes already, and the keys of several things together.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// From the hash of a thing ([`crate::text::key_of`], [`join`], [`pair`]) to a number; two of them
/// that are equal are the same thing, which a test checks for the lexicon.
pub(crate) type Table = HashMap<u64, u32, BuildHasherDefault<Hashed>>;

/// Takes a key as its own hash: hashing the hash once more would be work for nothing.
#[derive(Debug, Clone, Default)]
pub(crate) struct Hashed(u64);

impl Hasher for Hashed {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write_u64(&mut self, key: u64) {
        self.0 = key;
    }

    /// No key of a [`Table`] is anything but a number.
    fn write(&mut self, _: &[u8]) {}
}

/// The key of a sequence of keys, such as those of a name's words.
#[must_use]
pub(crate) fn join(keys: impl IntoIterator<Item = u64>) -> u64 {
    let step = |joined: u64, key: u64| (joined.rotate_left(5) ^ key).wrapping_mul(0x0100_0000_01b3);
    keys.into_iter().fold(0xcbf2_9ce4_8422_2325, step) | 1 << 63
}

/// The key of two numbers below 2^20; never that of a text, whose highest bit is set.
#[must_use]
pub(crate) fn pair(high: u32, low: u32) -> u64 {
    let joined = u64::from(high) << 20 | u64::from(low);
    // An odd factor keeps different pairs different in 63 bits, and none of them 0; it spreads
    // neighbours.
    let spread = (joined + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15) & !(1 << 63);
    spread ^ (spread >> 32)
}
