import { expect, it } from '@jest/globals';
import { publishedEvents, unreadEvents } from './index.js';

it('an event is named `<noun>.<what happened>`', () => {
  for (const name of publishedEvents) expect(name).toMatch(/^[a-z]+(?:-[a-z]+)*\.[a-z]+(?:-[a-z]+)*$/);
});

it('an unread event is declared as such', () => {
  expect(unreadEvents).toContain('tenant.registered');
  expect(unreadEvents).not.toContain('meeting.rsvp-given');
});
