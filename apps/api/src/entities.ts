import { groupEntities } from './groups/group/group.entity.js';
import { commitmentEntities } from './meetings/commitments/commitment.entity.js';
import { decisionEntities } from './meetings/minutes/decision.entity.js';
import { meetingEntities } from './meetings/meeting/meeting.entity.js';
import { preparationEntities } from './meetings/check-ins/preparation.entity.js';
import { InvitationEntity } from './people/invitations/invitation.entity.js';
import { MemberEntity } from './people/members/member.entity.js';
import { supportEntities } from './support/support.entities.js';
import { TenantEntity } from './tenancy/tenant.entity.js';

/** Every table's entity, for TypeORM; each feature adds its own. */
export const entities = [
  ...groupEntities,
  ...meetingEntities,
  ...commitmentEntities,
  ...decisionEntities,
  ...preparationEntities,
  ...supportEntities,
  MemberEntity,
  InvitationEntity,
  TenantEntity,
];
