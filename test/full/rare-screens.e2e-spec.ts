import { describeScreens, RARE_SCREENS } from '../support/accessible-screens.js';

/** Screens that need something to be there first. */
describe('every rare screen is accessible', () => {
  describeScreens(
    [
      { locale: 'en', scheme: 'light', width: 1280 },
      { locale: 'ko', scheme: 'dark', width: 360 },
      { locale: 'ko', scheme: 'light', width: 1280 },
      { locale: 'en-XA', scheme: 'dark', width: 360 },
    ],
    RARE_SCREENS,
  );
});
