import { inflateSync } from 'node:zlib';

/**
 * The text of a PDF as a reader would copy it, a line a run: by its fonts' own tables from glyphs to characters. Reads
 * what Typst writes (plain objects, Identity-H), and nothing else.
 */
export function textOfPdf(pdf: Buffer): string {
  const source = pdf.toString('latin1');
  const objects = new Map(
    [...source.matchAll(/(?:^|\n)(\d+) 0 obj([\s\S]*?)\nendobj/g)].map((match) => [
      Number(match[1]),
      { body: match[2] ?? '', at: match.index + match[0].indexOf(match[2] ?? '') },
    ]),
  );
  const stream = (id: number): string => {
    const found = objects.get(id);
    if (!found) throw new Error(`The PDF has no object ${id}.`);
    const begin = found.at + found.body.indexOf('stream\n') + 'stream\n'.length;
    return inflateSync(pdf.subarray(begin)).toString('latin1');
  };
  const fonts = new Map<string, Map<number, string>>();
  for (const [, name = '', id] of source.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
    const toUnicode = /\/ToUnicode (\d+) 0 R/.exec(objects.get(Number(id))?.body ?? '')?.[1];
    if (toUnicode) fonts.set(name, charactersOf(stream(Number(toUnicode))));
  }
  const pages = [...source.matchAll(/\/Contents (\d+) 0 R/g)].map(([, id]) => stream(Number(id)));
  return pages.flatMap((page) => runsOf(page, fonts)).join('\n');
}

function charactersOf(table: string): Map<number, string> {
  const characters = new Map<number, string>();
  for (const [, block = ''] of table.matchAll(/beginbfchar([\s\S]*?)endbfchar/g)) {
    for (const [, glyph = '', text = ''] of block.matchAll(/<([0-9A-F]+)> <([0-9A-F]+)>/gi))
      characters.set(parseInt(glyph, 16), Buffer.from(text, 'hex').swap16().toString('utf16le'));
  }
  return characters;
}

function runsOf(page: string, fonts: Map<string, Map<number, string>>): string[] {
  const runs: string[] = [];
  let font = new Map<number, string>();
  const saved: Map<number, string>[] = [];
  for (const [operator, name, shown] of page.matchAll(
    /(?<=^|\s)[qQ](?=\s)|\/(F\d+) [\d.]+ Tf|\[((?:\((?:[^\\)]|\\[\s\S])*\)|[^\]])*)\] TJ/g,
  )) {
    if (operator === 'q') saved.push(font);
    else if (operator === 'Q') font = saved.pop() ?? font;
    else if (name) font = fonts.get(name) ?? new Map<number, string>();
    else {
      const bytes = [...(shown ?? '').matchAll(/\(((?:[^\\)]|\\[\s\S])*)\)/g)].map(([, text = '']) =>
        unescaped(text),
      );
      const glyphs = Buffer.from(bytes.join(''), 'latin1');
      const text = Array.from({ length: glyphs.length / 2 }, (_, index) =>
        font.get(glyphs.readUInt16BE(index * 2)),
      );
      runs.push(text.join(''));
    }
  }
  return runs;
}

const CONTROLS: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

function unescaped(text: string): string {
  return text.replace(/\\([0-7]{1,3}|[\s\S])/g, (_all, escaped: string) =>
    /^[0-7]/.test(escaped) ? String.fromCharCode(parseInt(escaped, 8)) : (CONTROLS[escaped] ?? escaped),
  );
}
