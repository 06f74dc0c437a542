//! The measure of the corpus, as its guidelines define it: what counts as the same fact.

use serde_json::Value;
use tom_tat::lexicon::expand;
use tom_tat::text::fold;

/// True positives, false positives, false negatives.
#[derive(Default, Clone, Copy)]
pub(crate) struct Tally {
    pub(crate) hit: usize,
    pub(crate) wrong: usize,
    pub(crate) missed: usize,
}

impl Tally {
    pub(crate) fn precision(self) -> f64 {
        ratio(self.hit, self.hit + self.wrong)
    }

    pub(crate) fn recall(self) -> f64 {
        ratio(self.hit, self.hit + self.missed)
    }

    pub(crate) fn f1(self) -> f64 {
        let (p, r) = (self.precision(), self.recall());
        if p + r > 0.0 { 2.0 * p * r / (p + r) } else { 0.0 }
    }
}

#[allow(clippy::cast_precision_loss)] // Counts of facts are small.
pub(crate) fn ratio(part: usize, whole: usize) -> f64 {
    if whole == 0 { 1.0 } else { part as f64 / whole as f64 }
}

/// The figures of the table, summed over all articles.
#[derive(Default)]
pub(crate) struct Score {
    pub(crate) officials: Tally,
    pub(crate) positions: Tally,
    pub(crate) directives: Tally,
    pub(crate) figures: Tally,
    pub(crate) key_figures: Tally,
    pub(crate) roles: Tally,
    /// Right and all.
    pub(crate) event: (usize, usize),
    pub(crate) directive_date: (usize, usize),
    pub(crate) directive_issuer: (usize, usize),
    pub(crate) directive_subject: (usize, usize),
    /// Sum of the overlaps, and how many.
    pub(crate) contexts: (f64, usize),
    pub(crate) clean: (usize, usize),
    /// What is wrong or missed, a line each.
    pub(crate) notes: Vec<String>,
}

fn list<'a>(value: &'a Value, key: &str) -> &'a [Value] {
    value[key].as_array().map_or(&[], Vec::as_slice)
}

fn optional(value: &Value) -> bool {
    value["optional"].as_bool().unwrap_or(false)
}

/// Greedy one-to-one matching: pairs, gold without a partner, found without a partner.
type Matched<'a> = (Vec<(&'a Value, &'a Value)>, Vec<&'a Value>, Vec<&'a Value>);

fn matched<'a>(
    gold: impl IntoIterator<Item = &'a Value>,
    found: &'a [Value],
    same: impl Fn(&Value, &Value) -> bool,
) -> Matched<'a> {
    let mut rest: Vec<&Value> = found.iter().collect();
    let (mut pairs, mut missed) = (Vec::new(), Vec::new());
    for fact in gold {
        match rest.iter().position(|other| same(fact, other)) {
            Some(index) => pairs.push((fact, rest.remove(index))),
            None => missed.push(fact),
        }
    }
    (pairs, missed, rest)
}

fn words(value: &Value) -> Vec<u64> {
    expand(value.as_str().unwrap_or_default())
}

fn overlap(a: &Value, b: &Value) -> f64 {
    let (a, mut b) = (words(a), words(b));
    let total = a.len() + b.len();
    if a.is_empty() || b.is_empty() {
        return 0.0;
    }
    let common = a.iter().filter(|word| {
        let at = b.iter().position(|other| other == *word);
        at.map(|at| b.swap_remove(at)).is_some()
    });
    2.0 * ratio(common.count(), total)
}

/// The share of the words of `label` that a reader sees of the figure: in it or around it.
fn held(label: &Value, figure: &Value) -> f64 {
    let context = &figure["context"];
    let mut there =
        [words(&context["before"]), words(&figure["quote"]), words(&context["after"])].concat();
    let label = words(label);
    let found = label.iter().filter(|word| {
        let at = there.iter().position(|other| other == *word);
        at.map(|at| there.swap_remove(at)).is_some()
    });
    let found = found.count();
    if label.is_empty() { 1.0 } else { ratio(found, label.len()) }
}

fn same_name(gold: &Value, found: &Value) -> bool {
    let name = |value: &Value| fold(value.as_str().unwrap_or_default());
    let aliases = list(gold, "aliases").iter().map(name);
    aliases.chain([name(&gold["name"])]).any(|spelling| spelling == name(&found["name"]))
}

