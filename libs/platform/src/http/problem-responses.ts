import { applyDecorators } from '@nestjs/common';
import { ApiExtension } from '@nestjs/swagger';

/** A status, alone or with the codes it may carry: `404` or `[409, 'proposal/wrong-state']`. */
export type ProblemResponse = number | readonly [status: number, ...codes: string[]];

export const PROBLEMS_EXTENSION = 'x-problems';

/**
 * Documents what a route may refuse beyond what follows from its shape (401, 403, 422, 428 … are added to the
 * document by themselves).
 */
export function ProblemResponses(...problems: readonly ProblemResponse[]): MethodDecorator & ClassDecorator {
  const codes = Object.fromEntries(
    problems.map((problem) => (typeof problem === 'number' ? [problem, []] : [problem[0], problem.slice(1)])),
  );
  return applyDecorators(ApiExtension(PROBLEMS_EXTENSION, codes));
}
