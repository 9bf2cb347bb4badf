import { describe, expect, it } from '@jest/globals';
import { member, uuid } from '../group/group.factory.js';
import { groupTemplates } from '../group/group-templates.js';
import { createGroup } from '../group/create-group.js';
import type { GroupId } from '../../kernel/index.js';
import type { GroupTemplate, ProgrammeId } from '../group/group.js';
import { createProgramme, fiscalYearOf } from './programme.js';

const make = (startsOn: string, endsOn: string, name = '令和8年度') =>
  createProgramme({ name, startsOn, endsOn }, uuid(1) as ProgrammeId);

describe('a programme', () => {
  it.each([
    ['2026-04-01', 4, '2026-04-01', '2027-03-31'],
    ['2026-03-31', 4, '2025-04-01', '2026-03-31'],
    ['2028-02-29', 4, '2027-04-01', '2028-03-31'],
    ['2026-11-21', 1, '2026-01-01', '2026-12-31'],
  ])('of %s (year from month %i) runs %s to %s', (day, month, startsOn, endsOn) => {
    expect(fiscalYearOf(day, month)).toEqual({ startsOn, endsOn });
    expect(make(startsOn, endsOn).ok).toBe(true);
  });

  it.each([
    ['2026-04-01', '2026-04-01', 'endsOn'],
    ['2026-04-01', '2026-03-31', 'endsOn'],
    ['2026-04-01', '2030-03-31', 'endsOn'],
    ['2026-02-30', '2027-03-31', 'startsOn'],
    ['2026-04-01', '来年度末', 'endsOn'],
  ])('cannot run from %s to %s', (startsOn, endsOn, field) => {
    expect(make(startsOn, endsOn)).toMatchObject({ ok: false, error: { code: 'BAD_USER_INPUT', field } });
  });

  it('has a name', () => {
    expect(make('2026-04-01', '2027-03-31', ' ')).toMatchObject({ error: { field: 'name' } });
  });
});

describe('the templates of the industries', () => {
  it.each(Object.keys(groupTemplates) as GroupTemplate[])(
    '%s can be used as it stands, in both languages',
    (template) => {
      for (const locale of ['ja', 'en'] as const) {
        const { purpose, goals, topics } = groupTemplates[template][locale];
        expect(
          createGroup({ name: 'x', purpose, goals, template }, uuid(1) as GroupId, member(9), new Date(0)).ok,
        ).toBe(true);
        expect(topics.length).toBeGreaterThanOrEqual(3);
      }
    },
  );
});
