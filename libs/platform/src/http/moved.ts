/** What was asked for stands elsewhere for good; thrown by a controller, answered with 308 and `Location`. */
export class Moved extends Error {
  constructor(readonly path: string) {
    super('moved');
  }
}
