import { Upload } from 'tus-js-client';
import { ApiProblem } from '../lib/api-problem.js';
import { actingOrganization } from '../lib/http.js';
import { accessToken, refreshSession } from '../lib/session.js';

/** Small enough for a slow line to send within the time that a request may take. */
const CHUNK_BYTES = 512 * 1024;
const RETRY_DELAYS = [0, 1_000, 3_000, 5_000];

export interface Transfer {
  pause(): void;
  resume(): void;
  /** Gives up; the server forgets what it has. */
  discard(): void;
}

interface Listeners {
  onProgress(sent: number, total: number): void;
  onStored(fileId: string): void;
  /** A passing problem (`isPassing`) may be resumed. */
  onProblem(problem: ApiProblem): void;
}

/** Sends `file` in parts that survive a lost connection. Loaded with the first file that is chosen. */
export function startTransfer(
  file: File,
  purpose: string,
  listeners: Listeners,
  organizationId = actingOrganization(),
): Transfer {
  const upload = new Upload(file, {
    endpoint: '/api/v1/files/uploads',
    chunkSize: CHUNK_BYTES,
    retryDelays: RETRY_DELAYS,
    storeFingerprintForResuming: false,
    metadata: { purpose, filename: file.name },
    onBeforeRequest: (request) => {
      request.setHeader('Authorization', `Bearer ${accessToken() ?? ''}`);
      if (organizationId) request.setHeader('X-Organization-Id', organizationId);
    },
    onAfterResponse: async (_request, response) => {
      if (response.getStatus() === 401) await refreshSession();
    },
    onShouldRetry: ({ originalResponse }) => {
      const status = originalResponse?.getStatus() ?? 0;
      return status === 0 || status === 401 || status === 409 || status === 429 || status >= 500;
    },
    onProgress: (sent, total) => {
      listeners.onProgress(sent, total);
    },
    onError: (error) => {
      listeners.onProblem(problemOf(error));
    },
    onSuccess: () => {
      listeners.onStored(upload.url?.split('/').at(-1) ?? '');
    },
  });
  upload.start();
  return {
    pause: () => void upload.abort(),
    resume: () => {
      upload.start();
    },
    discard: () => void upload.abort(true).catch(() => undefined),
  };
}

function problemOf(error: Error): ApiProblem {
  const response = 'originalResponse' in error ? (error.originalResponse as Answer | null) : null;
  if (!response) return ApiProblem.unreachable();
  const document = read(response.getBody());
  return new ApiProblem(response.getStatus(), document.code ?? `http/${response.getStatus()}`);
}

interface Answer {
  getStatus(): number;
  getBody(): string;
}

function read(body: string): { code?: string } {
  try {
    return JSON.parse(body) as { code?: string };
  } catch {
    return {};
  }
}
