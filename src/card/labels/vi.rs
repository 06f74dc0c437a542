//! Vietnamese.

use super::Labels;
use crate::card::options::Section;
use crate::summary::{Day, Part, Role};

const WEEKDAYS: [&str; 7] =
    ["Chủ nhật", "thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy"];

pub(super) static LABELS: Labels = Labels {
    summary: "Tóm tắt",
    published: "Đăng",
    year_inferred: "năm theo ngày đăng",
    year_unknown: "bài không ghi năm",
    figures: "Con số chính",
    officials: "Lãnh đạo",
    directives: "Văn bản được dẫn",
    find: "Xem trong bài",
    automatic: "Trích tự động từ bài viết",
    edited: "Biên tập",
    partly_edited: "Trích tự động, có biên tập",
    read: "Đọc bài viết",
    lookup: "Tra cứu",
    report: "Báo sai",
    copy: "Chép số hiệu",
    copied: "Đã chép",
    not_copied: "Không chép được. Hãy chọn rồi chép số hiệu",
    ready: "Đã tóm tắt bài viết",
    counted: |section, _| match section {
        Section::Figures => "con số",
        Section::Officials => "lãnh đạo",
        _ => "văn bản",
    },
    more: |count| format!("Xem thêm {count}"),
    others: |count, kind| {
        let things = if kind == 1 { "người" } else { "văn bản" };
        format!(" và {count} {things} khác")
    },
    // No-break spaces.
    role: |role| match role {
        Role::Chair => "chủ\u{a0}trì",
        Role::Speak => "phát\u{a0}biểu",
        Role::Award => "trao\u{a0}tặng",
        Role::Sign => "ký",
        Role::Attend => "tham\u{a0}dự",
    },
    day,
    short,
    range,
};

fn day(day: Day, weekday: Option<usize>, part: Option<Part>) -> String {
    let part = match part {
        Some(Part::Morning) => "Sáng ",
        Some(Part::Noon) => "Trưa ",
        Some(Part::Afternoon) => "Chiều ",
        Some(Part::Evening) => "Tối ",
        None => "",
    };
    match weekday.and_then(|index| WEEKDAYS.get(index)) {
        Some(weekday) if part.is_empty() => format!("{}, {}", capital(weekday), short(day)),
        Some(weekday) => format!("{part}{weekday}, {}", short(day)),
        None if part.is_empty() => format!("Ngày {}", short(day)),
        None => format!("{part}{}", short(day)),
    }
}

/// `thứ` starts a line as `Thứ`.
fn capital(weekday: &str) -> String {
    weekday.strip_prefix('t').map_or_else(|| weekday.to_owned(), |rest| format!("T{rest}"))
}

fn short(day: Day) -> String {
    match day.year() {
        Some(year) => format!("{}/{}/{year}", day.day(), day.month()),
        None => format!("{}/{}", day.day(), day.month()),
    }
}

fn range(first: Day, last: Day) -> (String, String) {
    let start = if first.year() != last.year() {
        short(first)
    } else if first.month() != last.month() {
        format!("{}/{}", first.day(), first.month())
    } else {
        first.day().to_string()
    };
    (start, short(last))
}
