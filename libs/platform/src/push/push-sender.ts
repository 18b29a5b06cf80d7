import { Injectable } from '@nestjs/common';
import { TtnConfig } from '#libs/platform/config';
import { PushGone, PushRefused } from './push.errors.js';

/** Where a browser takes pushes, and the keys only it can read them with (RFC 8291). */
export interface PushTarget {
  readonly endpoint: string;
  /** Public key of the browser, P-256, base64url. */
  readonly p256dh: string;
  /** Shared secret, 16 bytes, base64url. */
  readonly auth: string;
}

export interface PushOptions {
  /** Of pushes with the same topic that wait at the service, the last is delivered: up to 32 of `[\w-]`. */
  readonly topic: string;
  readonly urgent: boolean;
}

/** A device that is off for a day finds what it missed in the inbox. */
const KEPT_SECONDS = 86_400;
const TIMEOUT_MS = 10_000;

/**
 * Hands messages to the push services of browsers, encrypted for one browser each (RFC 8291) and signed with the keys of
 * this installation (RFC 8292). Endpoints come from clients, so only known services are ever called.
 */
@Injectable()
export class PushSender {
  constructor(private readonly config: TtnConfig) {}

  /** For browsers that subscribe; null where push is not set up. */
  get publicKey(): string | null {
    return this.config.VAPID_PUBLIC_KEY ?? null;
  }

  /** Whether an address is one of a push service of `PUSH_SERVICES`. */
  knows(endpoint: string): boolean {
    if (!URL.canParse(endpoint)) return false;
    const { protocol, hostname, port, origin, username } = new URL(endpoint);
    if (username !== '') return false;
    return this.config.PUSH_SERVICES.split(',').some((service) =>
      service.includes('://')
        ? origin === service
        : protocol === 'https:' && port === '' && (hostname === service || hostname.endsWith(`.${service}`)),
    );
  }

  /**
   * Resolves once the service has taken it.
   *
   * @throws PushGone, PushRefused; anything else means: not now
   */
  async send(target: PushTarget, payload: object, { topic, urgent }: PushOptions): Promise<void> {
    const { VAPID_PUBLIC_KEY: publicKey, VAPID_PRIVATE_KEY: privateKey, PUBLIC_URL: site } = this.config;
    if (!publicKey || !privateKey || !this.knows(target.endpoint)) throw new PushGone('Not a push service.');
    const { default: webPush } = await import('web-push');
    const { endpoint, p256dh, auth } = target;
    const { headers, body } = webPush.generateRequestDetails(
      { endpoint, keys: { p256dh, auth } },
      JSON.stringify(payload),
      {
        ...{ TTL: KEPT_SECONDS, topic, urgency: urgent ? 'high' : 'normal', contentEncoding: 'aes128gcm' },
        vapidDetails: {
          subject: site.startsWith('https:') ? site : 'mailto:nobody@ttn.invalid',
          publicKey,
          privateKey,
        },
      },
    );
    const answer = await fetch(endpoint, {
      ...{ method: 'POST', redirect: 'manual', signal: AbortSignal.timeout(TIMEOUT_MS) },
      headers: textsOf(headers),
      body: new Uint8Array(body),
    });
    await answer.body?.cancel();
    refuse(answer.status);
  }
}

/** Fetch counts the bytes itself. */
function textsOf(headers: Readonly<Record<string, string | number>>): Record<string, string> {
  const sent = Object.entries(headers).filter(([name]) => name.toLowerCase() !== 'content-length');
  return Object.fromEntries(sent.map(([name, value]) => [name, String(value)]));
}

function refuse(status: number): void {
  if (status >= 200 && status < 300) return;
  if (status === 404 || status === 410) throw new PushGone(`The push service answered ${status}.`);
  if (status >= 300 && status < 500 && status !== 408 && status !== 429)
    throw new PushRefused(`The push service answered ${status}.`);
  throw new Error(`The push service answered ${status}.`);
}
