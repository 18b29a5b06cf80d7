import 'reflect-metadata';
import { Type } from 'class-transformer';
import {
  Allow,
  IsDefined,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Max,
  MaxLength,
  Min,
  ValidateIf,
  ValidateNested,
  validateSync,
} from 'class-validator';
import fc from 'fast-check';
import { passes } from './quick-check.js';

class Page {
  @IsInt()
  @Min(1)
  @Max(100)
  limit: unknown = 20;

  @IsOptional()
  @IsString()
  @MaxLength(5)
  cursor?: unknown;
}

class Query extends Page {
  @IsOptional()
  @IsIn(['a', 'b'], { each: true })
  kind?: unknown;

  @ValidateIf((query: Query) => query.kind !== undefined)
  @IsString()
  reason?: unknown;

  @Allow()
  anything?: unknown;
}

const found = (input: object): number =>
  validateSync(input, { whitelist: true, forbidNonWhitelisted: true }).length;

describe('passes', () => {
  it('says the same as the library of every object of a flat class', () => {
    const value = fc.oneof(
      fc.constantFrom<unknown>(undefined, null, true, '', 'a', 'b', 'abcdef', 0, 1, 100, 101, 1.5, {}),
      fc.array(fc.constantFrom<unknown>('a', 'b', 'c', null), { maxLength: 3 }),
    );
    const names = ['limit', 'cursor', 'kind', 'reason', 'anything', 'unknown'];
    const verdicts = new Set<boolean>();
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...names), value), (fields) => {
        const input = Object.assign(new Query(), fields);
        const verdict = passes(input);
        verdicts.add(verdict);
        expect(verdict).toBe(found(input) === 0);
      }),
      { numRuns: 2_000 },
    );
    expect(verdicts).toEqual(new Set([true, false]));
  });

  it('leaves to the library what only it can check', () => {
    class Part {
      @IsString()
      name = 'x';
    }
    class Nested {
      @ValidateNested()
      @Type(() => Part)
      part = new Part();
    }
    class Defined {
      @IsDefined()
      name = 'x';
    }
    class Plain {
      name = 'x';
    }
    class Several {
      @IsIn(['a'], { each: true })
      kinds = new Set(['a']);
    }
    for (const input of [new Nested(), new Defined(), new Plain(), new Several()]) {
      expect(passes(input)).toBe(false);
    }
  });
});
