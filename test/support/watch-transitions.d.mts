/** Run by the owner on the template of every test database. */
export const WATCH_TRANSITIONS: string;
/** Rows of what went wrong: none when every transition has its audit row. */
export const UNAUDITED_TRANSITIONS: string;
