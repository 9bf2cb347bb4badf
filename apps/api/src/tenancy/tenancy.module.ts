import { Module } from '@nestjs/common';
import { PeopleModule } from '../people/people.module.js';
import { Nodes } from '../platform/graphql/nodes.js';
import { Registration } from './register-tenant.js';
import { TenancyResolver } from './tenancy.resolver.js';
import { toTenantType } from './tenant.type.js';
import { tenantById } from './tenants.loader.js';

@Module({ imports: [PeopleModule], providers: [Registration, TenancyResolver] })
export class TenancyModule {
  constructor(nodes: Nodes) {
    nodes.add('Tenant', async (context, id) => {
      const tenant = await context.load(tenantById, id as never);
      return tenant && toTenantType(tenant);
    });
  }
}
