/** What a clock on the wall of `zone` shows at a moment: `2027-03-01T17:00`, as inputs of the browser want it. */
export function toWall(at: string | null, zone: string): string {
  if (at === null) return '';
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    calendar: 'gregory',
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  }).formatToParts(new Date(at));
  const of = (type: Intl.DateTimeFormatPartTypes): string =>
    parts.find((part) => part.type === type)?.value ?? '';
  return `${of('year')}-${of('month')}-${of('day')}T${of('hour')}:${of('minute')}`;
}

/**
 * The moment at which a clock on the wall of `zone` shows `wall`, in UTC. Of an hour that the clock shows twice the
 * first is meant; one that it leaps over is taken by the clock before.
 */
export function fromWall(wall: string, zone: string): string | null {
  const asUtc = Date.parse(`${wall}Z`);
  if (wall === '' || Number.isNaN(asUtc)) return null;
  const offsetAt = (moment: number): number =>
    Date.parse(`${toWall(new Date(moment).toISOString(), zone)}Z`) - Math.floor(moment / 60_000) * 60_000;
  const found = [asUtc - 86_400_000, asUtc + 86_400_000]
    .map((near) => asUtc - offsetAt(near))
    .filter((moment) => toWall(new Date(moment).toISOString(), zone) === wall);
  return new Date(found.length > 0 ? Math.min(...found) : asUtc - offsetAt(asUtc - 86_400_000)).toISOString();
}
