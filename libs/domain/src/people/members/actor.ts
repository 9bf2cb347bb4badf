import type { MemberId } from '../../kernel/index.js';

/** Who acts inside a tenant, as far as rules need to know them. */
export interface Actor {
  readonly memberId: MemberId;
  readonly role: 'MEMBER' | 'ADMIN';
}
