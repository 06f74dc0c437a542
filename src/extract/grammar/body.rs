//! Bodies: the part of a post, or of a document's issuer, that names an organisation.
//!
//! A body ends where its grammar ends, not at the next comma: fields of work are joined by
//! commas and "và" ("Sở Văn hóa, Thể thao và Du lịch"), a place may follow ("huyện Krông Nô"),
//! steering committees go on in lower case ("Ban Chỉ đạo thực hiện Quy chế dân chủ ở cơ sở").

use super::super::page::Page;
use super::name::{Slot, capitals, is_shouted, name_at, name_start, opens_sentence, surname};
use crate::lexicon::{Tag, Topic};
use crate::text::Kind;

/// No body's name is longer.
const LONGEST: usize = 32;

/// A body that was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::extract) struct Body {
    /// End of its tokens, exclusive.
    pub(in crate::extract) end: usize,
    /// Whether it must not be shown: the reading stopped in the middle of something unknown, so
    /// that the end is a guess; or it is an enterprise that is none of the State's.
    pub(in crate::extract) uncertain: bool,
}

/// What was read last, and so what may follow.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Last {
    Start,
    Known,
    Province,
    District,
    /// The name of an institution, which a place may follow, or more of its name.
    Institution,
    /// An enterprise, whose own name follows.
    Named,
    Field,
    Free,
    Complete,
    /// A capitalised word that the lexicon does not know.
    Unknown,
}

/// Reads the body at `at`; its `end` is `at` where there is none. A person's name behind it is
/// left for the reader of names.
pub(in crate::extract) fn body_at(page: &Page<'_>, at: usize) -> Body {
    read_body(page, at, Last::Start)
}

/// The place behind "Trưởng thôn": the body at `at` whose level has been read.
pub(super) fn place_at(page: &Page<'_>, at: usize) -> Body {
    // Two syllables are a person where the first is a surname ("Trưởng làng Siu Blơi").
    if capitals(page, at, LONGEST) == 2 && surname(page, at).is_some() {
        return Body { end: at, uncertain: false };
    }
    read_body(page, at, Last::District)
}

fn read_body(page: &Page<'_>, at: usize, last: Last) -> Body {
    let mut reader = Reader { page, start: at, next: at, last, private: is_private(page, at) };
    while reader.next < (at + LONGEST).min(page.len()) && reader.step() {}
    // "Sở Y tế tỉnh | này": which province, the sentence before tells.
    if page.begins(reader.next, Topic::ThisOne)
        && let Some(level) = page.cue_before(reader.next, Topic::LevelWord)
        && reader.next - level > at
        && !page.ends(reader.next - level, Topic::Committee)
        && !page.ends(reader.next - level, Topic::Assembly)
    {
        reader.next -= level;
    }
    // "TAND Cấp cao | tại Hà Nội"
    if page.ends(reader.next, Topic::BranchBody) && page.begins(reader.next, Topic::At) {
        let place = page.phrase(Topic::Place, reader.next + 1);
        reader.next += place.map_or(0, |(length, _)| length + 1);
    }
    // The stop of "TP." belongs to the name behind it, or to nothing.
    if reader.next > at && page.is_mark(reader.next - 1, &['.']) {
        reader.next -= 1;
    }
    let stopped_at_word = page.kind(reader.next) == Some(Kind::Word)
        && !page.is_capital(reader.next)
        && !is_stop(page, reader.next)
        && !page.begins(reader.next, Topic::And);
    let too_long = reader.next >= at + LONGEST;
    let complete = reader.is_complete() || reader.last == Last::Start;
    let uncertain = reader.private
        || too_long
        || (stopped_at_word && !complete)
        || reader.breaks_off()
        || reader.goes_on();
    Body { end: reader.next, uncertain }
}

