import sharp, { type Metadata, type Sharp } from 'sharp';
import { checkPng } from './check-png.js';
import { PictureDamaged, PictureTooLarge } from '../domain/file.errors.js';
import { KEPT_PICTURE_SIDE, MAX_PICTURE_SIDE, type PictureType } from '../domain/pictures.js';

// One thread a picture, and nothing of it remembered: memory is bounded by the pictures that are at work.
sharp.concurrency(1);
sharp.cache(false);

const MEGA = 1_000_000;
/** Of a pixel: red, green, blue and alpha. One of 16 bits a colour counts as two. */
const PIXEL_BYTES = 4;
/** Work on one picture that takes longer than this is given up. */
const PATIENCE_SECONDS = 30;

export interface EncodedPicture {
  readonly width: number;
  readonly height: number;
}

/**
 * Decodes the picture at `from` and encodes it anew at `to`: upright, in sRGB, without EXIF, location, comments or
 * anything that was hidden behind it, with sides of at most 4,096 pixels. Runs in libvips' threads.
 *
 * @throws PictureTooLarge 422 by its head alone, before anything is decoded; PictureDamaged 422
 */
export async function encodePicture(
  from: string,
  to: string,
  type: PictureType,
  maxMegapixels: number,
): Promise<EncodedPicture> {
  if (type === 'image/png') await checkPng(from);
  await checkHead(from, maxMegapixels);
  const picture = sharp(from, { failOn: 'error', limitInputPixels: maxMegapixels * MEGA, pages: 1 })
    .timeout({ seconds: PATIENCE_SECONDS })
    .autoOrient()
    .resize({
      width: KEPT_PICTURE_SIDE,
      height: KEPT_PICTURE_SIDE,
      fit: 'inside',
      withoutEnlargement: true,
    });
  const { width, height } = await FORMATS[type](picture).toFile(to).catch(refuseDamaged);
  return { width, height };
}

/** A smaller version of a picture that was encoded here, as WebP. */
export async function shrinkPicture(from: string, to: string, width: number): Promise<void> {
  await sharp(from, { failOn: 'error' })
    .resize({ width, withoutEnlargement: true })
    .webp({ quality: 80 })
    .toFile(to);
}

const FORMATS: Readonly<Record<PictureType, (picture: Sharp) => Sharp>> = {
  'image/jpeg': (picture) => picture.jpeg({ quality: 88, mozjpeg: false }),
  'image/png': (picture) => picture.png(),
  'image/webp': (picture) => picture.webp({ quality: 88 }),
};

/** Reads the head alone. */
async function checkHead(path: string, maxMegapixels: number): Promise<void> {
  const { width, height, channels, depth }: Metadata = await sharp(path, { limitInputPixels: false })
    .metadata()
    .catch(refuseDamaged);
  const tooLong = Math.max(width, height) > MAX_PICTURE_SIDE;
  const pixelBytes = Math.max(PIXEL_BYTES, channels * (depth === 'uchar' ? 1 : 2));
  if (tooLong || width * height * pixelBytes > maxMegapixels * MEGA * PIXEL_BYTES)
    throw new PictureTooLarge(maxMegapixels, MAX_PICTURE_SIDE);
}

/** What libvips says of a picture is not for people, and may hold paths. */
function refuseDamaged(): never {
  throw new PictureDamaged();
}
