import { getMetadataStorage, type ValidationArguments, ValidationTypes } from 'class-validator';

type Condition = (object: object, value: unknown) => unknown;

interface Rule {
  readonly each: boolean;
  readonly constraints: readonly unknown[];
  readonly validateIf: Condition | undefined;
  readonly validate: (value: unknown, args: ValidationArguments) => unknown;
}

interface FieldRules {
  readonly conditions: readonly Condition[];
  readonly rules: readonly Rule[];
}

/** Rules by field; null for classes that only the library can check. */
type Plan = ReadonlyMap<string, FieldRules> | null;

const plans = new WeakMap<object, Plan>();

/**
 * True when class-validator would certainly find nothing wrong with `input` under `whitelist` and
 * `forbidNonWhitelisted`; false when it must be asked. It gathers the rules of a class anew for every object, from
 * all classes there are, which took longer than the rules themselves; here they are gathered once. The rules are
 * the library's own, run in its order.
 */
export function passes(input: object): boolean {
  const { constructor } = input;
  let plan = plans.get(constructor);
  if (plan === undefined) {
    plan = planOf(constructor);
    plans.set(constructor, plan);
  }
  if (!plan) return false;
  for (const name in input) if (!plan.has(name)) return false;
  for (const [name, field] of plan) if (!fieldPasses(input, name, field)) return false;
  return true;
}

function fieldPasses(input: object, property: string, { conditions, rules }: FieldRules): boolean {
  const value = (input as Record<string, unknown>)[property];
  for (const condition of conditions) if (!condition(input, value)) return true;
  for (const rule of rules) {
    if (rule.validateIf && !rule.validateIf(input, value)) continue;
    const args: ValidationArguments = {
      targetName: input.constructor.name,
      property,
      object: input,
      value,
      constraints: rule.constraints as unknown[],
    };
    if (!rulePasses(rule, value, args)) return false;
  }
  return true;
}

function rulePasses(rule: Rule, value: unknown, args: ValidationArguments): boolean {
  if (!rule.each) return rule.validate(value, args) === true;
  if (value instanceof Set || value instanceof Map) return false; // the library knows how
  if (!Array.isArray(value)) return rule.validate(value, args) === true;
  return value.every((member) => rule.validate(member, args) === true);
}

function planOf(type: NonNullable<unknown>): Plan {
  const storage = getMetadataStorage();
  const plan = new Map<string, { conditions: Condition[]; rules: Rule[] }>();
  const all = storage.getTargetValidationMetadatas(type as () => unknown, '', false, false);
  for (const { type: kind, propertyName, constraints, constraintCls, each, validateIf } of all) {
    const field = plan.get(propertyName) ?? { conditions: [], rules: [] };
    plan.set(propertyName, field);
    if (kind === ValidationTypes.CONDITIONAL_VALIDATION) field.conditions.push(constraints[0] as Condition);
    else if (kind === ValidationTypes.CUSTOM_VALIDATION) {
      for (const constraint of storage.getTargetValidatorConstraints(constraintCls)) {
        if (constraint.async) return null;
        const { instance } = constraint;
        const validate: Rule['validate'] = (value, args) => instance.validate(value, args);
        field.rules.push({ each, constraints, validateIf, validate });
      }
    } else if (kind !== ValidationTypes.WHITELIST) return null;
  }
  return plan.size > 0 ? plan : null;
}
