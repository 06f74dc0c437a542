//! What a mentioned person did at the event, read off the verbs around the mention.

use super::super::page::Page;
use super::super::trace::Rule;
use super::mention::{Mention, Who};
use crate::lexicon::{Tag, Topic, Topics};
use crate::summary::Role;
use std::ops::Range;

/// How far behind a mention its verbs are looked for.
const REACH: usize = 40;

/// The roles that each mention of `sentence` gets, as `(index of the mention, role)`.
#[inline(never)]
pub(super) fn roles(
    page: &Page<'_>,
    sentence: &Range<usize>,
    mentions: &[Mention],
) -> Vec<(usize, Role)> {
    let mut roles = Vec::new();
    headed(page, sentence, mentions, &mut roles);
    leading(page, sentence, mentions, &mut roles);
    following(page, sentence, mentions, &mut roles);
    roles
}

/// The role verb at `at`, and its length; not where the words are something longer ("dự án").
fn verb(page: &Page<'_>, at: usize) -> Option<(usize, Role)> {
    let (length, tag) = page.phrase(Topic::Role, at)?;
    if page.length(at, Topic::Stop) > length {
        return None;
    }
    let role = match tag {
        Tag::Chair => Role::Chair,
        Tag::Speak => Role::Speak,
        Tag::Award => Role::Award,
        Tag::Sign => Role::Sign,
        _ => Role::Attend,
    };
    Some((length, role))
}

/// The role that a sentence gives to the list in the blocks behind it: "Dự đại hội có các đồng
/// chí:" and nobody named.
pub(super) fn announced(page: &Page<'_>, sentence: &Range<usize>) -> Option<Role> {
    let colon = sentence.end.checked_sub(1).filter(|&at| page.is_mark(at, &[':']))?;
    let plural =
        (sentence.start..colon).any(|at| page.is_tagged(at, Topic::Honorific, Tag::Plural));
    (sentence.start..colon)
        .filter(|_| plural)
        .find_map(|at| verb(page, at).or_else(|| meeting(page, at)))
        .map(|(_, role)| role)
        .filter(|role| matches!(role, Role::Attend | Role::Chair))
}

/// "Cùng đi có …", "Về phía tỉnh có …".
fn meeting(page: &Page<'_>, at: usize) -> Option<(usize, Role)> {
    page.cue(at, Topic::Meeting).map(|length| (length, Role::Attend))
}

/// "Tham dự hội nghị có các đồng chí: …", "với sự tham dự của …": everyone named after it.
fn headed(
    page: &Page<'_>,
    sentence: &Range<usize>,
    mentions: &[Mention],
    roles: &mut Vec<(usize, Role)>,
) {
    const BETWEEN: usize = 14;
    const HEADS: Topics = Topic::set(&[Topic::Role, Topic::Meeting]);
    for at in page.openings(sentence.clone(), HEADS) {
        let Some((length, role)) = verb(page, at).or_else(|| meeting(page, at)) else { continue };
        if !matches!(role, Role::Attend | Role::Chair) {
            continue;
        }
        let end = at + length;
        let heads = |index: usize| {
            let colon = index - end <= 4 && page.is_mark(index, &[':']);
            let chaired = role == Role::Chair && page.begins(index, Topic::Comprises);
            (page.begins(index, Topic::Has)
                && !page.begins(index + 1, Topic::Concerns)
                && !page.ends(index, Topic::NotDone))
                || colon
                || chaired
                || (index == end && page.begins(index, Topic::Of))
        };
        let reach = (end + BETWEEN).min(sentence.end);
        let Some(head) = (end..reach).find(|&index| heads(index)) else { continue };
        let named_between = mentions.iter().any(|m| m.range.start < head && m.range.end > at);
        let list_break = (end..head).any(|index| page.is_mark(index, &[';']));
        if named_between || list_break {
            continue;
        }
        // "dưới sự chủ trì của ông A, … quyết định kỷ luật ông B"
        let first = mentions.partition_point(|m| m.range.start <= head);
        let named = (first..mentions.len())
            .filter(|&index| index == first || !is_governed(page, mentions[index].range.start));
        roles.extend(named.map(|index| (index, role)));
        return;
    }
}

