import type { RichText } from '#libs/contracts';
import { loadConfig } from '#libs/platform/config';
import { type PdfContent, PdfRenderer, TYPST_BASE } from '#libs/platform/pdf';
import { textOfPdf } from '../../support/pdf-text.js';

const CONFIG = {
  NODE_ENV: 'test',
  DATABASE_URL: 'postgres://localhost/none',
  TTN_SECRET: 'a-secret-for-tests-only-0123456789abcdef',
};
const TEMPLATE = `${TYPST_BASE}\n= #data.title\n#para(data.text)\n#rich(data.rich)`;
const EMPTY: RichText = { type: 'doc', content: [] };
const content = (more: Partial<PdfContent>): PdfContent => ({
  title: 'Title',
  footer: '',
  language: 'en',
  createdAt: new Date('2026-11-22T03:00:00Z'),
  text: '',
  rich: EMPTY,
  ...more,
});

let renderer: PdfRenderer;
beforeAll(() => {
  renderer = new PdfRenderer(loadConfig(CONFIG));
});
afterAll(() => renderer.onApplicationShutdown());

const TEXTS: readonly (readonly [language: string, title: string, text: string])[] = [
  ['en', 'Night market of the harbour', 'Ferries & food — 24 partners'],
  ['ko', '항구 야시장', '부산과 시모노세키를 잇는 관광 상품입니다.'],
  ['ja', '港の夜市', '釜山と下関を結ぶ観光商品です。直角'],
  ['zh-Hans', '港口夜市', '连接釜山与下关的旅游产品。直角'],
  ['zh-Hant', '港口夜市', '連接釜山與下關的旅遊產品。直角'],
  ['th', 'ตลาดกลางคืน', 'ท่าเรือกรุงเทพมหานคร'],
  ['vi', 'Chợ đêm bến cảng', 'Thành phố Hồ Chí Minh và Đà Nẵng'],
  ['ru', 'Ночной рынок гавани', 'Владивосток и Пусан'],
];

it.each(TEXTS)('sets %s so that it can be read and copied', async (language, title, text) => {
  const pdf = await renderer.render(TEMPLATE, content({ language, title, text }));
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  const shown = textOfPdf(pdf).replaceAll('\n', '');
  expect(shown).toContain(title);
  // Thai marks are composed by the font: what is copied may have them in another order of code points.
  if (language === 'th') expect(shown).toContain('ท่าเรือ');
  else expect(shown).toContain(text);
  expect(pdf.toString('latin1')).toMatch(new RegExp(`/Lang \\(${language.split('-')[0] ?? ''}`));
});

it('gives Han characters the shapes of the language, and equal input equal bytes', async () => {
  const set = (language: string) => renderer.render(TEMPLATE, content({ language, text: '直角 骨' }));
  const fonts = async (language: string) =>
    [...(await set(language)).toString('latin1').matchAll(/NotoSansCJK(\w\w)-/g)].map(([, name]) => name);
  expect([
    new Set(await fonts('ko')),
    new Set(await fonts('ja')),
    new Set(await fonts('zh-Hans')),
    new Set(await fonts('zh-Hant')),
  ]).toEqual([new Set(['kr']), new Set(['jp']), new Set(['sc']), new Set(['tc'])]);
  expect((await set('ko')).equals(await set('ko'))).toBe(true);
});

it('sets formatted text, and runs nothing of what people wrote', async () => {
  const hostile = '#eval("1 + 1") $x^2$ *not bold* `raw` #read("/etc/passwd") \\ <label> @ref // "quoted"';
  const rich: RichText = {
    type: 'doc',
    content: [
      { type: 'heading', attrs: { level: 3 }, content: [{ type: 'text', text: hostile }] },
      {
        type: 'orderedList',
        attrs: { start: 3 },
        content: [
          {
            type: 'listItem',
            content: [
              { type: 'paragraph', content: [{ type: 'text', text: 'third', marks: [{ type: 'bold' }] }] },
            ],
          },
        ],
      },
      {
        type: 'paragraph',
        content: [
          {
            type: 'text',
            text: 'a link',
            marks: [{ type: 'link', attrs: { href: 'https://example.org/?a=(b)' } }],
          },
          { type: 'hardBreak' },
          { type: 'text', text: 'beneath' },
        ],
      },
    ],
  };
  const pdf = await renderer.render(TEMPLATE, content({ text: `${hostile}\nsecond line`, rich }));
  const lines = textOfPdf(pdf);
  const joined = lines.replaceAll('\n', '');
  expect(joined).toContain('#eval("1 + 1") $x^2$ *not bold* `raw`');
  for (const words of ['3.', 'third', 'a link', 'beneath', 'second line']) expect(joined).toContain(words);
  expect(pdf.toString('latin1')).toContain('https://example.org/?a=');
});

it('refuses a character that no font has, by name and with advice', async () => {
  await expect(renderer.render(TEMPLATE, content({ text: 'a \u{10FFFD} b' }))).rejects.toMatchObject({
    code: 'pdf/missing-glyph',
    options: { detail: expect.stringMatching(/U\+10FFFD.*fonts-noto-cjk.*PDF_FONT_DIRS/) },
  });
});

it('says busy instead of keeping more and more waiting, and refuses what is too much', async () => {
  const asked = Array.from({ length: 25 }, () => renderer.render(TEMPLATE, content({ text: 'x' })));
  const outcomes = await Promise.allSettled(asked);
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(20);
  expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({
    reason: { code: 'pdf/busy' },
  });
  await expect(renderer.render(TEMPLATE, content({ text: 'x'.repeat(4_000_001) }))).rejects.toMatchObject({
    code: 'pdf/too-large',
  });
});
