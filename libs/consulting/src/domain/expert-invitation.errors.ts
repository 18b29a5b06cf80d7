import { DomainError, InvalidInput } from '#libs/kernel';

/** 422: more experts than may be asked at one time. */
export class TooManyExperts extends InvalidInput {
  constructor(pointer: string, most: number) {
    super(
      [{ pointer, code: 'expert-invitation/too-many', detail: `At most ${most} at one time.` }],
      'expert-invitation/too-many',
    );
  }
}

export type NotInvitable = 'not-a-consultancy' | 'bears-the-cost' | 'asked-already';

/** 422: no active consultancy, one that would pay itself, or one that was asked and may still answer. */
export class ExpertNotInvitable extends InvalidInput {
  constructor(pointer: string, wrong: readonly { index: number; code: NotInvitable }[]) {
    super(
      wrong.map(({ index, code }) => ({ pointer: `${pointer}/${index}`, code: `expert-invitation/${code}` })),
      'expert-invitation/not-invitable',
    );
  }
}

/** 422: nobody takes a request without both declarations. */
export class DeclarationsMissing extends InvalidInput {
  constructor(pointers: readonly string[]) {
    super(
      pointers.map((pointer) => ({ pointer, code: 'expert-invitation/not-declared' })),
      'expert-invitation/not-declared',
    );
  }
}

/** 409: its clock has run out, or quotes are taken no more. */
export class InvitationOver extends DomainError {
  constructor() {
    super('expert-invitation/over', 'conflict', { detail: 'The time to answer this invitation is over.' });
  }
}
