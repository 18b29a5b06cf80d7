import { pageCard } from './page-card.js';

describe('the card of a page', () => {
  it('says what the page says of itself, its own words for others first', () => {
    const html = `<html><head><title>Busan &amp; sea</title>
      <meta content='밤바다 &#44; 걷기' property="og:title"><meta name="description" content="Night &lt;walks&gt;"></head>`;
    expect(pageCard(html)).toEqual({ title: '밤바다 , 걷기', description: 'Night <walks>' });
    expect(pageCard('<title>\n Busan &amp; sea </title>')).toEqual({
      title: 'Busan & sea',
      description: null,
    });
  });

  it('knows a tag by its end, not by a mark within its words', () => {
    const html = `<meta property="og:title" content="부산 > 밤바다"><meta content='a "b" > c' name='description'>`;
    expect(pageCard(html)).toEqual({ title: '부산 > 밤바다', description: 'a "b" > c' });
  });

  it('is text, bounded, without control characters, and none where there is no title', () => {
    expect(pageCard('<p>nothing</p>')).toBeNull();
    expect(pageCard('<title> </title>')).toBeNull();
    expect(pageCard('<title>a\u202Eb&#0;&#xD800;c</title>')?.title).toBe('a b c');
    expect([...(pageCard(`<title>${'가'.repeat(900)}</title>`)?.title ?? '')]).toHaveLength(200);
  });

  it('takes no time over a page made to take it', () => {
    const started = performance.now();
    pageCard('<meta '.repeat(50_000) + '<title '.repeat(50_000) + '&#'.repeat(50_000));
    pageCard(`<meta ${'"'}`.repeat(40_000));
    pageCard(`"${'<meta '.repeat(300)}"`.repeat(140));
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});
