import { fromWall, toWall } from './zoned-time.js';

describe('times by the clock of a zone', () => {
  it.each([
    ['2027-03-01T17:00', 'Asia/Seoul', '2027-03-01T08:00:00.000Z'],
    ['2027-03-01T17:00', 'Asia/Kathmandu', '2027-03-01T11:15:00.000Z'],
    ['2027-07-01T09:30', 'Europe/Berlin', '2027-07-01T07:30:00.000Z'],
    ['2027-12-31T23:59', 'Asia/Vladivostok', '2027-12-31T13:59:00.000Z'],
  ])('%s in %s is one moment, there and back', (wall, zone, at) => {
    expect(fromWall(wall, zone)).toBe(at);
    expect(toWall(at, zone)).toBe(wall);
  });

  it('mean the first of an hour shown twice, and take one that is leapt over by the clock before', () => {
    expect(fromWall('2027-10-31T02:30', 'Europe/Berlin')).toBe('2027-10-31T00:30:00.000Z');
    expect(fromWall('2027-03-28T02:30', 'Europe/Berlin')).toBe('2027-03-28T01:30:00.000Z');
  });

  it('are nothing where nothing is written', () => {
    expect([fromWall('', 'UTC'), fromWall('soon', 'UTC'), toWall(null, 'UTC')]).toEqual([null, null, '']);
  });
});
