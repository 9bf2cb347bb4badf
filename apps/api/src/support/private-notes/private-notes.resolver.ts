import { Args, ID, Mutation, Parent, ResolveField, Resolver, Subscription } from '@nestjs/graphql';
import type { PrivateNote, PrivateNoteId, SupportRequestId } from '@yoriai/domain/support';
import { MemberType } from '../../people/members/member.type.js';
import { found } from '../../platform/errors/must.js';
import { PageArgs, connection, page, type Connection } from '../../platform/graphql/connection.js';
import { Ctx, type RequestContext } from '../../platform/graphql/context.js';
import { idArg, optionalIdArg } from '../../platform/graphql/ids.js';
import { liveField } from '../../platform/graphql/live-field.js';
import { Rule } from '../../platform/graphql/rule.js';
import { Live } from '../../platform/live/live.js';
import { PrivateNoteConnection, PrivateNoteType, toNoteType } from './private-note.type.js';
import { notesOfRequest, privateNoteById } from './private-notes.loader.js';
import { notesTopic } from './push-private-note.job.js';
import { sendPrivateNote } from './send-private-note.js';
import { withdrawPrivateNote } from './withdraw-private-note.js';
import { person } from '../requests/shown-request.js';
import { SupportRequestType, toRequestType } from '../requests/support-request.type.js';
import { SendPrivateNoteInput } from './private-note.type.js';
import { supportRequestById } from '../requests/support-requests.loader.js';
import { answersOf } from '../requests/unnamed-answers.js';
import { FindsNode } from '../../platform/graphql/nodes.js';

const keyOf = ({ createdAt, id }: PrivateNote) => [createdAt.toISOString(), id];

/** The note as this viewer sees it; who no longer sees the request keeps what they wrote themselves. */
export const shownNote = async (
  context: RequestContext,
  id: PrivateNoteId,
): Promise<PrivateNoteType | null> => {
  const note = await context.load(privateNoteById, id);
  if (!note) return null;
  const own = !note.byAsker && note.readerId === context.me().memberId;
  return own || (await context.load(supportRequestById, note.requestId)) ? toNoteType(note) : null;
};

@Resolver(() => SupportRequestType)
export class NotesOfRequestResolver {
  constructor(private readonly live: Live) {}

  @ResolveField(() => PrivateNoteConnection, { description: 'oldest first' })
  async privateNotes(
    @Ctx() context: RequestContext,
    @Parent() { seen }: SupportRequestType,
    @Args() args: PageArgs,
  ): Promise<Connection<PrivateNoteType>> {
    const asked = page(args);
    return connection((await context.load(notesOfRequest(asked), seen.id)) ?? [], asked, toNoteType, keyOf);
  }

  @Mutation(() => PrivateNoteType)
  @Rule('member')
  async sendPrivateNote(
    @Ctx() context: RequestContext,
    @Args('input') { idempotencyKey: key, ...input }: SendPrivateNoteInput,
  ): Promise<PrivateNoteType> {
    const note = {
      requestId: idArg('SupportRequest', input.requestId),
      to: optionalIdArg('Member', input.toMemberId),
      body: input.body,
    };
    const id = await context.act((tx) => sendPrivateNote(tx, note), {
      key,
      op: 'sendPrivateNote',
      input,
      unnamed: answersOf(note.requestId),
    });
    return found(await shownNote(context, id));
  }

  @Mutation(() => Boolean, { description: 'its writer takes it back: gone for both' })
  @Rule('member')
  async withdrawPrivateNote(
    @Ctx() context: RequestContext,
    @Args('noteId', { type: () => ID }) noteId: string,
  ): Promise<boolean> {
    const id = idArg('PrivateNote', noteId);
    await context.act((tx) => withdrawPrivateNote(tx, id));
    return true;
  }

  @Subscription(() => SupportRequestType, { description: 'a note to or from the viewer has come or gone' })
  @Rule('member')
  async privateNotesChanged(
    @Ctx() context: RequestContext,
  ): Promise<AsyncGenerator<Record<string, SupportRequestType>>> {
    const { tenantId, memberId } = context.me();
    const changes = this.live.subscribe<{ requestId: SupportRequestId }>(notesTopic(tenantId, memberId));
    return liveField(context, 'privateNotesChanged', changes, async ({ requestId }) => {
      const request = await context.load(supportRequestById, requestId);
      return request && toRequestType(request);
    });
  }
}

@Resolver(() => PrivateNoteType)
export class PrivateNotesResolver {
  @FindsNode('PrivateNote')
  async findPrivateNote(context: RequestContext, id: PrivateNoteId): Promise<object | null> {
    return shownNote(context, id);
  }

  /** Named as far as the viewer may know: an unnamed asker is 相談した人 here too. */
  @ResolveField(() => MemberType, { nullable: true })
  async author(
    @Ctx() context: RequestContext,
    @Parent() { note }: PrivateNoteType,
  ): Promise<MemberType | null> {
    if (!note.byAsker) return person(context, note.readerId);
    return person(context, (await context.load(supportRequestById, note.requestId))?.askerId ?? null);
  }

  @ResolveField(() => MemberType, { description: 'with whom the asker shares it' })
  async reader(@Ctx() context: RequestContext, @Parent() { note }: PrivateNoteType): Promise<MemberType> {
    return found(await person(context, note.readerId));
  }
}
