import { readdir, readFile, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Plugin } from 'vite';

const TEXT = new Set(['.js', '.css', '.html', '.svg']);
const WORTH_IT_BYTES = 1024;
const shrink = { gz: promisify(gzip), br: promisify(brotliCompress) };

/** Writes `.gz` and `.br` beside each text file once, at the build, so that the server never compresses them. */
export function compressOutput(): Plugin {
  let folder = '';
  return {
    name: 'ttn:compress',
    apply: 'build',
    configResolved: ({ build }) => {
      folder = build.outDir;
    },
    async closeBundle(error) {
      if (error) return;
      const entries = await readdir(folder, { recursive: true, withFileTypes: true });
      const files = entries.filter((entry) => entry.isFile() && TEXT.has(extname(entry.name)));
      await Promise.all(files.map(({ parentPath, name }) => compress(join(parentPath, name))));
    },
  };
}

async function compress(path: string): Promise<void> {
  const content = await readFile(path);
  if (content.length < WORTH_IT_BYTES) return;
  const size = { [constants.BROTLI_PARAM_SIZE_HINT]: content.length };
  await Promise.all([
    writeFile(`${path}.gz`, await shrink.gz(content, { level: 9 })),
    writeFile(`${path}.br`, await shrink.br(content, { params: size })),
  ]);
}
