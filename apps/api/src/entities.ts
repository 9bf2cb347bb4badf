import { groupEntities } from './groups/group/group.entity.js';
import { JoinLinkEntity } from './groups/join-links/join-link.entity.js';
import { ProgrammeEntity } from './groups/programmes/programme.entity.js';
import { commitmentEntities } from './meetings/commitments/commitment.entity.js';
import { decisionEntities } from './meetings/minutes/decision.entity.js';
import { meetingEntities } from './meetings/meeting/meeting.entity.js';
import { preparationEntities } from './meetings/check-ins/preparation.entity.js';
import { InvitationEntity } from './people/invitations/invitation.entity.js';
import { MemberEntity } from './people/members/member.entity.js';
import { supportEntities } from './support/requests/support-request.entity.js';
import { TenantEntity } from './tenancy/tenant.entity.js';

/** Every table's entity, for TypeORM; each feature adds its own. */
export const entities = [
  ...groupEntities,
  JoinLinkEntity,
  ProgrammeEntity,
  ...meetingEntities,
  ...commitmentEntities,
  ...decisionEntities,
  ...preparationEntities,
  ...supportEntities,
  MemberEntity,
  InvitationEntity,
  TenantEntity,
];
