import { Injectable } from '@nestjs/common';
import type { CallTerms } from '#libs/calls';
import { PersonsReader } from '#libs/identity';
import { type Actor, NotFound } from '#libs/kernel';
import { type OrganizationCard, OrganizationsReader } from '#libs/organizations';
import { type Dossier, DossierReader } from '../app/dossier.reader.js';
import type { ProposalPart } from '../domain/consortium.js';
import { abilitiesFor } from '../domain/proposal.policy.js';
import { isPossible, isWritable, type ProposalState, publicState } from '../domain/proposal-states.js';
import type {
  DossierAbilitiesResponse,
  DossierCallResponse,
  DossierResponse,
  InsideRelation,
  ProposalPartResponse,
} from './dossier-response.dto.js';

/** Shows what goes with a proposal to those who write, sign or support it; to all others it is not there. */
@Injectable()
export class PresentDossier {
  constructor(
    private readonly dossiers: DossierReader,
    private readonly organizations: OrganizationsReader,
    private readonly persons: PersonsReader,
  ) {}

  async of(actor: Actor, id: string): Promise<DossierResponse> {
    const dossier = await this.dossiers.one(actor, id);
    const { proposal: asked } = dossier;
    if (!isInside(dossier.relation) || !isShown(dossier.relation, asked.state)) throw new NotFound();
    const { proposal, partners, letters, coauthors } = dossier;
    const ids = [proposal, ...partners, ...letters].map(({ organizationId }) => organizationId);
    const [cards, persons] = await Promise.all([
      this.organizations.cards(ids),
      this.persons.byIds(coauthors.map(({ personId }) => personId)),
    ]);
    const nameOf = (personId: string): string => persons.get(personId)?.displayName ?? '';
    return toDossierResponse(actor, dossier, dossier.relation, cards, nameOf);
  }

  async parts(actor: Actor): Promise<ProposalPartResponse[]> {
    const parts = await this.dossiers.parts(actor);
    const cards = await this.organizations.cards(parts.map(({ organizationId }) => organizationId));
    return parts.map((part: ProposalPart) => ({
      ...part,
      organizationName: cards.get(part.organizationId)?.name ?? '',
      updatedAt: part.updatedAt.toISOString(),
    }));
  }
}

type Cards = ReadonlyMap<string, OrganizationCard>;

const isInside = (relation: string): relation is InsideRelation =>
  ['own', 'partner', 'coauthor', 'supporter', 'caller', 'secretariat'].includes(relation);

const isBody = (relation: InsideRelation): boolean => relation === 'caller' || relation === 'secretariat';

/** Who assesses it looks at what was handed in, never over the shoulders of those who write. */
const isShown = (relation: InsideRelation, state: ProposalState): boolean =>
  !isBody(relation) || !isWritable(state);

function toDossierResponse(
  actor: Actor,
  dossier: Dossier,
  relation: InsideRelation,
  cards: Cards,
  nameOf: (personId: string) => string,
): DossierResponse {
  const { proposal, sha256, annexes, missing } = dossier;
  const { answers, sections, workPlan, budgetLines, leadTask } = dossier.dossier;
  return {
    proposalId: proposal.id,
    version: proposal.version,
    state: publicState(proposal),
    relation,
    organizationId: proposal.organizationId,
    organizationName: cards.get(proposal.organizationId)?.name ?? '',
    sha256,
    call: toCall(dossier),
    answers,
    sections: Object.keys(sections),
    workPlan: [...workPlan],
    budgetLines: [...budgetLines],
    leadTask,
    partners: dossier.partners.map(({ organizationId, state, task, shareMinor, signedSha256, signedAt }) => ({
      ...{ organizationId, state, task, shareMinor, ...namesOf(cards.get(organizationId)) },
      isSigned: signedSha256 === sha256,
      signedAt: signedAt?.toISOString() ?? null,
    })),
    // A city that is asked for its word, and who assesses it, have no business with who writes.
    coauthors: relation === 'supporter' || isBody(relation) ? [] : toCoauthors(dossier, nameOf),
    letters: dossier.letters.map((letter) => ({
      ...letter,
      name: cards.get(letter.organizationId)?.name ?? '',
      revokedAt: letter.revokedAt?.toISOString() ?? null,
    })),
    annexes: annexes.map(({ id, fileId, title, questionKey, sha256 }) => ({
      id,
      fileId,
      title,
      questionKey,
      sha256,
    })),
    conversationId: dossier.conversationId,
    missing: missing.map(({ pointer, code }) => ({ pointer, code })),
    reopenedFields: proposal.reopenedFields && [...proposal.reopenedFields],
    dueAt: proposal.dueAt?.toISOString() ?? null,
    abilities: toAbilities(actor, dossier),
  };
}

