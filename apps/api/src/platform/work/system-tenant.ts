import type { TenantId } from '@yoriai/domain/kernel';

/**
 * Whose timers and mails those are that belong to no organisation, such as a code for signing in. A second outbox for them would need its own
 * leases, retries and sweep; under this id they share those of all others, and row-level security holds for them as well.
 *
 * It is no row of `tenant`, and constraints keep it so: it has no slug, no member and no screen. `Work` lets the system alone act in it. A version 7
 * id of the first millisecond of 1970, which no process makes.
 */
export const systemTenant = '00000000-0000-7000-8000-000000000000' as TenantId;
