/** What two spellings of one address share: case, width and composition do not count. */
export function foldEmail(email: string): string {
  return email.trim().normalize('NFKC').toLowerCase();
}