/// "Phát biểu kết luận hội nghị, đồng chí A …", "Thay mặt …, trao …, ông A".
fn leading(
    page: &Page<'_>,
    sentence: &Range<usize>,
    mentions: &[Mention],
    roles: &mut Vec<(usize, Role)>,
) {
    let Some((index, first)) = mentions.iter().enumerate().next() else { return };
    let comma = first.range.start > sentence.start && page.is_mark(first.range.start - 1, &[',']);
    if !comma {
        return;
    }
    let opens = |at: usize| at == sentence.start || page.is_mark(at - 1, &[',', '.', '…']);
    let mut clause = sentence.start..first.range.start;
    let spoken = clause.clone().filter(|&at| opens(at)).any(|at| speaks(page, at));
    // "Trao đổi với phóng viên, …": said elsewhere.
    if spoken && !clause.any(|at| page.begins(at, Topic::Press)) {
        roles.push((index, Role::Speak));
    }
}

fn speaks(page: &Page<'_>, at: usize) -> bool {
    matches!(verb(page, at), Some((_, Role::Speak)))
}

/// "Tại Chỉ thị số 1, Chủ tịch UBND tỉnh nhấn mạnh": the words are the document's.
fn in_paper(page: &Page<'_>, clause: Range<usize>) -> bool {
    const OPENING: usize = 5;
    let opens = page.begins(clause.start, Topic::AccordingTo);
    let paper = |at: usize| {
        let document = page.phrase(Topic::Document, at).is_some_and(|_| page.is_capital(at));
        document || page.begins(at, Topic::Paper)
    };
    opens && clause.clone().take(OPENING).skip(1).any(paper)
}

/// "đồng chí A chủ trì hội nghị", "ông B dự và phát biểu"; a list shares what its last does.
fn following(
    page: &Page<'_>,
    sentence: &Range<usize>,
    mentions: &[Mention],
    roles: &mut Vec<(usize, Role)>,
) {
    // "Trao đổi với phóng viên, …": said elsewhere. Looked for once: a sentence may be as long as the article.
    let press = sentence.clone().find(|&at| page.begins(at, Topic::Press));
    for (index, mention) in mentions.iter().enumerate() {
        let start = mention.range.start;
        let addressed = index > 0 && is_addressed(page, start);
        let governed = is_governed(page, start);
        if governed {
            page.refuse(mention.range.clone(), Rule::named("governed"));
        }
        // "Sau khi Chủ tịch UBND huyện yêu cầu, …": what happened before.
        let before = page.ends(start, Topic::AfterWhich);
        if before {
            page.refuse(mention.range.clone(), Rule::named("subordinate"));
        }
        if mention.absent || addressed || governed || before {
            continue;
        }
        let found = acts(page, sentence, mentions, index);
        if found.is_empty() {
            continue;
        }
        let shared = group(page, mentions, index);
        let told_press =
            press.is_some_and(|at| at < start) || in_paper(page, sentence.start..start);
        // Awards are granted in the name of an office: whoever holds it may not have been there.
        let present = |role: &Role| match role {
            Role::Award => mention.who != Who::Post,
            Role::Speak => !told_press,
            _ => true,
        };
        for role in found.into_iter().filter(present) {
            roles.push((index, role));
            if !matches!(role, Role::Sign) {
                roles.extend(shared.clone().map(|member| (member, role)));
            }
        }
    }
}

/// "… chúc mừng | đồng chí B", "đề nghị | ông B": to whom somebody speaks.
fn is_addressed(page: &Page<'_>, at: usize) -> bool {
    const LONGEST: usize = 3;
    // "ông A cho biết, | Bí thư B đã chỉ đạo …": what is said of B.
    let end = at - usize::from(at > 0 && page.is_mark(at - 1, &[',']));
    let ends = |start: usize| verb(page, start) == Some((end - start, Role::Speak));
    (end.saturating_sub(LONGEST)..end).any(ends)
}

/// The roles of the verbs behind mention `index`, up to the next one; those of whom it stands for
/// ("ông A thừa ủy quyền Chủ tịch nước trao …") are its own.
fn acts(page: &Page<'_>, sentence: &Range<usize>, mentions: &[Mention], index: usize) -> Vec<Role> {
    let mention = &mentions[index];
    let mut later = mentions[index + 1..].iter();
    let next = later.next();
    let mut end = next.map_or(sentence.end, |m| m.range.start);
    let mut roles = verbs_after(page, mention.range.end, end.min(mention.range.end + REACH));
    if let Some(absent) = next.filter(|next| next.who == Who::Post && next.absent) {
        let start = absent.range.end;
        end = later.next().map_or(sentence.end, |m| m.range.start);
        roles.extend(verbs_after(page, start, end.min(start + REACH)));
    }
    let first = mention.range.start;
    if first > sentence.start && page.ends(first, Topic::SignedBy) && signs(page, mention.range.end)
    {
        roles.push(Role::Sign);
    }
    roles
}

