import { useEffect, useState } from 'react';
import { useStore } from '../lib/store.js';
import type { Autosave } from './autosave.js';

/** One form being kept, for as long as the component that shows it lives. */
export function useAutosave<Form extends object>(make: () => Autosave<Form>) {
  const [autosave] = useState(make);
  const editing = useStore(autosave.state);
  useEffect(() => {
    void autosave.open();
    addEventListener('pagehide', autosave.keepNow);
    return () => {
      removeEventListener('pagehide', autosave.keepNow);
      autosave.close();
    };
  }, [autosave]);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      // Hands that are used to it get what they expect: it is saved, and no dialog of the browser opens.
      if (event.key !== 's' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      void autosave.save();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [autosave]);
  return { autosave, editing };
}
