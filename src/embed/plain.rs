//! The summary as a plain JavaScript object.
//!
//! By hand and not by `serde-wasm-bindgen`, whose table of the names of fields costs every reader
//! its hash map. The summary has texts, numbers, flags, lists and objects: nothing else is written.

use js_sys::{Array, Object, Reflect};
use serde::ser::{Impossible, Serialize, SerializeSeq, SerializeStruct, Serializer};
use std::fmt::Error;
use wasm_bindgen::prelude::*;

/// `value` as JavaScript has it; absent values are `null`.
pub(super) fn plain(value: &impl Serialize) -> JsValue {
    value.serialize(Plain).unwrap_or(JsValue::NULL)
}

struct Plain;

type Written = Result<JsValue, Error>;
type Never = Impossible<JsValue, Error>;

/// What does not occur is refused.
macro_rules! refuse {
    ($($name:ident($($kind:ty),*) -> $result:ty;)*) => {
        $(fn $name(self, $(_: $kind),*) -> Result<$result, Error> { Err(Error) })*
    };
}

#[allow(clippy::cast_precision_loss)] // JavaScript's numbers are doubles.
impl Serializer for Plain {
    type Ok = JsValue;
    type Error = Error;
    type SerializeSeq = List;
    type SerializeTuple = Never;
    type SerializeTupleStruct = Never;
    type SerializeTupleVariant = Never;
    type SerializeMap = Never;
    type SerializeStruct = Fields;
    type SerializeStructVariant = Never;

    refuse! {
        serialize_i8(i8) -> JsValue;
        serialize_i16(i16) -> JsValue;
        serialize_i32(i32) -> JsValue;
        serialize_i64(i64) -> JsValue;
        serialize_u8(u8) -> JsValue;
        serialize_u16(u16) -> JsValue;
        serialize_f32(f32) -> JsValue;
        serialize_char(char) -> JsValue;
        serialize_bytes(&[u8]) -> JsValue;
        serialize_unit() -> JsValue;
        serialize_unit_struct(&'static str) -> JsValue;
        serialize_tuple(usize) -> Never;
        serialize_tuple_struct(&'static str, usize) -> Never;
        serialize_tuple_variant(&'static str, u32, &'static str, usize) -> Never;
        serialize_map(Option<usize>) -> Never;
        serialize_struct_variant(&'static str, u32, &'static str, usize) -> Never;
    }

    fn serialize_bool(self, value: bool) -> Written {
        Ok(value.into())
    }

    fn serialize_u32(self, value: u32) -> Written {
        Ok(value.into())
    }

    fn serialize_u64(self, value: u64) -> Written {
        Ok((value as f64).into())
    }

    fn serialize_f64(self, value: f64) -> Written {
        Ok(value.into())
    }

    fn serialize_str(self, value: &str) -> Written {
        Ok(value.into())
    }

    fn serialize_none(self) -> Written {
        Ok(JsValue::NULL)
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Written {
        value.serialize(self)
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, name: &'static str) -> Written {
        Ok(name.into())
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, _: &T) -> Written {
        Err(Error)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: &T,
    ) -> Written {
        Err(Error)
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<List, Error> {
        Ok(List(Array::new()))
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Fields, Error> {
        Ok(Fields(Object::new()))
    }
}

struct List(Array);

impl SerializeSeq for List {
    type Ok = JsValue;
    type Error = Error;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        self.0.push(&value.serialize(Plain)?);
        Ok(())
    }

    fn end(self) -> Written {
        Ok(self.0.into())
    }
}

struct Fields(Object);

impl SerializeStruct for Fields {
    type Ok = JsValue;
    type Error = Error;

    fn serialize_field<T: Serialize + ?Sized>(
        &mut self,
        name: &'static str,
        value: &T,
    ) -> Result<(), Error> {
        self.set(name, &value.serialize(Plain)?)
    }

    fn end(self) -> Written {
        Ok(self.0.into())
    }
}

impl Fields {
    #[inline(never)]
    fn set(&self, name: &str, value: &JsValue) -> Result<(), Error> {
        // A new object refuses no field.
        Reflect::set(&self.0, &name.into(), value).map(drop).map_err(|_| Error)
    }
}
