import type { PublishedPage, PublishedResult, ResultText } from '#libs/projects';
import type { Setting } from './city-page.js';
import { jsonLd, Markup, markup } from './markup.js';
import { page } from './page-frame.js';
import { RESULT_WORDS } from './result-words.js';

/** Results of closed projects, newest first; `next` is where the earlier ones begin, null at the end. */
export function resultListPage(
  results: readonly PublishedResult[],
  next: string | null,
  { language, site }: Setting,
): string {
  const words = RESULT_WORDS[language];
  const rows = results.map((result) => {
    const { headline, language: own } = textFor(result, language);
    const named = result.organizations.map(({ name }) => name).join(' · ');
    return markup`<li><a href="/results/${result.id}?lang=${language}" lang="${own}" dir="auto">${headline}</a>
<p class="lead">${result.year} · ${named}</p></li>`;
  });
  const list = rows.length > 0 ? markup`<section><ul>${rows}</ul></section>` : markup`<p>${words.none}</p>`;
  const more =
    next !== null &&
    markup`<p><a class="button" href="/results?lang=${language}&amp;after=${next}">${words.more}</a></p>`;
  const head = jsonLd({
    '@context': 'https://schema.org',
    '@type': 'ItemList',
    name: words.results,
    itemListElement: results.map((result, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      url: `${site}/results/${result.id}`,
      name: textFor(result, language).headline,
    })),
  });
  return page(
    {
      ...{ language, site, head, style: STYLE, path: '/results', isLasting: true },
      ...titled(words.results, words.lead),
    },
    markup`<h1>${words.results}</h1><p class="lead">${words.lead}</p><div class="one">${list}${more}</div>`,
  );
}

/** What one project has reached: its words, its figures and those who agreed to be named. */
export function resultPage(result: PublishedPage, setting: Setting): string {
  const { language, site } = setting;
  const words = RESULT_WORDS[language];
  const text = textFor(result, language);
  const url = `${site}/results/${result.id}`;
  const others = result.texts.filter((one) => one.language !== text.language && one.headline !== '');
  const content = markup`<h1 lang="${text.language}" dir="auto">${text.headline}</h1>
<p class="lead"><span lang="${result.language}" dir="auto">${result.title}</span> · ${words.closed} ${result.year}</p>
<div class="one">
<section lang="${text.language}" dir="auto">${paragraphs(text.story)}</section>
${figuresOf(result, setting)}
${picturesOf(result)}
<section><h2>${words.by}</h2><ul>${result.organizations.map(
    ({ name, nameLocal, country }) =>
      markup`<li>${name}${nameLocal && nameLocal !== name && ` (${nameLocal})`} · ${countryName(country, language)}</li>`,
  )}</ul>${result.unnamed > 0 && markup`<p class="lead">${words.unnamed(result.unnamed)}</p>`}</section>
${others.length > 0 && markup`<section><h2>${words.otherLanguages}</h2>${others.map(otherText)}</section>`}
<p><a href="/results?lang=${language}">${words.all}</a></p>
</div>`;
  return page(
    {
      ...{ language, site, style: STYLE, isLasting: true, path: `/results/${result.id}` },
      ...titled(text.headline, text.story.slice(0, 200)),
      head: jsonLd(article(result, text, setting, url)),
    },
    content,
  );
}

/** For an address without results, public or not; says nothing of the address itself. */
export function missingResultPage({ language, site }: Setting): string {
  const words = RESULT_WORDS[language];
  return page(
    { ...{ language, site, path: '/results', isLasting: false }, ...titled(words.missing, words.lead) },
    markup`<h1>${words.missing}</h1><p class="lead">${words.missingLead}</p>
<a class="button first" href="/results?lang=${language}">${words.all}</a>`,
  );
}

const titled = (title: string, description: string) => ({ title, description });

/** The words in the reader's language, else in English, else as they were written first. */
function textFor({ texts, title, language }: PublishedResult, wanted: string): ResultText {
  const found =
    texts.find((one) => one.language === wanted) ?? texts.find((one) => one.language === 'en') ?? texts[0];
  return found ?? { language, headline: title, story: '' };
}

function paragraphs(story: string): Markup[] {
  return story.split(/\n{2,}/).map((part) => markup`<p class="story">${part}</p>`);
}

function otherText({ language, headline, story }: ResultText): Markup {
  const name = new Intl.DisplayNames([language], { type: 'language' }).of(language);
  return markup`<details lang="${language}" dir="auto"><summary>${name}: ${headline}</summary>${paragraphs(story)}</details>`;
}

function figuresOf({ figures }: PublishedResult, { language }: Setting): Markup | null {
  if (figures.length === 0) return null;
  const words = RESULT_WORDS[language];
  return markup`<section><h2>${words.figures}</h2><dl>${figures.map(
    ({ code, value }) => markup`<dt>${words.figure[code]}</dt><dd>${value.toLocaleString(language)}</dd>`,
  )}</dl></section>`;
}

/** In the order in which they were added; what can be seen on them is said in the language of whoever added them. */
function picturesOf({ id, pictures }: PublishedPage): Markup | null {
  if (pictures.length === 0) return null;
  return markup`<section class="pictures">${pictures.map(
    (picture) => markup`<figure lang="${picture.language}" dir="auto">
<img src="/results/${id}/pictures/${picture.id}" alt="${picture.alt}" loading="lazy"><figcaption>${picture.alt}</figcaption></figure>`,
  )}</section>`;
}

function countryName(code: string, language: string): string {
  return new Intl.DisplayNames([language], { type: 'region' }).of(code) ?? code;
}

/** schema.org/Article about a schema.org/Project. */
function article(result: PublishedPage, text: ResultText, { network }: Setting, url: string): object {
  return {
    '@context': 'https://schema.org',
    '@type': 'Article',
    '@id': url,
    url,
    headline: text.headline,
    inLanguage: text.language,
    articleBody: text.story,
    image: result.pictures.map(({ id }) => `${url}/pictures/${id}`),
    datePublished: result.endedAt.toISOString().slice(0, 10),
    about: {
      '@type': 'Project',
      name: result.title,
      member: result.organizations.map(({ name, country }) => ({
        '@type': 'Organization',
        name,
        address: { '@type': 'PostalAddress', addressCountry: country },
      })),
    },
    publisher: { '@type': 'Organization', name: network },
  };
}

const STYLE = new Markup(`
.one{display:grid;gap:1.5rem;margin-top:1.5rem;max-width:44rem}
.story{white-space:pre-line;overflow-wrap:anywhere}
.story+.story{margin-top:.75rem}
img{display:block;max-width:100%;height:auto;border-radius:.5rem}
.pictures{display:grid;gap:1.5rem}
figure{margin:0}
figcaption{margin-top:.5rem;overflow-wrap:anywhere}
summary{min-height:1.75rem;cursor:pointer}
`);
