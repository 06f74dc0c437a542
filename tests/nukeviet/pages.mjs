// Pages with the structure that NukeViet's themes give them, written for these tests: article pages of its four
// themes as templates of its kind, and the layout around them.

import { ARTICLE, OTHERS } from './articles.mjs';

/** A style of the theme, which the optimiser gathers in the head. */
const THEME = `<style>.hidden, .hide, .d-none, .modal { display: none } body { font: 16px/1.5 sans-serif; margin: 0 }
.row { display: flex; flex-wrap: wrap; gap: 24px } main { flex: 1 1 0; min-width: 0 } aside { flex: 0 0 240px; min-width: 0 }
.wrap { max-width: 1140px; margin: auto; padding: 12px } .hometext { font-weight: bold } @media (max-width: 700px) { aside { flex-basis: 100% } }</style>`;

const SCHEMA = `
        <div class="hidden hide d-none" itemprop="author" itemtype="http://schema.org/Person" itemscope><span itemprop="name">{AUTHOR}</span></div>
        <span class="hidden hide d-none" itemprop="datePublished">{EDITED}</span>
        <span class="hidden hide d-none" itemprop="dateModified">{EDITED}</span>
        <span class="hidden hide d-none" itemprop="mainEntityOfPage">{DETAIL.link}</span>
        <div class="hidden hide d-none" itemprop="publisher" itemtype="http://schema.org/Organization" itemscope><span itemprop="name">{SITE}</span></div>`;

const LEAD = `
        <!-- BEGIN: showhometext -->
        <div class="clearfix">
            <figure class="article left"><div style="width:100px"><figcaption>{DETAIL.note}</figcaption></div></figure>
            <div id="imgpreview" style="display:none"><figcaption>{DETAIL.note}</figcaption></div>
            <div class="hometext m-bottom"{DESCRIPTION}>{DETAIL.hometext}</div>
        </div>
        <!-- END: showhometext -->`;

const smallLead = (open, close) => `
        <!-- BEGIN: showhometext -->
        <div id="hometext">
            <div class="imghome text-center">
                <div class="modal fade"><h4 class="modal-title">{DETAIL.note}</h4></div>
                <em class="show">{DETAIL.note}</em>
                <hr />
            </div>
            ${open}{DETAIL.hometext}${close}
        </div>
        <!-- END: showhometext -->`;

const FOOT = `
        <!-- BEGIN: files -->
        <div class="news-download-file"><a href="/tai-ve">Tải về: <strong>77/QĐ-UBND</strong></a></div>
        <!-- END: files -->
        <p class="h5 text-right"><strong>Tác giả: </strong>Ban biên tập</p>`;

const REST = `
<div class="news_column"><div class="h5"><strong>Từ khóa: </strong><a href="/tag/350"><em>350 suất quà</em></a></div></div>
<form id="form3B" action=""><p id="stringrating">Tổng số điểm của bài viết là: 350 trong 77 đánh giá</p></form>
<div class="news_column comment"><ul><li><strong>Trần Thị Ngát</strong> - 02/12/2026 <p>Ông Phan Văn Đại, Bí thư Tỉnh ủy nên xem việc này.</p></li></ul></div>`;

const BOXES = `
<p class="h3"><strong>Những tin mới hơn</strong></p>
<ul class="detail-related related list-none list-items"><!-- BEGIN: related -->
    <li><h4><a href="/tin" title="{RELATED.title}">{RELATED.title}</a></h4> <em>({RELATED.time})</em></li><!-- END: related -->
</ul>`;

const desktop = (item, schema, body) => `<!-- BEGIN: main -->
<script type="text/javascript" src="/assets/rating.js"></script>
<link href="/assets/rating.css" type="text/css" rel="stylesheet"/>
<div class="news_column panel panel-default"${item}>
    <div class="panel-body">
        <h1 class="title margin-bottom-lg"${schema && ' itemprop="headline"'}>{DETAIL.title}</h1>${schema}
        <div class="row margin-bottom-lg"><div class="col-md-12"><span class="h5">{DETAIL.shown}</span></div></div>
${LEAD}
        <div id="news-bodyhtml" class="bodytext margin-bottom-lg${body}">
            {DETAIL.bodyhtml}
        </div>${FOOT}
    </div>
</div>
${REST}<div class="news_column panel panel-default"><div class="panel-body other-news">${BOXES}</div></div>
<!-- END: main -->`;

const mobile = (item, schema, lead) => `<!-- BEGIN: main -->
<script type="text/javascript" src="/assets/rating.js"></script>
<div class="news_column panel panel-default"${item}>
    <div class="panel-body">
        <h1${schema && ' itemprop="headline"'}>{DETAIL.title}</h1>${schema}
        <em class="time">{DETAIL.shown}</em>
        <hr />
${lead}
        <div class="bodytext">
            {DETAIL.bodyhtml}
        </div>${FOOT}
        <hr />${REST}${BOXES}
    </div>
</div>
<!-- END: main -->`;

const ITEM = ' itemtype="http://schema.org/NewsArticle" itemscope';

/** What lies in modules/news/detail.tpl of each theme. */
export const TEMPLATES = {
  default: desktop(ITEM, SCHEMA, ''),
  mobile_default: mobile(ITEM, SCHEMA, smallLead('<div class="h2" itemprop="description">', '</div>')),
  egov: desktop('', '', '<!-- BEGIN: havefiles --> has-attach<!-- END: havefiles -->'),
  mobile_egov: mobile('', '', smallLead('<p>', '</p>')),
};

/** What NukeViet puts into the template, and the blocks that it parses. */
export const VALUES = (theme) => ({
  DETAIL: ARTICLE,
  AUTHOR: 'Ban biên tập',
  EDITED: ARTICLE.edited,
  SITE: 'Cổng thông tin tỉnh Sơn Hà',
  DESCRIPTION: theme.endsWith('egov') ? '' : ' itemprop="description"',
});

/** The layout: a column of blocks beside the module's page; `block` stands in its place, as in the themes. */
export const layout = (content, { block = '', meta = ARTICLE.meta, title = ARTICLE.title, head = '', above = '' } = {}) => `<!DOCTYPE html>
<html lang="vi" prefix="og: http://ogp.me/ns#"><head>
<title>${title} - Cổng thông tin tỉnh Sơn Hà</title>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta property="og:site_name" content="Cổng thông tin tỉnh Sơn Hà">
${meta && `<meta property="article:published_time" content="${meta}">`}
${THEME}${head}
</head><body><div class="wrap">
<header><a href="/">Cổng thông tin tỉnh Sơn Hà</a> <nav><ul><li><a href="/tin-tuc/">Tin tức</a></li></ul></nav></header>
<div class="row"><main>${above}${content}</main>
<aside><h3>Tin xem nhiều</h3><ul>${OTHERS.map(({ title }) => `<li><a href="/tin">${title}</a></li>`).join('')}</ul>${block}</aside></div>
<footer>Cơ quan chủ quản: UBND tỉnh. Chịu trách nhiệm: Ông Phan Văn Đại, Bí thư Tỉnh ủy.</footer>
</div></body></html>`;

/** A home page: a list of teasers. */
export const HOME = `<div class="news_column">${OTHERS.map(({ title, time }) => `<div class="panel-body"><h3><a href="/tin">${title}</a></h3>
<p>Sáng ${time.slice(0, 5)}, ${title}.</p></div>`).join('')}</div>`;
