import type { EngagementSession } from '../domain/session.js';

/** Who takes part, and by which clock. */
export interface NamedAttendee {
  readonly organization: string;
  readonly person: string;
  /** IANA. */
  readonly timeZone: string;
}

interface SessionWords {
  title(subject: string): string;
  /** Agenda, and the time on everybody's clock. */
  description(session: EngagementSession, attendees: readonly NamedAttendee[]): string;
}

/** `Tue, 1 Dec, 11:00 GMT+9`: by a clock of 24 hours, with the zone. */
function clockTime(at: Date, timeZone: string, language: string): string {
  return new Intl.DateTimeFormat(language, {
    timeZone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'shortOffset',
  }).format(at);
}

function lines(session: EngagementSession, attendees: readonly NamedAttendee[], language: string): string[] {
  const { agenda, startsAt } = session;
  const times = attendees.map(
    ({ organization, person, timeZone }) =>
      `${person ? `${person} (${organization})` : organization}: ${startsAt ? clockTime(startsAt, timeZone, language) : ''}`,
  );
  return [agenda, '', ...times];
}

const EN: SessionWords = {
  title: (subject) => `Consulting session: ${subject}`,
  description: (session, attendees) =>
    [...lines(session, attendees, 'en-GB'), '', 'To answer or move it, open the engagement in TTN.'].join(
      '\n',
    ),
};

const KO: SessionWords = {
  title: (subject) => `자문 회의: ${subject}`,
  description: (session, attendees) =>
    [
      ...lines(session, attendees, 'ko'),
      '',
      '회신하거나 시간을 바꾸시려면 TTN에서 자문 계약을 열어 주십시오.',
    ].join('\n'),
};

/** Korean for readers of Korean, English for everybody else. */
export const sessionWords = (language: string): SessionWords => (language.startsWith('ko') ? KO : EN);
