import { Inject, Injectable } from '@nestjs/common';
import type { MemberId, TenantId, UserId } from '@yoriai/domain/kernel';
import { choosePassword, newMember, readEmail } from '@yoriai/domain/people';
import { registerTenant as decide, type Locale, type Tenant } from '@yoriai/domain/tenancy';
import { v7 as uuidv7 } from 'uuid';
import { accounts } from '../people/accounts.js';
import { admitMember } from '../people/admit-member.js';
import { inviteFirstAdmin } from '../people/invite-member.js';
import { aboutAddress, oncePerDocument, SignIn } from '../people/sign-in.js';
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

/** The organisation and its first admin, in one transaction: nobody sees the one without the other. */
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

/** For whoever runs the installation: the organisation, and an invitation for its first admin. */
export async function registerTenantFor(
  tx: TenantTx,
  tenant: Tenant,
  admin: { readonly email: string; readonly displayName: string },
): Promise<void> {
  await tenantsStore.insert(tx, tenant);
  await tx.publish([{ name: 'tenant.registered', ids: { tenantId: tenant.id } }]);
  await inviteFirstAdmin(tx, admin);
}

/** Somebody took the address in between: `auth.tenant` holds each slug once. */
export const refuseTakenSlug =
  (slug: string) =>
  (error: { code?: string; constraint?: string }): never => {
    if (error.code === '23505' && error.constraint === 'tenant_slug_key')
      refuse({ code: 'SLUG_TAKEN', slug });
    throw error;
  };

/** An organisation that registers itself. The address is proven afterwards, by the code that is mailed at once. */
@Injectable()
export class Registration {
  constructor(
    private readonly db: AuthDb,
    private readonly work: Work,
    private readonly signIn: SignIn,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async register(context: RequestContext, input: RegisterTenantInput): Promise<void> {
    if (!this.config.registration) refuse({ code: 'REGISTRATION_CLOSED' });
    oncePerDocument(context);
    const tenant = must(decide(uuidv7() as TenantId, { ...input, name: input.tenantName }));
    const email = must(readEmail('email', input.email));
    const about = { displayName: input.displayName, kana: input.kana ?? null };
    must(newMember(uuidv7() as never, about, { userId: null, role: 'ADMIN' }));
    if (await accounts.tenantBySlug(this.db.sql, tenant.slug))
      refuse({ code: 'SLUG_TAKEN', slug: tenant.slug });
    const { userId, proven } = await this.account(context, email, input.password, tenant);
    await this.work
      .asSystem(tenant.id, 'tenancy.register', (tx) =>
        registerTenant(tx, tenant, { userId, email, ...about }),
      )
      .catch(refuseTakenSlug(tenant.slug));
    await this.signIn.start(context, userId, tenant.id);
    if (!proven) await this.signIn.requestCode(context, email);
  }

  /** A new account, unproven; or their own, for which the password must be the right one. */
  private async account(
    context: RequestContext,
    email: string,
    password: string,
    { name, slug, locale }: Tenant,
  ): Promise<{ userId: UserId; proven: boolean }> {
    const known = await accounts.byEmail(this.db.sql, email);
    if (known) {
      const account =
        context.signedIn?.userId === known.id ? known : await this.signIn.check(context, email, password);
      await this.signIn.countSuccess(context);
      return { userId: account.id, proven: account.emailProvenAt !== null };
    }
    const chosen = must(choosePassword(password, [...aboutAddress(email), name, slug]));
    await this.signIn.countSuccess(context);
    const passwordHash = await passwords.hash(chosen);
    const made = await accounts.create(this.db.sql, {
      email,
      passwordHash,
      locale: locale as Locale,
      proven: false,
    });
    return made ? { userId: made.id, proven: false } : refuse({ code: 'SIGN_IN_FAILED' });
  }
}
