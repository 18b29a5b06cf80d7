import { readArea } from './area.js';

describe('an area', () => {
  it('is read from its four edges', () => {
    expect(readArea('124.5,-33,131.5,39')).toEqual({ west: 124.5, south: -33, east: 131.5, north: 39 });
  });

  it.each([
    undefined,
    7,
    '',
    '1,2,3',
    '1,2,3,4,5',
    '3,0,1,9',
    '0,9,1,1',
    '0,0,200,9',
    '0,-91,1,9',
    '1e1,0,20,9',
    ' 1,2,3,4',
  ])('is not %s', (written) => {
    expect(readArea(written)).toBeUndefined();
  });
});
