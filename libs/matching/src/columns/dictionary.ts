/** Numbers for texts, in the order of their first appearance; 0 is nobody's, so that it can mean "not stated". */
export class Dictionary {
  private readonly codes = new Map<string, number>();
  private readonly texts: string[] = [''];

  /** One more than the largest number in use. */
  get size(): number {
    return this.texts.length;
  }

  /** The number of the text, a new one if it has none yet. */
  code(text: string): number {
    const known = this.codes.get(text);
    if (known !== undefined) return known;
    const code = this.texts.push(text) - 1;
    this.codes.set(text, code);
    return code;
  }

  /** The number of the text, 0 if it has none. */
  find(text: string): number {
    return this.codes.get(text) ?? 0;
  }

  textOf(code: number): string {
    return this.texts[code] ?? '';
  }
}

/** Numbers for values that many parties have alike, so that each is judged once per search. 0 is `none`. */
export class Distinct<Value> {
  private readonly numbers = new Map<string, number>();
  private readonly values: Value[];

  constructor(none: Value) {
    this.values = [none];
  }

  get size(): number {
    return this.values.length;
  }

  /** `key` tells the values apart. */
  number(key: string, value: Value): number {
    const known = this.numbers.get(key);
    if (known !== undefined) return known;
    const number = this.values.push(value) - 1;
    this.numbers.set(key, number);
    return number;
  }

  of(number: number): Value {
    return this.values[number]!;
  }
}

/** The number of a list of codes, in whatever order; the empty list is 0. */
export function numberOfCodes(lists: Distinct<readonly number[]>, codes: readonly number[]): number {
  if (codes.length === 0) return 0;
  const sorted = [...codes].sort((a, b) => a - b);
  return lists.number(sorted.join(), sorted);
}
