/** The long texts of a proposal, in the order they are read. */
export const SECTIONS = ['need', 'approach', 'impact', 'risks'] as const;
export type SectionKey = (typeof SECTIONS)[number];