/// Whether the enterprise at `at`, or the one behind its board, is none of the State's; a board
/// alone says not whose it is.
fn is_private(page: &Page<'_>, at: usize) -> bool {
    let board = page.cue(at, Topic::Board).unwrap_or(0);
    let body = page.phrase(Topic::Body, at + board).map(|(_, tag)| tag);
    let public = matches!(body, Some(Tag::Named));
    (board > 0 && !public) || body == Some(Tag::Private)
}

/// A verb or a conjunction that no body's name holds.
pub(super) fn is_stop(page: &Page<'_>, at: usize) -> bool {
    let ends = |topic| page.phrase(topic, at).is_some();
    ends(Topic::Stop) || ends(Topic::Role) || page.begins(at, Topic::Honorific)
}

struct Reader<'a, 'b> {
    page: &'a Page<'b>,
    start: usize,
    next: usize,
    last: Last,
    /// It is an enterprise that is none of the State's, or a part of one.
    private: bool,
}

impl Reader<'_, '_> {
    /// A name of its own has been read.
    fn is_named(&self) -> bool {
        self.is_complete() || matches!(self.last, Last::Unknown | Last::Named)
    }

    fn is_complete(&self) -> bool {
        matches!(self.last, Last::Complete | Last::District | Last::Province)
    }

    /// A long name that ends with a word that asks for more ("… mặt bằng các"), or before "và" and
    /// a verb that may belong to it ("… hành chính và chuyển đổi số").
    fn breaks_off(&self) -> bool {
        let page = self.page;
        let next = self.next;
        let dangling = next > self.start && page.ends(next, Topic::Dangling);
        let verb = page.begins(next, Topic::And)
            && page.begins(next + 1, Topic::Stop)
            && page.cue(next + 1, Topic::Several).is_none();
        // "Hội đồng Quốc gia | về Phát triển bền vững"
        let about = page.begins(next, Topic::BodyAbout)
            && page.is_capital(next + 1)
            && !is_other_body(page, next + 1);
        // "Giám đốc BQL | dự án …", "Chánh Văn phòng Phủ | Chủ tịch"
        let needs = page.ends(next, Topic::NeedsMore) && page.kind(next) == Some(Kind::Word);
        (self.last == Last::Free && (dangling || verb)) || about || needs
    }

    /// "Viện Quy hoạch Đô thị | và Nông thôn Quốc gia", "Sở Tài nguyên | – Môi trường": more of the
    /// name may follow that is not known; nobody's name and no post.
    fn goes_on(&self) -> bool {
        let page = self.page;
        let at = self.next;
        let next = at + 1;
        let joins = page.begins(at, Topic::And) || page.is_mark(at, &['&']) || page.is_dash(at);
        let other = || {
            page.begins_any(
                next,
                &[Topic::Post, Topic::Document, Topic::Rank, Topic::Honorific, Topic::Several],
            ) || is_other_body(page, next)
                || name_at(page, next)
                    .is_some_and(|name| name.len() > 2 || surname(page, next).is_some())
        };
        let lower = self.last == Last::Unknown
            && page.begins(at, Topic::And)
            && page.kind(next) == Some(Kind::Word)
            && !page.begins(next, Topic::Role);
        // "Vụ Hợp tác quốc tế | và truyền thông": a field of such an office may go on in lower case.
        let field = matches!(self.last, Last::Field | Last::Known)
            && page.begins(self.start, Topic::OpenBody)
            && page.begins(at, Topic::And)
            && !is_stop(page, next);
        let joined = page.is_capital(next) || lower || field;
        let open = field || matches!(self.last, Last::Unknown | Last::Field | Last::Named);
        open && joins && joined && !other()
    }

