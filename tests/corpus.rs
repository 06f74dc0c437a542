//! Extracts every article of the shared corpus, compares with the gold annotations, prints the
//! table, and holds floors that only ever go up. Skipped with a notice where the corpus, which
//! lies beside the project, is not there.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::panic, clippy::print_stdout, clippy::print_stderr)]

mod corpus_score;

use corpus_score::{Score, Tally, ratio};
use serde_json::Value;
use std::path::{Path, PathBuf};
use tom_tat::article::{Article, Json};
use tom_tat::extract::extract;
use tom_tat::native::Native;

/// Least precision and recall of officials, positions, directives, figures, key figures, roles;
/// least share of events, documents' dates, issuers and subjects, words of the labels that stand in the contexts, clean articles. Raise
/// them with the extractor; never lower them.
struct Floors {
    kinds: [(f64, f64); 6],
    shares: [f64; 6],
}

const CORPUS: Floors = Floors {
    kinds: [(1.0, 1.0), (1.0, 1.0), (1.0, 1.0), (1.0, 0.985), (0.82, 0.82), (0.98, 1.0)],
    shares: [1.0, 1.0, 1.0, 1.0, 0.86, 1.0],
};

/// 28 articles that came later, at the values of the day when they came.
const MORE: Floors = Floors {
    kinds: [
        (0.987, 0.915),
        (0.934, 0.958),
        (1.0, 1.0),
        (0.972, 0.898),
        (0.763, 0.716),
        (0.878, 0.97),
    ],
    shares: [1.0, 0.923, 0.923, 0.884, 0.70, 0.642],
};

/// The project's own articles, written by others than the rules, in the batches in which they
/// came, by the first letters of their names: a new batch lowers nobody's floor.
const OWN: [(&[char], Floors); 5] = [
    (
        &['u', 'v'],
        Floors {
            kinds: [(1.0, 0.95), (1.0, 0.99), (1.0, 0.985), (1.0, 0.95), (0.65, 0.65), (0.99, 0.9)],
            shares: [0.96, 0.98, 1.0, 0.97, 0.90, 0.96],
        },
    ),
    (
        &['w'],
        Floors {
            kinds: [(1.0, 1.0), (0.99, 0.96), (1.0, 1.0), (1.0, 0.949), (0.54, 0.54), (0.97, 0.95)],
            shares: [1.0, 1.0, 1.0, 0.98, 0.90, 0.93],
        },
    ),
    (
        &['x'],
        Floors {
            kinds: [(1.0, 0.98), (1.0, 1.0), (1.0, 1.0), (1.0, 0.985), (0.62, 0.62), (1.0, 0.95)],
            shares: [1.0, 1.0, 1.0, 0.92, 0.90, 0.91],
        },
    ),
    (
        &['y'],
        Floors {
            kinds: [(1.0, 1.0), (1.0, 0.985), (1.0, 1.0), (1.0, 0.985), (0.47, 0.47), (0.99, 0.99)],
            shares: [1.0, 1.0, 0.89, 1.0, 0.91, 1.0],
        },
    ),
    (
        &['z'],
        Floors {
            kinds: [
                (1.0, 0.97),
                (0.99, 0.97),
                (1.0, 0.96),
                (1.0, 0.895),
                (0.59, 0.59),
                (1.0, 0.93),
            ],
            shares: [1.0, 1.0, 1.0, 0.92, 0.87, 0.93],
        },
    ),
];

const KINDS: [&str; 6] =
    ["officials", "positions", "directives", "figures", "key figures", "roles"];

const SHARES: [&str; 6] =
    ["event", "directive date", "directive issuer", "directive subject", "figure context", "clean"];

fn corpus() -> Option<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/corpus");
    folder.join("gold").is_dir().then_some(folder)
}

fn own() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/articles")
}

