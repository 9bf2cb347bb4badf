import { expect, it } from '@jest/globals';
import * as groups from '../groups/index.js';
import * as meetings from '../meetings/index.js';
import * as notifications from '../notifications/index.js';
import * as people from '../people/index.js';
import * as support from '../support/index.js';
import * as tenancy from '../tenancy/index.js';
import { publishedEvents, unreadEvents } from './index.js';

const maps = [groups, meetings, notifications, people, support, tenancy].flatMap((area) =>
  Object.entries(area).filter(([name]) => name.endsWith('Events')),
);
const names = maps.flatMap(([, map]) => Object.keys(map));

it('every noun’s events are gathered here, and each event stands in one map', () => {
  expect(maps.length).toBeGreaterThan(20);
  expect(names.toSorted()).toEqual(publishedEvents.toSorted());
});

it('an event is named `<noun>.<what happened>`', () => {
  for (const name of names) expect(name).toMatch(/^[a-z]+(?:-[a-z]+)*\.[a-z]+(?:-[a-z]+)*$/);
});

it('what nobody reads is said beside the event', () => {
  expect(unreadEvents).toContain('tenant.registered');
  expect(unreadEvents).not.toContain('meeting.rsvp-given');
});
