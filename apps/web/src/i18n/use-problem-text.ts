import { ApiProblem } from '../lib/api-problem.js';
import type { MessageId } from './locales.js';
import { useCodeText } from './use-text.js';

/** What to tell the reader when the catalog does not know the code itself. */
function fallbackFor(problem: ApiProblem): MessageId {
  switch (problem.status) {
    case 0:
      return 'problem.network/unreachable';
    case 401:
      return 'problem.http/401';
    case 403:
      return 'problem.http/403';
    case 404:
      return 'problem.http/404';
    case 409:
      return 'problem.http/409';
    case 412:
      return 'problem.http/412';
    case 413:
      return 'problem.http/413';
    case 422:
      return 'problem.http/422';
    case 429:
      return 'problem.http/429';
    default:
      return 'problem.http/500';
  }
}

/** The sentence for a failure, in the reader's language, by its stable code. */
export function useProblemText(): (error: unknown) => string {
  const text = useCodeText();
  return (error) => {
    const problem = error instanceof ApiProblem ? error : new ApiProblem(500, 'http/500');
    return text('problem', problem.code, fallbackFor(problem), { seconds: problem.retryAfterSeconds ?? 0 });
  };
}