    /// Reads one more piece; `false` where the body ends.
    fn step(&mut self) -> bool {
        let page = self.page;
        let at = self.next;
        match page.kind(at) {
            None | Some(Kind::Break) => false,
            Some(Kind::Mark) => self.joint() || self.aside(),
            Some(Kind::Number) => self.numbered(),
            Some(Kind::Word) if page.is_claimed(at) => false,
            Some(Kind::Word) => {
                let lower = !page.is_capital(at);
                let known = self.known_phrase();
                if lower && is_longer_stop(page, at, known) {
                    return false;
                }
                if self.opens_post(known) || page.begins(at, Topic::And) {
                    return page.begins(at, Topic::And) && self.joint();
                }
                if self.belongs_to_body() {
                    return self.advance(1, Last::Known);
                }
                match known {
                    // "Chủ tịch UBND tỉnh Khánh Hòa | Ban cán sự đảng UBND tỉnh …": the next sentence.
                    Some((_, tag)) if !lower && self.is_behind_place() && tag != Tag::Level => {
                        false
                    }
                    // "Bí thư Tỉnh ủy Hòa Bình | vụ án …": a noun that is no body here.
                    Some((1, Tag::None)) if lower && self.is_behind_place() => false,
                    // "Trưởng Ban Tổ chức Tỉnh ủy | kiểm tra cơ sở": a field that is a verb.
                    Some((_, Tag::Field)) if lower && self.is_named() => false,
                    Some((length, tag)) => self.known(length, tag),
                    None if lower => self.lower(),
                    None => self.capital(),
                }
            }
        }
    }

    /// The body phrase here. "tỉnh Đoàn Hữu Tấn" is a province and a name, no youth union: a
    /// phrase that begins in lower case and ends with a capital before another is cut.
    fn known_phrase(&self) -> Option<(usize, Tag)> {
        let page = self.page;
        let at = self.next;
        let (length, tag) = page.phrase(Topic::Body, at)?;
        // "TƯ" is the Centre, "tư nhân" and "Tư nhân" are private.
        if length == 1 && !page.is_upper(at) && page.is_abbreviation(at) {
            return None;
        }
        let last = at + length - 1;
        let runs_into_name = !page.is_upper(last)
            && !page.is_capital(at)
            && page.is_capital(last)
            && page.is_capital(last + 1);
        if runs_into_name {
            page.phrase_within(Topic::Body, at, length - 1)
        } else {
            Some((length, tag))
        }
    }

    /// "Ủy ban Kinh tế | của Quốc hội"; not of an enterprise, nor of "Huyện A".
    fn belongs_to_body(&self) -> bool {
        let page = self.page;
        let body = self.next + 1;
        let open = |tag| matches!(tag, Tag::Private | Tag::Named | Tag::Level);
        page.begins(self.next, Topic::Of)
            && self.next > self.start
            && page.is_capital(body)
            && page.phrase(Topic::Body, body).is_some_and(|(_, tag)| !open(tag))
            && page.phrase(Topic::Post, body).is_none()
    }

    /// A place's whole name has been read.
    fn is_behind_place(&self) -> bool {
        let capital = self.next > self.start && self.page.is_capital(self.next - 1);
        let place = |back: usize| {
            let start = self.next.checked_sub(back).filter(|start| *start > self.start);
            let found = start.and_then(|start| self.page.phrase(Topic::Place, start));
            found.is_some_and(|(length, _)| length == back)
        };
        self.last == Last::Complete && capital && (2..=5).any(place)
    }

    fn advance(&mut self, length: usize, last: Last) -> bool {
        self.next += length;
        self.last = last;
        true
    }

    fn known(&mut self, length: usize, tag: Tag) -> bool {
        // "Trưởng phòng Kinh tế | Công ty Lúa Vàng"; a trade union is public wherever it is.
        let union = self.page.begins(self.start, Topic::Union);
        self.private |= tag == Tag::Private && self.next > self.start && !union;
        // Lower-case body words stand inside names only, and after a complete name nothing does
        // but the level it belongs to ("Hội Nông dân Việt Nam tỉnh").
        if self.last == Last::Free && tag != Tag::Level {
            return self.advance(length, Last::Free);
        }
        let last = match tag {
            Tag::Place => Last::Institution,
            Tag::Level => Last::District,
            Tag::Named | Tag::Private => Last::Named,
            Tag::Province => Last::Province,
            Tag::Free => Last::Free,
            Tag::Field => Last::Field,
            Tag::Closed => Last::Complete,
            _ => Last::Known,
        };
        self.advance(length, last)
    }

