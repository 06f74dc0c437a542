//! Serves the demo on this machine.

use crate::package;
use crate::step::human;
use crate::workspace::root;
use anyhow::{Result, anyhow};
use percent_encoding::percent_decode_str;
use std::fs::{self, File};
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;
use std::thread;
use std::time::Instant;
use tiny_http::{Header, Method, Request, Response, Server, StatusCode};

/// What is served of the repository; a folder ends in a slash.
const SERVED: [&str; 4] = ["index.html", "www/", "pkg/", "docs/"];

/// A page asks for several files at a time.
const THREADS: usize = 4;

/// Builds `pkg/`, then serves the demo until interrupted.
pub(crate) fn serve(port: u16) -> Result<()> {
    let start = Instant::now();
    // The port first: better to hear that it is taken before a long build than after.
    let server = Server::http(("127.0.0.1", port)).map_err(|error| {
        anyhow!("cannot listen on port {port}: {error}\n  what to do: name another with --port")
    })?;
    package::build()?;
    println!("\nready in {}: http://127.0.0.1:{port}/   (Ctrl-C stops)", human(start.elapsed()));
    let server = Arc::new(server);
    let workers: Vec<_> = (0..THREADS)
        .map(|_| {
            let server = Arc::clone(&server);
            thread::spawn(move || server.incoming_requests().for_each(answer))
        })
        .collect();
    for worker in workers {
        worker.join().map_err(|_| anyhow!("a thread of the server ended early"))?;
    }
    Ok(())
}

fn answer(request: Request) {
    let outcome = if !matches!(request.method(), Method::Get | Method::Head) {
        request.respond(plain(405, "405: only GET and HEAD"))
    } else if let Some((file, path)) = open(&root(), request.url()) {
        let mut response = Response::from_file(file);
        let headers = [("Content-Type", mime(&path)), ("Cache-Control", "no-cache")];
        for header in headers.into_iter().flat_map(|(name, value)| Header::from_bytes(name, value))
        {
            response.add_header(header);
        }
        request.respond(response)
    } else {
        println!("404 {}", request.url());
        request.respond(plain(404, "404: there is no such file"))
    };
    // A browser that closed the page early is no failure of ours.
    outcome.ok();
}

/// Opens the file that a URL names, if it is one of those served.
fn open(root: &Path, url: &str) -> Option<(File, PathBuf)> {
    let relative = resolve(url)?;
    let mut path = fs::canonicalize(root.join(relative)).ok()?;
    // A link may lead out of the repository.
    if !path.starts_with(fs::canonicalize(root).ok()?) {
        return None;
    }
    // Without the slash, a page's relative links would lead elsewhere.
    if path.is_dir() && url.split(['?', '#']).next()?.ends_with('/') {
        path.push("index.html");
    }
    File::open(&path).ok().filter(|_| path.is_file()).map(|file| (file, path))
}

/// The path inside the repository that a URL names, if it may be served.
fn resolve(url: &str) -> Option<PathBuf> {
    let path = url.split(['?', '#']).next()?;
    let path = percent_decode_str(path).decode_utf8().ok()?;
    let path = path.strip_prefix('/')?;
    let path = if path.is_empty() { "index.html" } else { path };
    let plain = |part| match part {
        Component::Normal(name) => !name.to_string_lossy().starts_with('.'),
        _ => false,
    };
    let served =
        |place: &&str| path == *place || (place.ends_with('/') && path.starts_with(*place));
    let safe = !path.contains(['\\', '\0']) && Path::new(path).components().all(plain);
    (safe && SERVED.iter().any(served)).then(|| PathBuf::from(path))
}

fn mime(path: &Path) -> &'static str {
    match path.extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js" | "mjs") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("json" | "map") => "application/json",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("jpg" | "jpeg") => "image/jpeg",
        Some("webp") => "image/webp",
        Some("ico") => "image/x-icon",
        Some("woff2") => "font/woff2",
        Some("txt" | "md" | "ts") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

fn plain(status: u16, text: &str) -> Response<std::io::Cursor<Vec<u8>>> {
    Response::from_string(text).with_status_code(StatusCode(status))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn resolved(url: &str) -> Option<String> {
        resolve(url).map(|path| path.to_string_lossy().into_owned())
    }

    #[test]
    fn serves_the_demo_and_the_package() {
        assert_eq!(resolved("/").as_deref(), Some("index.html"));
        assert_eq!(resolved("/pkg/tom-tat.js?v=2").as_deref(), Some("pkg/tom-tat.js"));
        assert_eq!(resolved("/www/b%C3%A0i.json#x").as_deref(), Some("www/bài.json"));
    }

    #[test]
    fn serves_nothing_else() {
        let refused = ["/Cargo.toml", "/.git/config", "/target/x", "/www/.env", "/wwwx", "www/x"];
        let outside =
            ["/../x", "/www/../Cargo.toml", "/www/%2e%2e/x", "/www/..%5cx", "//etc/passwd"];
        for url in refused.into_iter().chain(outside) {
            assert_eq!(resolved(url), None, "{url}");
        }
    }

    #[test]
    fn wasm_has_its_own_type() {
        assert_eq!(mime(Path::new("pkg/tom_tat_bg.wasm")), "application/wasm");
        assert_eq!(mime(Path::new("pkg/unknown")), "application/octet-stream");
    }
}
