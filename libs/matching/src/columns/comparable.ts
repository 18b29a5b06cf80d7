import { askedOf, denominator, STATEMENTS, weightOf } from './statements.js';

/** How one side judges: its weights, and what it asks whatever it has stated. */
interface Judge {
  readonly weights: Float64Array;
  readonly asks: number;
  readonly enough: number;
}

/**
 * What of a side's judgement can be compared, by what the candidate has stated: few statements differ, so each is worked
 * out once per search. Read `denominator` and the others only after `meet`.
 */
export class Comparable {
  /** By what the worth of a judgement is divided; NaN when nothing can be compared. */
  readonly denominator = new Float64Array(STATEMENTS);
  /** The weights of two sets of features, as far as they can be compared. */
  readonly first = new Float64Array(STATEMENTS);
  readonly second = new Float64Array(STATEMENTS);
  private readonly met: number[] = [];
  private judge!: Judge;
  private subject = 0;

  constructor(
    private readonly isJudging: boolean,
    private readonly features: { readonly first: number; readonly second: number },
  ) {}

  /** `subject`: what the subject wants, or gives when the candidates are `isJudging`. */
  fill(judge: Judge, subject: number): void {
    for (const statement of this.met) this.denominator[statement] = 0;
    this.met.length = 0;
    this.judge = judge;
    this.subject = subject;
  }

  meet(statement: number): void {
    if (this.denominator[statement] !== 0) return;
    const { weights, asks, enough } = this.judge;
    const [wants, gives] = this.isJudging ? [statement, this.subject] : [this.subject, statement];
    const comparable = wants & gives & askedOf(asks, wants);
    this.met.push(statement);
    this.denominator[statement] = denominator(weights, asks, wants, gives, enough);
    this.first[statement] = weightOf(weights, comparable & this.features.first);
    this.second[statement] = weightOf(weights, comparable & this.features.second);
  }
}
