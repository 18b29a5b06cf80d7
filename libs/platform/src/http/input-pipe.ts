import { type ArgumentMetadata, Injectable, type PipeTransform } from '@nestjs/common';
import { plainToInstance } from 'class-transformer';
import { validateSync, type ValidationError } from 'class-validator';
import { InvalidInput, type FieldError } from '#libs/kernel';
import { passes } from './quick-check.js';

const PLAIN_TYPES = new Set<unknown>([String, Number, Boolean, Array, Object, Date, undefined]);
const RULES = {
  whitelist: true,
  forbidNonWhitelisted: true,
  validationError: { target: false, value: false },
};

/**
 * Checks bodies and queries against their DTO class, answers an instance of it, and refuses what the class does
 * not name. The same rules as Nest's ValidationPipe with `whitelist, forbidNonWhitelisted, transform`, without
 * its per-call copies, and with JSON pointers.
 *
 * @throws InvalidInput 422
 */
@Injectable()
export class InputPipe implements PipeTransform<unknown> {
  transform(value: unknown, { metatype, type }: ArgumentMetadata): unknown {
    if ((type !== 'body' && type !== 'query') || PLAIN_TYPES.has(metatype)) return value;
    const given = value ?? {};
    if (typeof given !== 'object' || Array.isArray(given)) {
      throw new InvalidInput([{ pointer: '', code: 'request/not-an-object' }]);
    }
    const input: object = plainToInstance(metatype as new () => object, given, { exposeUnsetFields: false });
    const errors = passes(input) ? [] : validateSync(input, RULES).flatMap((error) => fieldErrors(error, ''));
    errors.push(...inheritedNames(given, ''));
    if (errors.length > 0) throw new InvalidInput(errors);
    return input;
  }
}

/**
 * class-transformer passes over names that every object inherits (`toString`), before they could be found unknown;
 * no field of ours is called so, at any depth.
 */
function inheritedNames(value: object, pointer: string): FieldError[] {
  return Object.entries(value).flatMap(([name, member]: [string, unknown]) => {
    const at = `${pointer}/${escape(name)}`;
    if (name in Object.prototype) return [{ pointer: at, code: 'field/unknown' }];
    return typeof member === 'object' && member !== null ? inheritedNames(member, at) : [];
  });
}

/** One entry per broken rule, `pointer` by RFC 6901, `code` after the rule: `field/is-email`. */
export function fieldErrors(error: ValidationError, parent: string): FieldError[] {
  const pointer = `${parent}/${escape(error.property)}`;
  const own = Object.entries(error.constraints ?? {}).map(([rule, detail]) => ({
    pointer,
    code: codeOf(rule),
    detail,
  }));
  return [...own, ...(error.children ?? []).flatMap((child) => fieldErrors(child, pointer))];
}

const escape = (name: string): string => name.replaceAll('~', '~0').replaceAll('/', '~1');

/** `isEmail` → `field/is-email`; an unknown field → `field/unknown`. */
function codeOf(rule: string): string {
  if (rule === 'whitelistValidation') return 'field/unknown';
  return `field/${rule.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}
