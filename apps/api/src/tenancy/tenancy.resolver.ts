import { Inject } from '@nestjs/common';
import { Args, Mutation, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { accounts } from '../people/sign-in/accounts.js';
import { ViewerType, viewerType } from '../people/members/viewer.type.js';
import { AuthDb } from '../platform/auth/auth-db.js';
import { CONFIG } from '../platform/boot/tokens.js';
import type { Config } from '../platform/config.js';
import { found } from '../platform/errors/must.js';
import { Ctx, type RequestContext } from '../platform/graphql/context.js';
import { Rule } from '../platform/graphql/rule.js';
import { Work } from '../platform/work/work.js';
import { Registration } from './register-tenant.js';
import { switchTenant } from './switch-tenant.js';
import { RegisterTenantInput, SiteType, TenantType, toTenantType } from './tenant.type.js';
import { tenantById } from './tenants.loader.js';
import { tenantsStore } from './tenants.store.js';
import type { TenantId } from '@yoriai/domain/kernel';
import { FindsNode } from '../platform/graphql/nodes.js';

@Resolver(() => ViewerType)
export class TenancyResolver {
  constructor(
    private readonly db: AuthDb,
    private readonly work: Work,
    private readonly registration: Registration,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @FindsNode('Tenant')
  async findTenant(context: RequestContext, id: TenantId): Promise<object | null> {
    const tenant = await context.load(tenantById, id);
    return tenant && toTenantType(tenant);
  }

  @Query(() => SiteType, { description: 'what a visitor may know before signing in' })
  @Rule('public')
  site(): SiteType {
    const { registration, openIdConnect, demo } = this.config;
    return { registration, openIdConnect: openIdConnect !== null, demo };
  }

  @ResolveField(() => TenantType)
  async tenant(@Ctx() context: RequestContext): Promise<TenantType> {
    return toTenantType(found(await context.load(tenantById, context.me().tenantId)));
  }

  /** Each in a transaction of its own: no transaction looks into two tenants. */
  @ResolveField(() => [TenantType], { description: 'all that this user may switch to' })
  async tenants(@Ctx() context: RequestContext): Promise<TenantType[]> {
    const mine = await accounts.tenantsOf(this.db.sql, context.me().userId);
    const loaded = await Promise.all(
      mine.map(({ tenantId }) =>
        tenantId === context.me().tenantId
          ? context.load(tenantById, tenantId)
          : this.work.asSystem(
              tenantId,
              'tenancy.name',
              async (tx) => (await tenantsStore.byIds(tx, [tenantId]))[0] ?? null,
            ),
      ),
    );
    return loaded.flatMap((tenant) => (tenant ? [toTenantType(tenant)] : []));
  }

  @Mutation(() => ViewerType)
  @Rule('public')
  async registerTenant(
    @Ctx() context: RequestContext,
    @Args('input') input: RegisterTenantInput,
  ): Promise<ViewerType> {
    await this.registration.register(context, input);
    return viewerType(context);
  }

  @Mutation(() => ViewerType)
  @Rule('user')
  async switchTenant(
    @Ctx() context: RequestContext,
    @Args('slug', { type: () => String }) slug: string,
  ): Promise<ViewerType> {
    await switchTenant(context, this.db.sql, slug);
    return viewerType(context);
  }
}
