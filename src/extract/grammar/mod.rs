//! The grammar that several extractors share: names of people, bodies, posts.

mod body;
mod enclosed;
mod name;
mod post;

pub(super) use body::{Body, begins_anew, body_at};
pub(super) use name::{learn_names, learn_places, name_at, skip_ranks};
pub(super) use post::{
    Post, acts_in_person, exclude, is_actor, opens_post, post_at, posts_at, term,
};
