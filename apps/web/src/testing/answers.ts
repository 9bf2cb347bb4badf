import type { DocumentNode } from '@apollo/client';
import type { MockLink } from '@apollo/client/testing';
import { serverNow } from '../graphql/server-clock.js';

/** Asked, and never answered: a subscription without a message, a mutation that is under way. */
export const silence = (
  query: DocumentNode,
  variables: MockLink.MockedRequest['variables'] = {},
): MockLink.MockedResponse => ({
  request: { query, variables },
  result: { data: {} },
  delay: Number.POSITIVE_INFINITY,
});

/** The server's clock goes as this device's does. */
export const sameClock: MockLink.MockedResponse = {
  request: { query: serverNow },
  result: () => ({ data: { now: new Date(Date.now()).toISOString() } }),
  delay: 0,
  maxUsageCount: Number.POSITIVE_INFINITY,
};
