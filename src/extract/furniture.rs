//! The page's furniture: lines that are no part of the article.

use super::page::Page;
use crate::lexicon::{Tag, Topic, Topics};
use crate::text::Kind;
use std::ops::Range;

/// A line of furniture is short; a paragraph that begins with "Nội dung" is none.
const LINE: usize = 16;

/// Token ranges of counters, forms, captcha labels, related links; they give no facts.
pub(super) fn furniture(page: &Page<'_>) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut rest = false;
    for (index, block) in page.text.blocks.iter().enumerate() {
        let opens = page.phrase(Topic::Furniture, block.start + lead(page, block));
        let short = block.len() <= LINE;
        let shouted = is_shouted(page, block);
        let titled = opens.is_some_and(|(length, _)| page.is_mark(block.start + length, &[':']));
        let heads = (short || titled) && matches!(opens, Some((_, Tag::Rest)));
        // A box in the middle of the article ends with the next paragraph.
        rest = heads || (rest && !(is_paragraph(page, block) && is_article_behind(page, index)));
        if rest || shouted || (opens.is_some() && (short || titled)) {
            found.push(block.clone());
        } else {
            let link = related_link(page, block);
            found.extend(link.or_else(|| appended(page, block)));
        }
    }
    found.extend(tail(page).map(<[_]>::to_vec).unwrap_or_default());
    found.extend(teaser(page));
    found
}

/// More than a headline, and ended as a sentence is.
fn is_paragraph(page: &Page<'_>, block: &Range<usize>) -> bool {
    const PARAGRAPH: usize = 2 * LINE;
    block.len() > PARAGRAPH && page.is_mark(block.end - 1, &['.', '!', '?', '”', '"', ')'])
}

/// Whether less of the text stands before the block `index` than from there on.
fn is_article_behind(page: &Page<'_>, index: usize) -> bool {
    let blocks = &page.text.blocks;
    blocks[index].start < blocks.last().map_or(0, |last| last.end) / 2
}

/// What follows the last paragraph: bylines and headlines of other articles, short lines without
/// a full stop. A list that a colon announces belongs to the article.
fn tail<'a>(page: &'a Page<'_>) -> Option<&'a [Range<usize>]> {
    let blocks = &page.text.blocks;
    let open = |block: &&Range<usize>| {
        block.len() <= LINE + LINE / 2
            && !page.is_mark(block.end - 1, &['.', '!', '?', '…', '”', '"', ')', ':', ';'])
    };
    let first = blocks.len() - blocks.iter().rev().take_while(open).count();
    let last = first.checked_sub(1)?;
    let closed = page.is_mark(blocks[last].end - 1, &['.', '!', '?', '…', '”', '"', ')']);
    closed.then(|| &blocks[first..])
}

/// "… miễn học phí cho con của...": the last sentence, cut in its middle, is of another article. A list
/// may end so ("…, chợ, bến xe…").
fn teaser(page: &Page<'_>) -> Option<Range<usize>> {
    const SENTENCES: usize = 5;
    const END: usize = 7;
    let sentences = &page.text.sentences;
    let last = sentences.last().filter(|last| sentences.len() >= SENTENCES && last.len() > LINE)?;
    let dots = page.is_mark(last.end - 1, &['…'])
        || (page.is_mark(last.end - 1, &['.']) && page.is_mark(last.end - 2, &['.']));
    let list = (last.end - END..last.end).any(|at| page.is_mark(at, &[',', ';', '“', '"']));
    (dots && !list).then(|| last.clone())
}

/// A line all in capitals is a heading or a banner; it repeats the text without its diacritics
/// or its upper and lower case, by which names are told.
fn is_shouted(page: &Page<'_>, block: &Range<usize>) -> bool {
    const WORDS: usize = 4;
    let words = || block.clone().filter(|&at| page.kind(at) == Some(Kind::Word));
    words().all(|at| page.is_upper(at) || page.text.word(at).chars().count() == 1)
        && words().count() >= WORDS
}

/// Bullets before the first word.
fn lead(page: &Page<'_>, block: &Range<usize>) -> usize {
    block
        .clone()
        .take_while(|&at| page.is_mark(at, &['•', '-', '–', '*', '+', '<', '>', '|', '[']))
        .count()
}

/// "… Minh Anh Xem thêm: …": a heading of the page's own in the middle of a line.
fn appended(page: &Page<'_>, block: &Range<usize>) -> Option<Range<usize>> {
    const FURNITURE: Topics = Topic::set(&[Topic::Furniture]);
    let heads = |at: &usize| {
        let phrase = page.phrase(Topic::Furniture, *at).filter(|_| page.is_capital(*at));
        matches!(phrase, Some((length, Tag::Rest)) if page.is_mark(at + length, &[':']))
    };
    page.openings(block.start + 1..block.end, FURNITURE).find(heads).map(|at| at..block.end)
}

/// "» Đồng chí A: …" at the end of a block: a link to another article.
fn related_link(page: &Page<'_>, block: &Range<usize>) -> Option<Range<usize>> {
    let links = &page.text.links;
    let before = links.partition_point(|at| *at < block.end);
    let open = *links[..before].last().filter(|at| **at >= block.start)?;
    // A closing quotation mark follows its opening one.
    let quoted = (block.start..open).any(|at| page.is_mark(at, &['«']));
    (!quoted).then_some(open..block.end)
}
