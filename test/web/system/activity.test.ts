import { activityByDay, activityByVersion } from '../../../web/src/system/activity';

const impressionDays = [
  { date: '2026-01-01', policy: 'EASE' as const, version: 'a', impressions: 10, rented: 2 },
  { date: '2026-01-02', policy: 'EASE' as const, version: 'a', impressions: 10, rented: 3 },
  { date: '2026-01-02', policy: 'DQN' as const, version: 'b', impressions: 30, rented: 0 },
];

describe('activityByDay', () => {
  it('has an entry for every day, with zeros for days without data', () => {
    const rentalDays = [{ date: '2026-01-02', rentals: 4, attributed: 3 }];
    const today = new Date('2026-01-03T12:00:00Z');
    expect(activityByDay({ rentalDays, impressionDays }, today, 3)).toEqual([
      { date: '2026-01-01', rentals: 0, impressions: 10, rented: 2 },
      { date: '2026-01-02', rentals: 4, impressions: 40, rented: 3 },
      { date: '2026-01-03', rentals: 0, impressions: 0, rented: 0 },
    ]);
  });
});

describe('activityByVersion', () => {
  it('sums up the days of each version, most impressions first', () => {
    expect(activityByVersion(impressionDays)).toEqual([
      { policy: 'DQN', version: 'b', impressions: 30, rented: 0, hitRate: 0 },
      { policy: 'EASE', version: 'a', impressions: 20, rented: 5, hitRate: 0.25 },
    ]);
  });
});
