import { useMutation } from '@tanstack/react-query';
import type { Autosave } from './autosave.js';

/**
 * Hands in what stands on the screen: first everything is saved, then `send` goes out with the version that is on
 * the server. What could not be saved is thrown as it is.
 */
export function useSending<Form extends object, Sent>(
  autosave: Autosave<Form>,
  send: (id: string, version: number) => Promise<Sent>,
  accept: (sent: Sent) => void,
) {
  return useMutation({
    mutationFn: async () => {
      await autosave.save();
      const { id, version, problem } = autosave.state.get();
      if (autosave.isDirty || id === null || version === null) throw problem;
      return send(id, version);
    },
    onSuccess: accept,
  });
}
