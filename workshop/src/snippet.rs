//! The lines to paste, for each source and CMS, with what was chosen.

use crate::state::{Source, State};

/// Where a card is to go.
#[derive(Clone, Copy, PartialEq)]
pub(crate) struct Target {
    pub(crate) name: &'static str,
    /// What people call it, in Vietnamese and English.
    pub(crate) title: [&'static str; 2],
    /// Which file it goes into, in both.
    pub(crate) hint: [&'static str; 2],
}

const fn target(name: &'static str, title: [&'static str; 2], hint: [&'static str; 2]) -> Target {
    Target { name, title, hint }
}

pub(crate) const TARGETS: [Target; 10] = [
    target(
        "auto",
        ["Bài đang có trong trang", "The article in the page"],
        [
            "Mẫu trang bài viết, ngay trên nội dung bài. Thẻ tự tìm bài; mỗi trang chỉ có một bài.",
            "The article's template, above its text. The card finds the page's one article itself.",
        ],
    ),
    target(
        "for",
        ["Bài có id", "An article with an id"],
        [
            "Ghi id của phần tử bao quanh tiêu đề, sa-pô và nội dung. Mục nào đã sửa ở bước 2 thì mang theo; \
             mục khác vẫn trích từ bài.",
            "Name the id of the element around headline, lead and text. It carries the lists that were corrected \
             in step 2; the others are still read from the article.",
        ],
    ),
    target(
        "src",
        ["Địa chỉ JSON hoặc REST", "A JSON or REST address"],
        [
            "Máy chủ trả về JSON của bài (kể cả REST của WordPress).",
            "The server answers the article's JSON (WordPress REST, too).",
        ],
    ),
    target(
        "json",
        ["JSON trong thẻ (đã sửa dữ kiện)", "JSON inside the element (facts corrected)"],
        [
            "Mang theo bài và các dữ kiện đã sửa ở bước 2; không đọc gì thêm.",
            "Carries the article and the facts corrected in step 2; nothing else is read.",
        ],
    ),
    target(
        "editor",
        ["Ô soạn thảo", "An editor's post"],
        [
            "Dán ở chế độ mã HTML. Thẻ <script> để trong giao diện (theme) của trang.",
            "Paste in HTML mode. The <script> goes into the theme.",
        ],
    ),
    target(
        "list",
        ["Hộp tin nhiều bài", "A box of several articles"],
        [
            "Danh sách REST của WordPress, JSON Feed, RSS hoặc Atom.",
            "A WordPress REST list, JSON Feed, RSS or Atom.",
        ],
    ),
    target(
        "wordpress",
        ["WordPress", "WordPress"],
        [
            "Tệp single.php của theme con, ngay trước the_content().",
            "single.php of the child theme, just before the_content().",
        ],
    ),
    target(
        "nukeviet",
        ["NukeViet", "NukeViet"],
        [
            "themes/default/modules/news/detail.tpl và bản của giao diện di động; phần tử \
             id=\"bai-viet\" bao cả tiêu đề, giới thiệu và nội dung. Xong thì Dọn dẹp hệ thống.",
            "themes/default/modules/news/detail.tpl and that of the mobile theme; the element \
             id=\"bai-viet\" goes around headline, lead and text. Then clear the system's cache.",
        ],
    ),
    target(
        "aspnet",
        ["SharePoint, DotNetNuke, ASP.NET", "SharePoint, DotNetNuke, ASP.NET"],
        [
            "Trang mẫu (.aspx, .ascx, skin), trong <form> chính, ngay trên nội dung bài.",
            "The page's template (.aspx, .ascx, skin), inside the main <form>, above the text.",
        ],
    ),
    target(
        "portal",
        ["Liferay, WebCenter, Joomla", "Liferay, WebCenter, Joomla"],
        [
            "Mẫu hiển thị bài (web content template, article override), ngay trên nội dung bài.",
            "The display template of articles, above the text.",
        ],
    ),
];

const SCRIPT: &str = r#"<script src="/tom-tat/tom-tat.js" async></script>"#;

/// What the lines may carry with them.
#[derive(Clone, Copy)]
pub(crate) struct Carried<'a> {
    /// The article with its corrected facts, as JSON.
    pub(crate) json: &'a str,
    /// The corrected facts alone, if there are any.
    pub(crate) corrections: Option<&'a str>,
}

/// The lines for a target.
pub(crate) fn lines(target: &str, state: &State, carried: Carried<'_>) -> String {
    let attributes = attributes(state, "");
    let card = |own: &str| format!("{SCRIPT}\n<tom-tat{own}{attributes}></tom-tat>");
    let with = |own: &str, json: &str| {
        // The mark keeps NukeViet's optimiser from moving it away.
        let json = json.replace("</", "<\\/");
        format!(
            "{SCRIPT}\n<tom-tat{own}{attributes}>\n<script type=\"application/json\" \
             data-show=\"inline\">\n{json}\n</script>\n</tom-tat>"
        )
    };
    let named = r#" for="bai-viet""#;
    let body = match (target, carried.corrections) {
        ("for" | "nukeviet", Some(corrections)) => with(named, corrections),
        ("for" | "nukeviet", None) => card(named),
        ("src", _) => card(&attribute("", "src", source(state))),
        ("json", _) => with("", carried.json),
        ("editor", _) => format!("<div data-tom-tat{}></div>", self::attributes(state, "data-")),
        ("list", _) => {
            let density = state.attribute("density");
            let density = if density.is_empty() { r#" density="line""# } else { "" };
            let src = r#" src="/wp-json/wp/v2/posts?per_page=5""#;
            format!("{SCRIPT}\n<tom-tat-list{src}{density}{attributes}></tom-tat-list>")
        }
        _ => card(""),
    };
    [look(state), body].concat()
}

fn source(state: &State) -> &str {
    match &state.source {
        Source::Address(address) => address,
        _ => "/bai-viet.json",
    }
}

fn attributes(state: &State, prefix: &str) -> String {
    // A placeholder has no `lang` of its own to give.
    state.attributes.iter().map(|(name, value)| attribute(prefix, name, value)).collect()
}

fn attribute(prefix: &str, name: &str, value: &str) -> String {
    let value = value.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;");
    format!(" {prefix}{name}=\"{value}\"")
}

/// The theme and the tokens, for the page's head.
fn look(state: &State) -> String {
    let theme = state
        .look
        .as_ref()
        .map(|look| format!("<link rel=\"stylesheet\" href=\"/tom-tat/themes/{look}.css\">\n"));
    let tokens = tokens(state);
    let style = if tokens.is_empty() {
        String::new()
    } else {
        format!("<style>\ntom-tat {{\n{tokens}}}\n</style>\n")
    };
    [theme.unwrap_or_default(), style].concat()
}

/// The chosen tokens as declarations, one a line.
pub(crate) fn tokens(state: &State) -> String {
    // Neither leaves the declaration that it stands in.
    let safe = |value: &str| value.replace([';', '{', '}', '<'], " ");
    state.tokens.iter().map(|(name, value)| format!("  {name}: {};\n", safe(value))).collect()
}
