import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { thirdPartyNotices } from '../scripts/third-party-notices';

const committed = readFileSync(join(__dirname, '..', 'THIRD_PARTY_NOTICES.md'), 'utf8');

describe('THIRD_PARTY_NOTICES.md', () => {
  it('lists the packages of package-lock.json (npm run notices writes it)', () => {
    expect(committed).toBe(thirdPartyNotices());
  });

  it('names every package whose license is not a permissive one', () => {
    const permissive =
      /^[( ]*(MIT|ISC|0BSD|BSD-[23]-Clause|Apache-2\.0|BlueOak-1\.0\.0|Unlicense|CC0-1\.0|MPL-2\.0|SEE LICENSE)/;
    const others = [...committed.matchAll(/^### (.+)\n\n((?:- .+\n)+)/gm)]
      .filter(([, license]) => !permissive.test(license))
      .flatMap(([, , names]) => names.trim().split('\n'));
    expect(others).toEqual(['- @apollo/federation-internals']);
  });
});
