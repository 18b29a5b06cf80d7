/** What is decoded and encoded anew, which leaves nothing of the original but its pixels. */
export const PICTURE_TYPES = ['image/jpeg', 'image/png', 'image/webp'] as const;
export type PictureType = (typeof PICTURE_TYPES)[number];

export const isPicture = (mediaType: string): mediaType is PictureType =>
  (PICTURE_TYPES as readonly string[]).includes(mediaType);

/** A side longer than this is refused. */
export const MAX_PICTURE_SIDE = 16_384;
/** Pictures are kept with sides of at most this many pixels: a page of A4 at 350 dots per inch. */
export const KEPT_PICTURE_SIDE = 4_096;
/** Widths of the smaller versions, where the picture is wider. */
export const VARIANT_WIDTHS = [320, 960] as const;
export const VARIANT_TYPE = 'image/webp';