/// Forms of a post or of a unit between which the gold leaves the choice.
fn forms(value: &Value) -> impl Iterator<Item = &str> {
    value.as_str().unwrap_or_default().split('|')
}

fn same_position(gold: &Value, found: &Value) -> bool {
    forms(gold).any(|form| forms(found).any(|other| expand(form) == expand(other)))
}

/// Whose functions for one errand the guidelines count neither way: "trưởng đoàn", "tổ trưởng tổ …".
const ERRANDS: [&str; 4] = ["trưởng đoàn", "phó trưởng đoàn", "tổ trưởng", "phó tổ trưởng"];

/// What such a function may be of.
const TASKS: [&str; 5] = ["kiểm tra", "công tác", "thanh tra", "giám sát", "khảo sát"];

fn is_errand(form: &str) -> bool {
    let form = fold(form);
    let of_task = |rest: &str| {
        let more = TASKS.iter().find_map(|task| rest.strip_prefix(task));
        rest.is_empty() || more.is_some_and(|more| more.is_empty() || more.starts_with(' '))
    };
    ERRANDS
        .iter()
        .any(|head| form.strip_prefix(head).is_some_and(|rest| of_task(rest.trim_start())))
}

/// The posts of an official that count.
fn posts(official: &Value) -> Vec<Value> {
    let counts = |post: &&Value| !forms(post).all(is_errand);
    list(official, "positions").iter().filter(counts).cloned().collect()
}

fn same_directive(gold: &Value, found: &Value) -> bool {
    if gold["number"].is_null() {
        return found["number"].is_null() && overlap(&gold["name"], &found["name"]) > 0.6;
    }
    let number = |value: &Value| {
        let folded = fold(value["number"].as_str().unwrap_or_default()).replace("tư", "tw");
        folded.trim_start_matches('0').to_owned()
    };
    words(&gold["type"]) == words(&found["type"]) && number(gold) == number(found)
}

fn same_figure(gold: &Value, found: &Value) -> bool {
    let value = |figure: &Value| figure["value"].as_f64().unwrap_or(f64::NAN);
    let (a, b) = (value(gold), value(found));
    let other = words(&found["unit"]);
    let inside = |short: &[u64], long: &[u64]| short.iter().all(|word| long.contains(word));
    let same_unit = |form: &str| {
        let unit = expand(form);
        found["unit"] == form
            || unit.first() == other.first()
            || inside(&unit, &other)
            || inside(&other, &unit)
    };
    (a - b).abs() <= 1e-9 * a.abs().max(1.0) && forms(&gold["unit"]).any(same_unit)
}

impl Score {
    /// Adds one article: its gold annotation and the summary found.
    pub(crate) fn add(&mut self, name: &str, gold: &Value, found: &Value) {
        let before = self.notes.len();
        let mut notes = Vec::new();
        self.event(gold, found, &mut notes);
        self.officials(gold, found, &mut notes);
        self.directives(gold, found, &mut notes);
        self.figures(gold, found, &mut notes);
        self.clean.0 += usize::from(notes.iter().all(|(wrong, _)| !wrong));
        self.clean.1 += 1;
        self.notes.extend(notes.into_iter().map(|(wrong, note)| {
            format!("{name}: {} {note}", if wrong { "wrong " } else { "missed" })
        }));
        self.notes[before..].sort();
    }

    fn event(&mut self, gold: &Value, found: &Value, notes: &mut Vec<(bool, String)>) {
        let (a, b) = (&gold["event"], &found["event"]);
        let other = list(gold, "event_alt").contains(&b["date"]);
        let right = (a["date"] == b["date"] && a["end"] == b["end"]) || other;
        self.event.0 += usize::from(right);
        self.event.1 += 1;
        if !right {
            notes.push((!b["date"].is_null(), format!("event {} for {}", b["date"], a["date"])));
        }
    }

