import type { UiLanguage } from '#libs/contracts';
import { Markup, markup } from './markup.js';
import { PAGE_WORDS } from './page-words.js';

/** What stands around the content of a public page. */
export interface PageFrame {
  readonly language: UiLanguage;
  /** Of the tab and of search results. */
  readonly title: string;
  readonly description: string;
  /** Path of this page, `/cities/busan`. */
  readonly path: string;
  /** Origin of the site, without a slash at its end. */
  readonly site: string;
  /** Further elements of the head. */
  readonly head?: Markup;
  /** Rules that only this page needs. */
  readonly style?: Markup;
  /** False for pages that search engines should not keep. */
  readonly isLasting: boolean;
}

/** A whole page: one answer with its style, so that a slow line needs a single request to read it. */
export function page(frame: PageFrame, content: Markup): string {
  const { language, title, description, path, site, head, style, isLasting } = frame;
  const words = PAGE_WORDS[language];
  const other: UiLanguage = language === 'en' ? 'ko' : 'en';
  const url = `${site}${path}`;
  return `<!doctype html>\n${
    markup`<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title} – TTN</title>
<meta name="description" content="${description}">
${isLasting ? links(url) : markup`<meta name="robots" content="noindex">`}
<link rel="icon" href="/favicon.svg" type="image/svg+xml">
<style>${STYLE}${style}</style>
${head}
</head>
<body>
<header>
<a class="mark" href="/?lang=${language}">${MARK}TTN <span>${words.network}</span></a>
<nav>
<a href="${path}?lang=${other}" hreflang="${other}" lang="${other}">${words.otherLanguage}</a>
<a href="/sign-in">${words.signIn}</a>
</nav>
</header>
<main>${content}</main>
<footer><p>${words.lead}</p><p><a href="/cities?lang=${language}">${words.toCities}</a> · <a href="/results?lang=${language}">${words.toResults}</a></p></footer>
</body>
</html>
`.html
  }`;
}

function links(url: string): Markup {
  return markup`<link rel="canonical" href="${url}">
<link rel="alternate" hreflang="en" href="${url}?lang=en">
<link rel="alternate" hreflang="ko" href="${url}?lang=ko">
<link rel="alternate" hreflang="x-default" href="${url}">`;
}

/** Two arches over the waterline, as in the product. */
const MARK = new Markup(
  '<svg viewBox="0 0 24 20" width="24" height="20" fill="none" stroke-width="2" stroke-linecap="round" aria-hidden="true"><path d="M3 14a9 9 0 0 1 18 0" stroke="currentColor"/><path d="M7.5 14a4.5 4.5 0 0 1 9 0" stroke="currentColor"/><path d="M2 18.5h20" class="water"/></svg>',
);

/** The tokens of the product's own style, as far as these pages use them. */
const STYLE = new Markup(`
:root{--page:#f6f8f9;--surface:#fff;--sunk:#e6ecef;--text:#141d24;--muted:#4b5c69;--line:#d5dde3;--brand:#0f5c7a;--on:#fff;--accent:#b4481a}
@media(prefers-color-scheme:dark){:root{--page:#10171c;--surface:#18222a;--sunk:#0d1317;--text:#e8eef2;--muted:#a9b8c3;--line:#2d3b46;--brand:#7cc0d8;--on:#0b1419;--accent:#f0a27c}}
*{box-sizing:border-box}
body{margin:0;background:var(--page);color:var(--text);font:1rem/1.6 "Source Sans 3",system-ui,sans-serif}
:lang(ko){font-family:Pretendard,"Apple SD Gothic Neo","Malgun Gothic","Noto Sans KR","Noto Sans CJK KR",sans-serif;word-break:keep-all;overflow-wrap:anywhere}
a{color:var(--brand);text-underline-offset:.2em}
a:focus-visible{outline:3px solid var(--brand);outline-offset:2px;border-radius:4px}
header,main,footer{max-width:60rem;margin:0 auto;padding:1rem}
header,nav{display:flex;flex-wrap:wrap;align-items:center;gap:.5rem 1.5rem}
header{justify-content:space-between}
header a,footer a,.country a{display:inline-block;min-height:1.75rem}
.mark{display:inline-flex;align-items:center;gap:.5rem;font-weight:650;text-decoration:none}
.mark span{color:var(--muted);font-weight:400}
.water{stroke:var(--accent)}
h1{margin:0;font-size:1.75rem;line-height:1.3}
h1 span{color:var(--muted);font-size:1.25rem;font-weight:400;margin-inline-start:.75rem}
h2{margin:0 0 .75rem;font-size:1.125rem}
p,ul,dl,dd{margin:0;padding:0}
.lead{color:var(--muted)}
.sheets{display:grid;gap:1.5rem;margin-top:1.5rem}
@media(min-width:48rem){.sheets{grid-template-columns:1fr 1fr}}
section{padding:1.25rem 1.5rem;border:1px solid var(--line);border-radius:6px;background:var(--surface)}
dt{color:var(--muted);font-size:.875rem}
dd{margin-bottom:.75rem}
li{list-style:none;padding:.5rem 0;border-top:1px solid var(--line)}
li:first-child{border-top:0}
.map svg{display:block;width:100%;height:auto;border:1px solid var(--line);border-radius:6px}
.land{fill:var(--sunk);stroke:var(--line);stroke-width:.5}
.dot{fill:var(--accent);stroke:var(--surface);stroke-width:2}
.button{display:inline-block;margin:.75rem .75rem 0 0;padding:.5rem 1rem;border:1px solid var(--brand);border-radius:6px;font-weight:600;text-decoration:none}
.button.first{background:var(--brand);color:var(--on)}
.countries{columns:16rem;column-gap:1.5rem;margin-top:1.5rem}
.country{break-inside:avoid;margin-bottom:1.5rem}
.country li{padding:.125rem 0;border:0}
.country span{color:var(--muted)}
footer{margin-top:1rem;color:var(--muted);border-top:1px solid var(--line)}
`);
