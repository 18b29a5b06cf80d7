import { describeScreens } from '../support/accessible-screens.js';

/** The looks that the quick suite leaves out. */
describe('every screen is accessible', () => {
  describeScreens([
    { locale: 'ko', scheme: 'dark', width: 1280 },
    { locale: 'ko', scheme: 'light', width: 360 },
    { locale: 'en', scheme: 'dark', width: 360 },
  ]);
});