    fn officials(&mut self, gold: &Value, found: &Value, notes: &mut Vec<(bool, String)>) {
        let (pairs, missed, extra) =
            matched(list(gold, "officials"), list(found, "officials"), same_name);
        let missed: Vec<&Value> = missed.into_iter().filter(|fact| !optional(fact)).collect();
        self.officials.hit += pairs.iter().filter(|(fact, _)| !optional(fact)).count();
        self.officials.wrong += extra.len();
        self.officials.missed += missed.len();
        notes.extend(extra.iter().map(|fact| (true, format!("official {}", fact["name"]))));
        notes.extend(missed.iter().map(|fact| (false, format!("official {}", fact["name"]))));
        for (gold, found) in pairs {
            let (wanted, shown) = (posts(gold), posts(found));
            let (right, missed, extra) = matched(&wanted, &shown, same_position);
            self.positions.hit += right.len();
            self.positions.wrong += extra.len();
            self.positions.missed += missed.len();
            let note = |post: &&Value| format!("position of {}: {post}", gold["name"]);
            notes.extend(extra.iter().map(|post| (true, note(post))));
            notes.extend(missed.iter().map(|post| (false, note(post))));
            if !optional(gold) {
                let (right, missed, extra) =
                    matched(list(gold, "roles"), list(found, "roles"), |a, b| a == b);
                self.roles.hit += right.len();
                self.roles.wrong += extra.len();
                self.roles.missed += missed.len();
            }
        }
    }

    fn directives(&mut self, gold: &Value, found: &Value, notes: &mut Vec<(bool, String)>) {
        let mut order: Vec<&Value> = list(gold, "directives").iter().collect();
        order.sort_by_key(|fact| fact["number"].is_null());
        let (pairs, missed, extra) = matched(order, list(found, "directives"), same_directive);
        let missed: Vec<&Value> = missed.into_iter().filter(|fact| !optional(fact)).collect();
        self.directives.hit += pairs.iter().filter(|(fact, _)| !optional(fact)).count();
        self.directives.wrong += extra.len();
        self.directives.missed += missed.len();
        let note = |fact: &&Value| format!("directive {} {}", fact["type"], fact["number"]);
        notes.extend(extra.iter().map(|fact| (true, note(fact))));
        notes.extend(missed.iter().map(|fact| (false, note(fact))));
        for (gold, found) in pairs.into_iter().filter(|(gold, _)| !gold["number"].is_null()) {
            let mut field = |key: &str, same: &dyn Fn(&Value, &Value) -> bool| {
                let others = list(gold, &format!("{key}_alt"));
                let right =
                    same(&gold[key], &found[key]) || others.iter().any(|a| same(a, &found[key]));
                if !right {
                    let note =
                        format!("{key} of {}: {} for {}", gold["number"], found[key], gold[key]);
                    notes.push((!found[key].is_null(), note));
                }
                (usize::from(right), 1)
            };
            add(&mut self.directive_date, field("date", &|a, b| a == b));
            add(&mut self.directive_issuer, field("issuer", &|a, b| words(a) == words(b)));
            let same = |a: &Value, b: &Value| (a.is_null() && b.is_null()) || overlap(a, b) >= 0.8;
            add(&mut self.directive_subject, field("subject", &same));
        }
    }

    fn figures(&mut self, gold: &Value, found: &Value, notes: &mut Vec<(bool, String)>) {
        let facts = list(found, "figures");
        let (pairs, missed, extra) = matched(list(gold, "figures"), facts, same_figure);
        let missed: Vec<&Value> = missed.into_iter().filter(|fact| !optional(fact)).collect();
        self.figures.hit += pairs.iter().filter(|(fact, _)| !optional(fact)).count();
        self.figures.wrong += extra.len();
        self.figures.missed += missed.len();
        notes.extend(extra.iter().map(|fact| (true, format!("figure {}", fact["quote"]))));
        notes.extend(missed.iter().map(|fact| (false, format!("figure {}", fact["quote"]))));
        for (gold, found) in &pairs {
            self.contexts.0 += held(&gold["label"], found);
            self.contexts.1 += 1;
        }
        let keys: Vec<&Value> =
            list(gold, "figures").iter().filter(|f| f["key"].as_bool() == Some(true)).collect();
        if !keys.is_empty() {
            let first = &facts[..facts.len().min(6)];
            let count = keys.len();
            let (shown, missed, _) = matched(keys, first, same_figure);
            self.key_figures.hit += shown.len();
            self.key_figures.wrong += (first.len() + count).saturating_sub(shown.len() + 6);
            self.key_figures.missed += missed.len();
        }
    }
}

fn add(sum: &mut (usize, usize), more: (usize, usize)) {
    sum.0 += more.0;
    sum.1 += more.1;
}
