import { useEffect, useState } from 'react';

/** The present minute as RFC 3339; renders again when it turns. */
export function useMinute(): string {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setTimeout(() => setNow(new Date()), 60_000 - (Date.now() % 60_000));
    return () => clearTimeout(timer);
  }, [now]);
  return now.toISOString();
}
