import { DomainError } from './domain-error.js';

/** One verb of a state machine: from which states it may start and where it leads. */
export interface Transition<State extends string> {
  readonly from: readonly State[];
  readonly to: State;
  /** Who may do it, in words; for documents and screens. The policy of the feature decides. */
  readonly actor: string;
  /** Type of the event written in the same transaction. */
  readonly event?: string;
}

export interface TransitionTable<State extends string, Verb extends string> {
  readonly feature: string;
  readonly initial: State;
  readonly states: readonly State[];
  readonly transitions: Readonly<Record<Verb, Transition<State>>>;
}

/** Checks a table once, when its module is loaded: every state known, reachable from `initial`, no dead verb. */
export function defineTransitions<State extends string, Verb extends string>(
  table: TransitionTable<State, Verb>,
): TransitionTable<State, Verb> {
  const known = new Set<string>(table.states);
  const reached = new Set<string>([table.initial]);
  const verbs = Object.entries<Transition<State>>(table.transitions);
  for (const [verb, { from, to }] of verbs) {
    const unknown = [...from, to].filter((state) => !known.has(state));
    if (unknown.length > 0) throw new Error(`${table.feature}.${verb}: unknown state ${unknown.join(', ')}`);
    if (from.length === 0) throw new Error(`${table.feature}.${verb}: starts nowhere`);
  }
  for (let grown = true; grown;) {
    grown = false;
    for (const [, { from, to }] of verbs) {
      if (!reached.has(to) && from.some((state) => reached.has(state))) grown = Boolean(reached.add(to));
    }
  }
  const lost = table.states.filter((state) => !reached.has(state));
  if (lost.length > 0) throw new Error(`${table.feature}: unreachable state ${lost.join(', ')}`);
  return table;
}

/** The state `verb` leads to; throws `<feature>/wrong-state` (409) when it may not start from `state`. */
export function nextState<State extends string, Verb extends string>(
  table: TransitionTable<State, Verb>,
  state: State,
  verb: Verb,
): State {
  const transition = table.transitions[verb];
  if (!transition.from.includes(state)) throw new WrongState(table.feature, verb, state);
  return transition.to;
}

/** Verbs that may start from `state`; what a screen offers before the policy has its say. */
export function possibleVerbs<State extends string, Verb extends string>(
  table: TransitionTable<State, Verb>,
  state: State,
): Verb[] {
  return (Object.keys(table.transitions) as Verb[]).filter((verb) =>
    table.transitions[verb].from.includes(state),
  );
}

export class WrongState extends DomainError {
  constructor(feature: string, verb: string, state: string) {
    super(`${feature}/wrong-state`, 'conflict', {
      detail: `"${verb}" is not possible while the state is "${state}".`,
      extra: { state },
    });
  }
}
