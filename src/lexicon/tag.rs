//! Tags of the lexicon's phrases; shared with the build script, which packs them.

/// What a data file says of a phrase beyond its being listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tag {
    /// Nothing.
    None,
    /// A post that is complete without a body.
    Alone,
    /// A common noun by itself, a post only with a body behind it.
    Office,
    /// A diplomat's post, which the country or city where they serve may end.
    Abroad,
    /// An honorific that opens a list.
    Plural,
    /// A body that a place's name may follow.
    Place,
    /// An enterprise: the capitals behind it are its own name.
    Named,
    /// An enterprise that is none of the State's; its own name follows.
    Private,
    /// A level of administration: complete by itself, and a place may follow.
    Level,
    /// A body that only a province's name may follow.
    Province,
    /// A body whose name goes on in lower case.
    Free,
    /// A field of work; fields are joined by commas and "và".
    Field,
    /// A body whose name is complete.
    Closed,
    /// One of the twenty commonest surnames.
    Common,
    /// A document type whose number may stand without "số".
    Bare,
    /// A thousand.
    Thousand,
    /// Ten thousand.
    TenThousand,
    /// A million.
    Million,
    /// A billion.
    Billion,
    /// A word before a number, such as "gần".
    Qualifier,
    /// Chaired.
    Chair,
    /// Spoke.
    Speak,
    /// Handed over.
    Award,
    /// Signed.
    Sign,
    /// Attended.
    Attend,
    /// The rest of the page is furniture, too.
    Rest,
    /// A count that only structures the text.
    Structure,
    /// The same where there are few of them, else what was done.
    Task,
    /// A duration or an age.
    Time,
}

/// The tags alone, by their packed form: the names are for the build script and stay out of the
/// wasm.
pub(super) const BY_INDEX: [Tag; TAGS.len()] = {
    let mut tags = [Tag::None; TAGS.len()];
    let mut index = 0;
    while index < tags.len() {
        tags[index] = TAGS[index].1;
        index += 1;
    }
    tags
};

/// Every tag with its name in the data files; the place in this list is its packed form.
pub(super) const TAGS: [(&str, Tag); 29] = [
    ("", Tag::None),
    ("alone", Tag::Alone),
    ("office", Tag::Office),
    ("abroad", Tag::Abroad),
    ("plural", Tag::Plural),
    ("place", Tag::Place),
    ("named", Tag::Named),
    ("private", Tag::Private),
    ("level", Tag::Level),
    ("province", Tag::Province),
    ("free", Tag::Free),
    ("field", Tag::Field),
    ("closed", Tag::Closed),
    ("common", Tag::Common),
    ("bare", Tag::Bare),
    ("1000", Tag::Thousand),
    ("10000", Tag::TenThousand),
    ("1000000", Tag::Million),
    ("1000000000", Tag::Billion),
    ("qualifier", Tag::Qualifier),
    ("chair", Tag::Chair),
    ("speak", Tag::Speak),
    ("award", Tag::Award),
    ("sign", Tag::Sign),
    ("attend", Tag::Attend),
    ("rest", Tag::Rest),
    ("structure", Tag::Structure),
    ("task", Tag::Task),
    ("time", Tag::Time),
];
