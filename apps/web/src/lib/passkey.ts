import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/browser';
import { ApiProblem } from './api-problem.js';

/** As the API asks: the challenge, and what goes to the authenticator. */
interface Question {
  challengeId: string;
  options: object;
}
/** As the API wants it back. */
export interface PasskeyAnswer {
  challengeId: string;
  response: Record<string, unknown>;
}

/** Whether this browser knows passkeys at all. */
export const knowsPasskeys = 'PublicKeyCredential' in window;

/** Has a passkey sign. @throws ApiProblem `passkey/cancelled` when the person, or the device, does not */
export async function signWithPasskey({ challengeId, options }: Question): Promise<PasskeyAnswer> {
  const { startAuthentication } = await import('@simplewebauthn/browser');
  const optionsJSON = options as PublicKeyCredentialRequestOptionsJSON;
  const response = await startAuthentication({ optionsJSON }).catch(cancelled);
  return { challengeId, response: { ...response } };
}

/** Has a passkey made. @throws ApiProblem `passkey/cancelled`, `passkey/known` when the device has one for TTN */
export async function makePasskey({ challengeId, options }: Question): Promise<PasskeyAnswer> {
  const { startRegistration } = await import('@simplewebauthn/browser');
  const optionsJSON = options as PublicKeyCredentialCreationOptionsJSON;
  const response = await startRegistration({ optionsJSON }).catch(cancelled);
  return { challengeId, response: { ...response } };
}

function cancelled(error: unknown): never {
  const isKnown = error instanceof Error && error.name === 'InvalidStateError';
  throw new ApiProblem(409, isKnown ? 'passkey/known' : 'passkey/cancelled');
}
