import { useEffect, useRef, useState } from 'react';
import { ApiProblem } from '../lib/api-problem.js';
import { readChecked, type StoredFile } from './stored-files.js';
import type { Transfer } from './transfer.js';

export type UploadState =
  | { readonly step: 'idle' }
  | { readonly step: 'sending' | 'paused'; readonly name: string; readonly share: number }
  | { readonly step: 'checking'; readonly name: string }
  | { readonly step: 'done'; readonly file: StoredFile }
  | { readonly step: 'refused'; readonly problem: ApiProblem };

const IDLE: UploadState = { step: 'idle' };

/** One upload at a time: progress, pause, and going on by itself when the connection is back. */
export function useUpload(purpose: string, onUploaded: (file: StoredFile) => void) {
  const [state, setState] = useState<UploadState>(IDLE);
  const transfer = useRef<Transfer | null>(null);
  const leave = useRef(new AbortController());

  const send = async (file: File): Promise<void> => {
    leave.current = new AbortController();
    const { signal } = leave.current;
    const { name } = file;
    setState({ step: 'sending', name, share: 0 });
    const refuse = (error: unknown): void => {
      if (signal.aborted) return;
      setState({ step: 'refused', problem: error instanceof ApiProblem ? error : ApiProblem.unreachable() });
    };
    const check = async (id: string): Promise<void> => {
      setState({ step: 'checking', name });
      const stored = await readChecked(id, signal);
      if (stored.state === 'quarantined') throw new ApiProblem(409, 'file/quarantined');
      setState({ step: 'done', file: stored });
      onUploaded(stored);
    };
    try {
      const { startTransfer } = await import('./transfer.js');
      if (signal.aborted) return;
      transfer.current = startTransfer(file, purpose, {
        onProgress: (sent, total) => {
          setState({ step: 'sending', name, share: sent / total });
        },
        onStored: (id) => void check(id).catch(refuse),
        onProblem: (problem) => {
          if (problem.status !== 0) refuse(problem);
          else setState((now) => ({ step: 'paused', name, share: now.step === 'sending' ? now.share : 0 }));
        },
      });
    } catch (error) {
      refuse(error);
    }
  };
  const pause = (): void => {
    transfer.current?.pause();
    setState((now) => (now.step === 'sending' ? { ...now, step: 'paused' } : now));
  };
  const resume = (): void => {
    transfer.current?.resume();
    setState((now) => (now.step === 'paused' ? { ...now, step: 'sending' } : now));
  };
  const cancel = (): void => {
    leave.current.abort();
    transfer.current?.discard();
    transfer.current = null;
    setState(IDLE);
  };

  const waiting = state.step === 'paused';
  useEffect(() => {
    if (!waiting) return undefined;
    const online = (): void => {
      transfer.current?.resume();
      setState((now) => (now.step === 'paused' ? { ...now, step: 'sending' } : now));
    };
    addEventListener('online', online);
    return () => {
      removeEventListener('online', online);
    };
  }, [waiting]);
  useEffect(
    () => () => {
      leave.current.abort();
      transfer.current?.pause();
    },
    [],
  );

  return { state, send, pause, resume, cancel };
}
