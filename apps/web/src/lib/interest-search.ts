/** What became of an interest, as the reader's organization sees it. */
export const INTEREST_LISTS = ['for-us', 'for-them', 'agreed', 'past'] as const;
export type InterestList = (typeof INTEREST_LISTS)[number];

export interface InterestSearch {
  list: InterestList;
}

/** Without a list in the address, those that wait for the reader. */
export function readInterestSearch({ list }: Record<string, unknown>): InterestSearch {
  return { list: INTEREST_LISTS.find((each) => each === list) ?? 'for-us' };
}
