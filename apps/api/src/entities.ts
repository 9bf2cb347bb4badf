import { groupEntities } from './groups/group.entity.js';
import { commitmentEntities } from './meetings/commitment.entity.js';
import { decisionEntities } from './meetings/decision.entity.js';
import { meetingEntities } from './meetings/meeting.entity.js';
import { preparationEntities } from './meetings/preparation.entity.js';
import { InvitationEntity } from './people/invitation.entity.js';
import { MemberEntity } from './people/member.entity.js';
import { supportEntities } from './support/support-request.entity.js';
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
