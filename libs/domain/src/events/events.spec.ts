import { expect, it } from '@jest/globals';
import { publishedEvents, unreadEvents } from './index.js';

it('an event is named `<noun>.<what happened>`', () => {
  for (const name of publishedEvents) expect(name).toMatch(/^[a-z]+(?:-[a-z]+)*\.[a-z]+(?:-[a-z]+)*$/);
});

it('what nobody reads is said beside the event', () => {
  expect(unreadEvents).toContain('tenant.registered');
  expect(unreadEvents).not.toContain('meeting.rsvp-given');
});
