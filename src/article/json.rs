//! JSON as a value, the same from `serde_json` (native) and from JavaScript (browser).

use crate::problem::{Code, Problem};
use serde::de::{Deserialize, DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};

/// Deeper than any article; a recursion this deep still fits the stack of a browser.
const DEPTH: usize = 100;

/// Any JSON value. Objects keep their order; of a repeated key the last counts, as in JavaScript.
#[derive(Debug, Clone, PartialEq)]
pub enum Json {
    /// `null`, and JavaScript's `undefined`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// Any number.
    Number(f64),
    /// Text.
    Text(String),
    /// `[…]`
    List(Vec<Json>),
    /// `{…}`
    Object(Vec<(String, Json)>),
}

impl Json {
    /// What is no JSON value, or one that nests deeper than any article.
    #[must_use]
    pub fn refused() -> Problem {
        Problem::new(
            Code::WrongType,
            format!("Bài viết phải là một đối tượng JSON, lồng nhau không quá {DEPTH} cấp."),
            format!("The article must be a JSON object, nested at most {DEPTH} deep."),
        )
    }

    /// The value of `key`; `None` for `null`, an absent key, or where this is no object.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&Json> {
        let Self::Object(fields) = self else { return None };
        let (_, value) = fields.iter().rev().find(|(name, _)| name == key)?;
        (*value != Self::Null).then_some(value)
    }

    /// The text, if this is one.
    #[must_use]
    pub fn as_text(&self) -> Option<&str> {
        if let Self::Text(text) = self { Some(text) } else { None }
    }

    /// The type's name in Vietnamese and in English, for messages.
    #[must_use]
    pub fn type_names(&self) -> (&'static str, &'static str) {
        match self {
            Self::Null => ("rỗng (null)", "null"),
            Self::Bool(_) => ("giá trị đúng/sai", "a boolean"),
            Self::Number(_) => ("số", "a number"),
            Self::Text(_) => ("chuỗi văn bản", "text"),
            Self::List(_) => ("danh sách", "a list"),
            Self::Object(_) => ("đối tượng", "an object"),
        }
    }
}

/// Reads a value that lies so many levels deep.
struct AnyJson(usize);

impl<'de> DeserializeSeed<'de> for AnyJson {
    type Value = Json;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Json, D::Error> {
        if self.0 > DEPTH {
            return Err(Error::custom("nested too deep"));
        }
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for AnyJson {
    type Value = Json;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("JSON")
    }

    fn visit_unit<E>(self) -> Result<Json, E> {
        Ok(Json::Null)
    }

    fn visit_none<E>(self) -> Result<Json, E> {
        Ok(Json::Null)
    }

    fn visit_some<D: Deserializer<'de>>(self, inner: D) -> Result<Json, D::Error> {
        inner.deserialize_any(self)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Json, E> {
        Ok(Json::Bool(value))
    }

    #[allow(clippy::cast_precision_loss)] // JSON numbers are doubles on the other side, too.
    fn visit_i64<E>(self, value: i64) -> Result<Json, E> {
        Ok(Json::Number(value as f64))
    }

    #[allow(clippy::cast_precision_loss)]
    fn visit_u64<E>(self, value: u64) -> Result<Json, E> {
        Ok(Json::Number(value as f64))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Json, E> {
        Ok(Json::Number(value))
    }

    fn visit_str<E>(self, value: &str) -> Result<Json, E> {
        Ok(Json::Text(value.to_owned()))
    }

    fn visit_string<E>(self, value: String) -> Result<Json, E> {
        Ok(Json::Text(value))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Json, A::Error> {
        let mut values = Vec::new();
        while let Some(value) = list.next_element_seed(AnyJson(self.0 + 1))? {
            values.push(value);
        }
        Ok(Json::List(values))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Json, A::Error> {
        let mut fields = Vec::new();
        while let Some(name) = map.next_key()? {
            fields.push((name, map.next_value_seed(AnyJson(self.0 + 1))?));
        }
        Ok(Json::Object(fields))
    }
}

impl<'de> Deserialize<'de> for Json {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        AnyJson(0).deserialize(deserializer)
    }
}
