import { useEffect } from 'react';

/** Tells the route, once, that the server has begun the record it still calls `new`. */
export function useBegun(id: string | null, isKnownToRoute: boolean, onBegun: (id: string) => void): void {
  useEffect(() => {
    if (id !== null && !isKnownToRoute) onBegun(id);
  }, [id, isKnownToRoute, onBegun]);
}
