import { codePoints, isStorable } from '#libs/kernel';

const MAX_QUESTIONS = 200;
const MAX_ANSWER = 20_000;
const MAX_CHOICES = 50;

/** Whether this is a set of answers by the keys of their questions: whatever the form, nothing huge or odd. */
export function isAnswers(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const entries = Object.entries(value);
  return (
    entries.length <= MAX_QUESTIONS &&
    entries.every(([key, answer]) => /^[a-z0-9][a-z0-9_-]{0,63}$/i.test(key) && isAnswer(answer))
  );
}

function isAnswer(value: unknown): boolean {
  if (value === null) return true;
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value === 'string') return isText(value, MAX_ANSWER);
  if (Array.isArray(value)) {
    return (
      value.length <= MAX_CHOICES && value.every((each) => typeof each === 'string' && isText(each, 200))
    );
  }
  return isAmount(value);
}

function isAmount(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Object.keys(value).length !== 2) return false;
  const { amountMinor, currency } = value as { amountMinor?: unknown; currency?: unknown };
  return (
    Number.isSafeInteger(amountMinor) &&
    Number(amountMinor) >= 0 &&
    typeof currency === 'string' &&
    /^[A-Z]{3}$/.test(currency)
  );
}

const isText = (text: string, max: number): boolean => isStorable(text) && codePoints(text) <= max;
