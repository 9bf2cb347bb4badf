import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import * as domain from '@yoriai/domain/groups';
import type { Instant, MemberId } from '@yoriai/domain/kernel';
import { connectionOf } from '../../platform/graphql/connection.js';
import { publicId } from '../../platform/graphql/ids.js';
import { NodeType } from '../../platform/graphql/node.resolver.js';
import { Rule } from '../../platform/graphql/rule.js';
import { DateTime, PlainDateScalar } from '../../platform/graphql/scalars.js';
import type { SignedCharter } from '../charter/charters.store.js';
import type { Concern } from '../proposals/proposals.store.js';

export enum GroupRole {
  MEMBER = 'MEMBER',
  FACILITATOR = 'FACILITATOR',
}
export enum GroupTemplate {
  SERVICE = 'SERVICE',
  MANUFACTURING_RETAIL = 'MANUFACTURING_RETAIL',
  PROFESSIONAL = 'PROFESSIONAL',
  MIXED = 'MIXED',
}
export enum GroupStatus {
  FORMING = 'FORMING',
  ACTIVE = 'ACTIVE',
  PAUSED = 'PAUSED',
  CLOSED = 'CLOSED',
}
export enum ProposalKind {
  JOIN = 'JOIN',
  ROLE = 'ROLE',
  READDRESSED = 'READDRESSED',
}
registerEnumType(GroupRole, { name: 'GroupRole' });
registerEnumType(ProposalKind, { name: 'ProposalKind' });
registerEnumType(GroupTemplate, { name: 'GroupTemplate' });
registerEnumType(GroupStatus, { name: 'GroupStatus' });

@ObjectType('GroupAbilities')
@Rule('parent')
export class GroupAbilitiesType {
  @Field(() => Boolean) scheduleMeetings!: boolean;
  @Field(() => Boolean) invite!: boolean;
  @Field(() => Boolean) postSupportRequest!: boolean;
  @Field(() => Boolean) edit!: boolean;
  @Field(() => Boolean) leave!: boolean;
  @Field(() => Boolean) seeContent!: boolean;
}

@ObjectType('Group', { implements: () => NodeType })
@Rule('parent')
export class GroupType extends NodeType {
  @Field(() => String) name!: string;
  @Field(() => String) purpose!: string;
  @Field(() => [String]) goals!: readonly string[];
  @Field(() => GroupTemplate) template!: domain.GroupTemplate;
  @Field(() => Int) capacity!: number;
  @Field(() => GroupStatus) status!: domain.GroupStatus;
  @Field(() => Int) version!: number;
  readonly group!: domain.Group;
}
export const toGroupType = (group: domain.Group): GroupType =>
  Object.assign(new GroupType(), {
    id: publicId('Group', group.id),
    name: group.name,
    purpose: group.purpose,
    goals: group.goals,
    template: group.template,
    capacity: group.capacity,
    status: group.status,
    version: group.version,
    group,
  });

@ObjectType()
@Rule('parent')
export class GroupConnection extends connectionOf('Group', GroupType) {}

@ObjectType('GroupMembership')
@Rule('parent')
export class GroupMembershipType {
  @Field(() => GroupRole) role!: domain.GroupRole;
  @Field(() => Boolean) deputy!: boolean;
  @Field(() => Boolean) takesPart!: boolean;
  @Field(() => DateTime) joinedAt!: Instant;
  @Field(() => Boolean) charterSigned!: boolean;
  @Field(() => Int) version!: number;
  readonly memberId!: MemberId;
}

@ObjectType('Charter')
@Rule('parent')
export class CharterType {
  @Field(() => Int) version!: number;
  @Field(() => [String]) clauses!: readonly string[];
  @Field(() => Boolean) signedByViewer!: boolean;
}
export const toCharterType = (charter: SignedCharter, viewer: MemberId): CharterType => ({
  version: charter.version,
  clauses: charter.clauses,
  signedByViewer: charter.signedBy.has(viewer),
});

@ObjectType('ProposalAbilities')
@Rule('parent')
export class ProposalAbilitiesType {
  @Field(() => Boolean) raiseConcern!: boolean;
  @Field(() => Boolean, { description: 'true once the seven days are over' }) accept!: boolean;
  @Field(() => Boolean) withdraw!: boolean;
}

@ObjectType('Concern')
@Rule('parent')
export class ConcernType {
  @Field(() => String) note!: string;
  @Field(() => DateTime) raisedAt!: Instant;
  readonly memberId!: MemberId;
}
export const toConcernType = ({ note, raisedAt, memberId }: Concern): ConcernType => ({
  note,
  raisedAt,
  memberId,
});

@ObjectType('MemberProposal', { implements: () => NodeType })
@Rule('parent')
export class MemberProposalType extends NodeType {
  @Field(() => ProposalKind) kind!: domain.ProposalKind;
  @Field(() => GroupRole) role!: domain.GroupRole;
  @Field(() => Boolean) deputy!: boolean;
  @Field(() => Boolean) takesPart!: boolean;
  @Field(() => DateTime) proposedAt!: Instant;
  @Field(() => DateTime) decidesAt!: Instant;
  readonly proposal!: domain.MemberProposal;
}
export const toProposalType = (proposal: domain.MemberProposal): MemberProposalType =>
  Object.assign(new MemberProposalType(), {
    id: publicId('MemberProposal', proposal.id),
    kind: proposal.kind,
    role: proposal.role,
    deputy: proposal.deputy,
    takesPart: proposal.takesPart,
    proposedAt: proposal.proposedAt,
    decidesAt: proposal.decidesAt,
    proposal,
  });

@ObjectType('Programme', { implements: () => NodeType })
@Rule('parent')
export class ProgrammeType extends NodeType {
  @Field(() => String) name!: string;
  @Field(() => PlainDateScalar) startsOn!: string;
  @Field(() => PlainDateScalar) endsOn!: string;
}
export const toProgrammeType = ({ id, name, startsOn, endsOn }: domain.Programme): ProgrammeType =>
  Object.assign(new ProgrammeType(), { id: publicId('Programme', id), name, startsOn, endsOn });

@ObjectType('JoinLink', { implements: () => NodeType })
@Rule('parent')
export class JoinLinkType extends NodeType {
  @Field(() => String) code!: string;
  @Field(() => String) url!: string;
  @Field(() => DateTime) createdAt!: Instant;
  @Field(() => DateTime) expiresAt!: Instant;
  @Field(() => Int) uses!: number;
  @Field(() => DateTime, { nullable: true }) revokedAt!: Instant | null;
}
export const toJoinLinkType = (link: domain.JoinLink, publicUrl: string): JoinLinkType =>
  Object.assign(new JoinLinkType(), {
    id: publicId('JoinLink', link.id),
    code: link.code,
    url: `${publicUrl}/join/${link.code}`,
    createdAt: link.createdAt,
    expiresAt: link.expiresAt,
    uses: link.uses,
    revokedAt: link.revokedAt,
  });

@ObjectType('JoinLinkPreview')
@Rule('public')
export class JoinLinkPreviewType {
  @Field(() => String) tenantName!: string;
  @Field(() => String) groupName!: string;
  @Field(() => String) purpose!: string;
  @Field(() => Int) memberCount!: number;
  @Field(() => Boolean, { description: 'every seat is taken or promised' }) full!: boolean;
  @Field(() => String, { nullable: true }) invitedBy!: string | null;
  @Field(() => [String]) charter!: readonly string[];
}
