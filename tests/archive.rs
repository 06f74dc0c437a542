//! The command over many articles: NDJSON, folders, standard input, and what goes wrong there.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used)]

use serde_json::Value;
use std::fs;
use std::io::{Read, Write};
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

/// A folder of its own for each test.
fn folder(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("archive").join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

fn command(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_tom-tat"));
    command.args(arguments);
    command
}

fn run(arguments: &[&str]) -> Output {
    command(arguments).output().unwrap()
}

fn values(output: &Output) -> Vec<Value> {
    let text = str::from_utf8(&output.stdout).unwrap();
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn errors(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

/// An article that tells its number.
fn article(number: usize) -> String {
    format!(
        r#"{{"body": "Sáng 3/7/2020, đồng chí Lý Thị Bình, Giám đốc Sở Y tế trao {number} suất quà."}}"#
    )
}

fn quote(summary: &Value) -> &str {
    summary["figures"][0]["quote"].as_str().unwrap()
}

#[test]
fn a_thousand_articles_come_out_in_order() {
    let file = folder("order").join("kho.ndjson");
    // Some are long, so that workers end in another order than they begin.
    let lines: Vec<String> = (10..1010)
        .map(|number| {
            let padding =
                "Các đại biểu trao đổi sôi nổi. ".repeat(if number % 7 == 0 { 300 } else { 0 });
            article(number).replace("quà.", &format!("quà. {padding}"))
        })
        .collect();
    fs::write(&file, lines.join("\n")).unwrap();
    let alone = run(&["extract", "--threads", "1", file.to_str().unwrap()]);
    assert_eq!(alone.status.code(), Some(0), "{}", errors(&alone));
    let summaries = values(&alone);
    assert_eq!(summaries.len(), 1000);
    for (index, summary) in summaries.iter().enumerate() {
        assert_eq!(quote(summary), format!("{} suất quà", index + 10));
        assert!(summary["id"].as_str().unwrap().ends_with(&format!("kho.ndjson:{}", index + 1)));
    }
    let many = run(&["extract", "--threads", "7", file.to_str().unwrap()]);
    assert_eq!(many.stdout, alone.stdout, "another order with more threads");
}

#[test]
fn an_article_keeps_its_id() {
    let file = folder("id").join("kho.jsonl");
    let with = |id: &str| article(20).replacen('{', &format!(r#"{{"id": {id}, "#), 1);
    fs::write(
        &file,
        [with("\"a-1\""), with("7"), with("1.5"), with("null"), with("[]")].join("\n"),
    )
    .unwrap();
    let ids: Vec<Value> = values(&run(&["extract", file.to_str().unwrap()]))
        .iter()
        .map(|one| one["id"].clone())
        .collect();
    assert_eq!(ids[..3], [Value::from("a-1"), Value::from(7), Value::from(1.5)]);
    assert!(
        ids[3].as_str().unwrap().ends_with("kho.jsonl:4")
            && ids[4].as_str().unwrap().ends_with("kho.jsonl:5")
    );
}

#[test]
fn a_broken_line_is_named_and_the_others_go_through() {
    let file = folder("broken").join("kho.ndjson");
    let mut bytes = format!("{}\n\n{{\"body\": \n", article(10)).into_bytes();
    bytes.extend_from_slice(b"\xff\xfe{\n");
    bytes.extend_from_slice(b"{\"title\": 5, \"body\": \"x\"}\n");
    bytes.extend_from_slice(article(11).as_bytes());
    fs::write(&file, bytes).unwrap();
    let output = run(&["extract", file.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(1));
    let summaries = values(&output);
    assert_eq!(summaries.iter().map(quote).collect::<Vec<_>>(), ["10 suất quà", "11 suất quà"]);
    let errors = errors(&output);
    assert_eq!(errors.lines().count(), 3, "{errors}");
    for (line, said) in
        errors.lines().zip([":3: malformed-json", ":4: not-readable", ":5: wrong-type (title)"])
    {
        assert!(line.contains(said), "{said} in {line}");
    }
}

#[test]
fn a_record_of_200_mb_is_refused_and_not_kept() {
    let file = folder("large").join("kho.ndjson");
    let mut out = std::io::BufWriter::new(fs::File::create(&file).unwrap());
    writeln!(out, "{}", article(10)).unwrap();
    out.write_all(b"{\"body\": \"").unwrap();
    for _ in 0..200 {
        out.write_all(&[b'a'; 1_000_000]).unwrap();
    }
    writeln!(out, "\"}}\n{}", article(11)).unwrap();
    drop(out);
    let path = file.to_str().unwrap();
    let script = format!("ulimit -v 1000000; exec \"$0\" extract --threads 1 '{path}'");
    let limited =
        Command::new("sh").args(["-c", &script, env!("CARGO_BIN_EXE_tom-tat")]).output().unwrap();
    fs::remove_file(&file).unwrap();
    assert_eq!(
        values(&limited).iter().map(quote).collect::<Vec<_>>(),
        ["10 suất quà", "11 suất quà"]
    );
    assert!(errors(&limited).contains(":2: too-large"), "{}", errors(&limited));
    assert_eq!(limited.status.code(), Some(1));
}

#[test]
fn a_folder_is_read_in_order_and_what_is_no_article_is_left() {
    let folder = folder("tree");
    fs::create_dir(folder.join("b")).unwrap();
    fs::write(folder.join("a.json"), article(10)).unwrap();
    fs::write(folder.join("b/c.ndjson"), [article(11), article(12)].join("\n")).unwrap();
    fs::write(folder.join("b/d.html"), "<article><h1>Tin</h1><p>Sáng 3/7/2020, xã trao 13 suất quà cho trẻ em nghèo.</p></article>").unwrap();
    fs::write(folder.join("e.txt"), "x").unwrap();
    fs::write(folder.join("z.JSON"), article(14)).unwrap();
    let output = run(&["extract", folder.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(0), "{}", errors(&output));
    let quotes: Vec<String> = values(&output).iter().map(|one| quote(one).to_owned()).collect();
    assert_eq!(quotes, ["10 suất quà", "11 suất quà", "12 suất quà", "13 suất quà", "14 suất quà"]);
}

#[test]
fn a_folder_without_articles_is_told() {
    let output = run(&["extract", folder("empty").to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(1));
    assert!(errors(&output).contains("there is no article"), "{}", errors(&output));
}

#[test]
fn standard_input_is_one_article_or_many() {
    let fed = |text: &str, arguments: &[&str]| {
        let mut child = command(arguments)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        child.stdin.take().unwrap().write_all(text.as_bytes()).unwrap();
        child.wait_with_output().unwrap()
    };
    let pretty = article(10).replacen('{', "{\n  ", 1);
    assert_eq!(values(&fed(&pretty, &["extract", "-"])).len(), 1);
    assert_eq!(values(&fed(&article(10), &["extract", "-"]))[0]["id"], "-");
    let many = [article(10), article(11)].join("\r\n");
    assert_eq!(values(&fed(&many, &["extract", "-"])).len(), 2);
    // Its first line is no JSON: that it is NDJSON has to be said.
    let broken = ["{", &article(11)].join("\n");
    assert_eq!(values(&fed(&broken, &["extract", "-"])).len(), 0);
    assert_eq!(values(&fed(&broken, &["extract", "--ndjson", "-"])).len(), 1);
}

#[test]
fn who_has_read_enough_hears_no_complaint() {
    let file = folder("pipe").join("kho.ndjson");
    fs::write(&file, vec![article(10); 3000].join("\n")).unwrap();
    let mut child = command(&["extract", file.to_str().unwrap()])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut some = [0; 100];
    child.stdout.take().unwrap().read_exact(&mut some).unwrap();
    let output = child.wait_with_output().unwrap();
    assert_eq!((output.status.code(), errors(&output).as_str()), (Some(0), ""));
}

#[test]
#[cfg(target_os = "linux")]
fn a_full_disk_is_told_once() {
    let file = folder("full").join("kho.ndjson");
    fs::write(&file, vec![article(10); 300].join("\n")).unwrap();
    let full = fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    let output = command(&["extract", file.to_str().unwrap()]).stdout(full).output().unwrap();
    assert_eq!(output.status.code(), Some(3));
    assert_eq!(errors(&output).lines().count(), 1, "{}", errors(&output));
}

#[test]
fn a_command_that_is_wrong_is_told_by_code_2() {
    for arguments in
        [&["extract"][..], &["extract", "--csv", "x"], &["--threads", "0"], &["nothing"]]
    {
        assert_eq!(run(arguments).status.code(), Some(2), "{arguments:?}");
    }
    assert_eq!(run(&["--help"]).status.code(), Some(0));
}

#[test]
fn facts_are_rows_of_json_or_csv() {
    let file = folder("facts").join("kho.ndjson");
    let body = r#"{"id": 1, "title": "Tin, \"mới\"", "body": "Sáng 3/7/2020, đồng chí Lý Thị Bình, Giám đốc Sở Y tế và đồng chí Lê Văn Sáu, Phó Bí thư Tỉnh ủy, Chủ tịch UBND tỉnh dự hội nghị, thực hiện Chỉ thị số 43/CT-TTg; 98,5% hồ sơ được giải quyết."}"#;
    fs::write(&file, [body, &article(10)].join("\n")).unwrap();
    let path = file.to_str().unwrap();
    let rows = values(&run(&["extract", "--facts", "officials", path]));
    assert_eq!(
        rows.iter().map(|row| row["name"].as_str().unwrap()).collect::<Vec<_>>(),
        ["Lý Thị Bình", "Lê Văn Sáu", "Lý Thị Bình"]
    );
    assert_eq!(
        (&rows[1]["id"], &rows[1]["positions"][1]),
        (&Value::from(1), &Value::from("Chủ tịch UBND tỉnh"))
    );
    let output = run(&["extract", "--facts", "officials", "--csv", path]);
    let mut table = csv::Reader::from_reader(&output.stdout[..]);
    assert_eq!(
        table.headers().unwrap().iter().collect::<Vec<_>>(),
        [
            "id",
            "url",
            "published",
            "title",
            "name",
            "positions",
            "roles",
            "aliases",
            "exact",
            "start",
            "end"
        ]
    );
    let rows: Vec<_> = table.records().map(Result::unwrap).collect();
    assert_eq!(
        (&rows[1][3], &rows[1][5]),
        ("Tin, \"mới\"", "Phó Bí thư Tỉnh ủy; Chủ tịch UBND tỉnh")
    );
    for (kind, column, value) in [
        ("events", "date", "2020-07-03"),
        ("directives", "number", "43/CT-TTg"),
        ("figures", "quote", "98,5%"),
    ] {
        assert_eq!(values(&run(&["extract", "--facts", kind, path]))[0][column], value, "{kind}");
    }
}

#[test]
fn the_text_is_what_evidence_counts_in() {
    let file = folder("text").join("bai.json");
    fs::write(
        &file,
        r#"{"title": "Tin", "body": "<p>Sáng 3/7/2020, xã trao 20 suất quà.</p><p>Hết.</p>"}"#,
    )
    .unwrap();
    let path = file.to_str().unwrap();
    let text = values(&run(&["text", path]))[0]["text"].as_str().unwrap().to_owned();
    assert_eq!(text, "Tin\nSáng 3/7/2020, xã trao 20 suất quà.\nHết.");
    let figure = &values(&run(&["extract", "--facts", "figures", path]))[0];
    let place = |name: &str| usize::try_from(figure[name].as_u64().unwrap()).unwrap();
    let units: Vec<u16> = text.encode_utf16().collect();
    assert_eq!(String::from_utf16(&units[place("start")..place("end")]).unwrap(), "20 suất quà");
}
