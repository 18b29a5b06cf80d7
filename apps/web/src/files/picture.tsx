import { useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import styles from './files.module.css';
import { fileQuery, type StoredFile } from './stored-files.js';

/** A picture that was uploaded, in the smallest version that fills `size` pixels of width. */
export function Picture({ fileId, alt, size }: { fileId: string; alt: string; size: number }) {
  const { data, refetch } = useQuery(fileQuery(fileId));
  const renewed = useRef<string | null>(null);
  const source = data && addressOf(data, size);
  if (!data || !source) return <span className={styles.blank} style={{ width: size }} aria-hidden />;
  return (
    <img
      className={styles.picture}
      src={source}
      alt={alt}
      width={data.width ?? undefined}
      height={data.height ?? undefined}
      style={{ maxWidth: size }}
      onError={() => {
        // The link grew old before it was used: a new one, once.
        if (renewed.current === source) return;
        renewed.current = source;
        void refetch();
      }}
    />
  );
}

function addressOf({ link }: StoredFile, size: number): string | undefined {
  const wanted = size * Math.min(devicePixelRatio, 2);
  const fitting = [...(link?.variants ?? [])]
    .sort((one, other) => one.width - other.width)
    .find(({ width }) => width >= wanted);
  return fitting?.url ?? link?.url;
}
