//! Short names for what the module imports from its glue: wasm-bindgen's are long and end in a
//! hash, which no compression shortens.

use anyhow::{Context, Result, bail};

/// The section of a module that lists its imports.
const IMPORTS: u8 = 2;

/// Renames the imports of `module`, and the functions of `glue`, which is minified, with them.
pub(crate) fn shorten(module: &[u8], glue: &str) -> Result<(Vec<u8>, String)> {
    let mut glue = glue.to_owned();
    let mut short = module.get(..8).context("the module is cut off")?.to_vec();
    let mut at = 8;
    while let Some(&section) = module.get(at) {
        at += 1;
        let length = number(module, &mut at)?;
        let mut body = bytes(module, &mut at, length)?.to_vec();
        if section == IMPORTS {
            body = rename(&body, &mut glue)?;
        }
        short.push(section);
        push_number(body.len(), &mut short);
        short.extend(body);
    }
    Ok((short, glue))
}

fn rename(section: &[u8], glue: &mut String) -> Result<Vec<u8>> {
    let mut renamed = Vec::new();
    let mut at = 0;
    let count = number(section, &mut at)?;
    push_number(count, &mut renamed);
    for index in 0..count {
        let length = number(section, &mut at)?;
        push_name(bytes(section, &mut at, length)?, &mut renamed);
        let length = number(section, &mut at)?;
        let old = std::str::from_utf8(bytes(section, &mut at, length)?)?;
        let new = format!("_{index:x}");
        *glue = in_glue(glue, old, &new)?;
        push_name(new.as_bytes(), &mut renamed);
        let Some(0) = section.get(at) else { bail!("the import {old} is no function") };
        renamed.push(0);
        at += 1;
        push_number(number(section, &mut at)?, &mut renamed);
    }
    Ok(renamed)
}

/// `glue` with the property `old` of its object of imports renamed.
fn in_glue(glue: &str, old: &str, new: &str) -> Result<String> {
    for (before, after) in [("{", ":"), (",", ":"), ("{", "("), (",", "(")] {
        let property = format!("{before}{old}{after}");
        if glue.matches(&property).count() == 1 {
            return Ok(glue.replace(&property, &format!("{before}{new}{after}")));
        }
    }
    bail!("the glue does not define {old} once")
}

/// An unsigned LEB128 number at `at`, which moves behind it.
fn number(from: &[u8], at: &mut usize) -> Result<usize> {
    let mut number = 0;
    for shift in (0..35).step_by(7) {
        let byte = *from.get(*at).context("the module is cut off")?;
        *at += 1;
        number |= usize::from(byte & 127) << shift;
        if byte < 128 {
            return Ok(number);
        }
    }
    bail!("the module holds a number that is too long")
}

fn bytes<'a>(from: &'a [u8], at: &mut usize, length: usize) -> Result<&'a [u8]> {
    let found = from.get(*at..*at + length).context("the module is cut off")?;
    *at += length;
    Ok(found)
}

fn push_name(name: &[u8], to: &mut Vec<u8>) {
    push_number(name.len(), to);
    to.extend(name);
}

fn push_number(mut number: usize, to: &mut Vec<u8>) {
    while number > 127 {
        to.push((number & 127) as u8 | 128);
        number >>= 7;
    }
    to.push(number as u8);
}

#[cfg(test)]
mod tests {
    use super::*;

    const MODULE: &[u8] = b"\0asm\x01\0\0\0\x01\x04\x01\x60\0\0\x02\x0d\x01\x01m\x07f_12345\0\0";

    #[test]
    fn module_and_glue_get_the_same_name() {
        let (module, glue) = shorten(MODULE, "({m:{f_12345:function(){}}})").unwrap();
        assert_eq!(module, b"\0asm\x01\0\0\0\x01\x04\x01\x60\0\0\x02\x08\x01\x01m\x02_0\0\0");
        assert_eq!(glue, "({m:{_0:function(){}}})");
    }

    #[test]
    fn a_glue_of_another_module_is_refused() {
        assert!(shorten(MODULE, "({m:{g:function(){}}})").is_err());
        assert!(shorten(&MODULE[..20], "({m:{f_12345:function(){}}})").is_err());
    }
}
