import { Field, Int, ObjectType } from '@nestjs/graphql';
import type { MemberId } from '@yoriai/domain/kernel';
import { Rule } from '../../platform/graphql/rule.js';
import type { SignedCharter } from '../group/charters.store.js';

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
