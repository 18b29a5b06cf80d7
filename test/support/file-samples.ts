import { randomBytes } from 'node:crypto';
import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';

/** A photograph as a telephone writes it: noise, lying on its side, with the place it was taken at. */
export async function photograph(width: number, height: number): Promise<Buffer> {
  const raw = randomBytes(width * height * 3);
  return sharp(raw, { raw: { width, height, channels: 3 } })
    .withExif({ IFD0: { ImageDescription: 'Secret place', Orientation: '6' } })
    .withMetadata({ orientation: 6 })
    .jpeg({ quality: 60 })
    .toBuffer();
}

/** A PNG whose head announces these sides, with a body that unpacks to `bytes` zeros. */
export function announcedPng(width: number, height: number, bytes: number): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  return png(pngChunk('IHDR', head), pngChunk('IDAT', deflateSync(Buffer.alloc(bytes))));
}

/** A whole PNG with alpha, black all over: some kilobytes that unpack to these sides. */
export function heavyPng({ width, height, deep = false, interlaced = false }: HeavyPng): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([deep ? 16 : 8, 6, 0, 0, interlaced ? 1 : 0], 8);
  const passes = interlaced ? ADAM7 : [[0, 0, 1, 1] as const];
  const bytes = passes.map(([left, top, across, down]) => {
    const [columns, lines] = [Math.ceil((width - left) / across), Math.ceil((height - top) / down)];
    return columns > 0 && lines > 0 ? lines * (1 + columns * (deep ? 8 : 4)) : 0;
  });
  const body = Buffer.alloc(bytes.reduce((sum, each) => sum + each, 0));
  return png(pngChunk('IHDR', head), pngChunk('IDAT', deflateSync(body)));
}

interface HeavyPng {
  readonly width: number;
  readonly height: number;
  /** 16 bits a colour. */
  readonly deep?: boolean;
  /** Drawn coarse to fine, which decoders must hold as a whole. */
  readonly interlaced?: boolean;
}

/** The passes of an interlaced PNG: first column and line, and the steps to the next. */
const ADAM7 = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;

/** A small PNG with so many packed comments, each of which unpacks to `bytes`. */
export function pngOfTexts(count: number, bytes: number): Buffer {
  const packed = deflateSync(Buffer.alloc(bytes));
  const texts = Array.from({ length: count }, (_, number) =>
    pngChunk('zTXt', Buffer.concat([Buffer.from(`key ${number}\0\0`), packed])),
  );
  const head = Buffer.from('0000000a0000000a0806000000', 'hex');
  return png(pngChunk('IHDR', head), ...texts, pngChunk('IDAT', deflateSync(Buffer.alloc(410))));
}

const png = (...chunks: Buffer[]): Buffer =>
  Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), ...chunks, pngChunk('IEND', Buffer.alloc(0))]);

function pngChunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}

export interface ZipEntry {
  readonly name: string;
  readonly content: Buffer;
  /** Announced instead of the true size. */
  readonly size?: number;
  /** Points at the first entry instead of one of its own. */
  readonly overlaid?: boolean;
}

/** A ZIP file, written by hand so that it can lie. */
export function zip(entries: readonly ZipEntry[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content, size = content.length, overlaid = false } of entries) {
    const packed = deflateSync(content).subarray(2, -4);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(8, 4);
    fields.writeUInt32LE(crc32(content), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(size, 18);
    fields.writeUInt16LE(name.length, 22);
    const at = overlaid ? 0 : offset;
    if (!overlaid) {
      const local = Buffer.concat([Buffer.from('504b0304', 'hex'), fields, Buffer.from(name), packed]);
      parts.push(local);
      offset += local.length;
    }
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(at, 10);
    directory.push(Buffer.concat([Buffer.from('504b01021400', 'hex'), fields, tail, Buffer.from(name)]));
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(central.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...parts, central, Buffer.from('504b0506', 'hex'), end]);
}
