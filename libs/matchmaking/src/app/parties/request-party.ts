import type { ConsultingRequest } from '#libs/consulting';
import { type MatchParty, NO_CONCEPTS } from '#libs/matching';
import { conceptsOf, type Vocabulary } from '#libs/taxonomy';
import { declared, known, ofKind, stated, written } from './concepts.js';

/** A consulting request. Its language is one to work in when no other is named. */
export function requestParty(request: ConsultingRequest, vocabulary: Vocabulary): MatchParty {
  const { language, title, text, areas, workingLanguages, mode } = request;
  const read = conceptsOf(areas, written(language, title, text), vocabulary);
  return {
    id: request.id,
    organizationId: request.organizationId,
    kind: 'consulting_request',
    concepts: {
      ...NO_CONCEPTS,
      seeks: declared(['col.consulting']),
      themes: ofKind(read, 'theme'),
      markets: ofKind(read, 'market'),
      areas: ofKind(read, 'consulting_area'),
    },
    languages: stated(workingLanguages) ?? [language],
    ...known({
      requiredLanguages: stated(workingLanguages),
      requiredMode: mode === 'either' ? undefined : mode,
    }),
  };
}