/// "Quyết định do ông A ký thay Chủ tịch".
fn signs(page: &Page<'_>, at: usize) -> bool {
    let at = at + usize::from(page.is_mark(at, &[',']));
    matches!(verb(page, at), Some((_, Role::Sign)))
}

/// The mentions before `index` that are joined to it without a verb of their own.
fn group(page: &Page<'_>, mentions: &[Mention], index: usize) -> Range<usize> {
    let mut first = index;
    while first > 0 {
        let gap = mentions[first - 1].range.end..mentions[first].range.start;
        // "Sau khi nghe báo cáo của ông A, ông B phát biểu": A is not among those who did it.
        let object = page.is_mark(gap.start, &[','])
            && gap.len() == 1
            && is_object(page, mentions[first - 1].range.start);
        let joined = !object
            && gap.len() <= 3
            && gap
                .clone()
                .all(|at| page.is_mark(at, &[',', ';']) || page.begins(at, Topic::Joiner));
        if !joined {
            break;
        }
        first -= 1;
    }
    first..index
}

/// "sai phạm của ông A", "kỷ luật bà A": the article speaks of whoever is mentioned so.
pub(super) fn is_spoken_of(page: &Page<'_>, mention: &Mention) -> bool {
    // "nêu thắc mắc này với ông A": the reporter asks.
    let asked = page.ends(mention.range.start, Topic::With);
    is_governed(page, mention.range.start) && !asked
}

/// "phân công đồng chí A", "sai phạm của ông A", "trao quyết định cho ông B và yêu cầu …": somebody
/// else acts; "cùng với ông A" did it, too.
fn is_governed(page: &Page<'_>, start: usize) -> bool {
    let Some(length) = page.cue_before(start, Topic::Governor) else { return false };
    page.cue_before(start, Topic::Speech).is_none() && !page.ends(start - length, Topic::Together)
}

/// "của ông A", "chúc mừng Đại tá A": whom it is about, at `start`; "cùng với ông A" did it, too.
fn is_object(page: &Page<'_>, start: usize) -> bool {
    let joins = start > 0 && page.ends(start - 1, Topic::Together);
    !joins && page.ends(start, Topic::TakesObject)
}

/// The roles of the verbs in `start..end` that stand where a verb of the person stands: right
/// behind, or after a comma or "và" behind another verb of theirs. What is said is not searched for
/// more.
fn verbs_after(page: &Page<'_>, start: usize, end: usize) -> Vec<Role> {
    let mut roles = Vec::new();
    let mut verbs = Verbs { page, start, open: true, acts: false, visits: false, writes: false };
    let mut at = start;
    while at < end && !verbs.ends(at) {
        let Some((length, role)) = verbs.next(at) else {
            at += verbs.pass(at);
            continue;
        };
        match role {
            Role::Speak if verbs.writes || is_written(page, at + length) => {
                page.refuse(at..at + length, Rule::named("written"));
                break;
            }
            Role::Speak => {
                roles.push(role);
                roles.extend(awards_later(page, at + length..end).then_some(Role::Award));
                break;
            }
            Role::Sign if !signs_document(page, at + length) => {}
            Role::Award if !is_award(page, at + length) => {
                page.refuse(at..at + length, Rule::named("no-award"));
            }
            _ => roles.push(role),
        }
        verbs.writes |= role == Role::Sign;
        at += length;
        verbs.open = page.begins(at, Topic::And);
    }
    roles
}

/// Where among the words behind a person a verb of theirs can stand.
struct Verbs<'a, 'b> {
    page: &'a Page<'b>,
    start: usize,
    /// A verb may stand here.
    open: bool,
    /// The person is the subject of a verb before.
    acts: bool,
    visits: bool,
    /// The person issued a document: what follows are its words.
    writes: bool,
}

impl Verbs<'_, '_> {
    /// Behind here it is not told any more what the person did.
    fn ends(&self, at: usize) -> bool {
        let page = self.page;
        // "Phó Thủ tướng A giao UBND tỉnh công bố …": others do what follows.
        let not_done = self.open && page.begins(at, Topic::NotDone);
        if not_done {
            page.refuse(at..at + 1, Rule::named("not-done"));
        }
        not_done
            || page.is_mark(at, &['“', '"', ':'])
            || (self.open && page.begins(at, Topic::Orders))
    }

