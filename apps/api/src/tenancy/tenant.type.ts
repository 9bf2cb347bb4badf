import { Field, InputType, ObjectType } from '@nestjs/graphql';
import type { Locale, Tenant } from '@yoriai/domain/tenancy';
import { LocaleName } from '../people/sign-in/user.type.js';
import { publicId } from '../platform/graphql/ids.js';
import { NodeType } from '../platform/graphql/node.resolver.js';
import { Rule } from '../platform/graphql/rule.js';
import { TimeZoneScalar } from '../platform/graphql/scalars.js';

@ObjectType('Tenant', { implements: () => NodeType })
@Rule('parent')
export class TenantType extends NodeType {
  @Field(() => String) slug!: string;
  @Field(() => String) name!: string;
  @Field(() => TimeZoneScalar) timeZone!: string;
  @Field(() => LocaleName) locale!: Locale;
}
export const toTenantType = ({ id, slug, name, timeZone, locale }: Tenant): TenantType =>
  Object.assign(new TenantType(), { id: publicId('Tenant', id), slug, name, timeZone, locale });

@ObjectType('Site', { description: 'what a visitor may know before signing in' })
@Rule('public')
export class SiteType {
  @Field(() => Boolean, { description: 'organisations may register themselves' }) registration!: boolean;
  @Field(() => Boolean) openIdConnect!: boolean;
  @Field(() => Boolean) demo!: boolean;
}

@InputType()
export class RegisterTenantInput {
  @Field(() => String) tenantName!: string;
  @Field(() => String) slug!: string;
  @Field(() => TimeZoneScalar, { nullable: true, defaultValue: 'Asia/Tokyo' }) timeZone?: string | null;
  @Field(() => LocaleName, { nullable: true, defaultValue: LocaleName.JA }) locale?: Locale | null;
  @Field(() => String) displayName!: string;
  @Field(() => String, { nullable: true }) kana?: string | null;
  @Field(() => String) email!: string;
  @Field(() => String, { description: 'from the mail that requestSignInCode sends' }) mailCode!: string;
  @Field(() => String, {
    nullable: true,
    description: 'for an account that has none yet; one that is there stays as it is',
  })
  password?: string | null;
}
