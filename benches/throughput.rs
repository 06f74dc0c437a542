//! How fast extraction is, and whether it stays linear: `cargo bench --bench throughput`.
//!
//! Real news where the corpus is at hand, our own articles (a fact in every hundred bytes, four
//! times as many as in news) and text with a fact in every clause from 1 KB to 10 MB, and
//! adversarial text; for each MB/s in the median of all runs and in the fastest of several rounds
//! (what the machine gives when others leave it alone), the growth exponent over its sizes (1 is
//! linear, 2 quadratic), and how many facts were found: longer texts repeat shorter ones, whose
//! facts are found once. Timings are read by people and never asserted.

#![allow(clippy::print_stdout, clippy::cast_precision_loss)]

use std::time::Instant;
use tom_tat::article::{Article, Json};
use tom_tat::extract::extract;
use tom_tat::native::Native;

/// As the command has it.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

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

/// How often each size of a row has its turn.
const ROUNDS: usize = 7;

/// What was measured of one text.
#[derive(Default)]
struct Cell {
    bytes: usize,
    facts: usize,
    /// Seconds of each extraction.
    times: Vec<f64>,
    /// The median of each round.
    rounds: Vec<f64>,
}

impl Cell {
    /// Extracts `text` some times.
    fn measure(&mut self, text: &str) {
        let article = Article { body: text.to_owned(), ..Article::default() };
        let extracted = || extract(std::hint::black_box(&article)).unwrap_or_default();
        let runs = (500_000 / text.len()).clamp(1, 200);
        let timed = || {
            let start = Instant::now();
            std::hint::black_box(extracted());
            start.elapsed().as_secs_f64()
        };
        let times: Vec<f64> = (0..runs).map(|_| timed()).collect();
        self.bytes = text.len();
        if self.rounds.is_empty() {
            let found = extracted();
            self.facts = found.officials.len() + found.directives.len() + found.figures.len();
        }
        self.rounds.push(median(&times));
        self.times.extend(times);
    }

    fn speed(&self, seconds: f64) -> String {
        format!(" {:>8.1}", self.bytes as f64 / seconds / 1e6)
    }
}

fn median(times: &[f64]) -> f64 {
    let mut sorted = times.to_vec();
    sorted.sort_by(f64::total_cmp);
    sorted[sorted.len() / 2]
}

/// Prints two lines: MB/s for each size, in the median of all runs and of the fastest round; and
/// the exponent between the last two sizes.
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
    let texts: Vec<String> = sizes.iter().map(|&size| repeated(piece, size)).collect();
    let mut cells: Vec<Cell> = texts.iter().map(|_| Cell::default()).collect();
    // Size by size and again: a shared machine is slow for seconds on end, and no size alone.
    for _ in 0..ROUNDS {
        texts.iter().zip(&mut cells).for_each(|(text, cell)| cell.measure(text));
    }
    let medians: String = cells.iter().map(|cell| cell.speed(median(&cell.times))).collect();
    let fastest = |cell: &Cell| cell.rounds.iter().copied().fold(f64::INFINITY, f64::min);
    let best: String = cells.iter().map(|cell| cell.speed(fastest(cell))).collect();
    let facts: Vec<String> = cells.iter().map(|cell| cell.facts.to_string()).collect();
    let growth = match &cells[..] {
        [.., small, large] => {
            let times = fastest(large) / fastest(small);
            format!(
                "   exponent {:.2}",
                times.ln() / (large.bytes as f64 / small.bytes as f64).ln()
            )
        }
        _ => String::new(),
    };
    println!("{name:22}{medians}{growth}   facts {}", facts.join(" "));
    println!("{:22}{best}", "  fastest round");
}

fn main() {
    const SIZES: [usize; 5] = [1_000, 10_000, 100_000, 1_000_000, 10_000_000];
    const LARGE: [usize; 2] = [1_000_000, 10_000_000];
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
}
