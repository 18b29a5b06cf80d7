/** 404 or 410: the browser has given up this subscription, and nothing will ever arrive there again. */
export class PushGone extends Error {
  override readonly name = 'PushGone';
}

/** Any other 4xx: repeating this very push is pointless. */
export class PushRefused extends Error {
  override readonly name = 'PushRefused';
}
