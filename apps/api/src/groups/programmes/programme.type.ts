import { Field, ObjectType } from '@nestjs/graphql';
import type * as domain from '@yoriai/domain/groups';
import { publicId } from '../../platform/graphql/ids.js';
import { NodeType } from '../../platform/graphql/node.resolver.js';
import { Rule } from '../../platform/graphql/rule.js';
import { PlainDateScalar } from '../../platform/graphql/scalars.js';

@ObjectType('Programme', { implements: () => NodeType })
@Rule('parent')
export class ProgrammeType extends NodeType {
  @Field(() => String) name!: string;
  @Field(() => PlainDateScalar) startsOn!: string;
  @Field(() => PlainDateScalar) endsOn!: string;
}
export const toProgrammeType = ({ id, name, startsOn, endsOn }: domain.Programme): ProgrammeType =>
  Object.assign(new ProgrammeType(), { id: publicId('Programme', id), name, startsOn, endsOn });