    /// The verb of a role at `at`, and its length.
    fn next(&mut self, at: usize) -> Option<(usize, Role)> {
        let page = self.page;
        let (length, role) = verb(page, at).filter(|_| self.open)?;
        // "đến thăm, chúc mừng, bày tỏ lòng biết ơn"; "ý kiến, kiến nghị của cử tri"
        let greets = self.visits && page.begins(at, Topic::Greets);
        // "trao quyết định và chúc mừng ông B": who hands something over says so, too.
        let congratulates = at > self.start + 1
            && page.begins(at, Topic::Congratulates)
            && (page.begins(at - 1, Topic::And) || page.is_mark(at - 1, &[',']));
        let noun = role == Role::Speak && page.begins(at + length, Topic::Of);
        let role = !(greets || congratulates || noun || is_of_leadership(page, at, length));
        self.acts = true;
        role.then_some(verb(page, at)?)
    }

    /// Passes over what stands at `at`, and tells its length.
    fn pass(&mut self, at: usize) -> usize {
        let page = self.page;
        self.visits |= page.begins(at, Topic::Visits);
        self.writes |= self.acts && page.begins(at, Topic::Paper);
        if page.is_mark(at, &[',']) || page.begins(at, Topic::And) || page.is_dash(at) {
            // "A, Bệnh viện Đa khoa tỉnh, phát biểu": an apposition lets the verb come later.
            self.open |= self.acts || !page.begins(at, Topic::And);
            return 1;
        }
        if let Some((length, _)) = verb(page, at).filter(|_| self.open) {
            self.open = false;
            return length;
        }
        if let Some(length) = page.cue(at, Topic::Adverb).filter(|_| self.open) {
            return length;
        }
        let other = page.phrase(Topic::Stop, at).filter(|_| self.open);
        // "đã đánh trống khai trường và trao Bằng khen": behind such an adverb stands a verb.
        self.acts |= other.is_some() || (self.open && page.ends(at, Topic::Adverb));
        self.open = false;
        other.map_or(1, |(length, _)| length)
    }
}

/// "Chủ tịch UBND huyện | vừa ký công văn …": what is ordered elsewhere, the paper orders, too.
pub(super) fn issues_paper(page: &Page<'_>, mention: &Mention) -> bool {
    const REACH: usize = 4;
    let at = mention.range.end;
    let verb = page.behind(at, Topic::Adverb);
    let Some(length) = page.cue(verb, Topic::Issued) else { return false };
    (verb + length..verb + length + REACH)
        .any(|at| page.begins_any(at, &[Topic::Paper, Topic::Document]))
}

/// "Chủ tịch UBND huyện | yêu cầu …", "| cũng yêu cầu …".
pub(super) fn orders(page: &Page<'_>, mention: &Mention) -> bool {
    let at = mention.range.end;
    page.begins(page.behind(at, Topic::Adverb), Topic::OrderVerb)
}

/// "nêu | trong văn bản": the words are a paper's.
fn is_written(page: &Page<'_>, at: usize) -> bool {
    page.cue(at, Topic::Within).is_some_and(|length| page.begins(at + length, Topic::Paper))
}

/// "trao Bằng khen", "tặng giấy khen cho …": within so many words stands what was awarded.
fn is_award(page: &Page<'_>, at: usize) -> bool {
    const REACH: usize = 8;
    page.ends(at, Topic::Award) || (at..at + REACH).any(|index| page.begins(index, Topic::Award))
}

/// "đánh giá công tác lãnh đạo, chỉ đạo nhiệm vụ", "chỉ đạo công tác cứu nạn": no words; "đã chỉ đạo …":
/// an order given before.
fn is_of_leadership(page: &Page<'_>, at: usize, length: usize) -> bool {
    page.ends(at, Topic::Leadership)
        || (page.begins(at, Topic::Directs) && page.ends(at, Topic::Already))
        || (page.begins(at, Topic::Directs) && page.begins(at + length, Topic::Work))
}

/// "biểu dương … và trao Bằng khen": what is said may end with an act.
fn awards_later(page: &Page<'_>, rest: Range<usize>) -> bool {
    rest.clone().any(|at| {
        page.begins(at, Topic::AndAwards)
            && at + 2 < rest.end
            && !page.begins(at, Topic::AndDiscusses)
    })
}

/// "ký ban hành", "ký Quyết định số …": not "ký 32 quyết định", which tells of old acts.
fn signs_document(page: &Page<'_>, at: usize) -> bool {
    page.ends(at, Topic::Signs)
        || page.begins(at, Topic::SignedPaper)
        || (page.is_capital(at) && page.begins(at, Topic::Document))
}
