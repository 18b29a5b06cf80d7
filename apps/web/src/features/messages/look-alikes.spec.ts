import { lookAlikes } from './look-alikes.js';

describe('rows that say the same', () => {
  const rows = [
    { id: '1', says: 'Da Nang' },
    { id: '2', says: 'Busan' },
    { id: '3', says: 'Da Nang' },
    { id: '4', says: 'Da Nang' },
  ];

  it('are all found, and no other', () => {
    expect([...lookAlikes(rows, ({ says }) => says)]).toEqual(['1', '3', '4']);
    expect([...lookAlikes(rows, ({ id }) => id)]).toEqual([]);
    expect([...lookAlikes([] as typeof rows, ({ says }) => says)]).toEqual([]);
  });
});
