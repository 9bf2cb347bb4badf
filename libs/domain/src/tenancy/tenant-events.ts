import { unread, type EventOf, type TenantId } from '../kernel/index.js';

export const tenantEvents = {
  'tenant.registered': unread<{ tenantId: TenantId }>(),
};
export type TenantEvent = EventOf<typeof tenantEvents>;
