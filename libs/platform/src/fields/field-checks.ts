import { codePoints, isDay, isLanguageTag, isOneLine, isStorable } from '#libs/kernel';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsInt,
  IsString,
  Max,
  MaxLength,
  Min,
  ValidateBy,
  type ValidationOptions,
} from 'class-validator';

/** Bounds of what people write, in code points. */
export const MAX_TITLE = 200;
export const MAX_TEXT = 10_000;

const EACH: ValidationOptions = { each: true };

/** Several checks under one name, so that a request class reads as a list of fields. */
function all(...checks: PropertyDecorator[]): PropertyDecorator {
  return (target, property) => {
    for (const check of checks) check(target, property);
  };
}

/** Text of `min` to `max` code points once spaces around it are gone, without NUL or half characters. */
export function IsWritten(min: number, max: number, options?: ValidationOptions): PropertyDecorator {
  return ValidateBy(
    {
      name: 'isWritten',
      validator: {
        validate: (value) =>
          typeof value === 'string' &&
          isStorable(value) &&
          codePoints(value.trim()) >= min &&
          codePoints(value) <= max,
        defaultMessage: () => `$property must be text of ${min} to ${max} characters`,
      },
    },
    options,
  );
}

const VISIBLE = /[\p{L}\p{N}\p{P}\p{S}]/u;

/** A name or a title: text of 1 to `max` code points on one line, of which something can be seen. */
export function IsLine(max: number, options?: ValidationOptions): PropertyDecorator {
  return ValidateBy(
    {
      name: 'isLine',
      validator: {
        validate: (value) =>
          typeof value === 'string' &&
          isStorable(value) &&
          codePoints(value) <= max &&
          VISIBLE.test(value) &&
          isOneLine(value),
        defaultMessage: () => `$property must be one line of text, of 1 to ${max} characters`,
      },
    },
    options,
  );
}

/** A BCP 47 tag in canonical spelling: `ko`, `zh-Hans`. */
export function IsLanguageTag(options?: ValidationOptions): PropertyDecorator {
  return ValidateBy(
    {
      name: 'isLanguageTag',
      validator: {
        validate: isLanguageTag,
        defaultMessage: () => '$property must be a BCP 47 language tag',
      },
    },
    options,
  );
}

/** A calendar date, `2027-03-01`. */
export function IsDay(options?: ValidationOptions): PropertyDecorator {
  return ValidateBy(
    {
      name: 'isDay',
      validator: { validate: isDay, defaultMessage: () => '$property must be a date like 2027-03-01' },
    },
    options,
  );
}

const RFC_3339 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?(?:Z|[+-]\d{2}:\d{2})$/;

/** A moment with its zone, `2027-03-01T09:00:00Z`. */
export function IsMoment(options?: ValidationOptions): PropertyDecorator {
  return ValidateBy(
    {
      name: 'isMoment',
      validator: {
        validate: (value) =>
          typeof value === 'string' &&
          RFC_3339.test(value) &&
          isDay(value.slice(0, 10)) &&
          !Number.isNaN(Date.parse(value)),
        defaultMessage: () => '$property must be a moment like 2027-03-01T09:00:00Z',
      },
    },
    options,
  );
}

/** A set of languages. */
export function IsLanguages(max = 30): PropertyDecorator {
  return all(IsArray(), ArrayMaxSize(max), ArrayUnique(), IsLanguageTag(EACH));
}

/** A set of taxonomy codes; which kind, and whether they exist, the vocabulary says. */
export function IsCodes(max = 40): PropertyDecorator {
  return all(IsArray(), ArrayMaxSize(max), ArrayUnique(), IsString(EACH), MaxLength(64, EACH));
}

/** A set of months, 1 to 12. */
export function IsMonths(): PropertyDecorator {
  return all(IsArray(), ArrayMaxSize(12), ArrayUnique(), IsInt(EACH), Min(1, EACH), Max(12, EACH));
}