    /// A lower-case word that the lexicon does not know: part of the name in a committee's long
    /// name, or the second syllable of a capitalised compound.
    fn lower(&mut self) -> bool {
        match self.last {
            Last::Free => self.advance(1, Last::Free),
            Last::Unknown if self.page.is_capital(self.next - 1) => {
                let whole = self.compound();
                self.advance(whole.unwrap_or(1), Last::Unknown)
            }
            _ => false,
        }
    }

    /// "Cục Chống | tham nhũng", "Khoa Ngoại | chấn thương": the length of what goes on in lower case
    /// behind the one capital of a field, up to a mark or a verb. Not behind a name ("Nhà máy Lúa Vàng
    /// | kiểm tra").
    fn compound(&self) -> Option<usize> {
        const WORDS: usize = 7;
        let page = self.page;
        let at = self.next;
        let name = at >= self.start + 2 && page.is_capital(at - 2) && self.is_name_part(at - 2);
        let field = !page.is_upper(at - 1) && !name;
        let small = |index: &usize| {
            page.kind(*index) == Some(Kind::Word)
                && !page.is_capital(*index)
                && !is_stop(page, *index)
                && !page.begins(*index, Topic::And)
        };
        let length = (at..at + WORDS + 1).take_while(small).count();
        let end = at + length;
        let ends = page.kind(end) != Some(Kind::Word) || is_stop(page, end);
        (field && (2..=WORDS).contains(&length) && ends).then_some(length)
    }

    /// A capital that no phrase of the lexicon ends with.
    fn is_name_part(&self, at: usize) -> bool {
        let ends = |back: usize| {
            let start = (at + 1).checked_sub(back).filter(|start| *start >= self.start);
            let found = start.and_then(|start| self.page.phrase(Topic::Body, start));
            found.is_some_and(|(length, _)| length == back)
        };
        !(1..=4).any(ends)
    }

    fn capital(&mut self) -> bool {
        let page = self.page;
        let at = self.next;
        if is_shouted(page, at) {
            return false;
        }
        if page.is_upper(at) {
            let last = if self.last == Last::Free { Last::Free } else { Last::Unknown };
            return self.last != Last::Complete && self.advance(1, last);
        }
        // "V/v" opens a document's subject.
        if page.begins(at, Topic::SubjectMark) {
            return false;
        }
        if let Some((length, _)) = page.phrase(Topic::Place, at) {
            return self.advance(length, Last::Complete);
        }
        // "Chủ tịch Hiệp hội Bất động sản TP. Huế | Theo ông B": a caption, and the next sentence.
        if self.is_complete() && opens_sentence(page, at) || begins_anew(page, at) {
            return false;
        }
        // "Chủ tịch HĐND TP. | Ông B": the stop of an abbreviation ends the sentence, too.
        let stopped = at > self.start && page.is_mark(at - 1, &['.']);
        if stopped && page.begins(at, Topic::Honorific) {
            return false;
        }
        let length = capitals(page, at, 8);
        // "Thứ trưởng Bộ A | Vũ Văn Tám Phạm Anh": somebody named elsewhere, and a signature.
        if self.next > self.start && (3..length).any(|words| page.is_known_name(at..at + words)) {
            return false;
        }
        let slot = match self.last {
            Last::District | Last::Institution => Slot::District,
            Last::Complete | Last::Province => Slot::Complete,
            _ => Slot::Body,
        };
        let known = (at..at + length).find(|&start| page.is_known_name(start..at + length));
        let place = match page.phrase(Topic::Namesake, at) {
            _ if known.is_some() => known.map_or(0, |start| start - at),
            _ if page.is_known_place(at..at + length) => length,
            Some((namesake, _)) if slot != Slot::Complete => namesake,
            // Too short for the name of an enterprise and of a person.
            _ if length < 2 || (self.last == Last::Named && length < 4) => length,
            _ => name_start(page, at, length, slot).map_or(length, |start| start - at),
        };
        // After a complete body a capitalised word is a name or the next sentence.
        let compound =
            length == 1 && page.kind(at + 1) == Some(Kind::Word) && !is_stop(page, at + 1);
        let opens = self.last == Last::Start && !compound;
        if place == 0 || slot == Slot::Complete || opens {
            return false;
        }
        // "Đảng ủy Quân | sự tỉnh": one capital before lower case is no place's name.
        let place_name = slot == Slot::District && !compound;
        let last = if place_name { Last::Complete } else { Last::Unknown };
        self.advance(place, last)
    }

