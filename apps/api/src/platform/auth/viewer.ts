import type { MemberId, TenantId, UserId } from '@yoriai/domain/kernel';
import type { Actor } from '@yoriai/domain/people';

/** A signed-in member inside one tenant. Satisfies the domain's `Actor`. */
export interface Viewer extends Actor {
  readonly tenantId: TenantId;
  readonly tenantSlug: string;
  readonly memberId: MemberId;
  readonly userId: UserId;
  readonly role: 'MEMBER' | 'ADMIN';
  readonly locale: 'ja' | 'en';
  readonly sessionId: string;
  /** Has not shown yet that the address is theirs: sees no content. */
  readonly unproven: boolean;
}

/** What a transaction needs to know of the person who acts; the demo and tests make one without a session. */
export type Acting = Pick<Viewer, 'tenantId' | 'memberId' | 'role'> & { readonly unproven?: boolean };
