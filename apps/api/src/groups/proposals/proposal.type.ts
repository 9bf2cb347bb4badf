import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import type * as domain from '@yoriai/domain/groups';
import type { Instant, MemberId } from '@yoriai/domain/kernel';
import { publicId } from '../../platform/graphql/ids.js';
import { NodeType } from '../../platform/graphql/node.resolver.js';
import { Rule } from '../../platform/graphql/rule.js';
import { DateTime } from '../../platform/graphql/scalars.js';
import { GroupRole } from '../group/group.type.js';
import type { Concern } from './concerns.store.js';

export enum ProposalKind {
  JOIN = 'JOIN',
  ROLE = 'ROLE',
  READDRESSED = 'READDRESSED',
}
registerEnumType(ProposalKind, { name: 'ProposalKind' });

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
