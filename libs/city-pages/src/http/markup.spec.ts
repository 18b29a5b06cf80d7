import { jsonLd, markup } from './markup.js';

const HOSTILE = `"><script>alert('x')</script>&`;

describe('markup', () => {
  it('escapes what is put into it, as content and as attribute', () => {
    expect(markup`<a title="${HOSTILE}">${HOSTILE}</a>`.html).toBe(
      '<a title="&quot;&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp;">' +
        '&quot;&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp;</a>',
    );
  });

  it('takes its own kind as it is, lists of it, and nothing for nothing', () => {
    const items = ['a', '<b>'].map((text) => markup`<li>${text}</li>`);
    expect(markup`<ul>${items}</ul>${null}${undefined}${false}${0}`.html).toBe(
      '<ul><li>a</li><li>&lt;b&gt;</li></ul>0',
    );
  });
});

describe('data for machines', () => {
  it('reads as what was written and cannot end its element', () => {
    const { html } = jsonLd({ name: HOSTILE, line: 'a\u2028b' });
    const [, json = ''] = /^<script type="application\/ld\+json">([^<>&\u2028]*)<\/script>$/.exec(html) ?? [];
    expect(JSON.parse(json)).toEqual({ name: HOSTILE, line: 'a\u2028b' });
  });
});
