//! The command `tom-tat`: the same core as the widget, native.

#[cfg(target_arch = "wasm32")]
fn main() {}

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    tom_tat::native::command::run()
}
