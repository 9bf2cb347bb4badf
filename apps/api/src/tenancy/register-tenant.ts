import { Inject, Injectable } from '@nestjs/common';
import type { MemberId, TenantId, UserId } from '@yoriai/domain/kernel';
import { choosePassword, newMember, readEmail } from '@yoriai/domain/people';
import { registerTenant as decide, type Tenant } from '@yoriai/domain/tenancy';
import { v7 as uuidv7 } from 'uuid';
import { accounts } from '../people/sign-in/accounts.js';
import { admitMember } from '../people/invitations/admit-member.js';
import { inviteFirstAdmin } from '../people/invitations/invite-member.js';
import { aboutAddress } from '../people/passwords/set-password.js';
import { BeginSession } from '../people/sign-in/begin-session.js';
import { ProveAddress } from '../people/sign-in/prove-address.js';
import { AuthDb } from '../platform/auth/auth-db.js';
import { passwords } from '../platform/auth/passwords.js';
import { CONFIG } from '../platform/boot/tokens.js';
import type { Config } from '../platform/config.js';
import { must, refuse } from '../platform/errors/must.js';
import type { RequestContext } from '../platform/graphql/context.js';
import type { TenantTx } from '../platform/work/tenant-tx.js';
import { Work } from '../platform/work/work.js';
import type { RegisterTenantInput } from './tenant.type.js';
import { tenantsStore } from './tenants.store.js';

/** The organisation and its first admin, in one transaction: both or neither. */
export async function registerTenant(
  tx: TenantTx,
  tenant: Tenant,
  admin: {
    readonly userId: UserId;
    readonly email: string;
    readonly displayName: string;
    readonly kana?: string | null;
  },
): Promise<MemberId> {
  await tenantsStore.insert(tx, tenant);
  await tx.publish([{ name: 'tenant.registered', ids: { tenantId: tenant.id } }]);
  return admitMember(tx, { ...admin, role: 'ADMIN' });
}

/** For the operator of an installation: the organisation, and an invitation for its first admin. */
export async function registerTenantFor(
  tx: TenantTx,
  tenant: Tenant,
  admin: { readonly email: string; readonly displayName: string },
): Promise<void> {
  await tenantsStore.insert(tx, tenant);
  await tx.publish([{ name: 'tenant.registered', ids: { tenantId: tenant.id } }]);
  await inviteFirstAdmin(tx, admin);
}

/** The address was taken in between: `auth.tenant` holds each slug once. */
export const refuseTakenSlug =
  (slug: string) =>
  (error: { code?: string; constraint?: string }): never => {
    if (error.code === '23505' && error.constraint === 'tenant_slug_key')
      refuse({ code: 'SLUG_TAKEN', slug });
    throw error;
  };

/**
 * An organisation that registers itself. The code from the mail proves the address first, as it does for joining: so a stranger
 * cannot make the owner of an address a member, and the answer does not say whether an address has an account.
 */
@Injectable()
export class Registration {
  constructor(
    private readonly db: AuthDb,
    private readonly work: Work,
    private readonly address: ProveAddress,
    private readonly session: BeginSession,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async register(context: RequestContext, input: RegisterTenantInput): Promise<void> {
    if (!this.config.registration) refuse({ code: 'REGISTRATION_CLOSED' });
    const tenant = must(decide(uuidv7() as TenantId, { ...input, name: input.tenantName }));
    const email = must(readEmail('email', input.email));
    const about = { displayName: input.displayName, kana: input.kana ?? null };
    must(newMember(uuidv7() as never, about, { userId: null, role: 'ADMIN' }));
    const password = input.password
      ? must(choosePassword(input.password, [...aboutAddress(email), tenant.name, tenant.slug]))
      : null;
    if (await accounts.tenantBySlug(this.db.sql, tenant.slug))
      refuse({ code: 'SLUG_TAKEN', slug: tenant.slug });
    const account = await this.address.proveByCode(context, email, input.mailCode, tenant.locale);
    // A password that is there already is changed where passwords are changed, and nowhere else.
    if (password && !account.hasPassword)
      await accounts.setPassword(this.db.sql, account.userId, await passwords.hash(password));
    await this.work
      .asSystem(tenant.id, 'tenancy.register', (tx) =>
        registerTenant(tx, tenant, { userId: account.userId, email, ...about }),
      )
      .catch(refuseTakenSlug(tenant.slug));
    await this.session.start(context, account.userId, tenant.id);
  }
}
