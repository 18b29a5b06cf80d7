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
