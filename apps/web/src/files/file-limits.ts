import { useQuery } from '@tanstack/react-query';
import { actingOrganization } from '../lib/http.js';
import { api, read } from '../lib/api.js';

/** Names of types for people. What is not listed is shown as its media type. */
const NAMES: Readonly<Record<string, string>> = {
  'application/pdf': 'PDF',
  'image/jpeg': 'JPEG',
  'image/png': 'PNG',
  'image/webp': 'WebP',
};

export interface PurposeLimits {
  readonly mediaTypes: readonly string[];
  readonly maxBytes: number;
}

/** What a file for `purpose` may be; undefined until the server has said so. */
export function usePurposeLimits(purpose: string): PurposeLimits | undefined {
  const { data } = useQuery({
    queryKey: ['file-limits', actingOrganization()],
    queryFn: ({ signal }) => read(api.GET('/api/v1/files/limits', { signal })),
    staleTime: 10 * 60_000,
  });
  return data?.purposes.find(({ name }) => name === purpose);
}

export const typeNames = (mediaTypes: readonly string[]): string =>
  mediaTypes.map((type) => NAMES[type] ?? type).join(', ');

export const mebibytes = (bytes: number): number => Math.floor((bytes / (1024 * 1024)) * 10) / 10;
