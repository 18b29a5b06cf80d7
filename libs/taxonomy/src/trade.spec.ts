import { offeredByHost, practisedAreas, soughtByHost } from './trade.js';

describe('the host of an ask', () => {
  it('of a visit of buyers looks for those who show something and those who will sell it', () => {
    expect(
      soughtByHost([
        { id: 'col.fam_trip', weight: 1 },
        { id: 'col.supply', weight: 0.7 },
        { id: 'col.training', weight: 0.7 },
      ]),
    ).toEqual([
      { id: 'col.distribution', weight: 1 },
      { id: 'col.supply', weight: 1 },
      { id: 'col.training', weight: 0.7 },
    ]);
  });

  it('has the visit, the press trip and the stand; what follows from what it seeks is only implied', () => {
    expect(offeredByHost(['col.fam_trip', 'col.media', 'col.supply', 'col.training'])).toEqual([
      { id: 'col.fam_trip', weight: 1 },
      { id: 'col.media', weight: 1 },
      { id: 'col.distribution', weight: 0.5 },
    ]);
    expect(offeredByHost(['col.trade_show', 'col.trade_show', 'col.network'])).toEqual([
      { id: 'col.trade_show', weight: 1 },
      { id: 'col.network', weight: 0.5 },
    ]);
  });
});

describe('the consulting areas of a firm that is no consultancy', () => {
  const area = (id: string, weight: number) => ({ id, kind: 'consulting_area' as const, weight });
  const areas = [area('con.halal', 1), area('con.wellness', 0.7), area('con.product', 0.4)];

  it('are implied by its own work at most, unless it declares them', () => {
    expect(practisedAreas(areas, [{ id: 'col.supply' }]).map(({ weight }) => weight)).toEqual([1, 0.5, 0.4]);
  });

  it('are what its words say when it offers advice or training', () => {
    expect(practisedAreas(areas, [{ id: 'col.consulting' }])).toEqual(areas);
    expect(practisedAreas(areas, [{ id: 'col.training' }])).toEqual(areas);
  });
});
