//! A hash table from 64-bit keys to small numbers: one type for everything that is looked up, so
//! that the wasm carries one table's code.

/// Keys are hashes already ([`crate::text::key_of`], [`pair`]); two of them that are equal are the same thing,
/// which a test checks for the lexicon.
#[derive(Debug, Clone, Default)]
pub(crate) struct Table {
    /// Key and value; the key 0 is a free slot. The length is a power of two.
    slots: Vec<(u64, u32)>,
    count: usize,
}

impl Table {
    /// The value of `key`.
    #[must_use]
    #[inline]
    #[allow(clippy::cast_possible_truncation)] // The mask keeps the low bits only.
    pub(crate) fn get(&self, key: u64) -> Option<u32> {
        let mask = self.slots.len().wrapping_sub(1);
        let mut slot = key as usize & mask;
        // Of an empty table no slot is there.
        while let Some(&(found, value)) = self.slots.get(slot) {
            if found == key {
                return Some(value);
            }
            if found == 0 {
                return None;
            }
            slot = (slot + 1) & mask;
        }
        None
    }

    /// The value of `key`, which is `value` if there was none.
    pub(crate) fn get_or_insert(&mut self, key: u64, value: u32) -> u32 {
        if self.count * 2 >= self.slots.len() {
            self.grow();
        }
        let slot = self.slot(key);
        if self.slots[slot].0 != key {
            self.slots[slot] = (key, value);
            self.count += 1;
        }
        self.slots[slot].1
    }

    /// Gives `key` the value `value`.
    pub(crate) fn set(&mut self, key: u64, value: u32) {
        self.get_or_insert(key, value);
        let slot = self.slot(key);
        self.slots[slot].1 = value;
    }

    /// The slot of `key`, or the free one where it would go; there always is one.
    #[allow(clippy::cast_possible_truncation)] // The mask keeps the low bits only.
    fn slot(&self, key: u64) -> usize {
        let mask = self.slots.len() - 1;
        let mut slot = key as usize & mask;
        while self.slots[slot].0 != key && self.slots[slot].0 != 0 {
            slot = (slot + 1) & mask;
        }
        slot
    }

    #[inline(never)]
    fn grow(&mut self) {
        let larger = (self.slots.len() * 2).max(64);
        let old = std::mem::replace(&mut self.slots, vec![(0, 0); larger]);
        for entry in old.into_iter().filter(|(key, _)| *key != 0) {
            let slot = self.slot(entry.0);
            self.slots[slot] = entry;
        }
    }
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

#[cfg(test)]
mod tests {
    use super::Table;
    use crate::text::key_of;

    #[test]
    fn what_is_put_in_is_found_again() {
        let mut table = Table::default();
        for number in 0..5000 {
            assert_eq!(table.get_or_insert(key_of(&number.to_string()), number), number);
        }
        assert_eq!(table.get_or_insert(key_of("17"), 99), 17);
        assert_eq!(table.get(key_of("4999")), Some(4999));
        assert_eq!(table.get(key_of("x")), None);
        table.set(key_of("17"), 99);
        assert_eq!(table.get(key_of("17")), Some(99));
    }
}
