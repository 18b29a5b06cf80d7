import { queryOptions } from '@tanstack/react-query';
import type { components } from '#libs/api-client';
import { api, read } from '../lib/api.js';

export type StoredFile = components['schemas']['FileResponse'];

/** Links work for a minute: facts are read anew before that. */
const LINK_MS = 45_000;

export const fileQuery = (id: string) =>
  queryOptions({
    queryKey: ['file', id],
    queryFn: ({ signal }) => readFile(id, signal),
    staleTime: LINK_MS,
  });

/** `organizationId`: as whom, where it is not the one on the screen. */
export function readFile(id: string, signal?: AbortSignal, organizationId?: string): Promise<StoredFile> {
  return read(
    api.GET('/api/v1/files/{id}', {
      params: { path: { id } },
      ...(signal && { signal }),
      ...(organizationId !== undefined && { headers: { 'X-Organization-Id': organizationId } }),
    }),
  );
}

const ASK_AGAIN_MS = 1_000;

/** The file once it was checked for malware. */
export async function readChecked(
  id: string,
  signal: AbortSignal,
  organizationId?: string,
): Promise<StoredFile> {
  for (;;) {
    const file = await readFile(id, signal, organizationId);
    if (file.state !== 'scanning') return file;
    await new Promise((resolve) => setTimeout(resolve, ASK_AGAIN_MS));
    signal.throwIfAborted();
  }
}
