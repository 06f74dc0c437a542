//! What a phrase of the lexicon is listed as; shared with the build script, which packs the files.

/// One data file each, and then one section each of `cues.txt`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Topic {
    /// Posts: the words that open one (`Phó Bí thư Thường trực`).
    Post,
    /// Bodies and fields of work that follow in a post (`Ban Thường vụ`, `Sở`, `Y tế`).
    Body,
    /// Words of address before a name.
    Honorific,
    /// Ranks and degrees between address and name.
    Rank,
    /// Provinces.
    Place,
    /// Surnames.
    Surname,
    /// People after whom streets, schools and wards are named.
    Namesake,
    /// Types of documents.
    Document,
    /// Abbreviations of types in documents' numbers.
    Code,
    /// Qualifiers and magnitudes of numbers.
    Quantity,
    /// Verbs that tell a role.
    Role,
    /// Words that end a post.
    Stop,
    /// Words that open a line of the page's furniture.
    Furniture,
    /// What is counted or measured.
    Unit,
    /// Between a person and the verb of their role.
    Adverb,
    /// Right before a document that is signed at the event.
    Signs,
    /// What is signed at the event.
    SignedPaper,
    /// To whom was spoken elsewhere than at the event.
    Press,
    /// Heads a list of those present, without “dự”.
    Meeting,
    /// Joins two people of a list.
    Joiner,
    /// The post of whoever was just named follows.
    TakesOffice,
    /// A post follows, and behind “đối với” whose it is.
    OfficeWord,
    /// The post behind it is somebody else's.
    OnBehalf,
    /// Between name and post.
    Copula,
    /// Before a post that several people share.
    Plural,
    /// Ends a list of people: groups without names follow.
    UnnamedGroup,
    /// Posts that several people hold at once.
    SeveralHold,
    /// Behind a semicolon: a group without names.
    Group,
    /// Capitalised words that begin a caption, a dateline or a sentence glued to a name.
    Opener,
    /// Behind a part of the day.
    Today,
    /// Belongs to the post behind it: “nguyên”.
    PostPrefix,
    /// Joins two posts of one person.
    PostJoint,
    /// Behind “và”: another group, not more of a body's name.
    Several,
    /// Words with which no body's name ends.
    Dangling,
    /// Right before a date.
    DayWord,
    /// Before “ngày”.
    InDay,
    /// Before the last day of a range.
    UntilDay,
    /// Between the part of the day and the date.
    Weekday,
    /// Labels the day of publication.
    PublicationLabel,
    /// Words of a page's date line.
    DateWord,
    /// Before a date: it is the end of a term, a deadline, an earlier day.
    OtherDay,
    /// Before a date in mid-sentence: something took place then.
    TookPlace,
    /// Behind the date of a commemoration.
    Yearly,
    /// Between issuer and document.
    Issued,
    /// Opens a document's subject.
    About,
    /// Subjects that begin with their verb, without “về”.
    TitleVerb,
    /// Opens the subject of a decision on personnel, which holds names and posts.
    Personnel,
    /// Opens a sentence that names a document first.
    Introduces,
    /// Words with which the sentence goes on behind the subject.
    GoesOn,
    /// The same, behind a comma only.
    GoesOnBehindComma,
    /// Finite verbs, which no subject holds.
    Finite,
    /// Between a document's type and number.
    NumberWord,
    /// Behind a number without a code.
    AfterNumber,
    /// Before a number that is part of a name or counts an order.
    Named,
    /// Before a small number the same.
    NamedIfSmall,
    /// Before a very small number the same, where no unit follows.
    Grade,
    /// Before “hơn”: a comparison, no qualifier.
    Comparative,
    /// Words that no counted noun is.
    NoNoun,
    /// Says too little by itself before a figure.
    Comparison,
    /// Verbs of a clause whose subject stands before the comma.
    Verb,
    /// Between two figures: what follows is said of the second.
    LeadsOn,
    /// Words that a label does not begin with.
    LabelLeading,
    /// Words that a label does not end with, before the figure.
    LabelTrailing,
    /// Words that a label does not end with, behind the figure.
    LabelEnd,
}

impl Topic {
    /// A set of topics, a bit each.
    pub const fn set(topics: &[Topic]) -> u64 {
        let mut set = 0;
        let mut index = 0;
        while index < topics.len() {
            set |= 1 << topics[index] as u16;
            index += 1;
        }
        set
    }
}

/// How many topics have a file of their own: the first ones.
pub(super) const FILES: usize = 14;

#[allow(dead_code)] // For the build script and a test.
/// Every topic with the name of its file or section, in the order in which they are packed.
pub(super) const TOPICS: [(&str, Topic); 64] = [
    ("posts", Topic::Post),
    ("bodies", Topic::Body),
    ("honorifics", Topic::Honorific),
    ("ranks", Topic::Rank),
    ("places", Topic::Place),
    ("surnames", Topic::Surname),
    ("namesakes", Topic::Namesake),
    ("documents", Topic::Document),
    ("codes", Topic::Code),
    ("quantities", Topic::Quantity),
    ("roles", Topic::Role),
    ("stops", Topic::Stop),
    ("furniture", Topic::Furniture),
    ("units", Topic::Unit),
    ("adverb", Topic::Adverb),
    ("signs", Topic::Signs),
    ("signed-paper", Topic::SignedPaper),
    ("press", Topic::Press),
    ("meeting", Topic::Meeting),
    ("joiner", Topic::Joiner),
    ("takes-office", Topic::TakesOffice),
    ("office-word", Topic::OfficeWord),
    ("on-behalf", Topic::OnBehalf),
    ("copula", Topic::Copula),
    ("plural", Topic::Plural),
    ("unnamed-group", Topic::UnnamedGroup),
    ("several-hold", Topic::SeveralHold),
    ("group", Topic::Group),
    ("opener", Topic::Opener),
    ("today", Topic::Today),
    ("post-prefix", Topic::PostPrefix),
    ("post-joint", Topic::PostJoint),
    ("several", Topic::Several),
    ("dangling", Topic::Dangling),
    ("day-word", Topic::DayWord),
    ("in-day", Topic::InDay),
    ("until-day", Topic::UntilDay),
    ("weekday", Topic::Weekday),
    ("publication-label", Topic::PublicationLabel),
    ("date-word", Topic::DateWord),
    ("other-day", Topic::OtherDay),
    ("took-place", Topic::TookPlace),
    ("yearly", Topic::Yearly),
    ("issued", Topic::Issued),
    ("about", Topic::About),
    ("title-verb", Topic::TitleVerb),
    ("personnel", Topic::Personnel),
    ("introduces", Topic::Introduces),
    ("goes-on", Topic::GoesOn),
    ("goes-on-behind-comma", Topic::GoesOnBehindComma),
    ("finite", Topic::Finite),
    ("number-word", Topic::NumberWord),
    ("after-number", Topic::AfterNumber),
    ("named", Topic::Named),
    ("named-if-small", Topic::NamedIfSmall),
    ("grade", Topic::Grade),
    ("comparative", Topic::Comparative),
    ("no-noun", Topic::NoNoun),
    ("comparison", Topic::Comparison),
    ("verb", Topic::Verb),
    ("leads-on", Topic::LeadsOn),
    ("label-leading", Topic::LabelLeading),
    ("label-trailing", Topic::LabelTrailing),
    ("label-end", Topic::LabelEnd),
];

/// A set of topics has 64 bits.
const _: () = assert!(TOPICS.len() <= 64);
