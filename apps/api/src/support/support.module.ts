import { Module } from '@nestjs/common';
import {
  canSeeOffer,
  type PrivateNoteId,
  type GiveAndTakeFlagId,
  type SupportNudgeId,
  type SupportOfferId,
  type SupportReplyId,
  type SupportRequestId,
  type WorryId,
} from '@yoriai/domain/support';
import { Nodes } from '../platform/graphql/nodes.js';
import { worryById } from './answers.loader.js';
import { AnswersResolver } from './answers.resolver.js';
import { AskIfStillOpen } from './ask-if-still-open.job.js';
import { isMutedByViewer } from './mutes.loader.js';
import { MutedMemberResolver, MutedRequestResolver, MutesResolver } from './mutes.resolver.js';
import { NotesOfRequestResolver, PrivateNotesResolver, shownNote } from './private-notes.resolver.js';
import { PushPrivateNote } from './push-private-note.job.js';
import { AskNextBest } from './ask-next-best.job.js';
import { AskSecondPerson } from './ask-second-person.job.js';
import { CountHelp } from './count-help.job.js';
import { GiveAndTakeResolver } from './give-and-take.resolver.js';
import { toFlagType } from './give-and-take.type.js';
import { GuardGiveAndTake } from './guard-give-and-take.job.js';
import { NudgeHelpers } from './nudge-helpers.job.js';
import './nudge-notices.js';
import { toNudgeType } from './nudge.type.js';
import { flagById, nudgeById } from './nudges.loader.js';
import { ForAskerResolver, HelpAvailabilityResolver, NudgesResolver } from './nudges.resolver.js';
import {
  FacilitatedGroupsResolver,
  FacilitatorOverviewResolver,
  HardTimesResolver,
  QuietMembersResolver,
  WorriesResolver,
} from './overview.resolver.js';
import { SupportLive } from './support-live.job.js';
import './support-notices.js';
import { toOfferType, toReplyType, toRequestType } from './support-request.type.js';
import { supportOfferById, supportReplyById, supportRequestById } from './support.loader.js';
import {
  GroupReadersResolver,
  SupportOffersResolver,
  SupportRepliesResolver,
  SupportRequestsResolver,
} from './support.resolver.js';
import { TellAboutAnswers } from './tell-about-answers.job.js';
import { TellAboutSupport } from './tell-about-support.job.js';
import { ThanksResolver, WhomToThankResolver } from './thanks.resolver.js';
import { toWorryType } from './worry.type.js';
import { TellOfSilence } from './tell-of-silence.job.js';
import { WatchForAnswers } from './watch-for-answers.job.js';

@Module({
  providers: [
    SupportRequestsResolver,
    GroupReadersResolver,
    SupportRepliesResolver,
    SupportOffersResolver,
    ThanksResolver,
    WhomToThankResolver,
    TellAboutSupport,
    AskIfStillOpen,
    SupportLive,
    AnswersResolver,
    NotesOfRequestResolver,
    PrivateNotesResolver,
    PushPrivateNote,
    TellAboutAnswers,
    MutesResolver,
    MutedRequestResolver,
    MutedMemberResolver,
    NudgesResolver,
    ForAskerResolver,
    HelpAvailabilityResolver,
    GiveAndTakeResolver,
    FacilitatorOverviewResolver,
    QuietMembersResolver,
    HardTimesResolver,
    WorriesResolver,
    FacilitatedGroupsResolver,
    WatchForAnswers,
    NudgeHelpers,
    AskNextBest,
    AskSecondPerson,
    TellOfSilence,
    CountHelp,
    GuardGiveAndTake,
  ],
})
export class SupportModule {
  constructor(nodes: Nodes) {
    nodes.add('SupportRequest', async (context, id) => {
      const request = await context.load(supportRequestById, id as SupportRequestId);
      return request && toRequestType(request);
    });
    nodes.add('SupportReply', async (context, id) => {
      const reply = await context.load(supportReplyById, id as SupportReplyId);
      return reply && toReplyType(reply);
    });
    nodes.add('SupportNudge', async (context, id) => {
      const nudge = await context.load(nudgeById, id as SupportNudgeId);
      return nudge && toNudgeType(nudge, context.me().locale);
    });
    nodes.add('GiveAndTakeFlag', async (context, id) => {
      const flag = await context.load(flagById, id as GiveAndTakeFlagId);
      return flag && toFlagType(flag);
    });
    nodes.add('SupportOffer', async (context, id) => {
      const offer = await context.load(supportOfferById, id as SupportOfferId);
      const request = offer && (await context.load(supportRequestById, offer.requestId));
      // Who left the group sees the offer that was theirs, no longer the request.
      const standing = request ?? { mine: false };
      if (!offer || (await context.load(isMutedByViewer, offer.helperId))) return null;
      return canSeeOffer(context.me(), standing, offer).ok ? toOfferType(offer) : null;
    });
    nodes.add('PrivateNote', (context, id) => shownNote(context, id as PrivateNoteId));
    nodes.add('SupportWorry', async (context, id) => {
      const worry = await context.load(worryById, id as WorryId);
      return worry && toWorryType(worry);
    });
  }
}
