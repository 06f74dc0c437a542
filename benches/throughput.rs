//! How fast extraction is, and whether it stays linear: `cargo bench --bench throughput`.
//!
//! Real news where the corpus is at hand, our own articles (a fact in every hundred bytes, four
//! times as many as in news) and text with a fact in every clause from 1 KB to 10 MB, and
//! adversarial text; for each the median of several runs in MB/s, the growth exponent over its
//! sizes (1 is linear, 2 quadratic), and how many facts were found: longer texts repeat shorter
//! ones, whose facts are found once. Timings are read by people and never asserted.

#![allow(clippy::print_stdout, clippy::cast_precision_loss)]

use std::time::Instant;
use tom_tat::article::{Article, Json};
use tom_tat::extract::extract;
use tom_tat::native::Native;

/// A paragraph in the manner of provincial news, with every kind of fact, one for every fifty bytes.
const PARAGRAPH: &str = "Sáng 20/3/2026, Ủy ban nhân dân tỉnh tổ chức hội nghị sơ kết phong trào. \
Đồng chí Phan Văn Lộc - Phó Bí thư Tỉnh ủy, Chủ tịch UBND tỉnh chủ trì hội nghị. Tham dự có các \
đồng chí: Lò Thị Mai, Giám đốc Sở Y tế; Vi Văn Hon, Trưởng Ban Dân vận Tỉnh ủy. Thực hiện Chỉ thị \
số 43/CT-TTg ngày 26/11/2021 của Thủ tướng Chính phủ về siết chặt kỷ cương, toàn tỉnh đã tiếp hơn \
1.200 lượt người, giải quyết 98,5% hồ sơ đúng hạn và huy động gần 200 triệu đồng giúp dân. Các địa \
phương tiếp tục rà soát, lắng nghe ý kiến của nhân dân để công việc ngày một tốt hơn.\n";

/// The paragraphs of the articles in `folder`, one article after the other. Without the short
/// lines around them: behind a heading such as “Tin liên quan” nothing is read as an article, which
/// would be most of a long text.
fn paragraphs(folder: &str) -> String {
    const SHORT: usize = 150;
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let mut files: Vec<_> = std::fs::read_dir(folder).into_iter().flatten().flatten().collect();
    files.sort_by_key(std::fs::DirEntry::path);
    let read = |file: &std::fs::DirEntry| {
        let json: Json = serde_json::from_str(&std::fs::read_to_string(file.path()).ok()?).ok()?;
        Article::read(&json, &Native).ok().map(|article| article.body)
    };
    let lines: Vec<String> = files
        .iter()
        .filter_map(read)
        .flat_map(|body| body.lines().map(str::to_owned).collect::<Vec<_>>())
        .filter(|line| line.len() > SHORT)
        .collect();
    lines.join("\n")
}

/// `piece` again and again up to `bytes`, behind two words without which digits would be declined
/// as another language.
fn repeated(piece: &str, bytes: usize) -> String {
    let mut text = format!("Ở đây {}", piece.repeat(bytes / piece.len() + 1));
    text.truncate((0..=bytes).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0));
    text
}

/// Median seconds of `runs` extractions of `text`, and how many facts it has.
fn seconds(text: &str, runs: usize) -> (f64, usize) {
    let article = Article { body: text.to_owned(), ..Article::default() };
    let mut times: Vec<f64> = (0..runs)
        .map(|_| {
            let start = Instant::now();
            std::hint::black_box(extract(std::hint::black_box(&article)).ok());
            start.elapsed().as_secs_f64()
        })
        .collect();
    times.sort_by(f64::total_cmp);
    let facts = extract(&article).map_or(0, |summary| {
        summary.officials.len() + summary.directives.len() + summary.figures.len()
    });
    (times[runs / 2], facts)
}

/// Nanoseconds of a step in a chain of multiplications, four or five cycles on most machines: what
/// a shared machine gives at this moment, by which rows of different runs can be compared.
fn pace() -> f64 {
    const STEPS: u32 = 20_000_000;
    let start = Instant::now();
    let chain = (0..STEPS).fold(1_u64, |value, step| {
        std::hint::black_box(value).wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ u64::from(step)
    });
    std::hint::black_box(chain);
    start.elapsed().as_secs_f64() * 1e9 / f64::from(STEPS)
}

/// Prints one line: MB/s for each size, and the exponent between the last two.
fn measure(name: &str, piece: &str, sizes: &[usize]) {
    // `cargo bench --bench throughput -- names` measures that row alone.
    let wanted: Vec<String> = std::env::args().skip(1).filter(|a| !a.starts_with('-')).collect();
    if !wanted.is_empty() && !wanted.iter().any(|row| row == name) {
        return;
    }
    if piece.is_empty() {
        println!("{name:22} is not here");
        return;
    }
    let mut line = format!("{name:22}");
    let mut counts = Vec::new();
    let mut known: Vec<(f64, f64)> = Vec::new();
    for &size in sizes {
        let text = repeated(piece, size);
        let runs = (3_000_000 / size).clamp(5, 999);
        let (time, facts) = seconds(&text, runs);
        known.push((text.len() as f64, time));
        counts.push(facts.to_string());
        line.push_str(&format!(" {:>8.1}", text.len() as f64 / time / 1e6));
    }
    if let [.., (small, fast), (large, slow)] = known[..] {
        line.push_str(&format!("   exponent {:.2}", (slow / fast).ln() / (large / small).ln()));
    }
    println!("{line}   facts {}", counts.join(" "));
}

fn main() {
    const SIZES: [usize; 5] = [1_000, 10_000, 100_000, 1_000_000, 10_000_000];
    const LARGE: [usize; 2] = [1_000_000, 10_000_000];
    println!("pace of the machine: {:.2} ns a step", pace());
    println!("MB/s for texts of 1 KB, 10 KB, 100 KB, 1 MB, 10 MB");
    measure("news", &paragraphs("../shared/corpus/articles"), &SIZES);
    measure("our articles", &paragraphs("tests/articles"), &SIZES);
    measure("dense", PARAGRAPH, &SIZES);
    println!("MB/s for adversarial texts of 1 MB, 10 MB");
    for (name, piece) in [
        ("digits", "7"),
        ("commas", ","),
        ("capitals", "Đ "),
        ("one word", "ă"),
        ("honorifics", "đồng chí "),
        ("quotation marks", "“ă "),
        ("names", "ông Nguyễn Văn Ất, "),
        ("posts", "Phó Bí thư Tỉnh ủy, "),
        ("documents", "Nghị quyết số 5 về “ă "),
        ("dates", "được ngày 3/4 và "),
    ] {
        measure(name, piece, &LARGE);
    }
    println!("pace of the machine: {:.2} ns a step", pace());
}