function namesOf(card: OrganizationCard | undefined): {
  name: string;
  nameLocal: string | null;
  country: string;
} {
  return { name: card?.name ?? '', nameLocal: card?.nameLocal ?? null, country: card?.country ?? '' };
}

function toCoauthors(
  { coauthors }: Dossier,
  nameOf: (personId: string) => string,
): DossierResponse['coauthors'] {
  return coauthors.map(({ id, personId, organizationId, access, state, expiresAt }) => ({
    ...{ id, personId, organizationId, access, state },
    displayName: nameOf(personId),
    expiresAt: expiresAt.toISOString(),
  }));
}

function toCall({ proposal, terms, dossier, annexes }: Dossier): DossierCallResponse | null {
  if (!proposal.call || !terms) return null;
  const { callId, callVersion, stage } = proposal.call;
  const current = terms.stages.find(({ key }) => key === stage);
  const asked = new Set(current?.form.map(({ key }) => key));
  const answered = [
    ...Object.keys(dossier.answers),
    ...annexes.flatMap(({ questionKey }) => questionKey ?? []),
  ];
  return {
    callId,
    ...{ title: terms.title, language: terms.language, zone: terms.zone, stage, callVersion },
    opensAt: current?.opensAt.toISOString() ?? null,
    closesAt: current?.closesAt.toISOString() ?? null,
    newestVersion: terms.number,
    budgetCurrency: terms.budgetCurrency,
    maxBudgetMinor: terms.maxBudgetMinor,
    form: (current?.form ?? []).map(toQuestion),
    vanished: [...new Set(answered)].filter((key) => !asked.has(key)),
  };
}

function toQuestion(
  question: CallTerms['stages'][number]['form'][number],
): DossierCallResponse['form'][number] {
  const { key, kind, words, help, required, maxLength, options } = question;
  return {
    key,
    kind,
    words,
    help,
    required,
    maxLength,
    options: options.map(({ key, words }) => ({ key, words })),
  };
}

function toAbilities(actor: Actor, dossier: Dossier): DossierAbilitiesResponse {
  const { proposal, relation, coauthors } = dossier;
  const { update, submit, withdraw } = abilitiesFor(actor, proposal, relation);
  const maySubmit = actor.permissions.has('proposal.submit');
  return {
    edit: update,
    submit,
    withdraw,
    reopen: relation === 'own' && isPossible(proposal, 'reopen') && maySubmit,
    ...ofPartner(actor, dossier),
    ...ofCity(actor, dossier),
    writeAlong: invitationOf(actor, coauthors),
  };
}

function ofPartner(
  actor: Actor,
  { proposal, partners, sha256 }: Dossier,
): Pick<DossierAbilitiesResponse, 'answer' | 'leave' | 'signOff'> {
  const own = partners.find(({ organizationId }) => organizationId === actor.organization?.id);
  const isOpen = isWritable(proposal.state) && actor.permissions.has('proposal.join');
  return {
    answer: own?.state === 'invited' && isOpen,
    leave: own?.state === 'accepted' && isOpen,
    signOff: own?.state === 'accepted' && own.signedSha256 !== sha256 && isOpen,
  };
}

function ofCity(actor: Actor, { letters }: Dossier): Pick<DossierAbilitiesResponse, 'support' | 'revoke'> {
  const letter = letters.find(({ organizationId }) => organizationId === actor.organization?.id);
  const may = actor.permissions.has('proposal.support') && actor.organization?.signatory === true;
  return { support: letter?.state === 'asked' && may, revoke: letter?.state === 'given' && may };
}

function invitationOf(actor: Actor, coauthors: Dossier['coauthors']): string | null {
  const own = coauthors.find(
    ({ personId, state, isOver }) => personId === actor.personId && state === 'invited' && !isOver,
  );
  return own?.id ?? null;
}
