import { createContext, type ReactNode, useCallback, useContext, useState } from 'react';
import { ApiProblem } from '../../lib/api-problem.js';
import { ProofDialog } from './proof-dialog.js';

type Guarded = <Result>(work: () => Promise<Result>) => Promise<Result>;

interface Waiting {
  readonly go: () => void;
  readonly giveUp: () => void;
}

const ProofContext = createContext<Guarded | null>(null);

/** Offers the screens below to ask for a proof where the server wants one, and then to go on by themselves. */
export function ProofProvider({ children }: { children: ReactNode }) {
  const [waiting, setWaiting] = useState<Waiting | null>(null);
  const guarded = useCallback<Guarded>(async (work) => {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof ApiProblem) || error.code !== 'auth/proof-required') throw error;
      await new Promise<void>((go, giveUp) => setWaiting({ go, giveUp: () => giveUp(error) }));
      return work();
    }
  }, []);
  const close = (end: (waiting: Waiting) => void) => {
    if (waiting) end(waiting);
    setWaiting(null);
  };
  return (
    <ProofContext value={guarded}>
      {children}
      {waiting && (
        <ProofDialog
          onProven={() => close(({ go }) => go())}
          onClose={() => close(({ giveUp }) => giveUp())}
        />
      )}
    </ProofContext>
  );
}

/** Runs sensitive work; where it needs a fresh proof, asks for one and runs it again. */
export function useGuarded(): Guarded {
  const guarded = useContext(ProofContext);
  if (!guarded) throw new Error('useGuarded needs a ProofProvider above.');
  return guarded;
}
