import { describe, expect, it } from '@jest/globals';
import { mayBeThanked, resolveSupportRequest } from '../index.js';
import {
  asker,
  sato,
  suzuki,
  tanaka,
  value,
  request,
  anonymous,
  offer,
  facts,
} from '../requests/support-request.factory.js';

const error = (result: { ok: boolean; error?: unknown }) => (result.ok ? null : result.error);

describe('thanks', () => {
  it('reach each helper once, with what was given and how well it matched', () => {
    const accepted = offer({ status: 'ACCEPTED' });
    const { next, thanks, delivered } = value(
      resolveSupportRequest(
        request({ status: 'MATCHED' }),
        {
          helpers: [
            { memberId: sato, gave: 'EMOTIONAL', match: 5, thanks: '助かりました' },
            { memberId: suzuki },
          ],
          outcome: '値上げできました',
        },
        facts({ offers: [accepted] }),
      ),
    );
    expect(next).toMatchObject({ status: 'RESOLVED', outcome: '値上げできました', version: 2 });
    expect(thanks).toMatchObject([
      { helperId: sato, gave: 'EMOTIONAL', match: 5, message: '助かりました' },
      { helperId: suzuki, gave: 'INFORMATIONAL', match: null, message: null },
    ]);
    expect(delivered).toMatchObject([{ status: 'DELIVERED', helperId: sato }]);
  });
  it.each([
    ['oneself', [{ memberId: asker }], 'UNKNOWN'],
    ['a stranger', [{ memberId: tanaka }], 'UNKNOWN'],
    ['a helper twice', [{ memberId: sato }, { memberId: sato }], 'MALFORMED'],
    ['with a match of 6', [{ memberId: sato, match: 6 }], 'OUT_OF_RANGE'],
    ['with a match of 0', [{ memberId: sato, match: 0 }], 'OUT_OF_RANGE'],
    ['with a match of 2.5', [{ memberId: sato, match: 2.5 }], 'OUT_OF_RANGE'],
    ['with too many words', [{ memberId: sato, thanks: 'あ'.repeat(2001) }], 'TOO_LONG'],
  ])('cannot go to %s', (_whom, helpers, rule) => {
    expect(error(resolveSupportRequest(request(), { helpers }, facts()))).toMatchObject({
      code: 'BAD_USER_INPUT',
      rule,
    });
  });
  it('may go to those who could read it, those who answered first; without a name only to these', () => {
    const around = facts({ audience: new Set([asker, suzuki, sato]), answered: new Set([sato]) });
    expect(mayBeThanked(request(), around)).toEqual([sato, suzuki]);
    expect(mayBeThanked(anonymous(), around)).toEqual([sato]);
    expect(mayBeThanked(request(), { ...around, answered: new Set([tanaka]) })).toEqual([suzuki, sato]);
  });
  it('are not needed to end a request', () =>
    expect(resolveSupportRequest(request(), { helpers: [] }, facts()).ok).toBe(true));
});
