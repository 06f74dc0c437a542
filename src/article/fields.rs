//! Typed access to the fields of an object, with the path in every refusal.

use super::limits::check_entries;
use super::shape::line;
use super::{Json, Platform};
use crate::problem::{Code, Problem};
use crate::summary::Day;

/// An object and the path that leads to it (`""` for the whole, `summary.officials[0]`).
#[derive(Clone, Copy)]
pub(super) struct Fields<'a> {
    object: &'a Json,
    path: &'a str,
}

/// Refuses `found` at `path`: another type was expected.
pub(super) fn wrong_type(path: &str, found: &Json, vi: &str, en: &str) -> Problem {
    let (found_vi, found_en) = found.type_names();
    Problem::new(
        Code::WrongType,
        format!("Trường “{path}” phải là {vi}, nhưng lại là {found_vi}."),
        format!("Field “{path}” must be {en}, but is {found_en}."),
    )
    .at(path)
}

impl<'a> Fields<'a> {
    pub(super) fn new(object: &'a Json, path: &'a str) -> Result<Self, Problem> {
        match object {
            Json::Object(_) => Ok(Self { object, path }),
            other => Err(wrong_type(
                if path.is_empty() { "$" } else { path },
                other,
                "một đối tượng {…}",
                "an object {…}",
            )),
        }
    }

    pub(super) fn path(&self, key: &str) -> String {
        if self.path.is_empty() { key.to_owned() } else { format!("{}.{key}", self.path) }
    }

    pub(super) fn get(&self, key: &str) -> Option<&'a Json> {
        self.object.get(key)
    }

    /// Whether `key` is written at all, be it as `null`.
    pub(super) fn has(&self, key: &str) -> bool {
        matches!(self.object, Json::Object(fields) if fields.iter().any(|(name, _)| name == key))
    }

    pub(super) fn text(&self, key: &str) -> Result<Option<&'a str>, Problem> {
        match self.get(key) {
            None => Ok(None),
            Some(Json::Text(text)) => Ok(Some(text)),
            Some(other) => Err(wrong_type(&self.path(key), other, "chuỗi văn bản", "text")),
        }
    }

    pub(super) fn required_text(&self, key: &str) -> Result<&'a str, Problem> {
        self.text(key)?
            .ok_or_else(|| wrong_type(&self.path(key), &Json::Null, "chuỗi văn bản", "text"))
    }

    pub(super) fn number(&self, key: &str) -> Result<Option<f64>, Problem> {
        match self.get(key) {
            None => Ok(None),
            Some(Json::Number(number)) => Ok(Some(*number)),
            Some(other) => Err(wrong_type(&self.path(key), other, "một số", "a number")),
        }
    }

    pub(super) fn bool(&self, key: &str) -> Result<bool, Problem> {
        match self.get(key) {
            None => Ok(false),
            Some(Json::Bool(value)) => Ok(*value),
            Some(other) => Err(wrong_type(&self.path(key), other, "true hoặc false", "a boolean")),
        }
    }

    /// A day in ISO 8601 or in one of the forms of Vietnamese pages.
    pub(super) fn day(&self, key: &str) -> Result<Option<Day>, Problem> {
        let Some(text) = self.text(key)? else { return Ok(None) };
        if text.trim().is_empty() {
            return Ok(None);
        }
        match Day::from_text(text) {
            Some(day) => Ok(Some(day)),
            None => Err(wrong_type(
                &self.path(key),
                &Json::Text(text.to_owned()),
                "một ngày như “2022-05-04” hoặc “04/05/2022 08:51”",
                "a date such as “2022-05-04” or “04/05/2022 08:51”",
            )),
        }
    }

    /// Every item of a list, read by `read(item, path)`; an absent list is empty.
    pub(super) fn list<T>(
        &self,
        key: &str,
        mut read: impl FnMut(&'a Json, &str) -> Result<T, Problem>,
    ) -> Result<Vec<T>, Problem> {
        // A plain loop: each kind of item compiles to less than with `collect`.
        let items = self.items(key)?;
        check_entries(items.len()).map_err(|problem| problem.at(self.path(key)))?;
        let mut values = Vec::new();
        for (index, item) in items.iter().enumerate() {
            values.push(read(item, &self.item_path(key, index))?);
        }
        Ok(values)
    }

    /// A list of one-line texts, the empty ones left out.
    pub(super) fn texts(&self, key: &str, platform: &dyn Platform) -> Result<Vec<String>, Problem> {
        let items = self.list(key, |item, path| match item {
            Json::Text(text) => Ok(line(Some(text), platform)),
            other => Err(wrong_type(path, other, "chuỗi văn bản", "text")),
        })?;
        Ok(items.into_iter().flatten().collect())
    }

    fn items(&self, key: &str) -> Result<&'a [Json], Problem> {
        match self.get(key) {
            None => Ok(&[]),
            Some(Json::List(items)) => Ok(items),
            Some(other) => {
                Err(wrong_type(&self.path(key), other, "một danh sách [ … ]", "a list [ … ]"))
            }
        }
    }

    fn item_path(&self, key: &str, index: usize) -> String {
        format!("{}[{index}]", self.path(key))
    }
}
