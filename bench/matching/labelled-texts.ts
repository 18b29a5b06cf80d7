import type { Vocabulary } from '#libs/taxonomy';
import type { SampleConsultant, SampleData, SampleOpportunity, SampleSme } from './sample-records.js';
import type { TextDocument } from './text-engines/text-engine.js';

/**
 * The sample as text engines get it: each record's own words and, below them, the English labels of all that it
 * declared. Both sides of a comparison are written so, which lends an engine the vocabulary's bridge between languages.
 */

function labelled(
  id: string,
  words: readonly string[],
  declared: readonly string[],
  vocabulary: Vocabulary,
): TextDocument {
  const labels = declared.filter((code) => vocabulary.has(code)).map((code) => vocabulary.label(code, 'en'));
  return { id, text: [...words, ...labels].join('\n') };
}

const smeText = (sme: SampleSme, vocabulary: Vocabulary): TextDocument =>
  labelled(
    sme.id,
    [sme.name, sme.profile, sme.offer_text, sme.seek_text],
    [
      sme.sector,
      ...sme.other_sectors,
      ...sme.themes,
      ...sme.seeks,
      ...sme.offers,
      ...sme.target_markets,
      ...sme.certifications,
    ],
    vocabulary,
  );

const consultantText = (consultant: SampleConsultant, vocabulary: Vocabulary): TextDocument =>
  labelled(
    consultant.id,
    [consultant.profile],
    [...consultant.consulting_areas, ...consultant.themes, ...consultant.offers],
    vocabulary,
  );

const opportunityText = (opportunity: SampleOpportunity, vocabulary: Vocabulary): TextDocument =>
  labelled(
    opportunity.id,
    [opportunity.title, opportunity.text],
    [
      ...opportunity.collaboration,
      ...opportunity.themes,
      ...opportunity.markets,
      ...opportunity.requirements.certifications,
    ],
    vocabulary,
  );

export interface LabelledTexts {
  readonly organizations: readonly TextDocument[];
  readonly opportunities: readonly TextDocument[];
  readonly requests: readonly TextDocument[];
}

export function labelledTexts(sample: SampleData, vocabulary: Vocabulary): LabelledTexts {
  return {
    organizations: [
      ...sample.smes.map((sme) => smeText(sme, vocabulary)),
      ...sample.consultants.map((consultant) => consultantText(consultant, vocabulary)),
    ],
    opportunities: sample.opportunities.map((opportunity) => opportunityText(opportunity, vocabulary)),
    requests: sample.consulting_requests.map((request) =>
      labelled(request.id, [request.title, request.text], request.consulting_areas, vocabulary),
    ),
  };
}