    /// A comma, a dash or "và" between two fields of work.
    fn joint(&mut self) -> bool {
        let page = self.page;
        let at = self.next;
        let field_after = |index: usize| {
            page.is_capital(index)
                && page.is_tagged(index, Topic::Body, Tag::Field)
                && page.phrase(Topic::Post, index).is_none()
        };
        if at > self.start && self.is_compound(at) {
            // "Sở QH-KT": what is behind the dash is of the same name, also where "QH" is one.
            return self.advance(if page.is_dash(at) { 2 } else { 1 }, self.last);
        }
        // "Văn phòng HĐND, | UBND quận": one office serves both.
        let both = page.ends(self.start, Topic::ServesBoth)
            && page.ends(at, Topic::Assembly)
            && (page.is_mark(at, &[',', '&']) || page.begins(at, Topic::And))
            && page.begins(at + 1, Topic::Committee);
        if both {
            return self.advance(1, Last::Known);
        }
        // "Ban Chỉ đạo phòng, chống dịch Covid-19 | tỉnh"
        let numbered = page.is_dash(at) && page.kind(at + 1) == Some(Kind::Number);
        if at > self.start && numbered && !page.is_spaced(at) && !page.is_spaced(at + 1) {
            return self.advance(2, Last::Free);
        }
        let joins =
            page.is_mark(at, &[',', '&']) || page.is_dash(at) || page.begins(at, Topic::And);
        if joins && self.last == Last::Field && field_after(at + 1) {
            return self.advance(1, Last::Field);
        }
        let goes_on = page.begins(at, Topic::And)
            && self.last == Last::Free
            && (!is_stop(page, at + 1) || self.goes_on_in_capitals(at + 1))
            && page.phrase(Topic::Post, at + 1).is_none()
            && page.phrase(Topic::Rank, at + 1).is_none()
            && page.cue(at + 1, Topic::Several).is_none();
        goes_on && self.advance(1, Last::Free)
    }

    /// "Ban Chỉ đạo Đổi mới và | Phát triển doanh nghiệp": a verb in a name.
    fn goes_on_in_capitals(&self, at: usize) -> bool {
        let page = self.page;
        page.is_capital(at) && !page.begins(at, Topic::Role) && !page.begins(at, Topic::Honorific)
    }

    /// "VH-XH", "Ban Chỉ đạo phòng, chống thiên tai": the words before and behind the mark at
    /// `mark`. Not "HĐND-TUV": a post follows.
    fn is_compound(&self, mark: usize) -> bool {
        let page = self.page;
        let next = mark + 1;
        if page.is_dash(mark) {
            return page.is_upper(mark - 1)
                && page.is_upper(next)
                && !page.is_spaced(next)
                && page.phrase(Topic::Post, next).is_none()
                && page.phrase(Topic::Rank, next).is_none();
        }
        let prevents = page.begins(mark - 1, Topic::Prevents);
        self.last == Last::Free && prevents
    }

    /// "Ban Quản lý Vườn quốc gia (VQG) | Phong Nha": an abbreviation in brackets within the name.
    fn aside(&mut self) -> bool {
        let page = self.page;
        let at = self.next;
        let inside =
            page.is_mark(at, &['(']) && page.is_upper(at + 1) && page.is_mark(at + 2, &[')']);
        let goes_on = page.is_capital(at + 3) && surname(page, at + 3).is_none();
        let open = !matches!(self.last, Last::Complete | Last::Start);
        inside && goes_on && open && self.advance(3, self.last)
    }