fn json(path: &Path) -> Value {
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

/// The score of the articles whose names begin with one of `letters`, or of all.
fn score(articles: &Path, gold: &Path, letters: &[char]) -> Score {
    let mut score = Score::default();
    let mut gold: Vec<PathBuf> =
        std::fs::read_dir(gold).unwrap().map(|entry| entry.unwrap().path()).collect();
    gold.sort();
    for path in gold {
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        if !(letters.is_empty() || name.starts_with(letters)) {
            continue;
        }
        let text = std::fs::read_to_string(articles.join(format!("{name}.json"))).unwrap();
        let article = Article::read(&serde_json::from_str::<Json>(&text).unwrap(), &Native);
        let summary = extract(&article.unwrap_or_else(|p| panic!("{name}: {p}")))
            .unwrap_or_else(|p| panic!("{name}: {p}"));
        score.add(&name, &json(&path), &serde_json::to_value(&summary).unwrap());
    }
    score
}

/// Prints the table of `score` and fails with what is below its floor.
fn hold(score: &Score, floors: &Floors) {
    let tallies: [Tally; 6] = [
        score.officials,
        score.positions,
        score.directives,
        score.figures,
        score.key_figures,
        score.roles,
    ];
    #[allow(clippy::cast_precision_loss)]
    let context = score.contexts.0 / score.contexts.1.max(1) as f64;
    let part = |(right, all): (usize, usize)| ratio(right, all);
    let shares = [
        part(score.event),
        part(score.directive_date),
        part(score.directive_issuer),
        part(score.directive_subject),
        context,
        part(score.clean),
    ];
    let mut below = Vec::new();
    println!("{} articles", score.clean.1);
    for ((name, (precision, recall)), tally) in KINDS.into_iter().zip(floors.kinds).zip(tallies) {
        let (p, r) = (tally.precision(), tally.recall());
        println!(
            "{name:18} P {p:.3}  R {r:.3}  F1 {:.3}  (n={})",
            tally.f1(),
            tally.hit + tally.missed
        );
        if p < precision || r < recall {
            below.push(format!("{name}: P {p:.3} R {r:.3}, floors {precision} and {recall}"));
        }
    }
    for ((name, least), share) in SHARES.into_iter().zip(floors.shares).zip(shares) {
        println!("{name:18} {share:.3}");
        if share < least {
            below.push(format!("{name}: {share:.3}, floor {least}"));
        }
    }
    println!("{}", score.notes.join("\n"));
    assert!(below.is_empty(), "below the floors:\n{}", below.join("\n"));
}

#[test]
fn the_corpus_stays_above_its_floors() {
    let Some(folder) = corpus() else {
        eprintln!("skipped: the corpus is not beside the project");
        return;
    };
    hold(&score(&folder.join("articles"), &folder.join("gold"), &[]), &CORPUS);
}

#[test]
fn the_later_articles_stay_above_their_floors() {
    let Some(folder) = corpus().map(|folder| folder.join("more")).filter(|more| more.is_dir())
    else {
        eprintln!("skipped: the later articles are not beside the project");
        return;
    };
    hold(&score(&folder.join("articles"), &folder.join("gold"), &[]), &MORE);
}

#[test]
fn our_own_articles_stay_above_their_floors() {
    for (letters, floors) in &OWN {
        hold(&score(&own(), &own().join("gold"), letters), floors);
    }
}

#[test]
fn every_article_of_our_own_belongs_to_a_batch() {
    let batches: Vec<char> = OWN.iter().flat_map(|(letters, _)| letters.iter().copied()).collect();
    for entry in std::fs::read_dir(own().join("gold")).unwrap() {
        let name = entry.unwrap().file_name().to_string_lossy().into_owned();
        assert!(name.starts_with(&batches[..]), "{name} belongs to no batch");
    }
}

#[test]
fn every_summary_of_the_corpus_fits_the_schema() {
    let Some(folder) = corpus() else {
        eprintln!("skipped: the corpus is not beside the project");
        return;
    };
    let schema: Value = serde_json::from_str(&tom_tat::native::schema::summary()).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    for entry in std::fs::read_dir(folder.join("articles")).unwrap() {
        let path = entry.unwrap().path();
        let json: Json = serde_json::from_str(&std::fs::read_to_string(&path).unwrap()).unwrap();
        let summary = extract(&Article::read(&json, &Native).unwrap()).unwrap();
        let value = serde_json::to_value(&summary).unwrap();
        let errors: Vec<String> = validator.iter_errors(&value).map(|e| e.to_string()).collect();
        assert!(errors.is_empty(), "{}: {errors:?}", path.display());
        let facts = summary.officials.len() + summary.directives.len() + summary.figures.len();
        assert!(facts > 0, "{}: no facts", path.display());
    }
}
