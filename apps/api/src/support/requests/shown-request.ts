import type { MemberId } from '@yoriai/domain/kernel';
import type { SupportRequestId } from '@yoriai/domain/support';
import { MemberType, toMemberType } from '../../people/members/member.type.js';
import { memberById } from '../../people/members/members.loader.js';
import { found } from '../../platform/errors/must.js';
import type { RequestContext } from '../../platform/graphql/context.js';
import { toRequestType, type SupportRequestType } from './support-request.type.js';
import { supportRequestById } from './support-requests.loader.js';

/** The request as this viewer sees it now. */
export const shown = async (context: RequestContext, id: SupportRequestId): Promise<SupportRequestType> =>
  toRequestType(found(await context.load(supportRequestById, id)));

export const person = (
  context: RequestContext,
  id: MemberId | null,
): MemberType | null | Promise<MemberType | null> =>
  id === null ? null : context.loadAs(memberById, id, toMemberType);
