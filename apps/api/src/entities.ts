import { groupEntities } from './groups/group/group.entity.js';
import { JoinLinkEntity } from './groups/join-links/join-link.entity.js';
import { ProgrammeEntity } from './groups/programmes/programme.entity.js';
import { AgendaTemplateEntity } from './meetings/agendas/agenda-template.entity.js';
import { checkInEntities } from './meetings/check-ins/check-in.entity.js';
import { commitmentEntities } from './meetings/commitments/commitment.entity.js';
import { DatePollEntity } from './meetings/date-polls/date-poll.entity.js';
import { meetingEntities } from './meetings/meeting/meeting.entity.js';
import { DecisionEntity } from './meetings/minutes/decision.entity.js';
import { RemarkEntity } from './meetings/remarks/remark.entity.js';
import { topicEntities } from './meetings/topics/topic.entity.js';
import { InvitationEntity } from './people/invitations/invitation.entity.js';
import { MemberEntity } from './people/members/member.entity.js';
import { supportEntities } from './support/support.entities.js';
import { TenantEntity } from './tenancy/tenant.entity.js';

/** Every table's entity, for TypeORM; each feature adds its own. */
export const entities = [
  ...groupEntities,
  JoinLinkEntity,
  ProgrammeEntity,
  ...meetingEntities,
  AgendaTemplateEntity,
  DatePollEntity,
  ...topicEntities,
  ...commitmentEntities,
  ...checkInEntities,
  RemarkEntity,
  DecisionEntity,
  ...supportEntities,
  MemberEntity,
  InvitationEntity,
  TenantEntity,
];
