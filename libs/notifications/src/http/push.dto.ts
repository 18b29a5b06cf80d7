import { IsString, IsUrl, Matches, MaxLength, MinLength } from 'class-validator';
import type { OwnPush } from '../app/push-devices.js';

export class AddPushDeviceDto {
  /**
   * Address of the browser at its push service (`PushSubscription.endpoint`).
   * @example "https://updates.push.services.mozilla.com/wpush/v2/gAAAAABn"
   */
  @IsUrl({ protocols: ['https', 'http'], require_tld: false, require_protocol: true })
  @MaxLength(1000)
  endpoint: string;

  /**
   * Public key of the browser, base64url.
   * @example "BNcRdreALRFXTkOOUHK1EtK2wtaz5Ry4YfYCA_0QTpQtUbVlUls0VJXg7A8u-Ts1XbjhazAkj7I99e8QcYP7DkM"
   */
  @Matches(/^[\w-]{87}$/)
  p256dh: string;

  /**
   * Secret shared with the browser, base64url.
   * @example "tBHItJI5svbpez7KI4CCXg"
   */
  @Matches(/^[\w-]{22}$/)
  auth: string;

  /**
   * What the browser is called in the list.
   * @example "Firefox on Android"
   */
  @IsString()
  @MinLength(1)
  @MaxLength(100)
  label: string;
}

export class PushDeviceResponse {
  /** @example "01900000-0000-7000-8000-000000000001" */
  id: string;
  /** @example "Firefox on Android" */
  label: string;
  /** It belongs to the sign-in that asks. */
  isThis: boolean;
  addedAt: Date;
}

export class PushResponse {
  /** Key for browsers that subscribe (VAPID), base64url; null where nothing is pushed. */
  publicKey: string | null;
  devices: PushDeviceResponse[];
}

export function toPushResponse({ publicKey, devices }: OwnPush): PushResponse {
  return {
    publicKey,
    devices: devices.map(({ id, label, isThis, createdAt }) => ({ id, label, isThis, addedAt: createdAt })),
  };
}
