import { EVENT_AUDIENCES, type DomainEventType, type EventEnvelope } from '#libs/contracts';
import { NOTICE_RULES, ruleOf } from './notice-rules.js';
import { ANSWERS, settlementsOf, SETTLING_EVENTS } from './settlements.js';

const EVENTS = Object.keys(EVENT_AUDIENCES) as DomainEventType[];
const waitingTypes = (rules: object): string[] =>
  Object.entries(rules).flatMap(([type, rule]) =>
    (rule as { group?: string }).group === 'waiting' ? [type] : [],
  );
/** Events that wait for their reader and that nothing ever answers. */
const unanswered = (rules: object): string[] =>
  waitingTypes(rules).filter((type) => Object.keys(ANSWERS[type as DomainEventType] ?? {}).length === 0);

const happened = (type: DomainEventType, payload: object): EventEnvelope =>
  ({
    ...{ id: 'event', type, schemaVersion: 1, aggregateType: 'thing', aggregateId: 'it', aggregateSeq: 1 },
    ...{ organizationId: 'theirs', actorId: 'somebody', requestId: 'r', occurredAt: '2026-01-01T00:00:00Z' },
    payload,
  }) as EventEnvelope;

describe('what waits for its reader', () => {
  it('is answered by something, each of it', () => {
    expect(unanswered(NOTICE_RULES)).toEqual([]);
    expect(unanswered({ ...NOTICE_RULES, 'planted.asked': { group: 'waiting' } })).toEqual(['planted.asked']);
  });

  it('is all that answers are kept for', () => {
    expect(Object.keys(ANSWERS).sort()).toEqual(waitingTypes(NOTICE_RULES).sort());
    expect(EVENTS).toEqual(expect.arrayContaining(SETTLING_EVENTS));
  });

  it('is not answered by being asked, but where asking is an answer', () => {
    const self = EVENTS.filter((type) => ANSWERS[type] && type in (ANSWERS[type] ?? {}));
    expect(self).toEqual(['engagement-session.proposed']);
    expect(self.every((type) => ruleOf(type)?.group === 'waiting')).toBe(true);
  });

  it('leaves the rows an answer is about: of all, of an organization, of a person', () => {
    const rowsOf = (type: DomainEventType, payload: object, waiting: DomainEventType) =>
      settlementsOf(happened(type, payload)).find(({ types }) => types.includes(waiting));
    expect(rowsOf('interest.accepted', { matchId: 'm' }, 'interest.sent')).toEqual({
      types: ['interest.sent'],
      objectId: 'm',
    });
    expect(rowsOf('vote.cast', { byOrganizationId: 'city' }, 'vote.reminded')).toMatchObject({
      objectId: 'it',
      organizationId: 'city',
    });
    expect(rowsOf('proposal.submitted', { versionId: 'v', callId: 'c' }, 'call.closing-told')).toMatchObject({
      objectId: 'c',
      organizationId: 'theirs',
    });
    expect(
      rowsOf('proposal.coauthor-answered', { onBehalfOf: 'lead' }, 'proposal.coauthor-invited'),
    ).toMatchObject({ objectId: 'it', personId: 'somebody' });
    expect(settlementsOf(happened('message.posted', {}))).toEqual([]);
  });
});
