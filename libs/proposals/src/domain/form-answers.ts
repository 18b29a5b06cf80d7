import { type FieldError, isDay } from '#libs/kernel';
import type { Answers, AnswerValue, SignedDossier } from './dossier.js';

/** A question of a call's form, as far as answers are held against it. */
export interface Question {
  readonly key: string;
  readonly kind: 'short' | 'long' | 'number' | 'money' | 'choice' | 'choices' | 'date' | 'file';
  readonly required: boolean;
  /** Code points. */
  readonly maxLength: number | null;
  readonly options: readonly { readonly key: string }[];
}

/** Whether an answer says something. */
export function isAnswered(answer: AnswerValue | undefined): answer is AnswerValue {
  if (answer === undefined) return false;
  return typeof answer === 'string' || Array.isArray(answer) ? answer.length > 0 : true;
}

/**
 * Of answers that are sent, those to what the form asks, and to what was asked and answered before. Others are left
 * out, not refused: a page that was opened before the form changed still saves the rest.
 */
export function answersTo<Sent>(
  form: readonly Pick<Question, 'key'>[],
  sent: Readonly<Record<string, Sent>>,
  before: Answers,
): Record<string, Sent> {
  const asked = new Set([...form.map(({ key }) => key), ...Object.keys(before)]);
  return Object.fromEntries(Object.entries(sent).filter(([key]) => asked.has(key)));
}

/** What is unanswered that must not be, and what does not fit its question any more. */
export function missingAnswers(
  form: readonly Question[],
  { answers, annexes }: Pick<SignedDossier, 'answers' | 'annexes'>,
  currency: string | null,
): FieldError[] {
  return form.flatMap((question) => {
    const pointer = `/answers/${question.key}`;
    const answer = answers[question.key];
    if (question.kind === 'file') {
      const isThere = annexes.some(({ questionKey }) => questionKey === question.key);
      return question.required && !isThere ? [{ pointer, code: 'proposal/missing' }] : [];
    }
    if (!isAnswered(answer)) return question.required ? [{ pointer, code: 'proposal/missing' }] : [];
    return FITS[question.kind](answer, question, currency)
      ? []
      : [{ pointer, code: 'proposal/answer-does-not-fit' }];
  });
}

type Fit = (answer: AnswerValue, question: Question, currency: string | null) => boolean;

const isOption = (key: unknown, { options }: Question): boolean =>
  options.some((option) => option.key === key);
const isWords: Fit = (answer, { maxLength }) =>
  typeof answer === 'string' && (maxLength === null || [...answer].length <= maxLength);

const FITS: Readonly<Record<Question['kind'], Fit>> = {
  short: isWords,
  long: isWords,
  number: (answer) => typeof answer === 'number',
  money: (answer, _, currency) => isAmount(answer) && (currency === null || answer.currency === currency),
  choice: isOption,
  choices: (answer, question) => Array.isArray(answer) && answer.every((key) => isOption(key, question)),
  date: (answer) => typeof answer === 'string' && isDay(answer),
  file: () => true,
};

function isAmount(answer: AnswerValue): answer is { amountMinor: number; currency: string } {
  return typeof answer === 'object' && !Array.isArray(answer);
}
