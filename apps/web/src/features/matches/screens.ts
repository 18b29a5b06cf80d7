export { InterestsPage } from './interests-page.js';
export { MatchPage } from './match-page.js';
export { MatchesPage } from './matches-page.js';
