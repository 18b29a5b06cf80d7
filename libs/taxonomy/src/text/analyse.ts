import { stem } from './stems.js';
import { toStream, type CharacterStream } from './stream.js';

/** The stream that forms and texts are compared in. */
export function analyse(text: string): CharacterStream {
  return stem(toStream(text));
}

/** The units of a surface form, as they appear in an analysed text; trailing space removed. */
export function unitsOf(stream: CharacterStream): Uint16Array {
  const end = stream.units[stream.length - 1] === 32 ? stream.length - 1 : stream.length;
  return stream.units.slice(0, end);
}

export function keyOf(units: Uint16Array): string {
  return String.fromCharCode(...units);
}
