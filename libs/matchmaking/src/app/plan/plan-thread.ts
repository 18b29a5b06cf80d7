import { parentPort } from 'node:worker_threads';
import type { ConceptGraph, MatchParty } from '#libs/matching';
import type { StoredGraph } from '../../domain/stored-graph.js';
import { graphFrom } from '../../domain/stored-graph.js';
import { type MarketPlan, planMarket, type PlanInput } from './plan-market.js';

/** What the thread is told: parties in several messages, so that nobody waits long for one to be copied, then the rest. */
export type PlanMessage =
  | { readonly parties: readonly MatchParty[] }
  | { readonly rest: Omit<PlanInput, 'parties' | 'graph'> & { readonly graph: StoredGraph } };

/** What it answers: lists in several messages, then the accounts. */
export type PlanAnswer =
  { readonly lists: MarketPlan['lists'] } | { readonly rest: Omit<MarketPlan, 'lists'> };

/** Lists of one message. */
const SLICE = 250;

const port = parentPort;
if (!port) throw new Error('This is the program of a worker thread.');
const parties: MatchParty[] = [];
port.on('message', (message: PlanMessage) => {
  if ('parties' in message) {
    parties.push(...message.parties);
    return;
  }
  const graph: ConceptGraph = graphFrom(message.rest.graph);
  const { lists, ...rest } = planMarket({ ...message.rest, parties, graph });
  const answer = (part: PlanAnswer): void => {
    port.postMessage(part);
  };
  for (let at = 0; at < lists.length; at += SLICE) answer({ lists: lists.slice(at, at + SLICE) });
  answer({ rest });
  port.close();
});
