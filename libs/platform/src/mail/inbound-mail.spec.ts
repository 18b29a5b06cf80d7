import { readMail } from './inbound-mail.js';

const html = (body: string): Uint8Array =>
  Buffer.from(`From: a@b.example\r\nContent-Type: text/html; charset=utf-8\r\n\r\n${body}`);

describe('a mail that came in', () => {
  it('is read from HTML where there is no other text, without styles and copies of earlier mails', async () => {
    const { text } = await readMail(
      html(
        '<head><style>p { color: red }</style></head><p>May &amp; June<br>5월</p><div class="gmail_quote">Dear X</div>',
      ),
    );
    expect(text.trim()).toBe('May & June\n5월');
  });

  it('is read at once, whatever a stranger makes of it, and as an empty one where it is no mail', async () => {
    const started = performance.now();
    for (const part of ['<div ', '<style', '<', '<br ', '</style>', '&'])
      await readMail(html(part.repeat(400_000)));
    expect(performance.now() - started).toBeLessThan(5_000);
    const nothing = { messageId: '', from: '', to: [], attachments: 0, isAutomatic: false, report: null };
    expect(await readMail(Buffer.alloc(0))).toMatchObject(nothing);
    expect(await readMail(Buffer.from(`${'X: y\r\n'.repeat(600_000)}\r\n`))).toMatchObject(nothing);
  });
});
