import { expect, test } from '@jest/globals';
import { specsBeside } from './changed.mjs';

const specs = {
  'apps/api/src/meetings/meeting/meeting.int-spec.ts':
    "import { Sweep } from '../../platform/queue/sweep.js';",
  'apps/api/src/meetings/minutes/minutes.int-spec.ts':
    "import { rsvp } from '../meeting/rsvp-to-meeting.js';",
  'apps/api/src/support/support.int-spec.ts': "import pg from 'pg';",
  'apps/api/src/platform/live/live.redis.int-spec.ts':
    "import { rsvp } from '../meeting/rsvp-to-meeting.js';",
  'apps/api/src/platform/queue/sweep.spec.ts': "import { Sweep } from './sweep.js';",
  'libs/embedded-postgres/src/embedded-postgres.int-spec.ts': "import './index.js';",
};
const beside = (...changed) => specsBeside(changed, Object.keys(specs), (path) => specs[path]);

test('a change is tried by the specs of its folder and by those that import it', () => {
  expect(beside('apps/api/src/meetings/meeting/rsvp-to-meeting.ts')).toEqual([
    'apps/api/src/meetings/meeting/meeting.int-spec.ts',
    'apps/api/src/meetings/minutes/minutes.int-spec.ts',
  ]);
  expect(beside('apps/api/src/platform/queue/sweep.ts')).toEqual([
    'apps/api/src/meetings/meeting/meeting.int-spec.ts',
  ]);
  expect(beside('libs/embedded-postgres/src/run-lock.ts')).toEqual([
    'libs/embedded-postgres/src/embedded-postgres.int-spec.ts',
  ]);
});

test('a changed spec is run, and words and pages run none', () => {
  const [spec] = Object.keys(specs);
  expect(beside(spec)).toEqual([spec]);
  expect(beside('README.md', 'apps/web/src/meetings/meeting/meeting-card.tsx')).toEqual([]);
});
