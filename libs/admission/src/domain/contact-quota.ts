/** Those who were just admitted may show interest this often, for this long: nobody is flooded by newcomers. */
export const NEWCOMER_DAYS = 60;
export const NEWCOMER_INTERESTS_A_WEEK = 5;
