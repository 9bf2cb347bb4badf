import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { GroupId } from '../../kernel/index.js';
import { createGroup, type NewGroup } from './create-group.js';
import { at, member, uuid } from './group.factory.js';

const make = (changes: Partial<NewGroup> = {}) =>
  createGroup(
    { name: '水曜の会', purpose: '毎月会って話す', ...changes },
    uuid(1) as GroupId,
    member(9),
    at(1),
  );

describe('a new group', () => {
  it('begins empty and forming, with eight seats', () => {
    expect(make()).toMatchObject({
      ok: true,
      value: {
        next: { capacity: 8, status: 'FORMING', template: 'MIXED', memberships: [], goals: [], version: 1 },
        events: [{ name: 'group.created', ids: { groupId: uuid(1) } }],
      },
    });
  });

  it.each([
    ['no name', { name: ' 　' }, 'name', 'REQUIRED'],
    ['a name that fills pages', { name: '会'.repeat(10_000) }, 'name', 'TOO_LONG'],
    ['a NUL in the name', { name: '水曜\u0000の会' }, 'name', 'MALFORMED'],
    ['half of an emoji', { purpose: 'x\ud83d' }, 'purpose', 'MALFORMED'],
    ['no purpose', { purpose: '' }, 'purpose', 'REQUIRED'],
    ['four goals', { goals: ['a', 'b', 'c', 'd'] }, 'goals', 'TOO_MANY'],
    ['one seat', { capacity: 1 }, 'capacity', 'OUT_OF_RANGE'],
    ['twenty-one seats', { capacity: 21 }, 'capacity', 'OUT_OF_RANGE'],
    ['half a seat', { capacity: 7.5 }, 'capacity', 'OUT_OF_RANGE'],
  ])('is refused for %s', (_, changes, field, rule) => {
    expect(make(changes)).toMatchObject({ ok: false, error: { code: 'BAD_USER_INPUT', field, rule } });
  });

  it('welcomes emoji, drops empty goals and keeps three', () => {
    expect(make({ name: '🍵の会', goals: ['売上', ' ', '', '休み', '採用'] })).toMatchObject({
      ok: true,
      value: { next: { name: '🍵の会', goals: ['売上', '休み', '採用'] } },
    });
  });

  it('never throws, whatever is typed', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.array(fc.string({ unit: 'binary' })),
        fc.double(),
        (name, goals, capacity) => {
          const made = make({ name, purpose: name, goals, capacity });
          if (made.ok) {
            expect(made.value.next.goals.length).toBeLessThanOrEqual(3);
            expect(made.value.next.capacity).toBeGreaterThanOrEqual(2);
            expect(made.value.next.capacity).toBeLessThanOrEqual(20);
          } else expect(made.error.code).toBe('BAD_USER_INPUT');
        },
      ),
    );
  });
});
