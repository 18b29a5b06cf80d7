import { describeScreens } from '../support/accessible-screens.js';

/** Both languages, schemes and widths, and words longer by half; test/full crosses them. */
describe('every screen is accessible', () => {
  describeScreens([
    { locale: 'en', scheme: 'light', width: 1280 },
    { locale: 'ko', scheme: 'dark', width: 360 },
    { locale: 'en-XA', scheme: 'light', width: 360 },
  ]);
});
