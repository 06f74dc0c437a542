//! Text made small for an address: deflated, in base64 for URLs.

use gloo::utils::window;
use js_sys::Uint8Array;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, ReadableStream, ReadableWritablePair, Response, WritableStream};

#[wasm_bindgen]
extern "C" {
    // `web_sys` has them behind a flag for what is not stable; every browser that the card knows has them.
    type CompressionStream;
    #[wasm_bindgen(constructor, catch)]
    fn new(format: &str) -> Result<CompressionStream, JsValue>;
    #[wasm_bindgen(method, getter)]
    fn readable(this: &CompressionStream) -> ReadableStream;
    #[wasm_bindgen(method, getter)]
    fn writable(this: &CompressionStream) -> WritableStream;

    type DecompressionStream;
    #[wasm_bindgen(constructor, catch)]
    fn new(format: &str) -> Result<DecompressionStream, JsValue>;
    #[wasm_bindgen(method, getter)]
    fn readable(this: &DecompressionStream) -> ReadableStream;
    #[wasm_bindgen(method, getter)]
    fn writable(this: &DecompressionStream) -> WritableStream;
}

const FORMAT: &str = "deflate-raw";

/// More than this is no article: an address could unpack to anything.
const MOST: usize = 3_000_000;

pub(crate) async fn pack(text: &str) -> Option<String> {
    let stream = CompressionStream::new(FORMAT).ok()?;
    let bytes = through(text.as_bytes(), &stream.readable(), &stream.writable()).await?;
    let latin: String = bytes.into_iter().map(char::from).collect();
    let base64 = window().btoa(&latin).ok()?;
    Some(base64.replace('+', "-").replace('/', "_").replace('=', ""))
}

pub(crate) async fn unpack(packed: &str) -> Option<String> {
    let base64 = packed.replace('-', "+").replace('_', "/");
    let latin = window().atob(&base64).ok()?;
    let bytes: Option<Vec<u8>> = latin.chars().map(|letter| u8::try_from(letter).ok()).collect();
    let stream = DecompressionStream::new(FORMAT).ok()?;
    let bytes = through(&bytes?, &stream.readable(), &stream.writable()).await?;
    String::from_utf8(bytes).ok().filter(|text| text.len() <= MOST)
}

/// All that comes out of a stream that `bytes` are put through.
async fn through(
    bytes: &[u8],
    readable: &ReadableStream,
    writable: &WritableStream,
) -> Option<Vec<u8>> {
    let parts = js_sys::Array::of1(&Uint8Array::from(bytes));
    let blob = Blob::new_with_u8_array_sequence(&parts).ok()?;
    let pair = ReadableWritablePair::new(readable, writable);
    let stream = blob.stream().pipe_through(&pair);
    let response = Response::new_with_opt_readable_stream(Some(&stream)).ok()?;
    let buffer: JsValue = JsFuture::from(response.array_buffer().ok()?).await.ok()?;
    Some(Uint8Array::new(&buffer).to_vec())
}
