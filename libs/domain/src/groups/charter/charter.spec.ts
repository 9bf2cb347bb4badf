import { describe, expect, it } from '@jest/globals';
import type { GroupId } from '../../kernel/index.js';
import { amendCharter, type Charter, defaultClauses, readClauses, signCharter } from './charter.js';
import { group, uuid } from '../group/group.factory.js';

const charter: Charter = { groupId: uuid(100) as GroupId, version: 2, clauses: defaultClauses.ja };

describe('the promises of a group', () => {
  it('start with the same twelve in both languages, and fit their own limits', () => {
    for (const clauses of [defaultClauses.ja, defaultClauses.en]) {
      expect(clauses).toHaveLength(12);
      expect(readClauses(clauses)).toEqual({ ok: true, value: clauses });
    }
  });

  it('get a new version when they change', () => {
    expect(amendCharter(group(), charter, ['聞いた話は持ち出しません', ' '], 2)).toMatchObject({
      ok: true,
      value: {
        next: { version: 3, clauses: ['聞いた話は持ち出しません'] },
        events: [{ name: 'group.charter-amended' }],
      },
    });
  });

  it.each([
    ['nothing at all', [' ', ''], { field: 'clauses', rule: 'REQUIRED' }],
    ['a clause that fills pages', ['約'.repeat(10_000)], { field: 'clauses', rule: 'TOO_LONG' }],
    ['a NUL', ['約\u0000束'], { field: 'clauses', rule: 'MALFORMED' }],
    [
      'thirty-one clauses',
      Array.from({ length: 31 }, String),
      { field: 'clauses', rule: 'TOO_MANY', limit: 30 },
    ],
  ])('are refused for %s', (_, clauses, error) => {
    expect(amendCharter(group(), charter, clauses, 2)).toMatchObject({ ok: false, error });
  });

  it('are amended and signed only as they were read', () => {
    const stale = { ok: false, error: { code: 'CONFLICT', version: 2 } };
    expect(amendCharter(group(), charter, ['一つだけ'], 1)).toEqual(stale);
    expect(signCharter(charter, 1)).toEqual(stale);
    expect(signCharter(charter, 2).ok).toBe(true);
  });

  it('of a closed group stay as they were', () => {
    expect(amendCharter(group({ status: 'CLOSED' }), charter, ['一つだけ'], 2)).toMatchObject({
      error: { code: 'GROUP_CLOSED' },
    });
  });
});
