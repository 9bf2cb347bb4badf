import type { TenantId } from '@yoriai/domain/kernel';
import { defineLoader } from '../platform/graphql/loader.js';
import { tenantsStore } from './tenants.store.js';

export const tenantById = defineLoader('tenantById', (tx, ids: readonly TenantId[]) =>
  tenantsStore.byIds(tx, ids),
);