    /// "Quân khu 5", "Quận 1", "Ban Chỉ đạo 35".
    fn numbered(&mut self) -> bool {
        let page = self.page;
        let at = self.next;
        let short = page.integer(at).is_some_and(|number| number < 1000);
        // "UBND Q. | 1"
        let abbreviated = !page.is_spaced(at) && page.is_mark(at - 1, &['.']);
        let after_word = at > self.start && (page.kind(at - 1) == Some(Kind::Word) || abbreviated);
        let named = self.last != Last::Complete || self.numbers_hamlet();
        let last = if self.last == Last::Free { Last::Free } else { Last::Complete };
        short && after_word && named && self.advance(1, last)
    }

    /// "thôn Tân Lập 2": hamlets of one name are numbered; not where something is counted.
    fn numbers_hamlet(&self) -> bool {
        const REACH: usize = 4;
        let page = self.page;
        let at = self.next;
        let hamlet = |at| page.begins(at, Topic::Hamlet);
        let counts = page.begins_any(at + 1, &[Topic::Unit, Topic::Quantity])
            || page.is_mark(at + 1, &['/', '-', '%', ':']);
        page.integer(at).is_some_and(|number| number <= 12)
            && page.is_capital(at - 1)
            && !page.is_claimed(at)
            && !counts
            && (self.start.max(at.saturating_sub(REACH))..at).any(hamlet)
    }

    /// Another post begins here, the comma before it forgotten. Words that are both, such as
    /// "Thường trực", go on.
    fn opens_post(&self, known: Option<(usize, Tag)>) -> bool {
        let post = self.page.phrase(Topic::Post, self.next);
        post.is_some_and(|(length, _)| length > known.map_or(0, |(body, _)| body))
            && self.last != Last::Start
    }
}

/// "Chủ tịch Hiệp hội TP.HCM | Theo ông B", "Phó Ban Kinh tế | Ông B": words of which no body's name
/// holds any.
pub(in crate::extract) fn begins_anew(page: &Page<'_>, at: usize) -> bool {
    if !page.is_capital(at) {
        return false;
    }
    let next = page.behind(at, Topic::SentenceWord);
    if next > at {
        return page.kind(next) == Some(Kind::Word) || page.is_mark(next, &[',']);
    }
    let next = page.behind(at, Topic::SentenceOpener);
    if next == at {
        return false;
    }
    if page.begins(at, Topic::Mister) {
        // Not "Cát Bà với …", "quận Hai Bà Trưng (Hà Nội)", "rạch Ông Hóa với …".
        let acts = page.begins_any(next + 1, &[Topic::Role, Topic::Adverb]);
        let apart = acts && !(at > 0 && page.is_capital(at - 1));
        return page.is_capital(next) && (page.is_capital(next + 1) || apart);
    }
    page.kind(next) == Some(Kind::Word) && !page.is_capital(next)
}

/// An institution, no field of work and no word that names go on with ("Đổi mới và Phát triển …").
fn is_other_body(page: &Page<'_>, at: usize) -> bool {
    page.is_capital(at)
        && page.phrase(Topic::Body, at).is_some_and(|(_, tag)| tag != Tag::Field)
        && !page.begins(at, Topic::NameGoesOn)
}

/// A stop that is longer than what the lexicon of bodies knows at the same place.
fn is_longer_stop(page: &Page<'_>, at: usize, known: Option<(usize, Tag)>) -> bool {
    let body = known.map_or(0, |(length, _)| length);
    [Topic::Stop, Topic::Role, Topic::Honorific]
        .into_iter()
        .filter_map(|topic| page.phrase(topic, at))
        .any(|(length, _)| length >= body.max(1))
}
