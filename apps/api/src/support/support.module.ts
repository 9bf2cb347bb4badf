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
import { worryById } from './worries/worries.loader.js';
import { AnswersResolver } from './advice/advice.resolver.js';
import { AskIfStillOpen } from './nudges/ask-if-still-open.job.js';
import { isMutedByViewer } from './mutes/mutes.loader.js';
import { MutedMemberResolver, MutedRequestResolver, MutesResolver } from './mutes/mutes.resolver.js';
import {
  NotesOfRequestResolver,
  PrivateNotesResolver,
  shownNote,
} from './private-notes/private-notes.resolver.js';
import { PushPrivateNote } from './private-notes/push-private-note.job.js';
import { AskNextBest } from './nudges/ask-next-best.job.js';
import { AskSecondPerson } from './nudges/ask-second-person.job.js';
import { CountHelp } from './give-and-take/count-help.job.js';
import { GiveAndTakeResolver, HardTimesResolver } from './give-and-take/give-and-take.resolver.js';
import { toFlagType } from './give-and-take/give-and-take.type.js';
import { GuardGiveAndTake } from './give-and-take/guard-give-and-take.job.js';
import { NudgeHelpers } from './nudges/nudge-helpers.job.js';
import './nudges/notices.js';
import { toNudgeType } from './nudges/nudge.type.js';
import { flagById, nudgeById } from './nudges/nudges.loader.js';
import { ForAskerResolver, HelpAvailabilityResolver, NudgesResolver } from './nudges/nudges.resolver.js';
import { WorriesResolver } from './worries/worries.resolver.js';
import { SupportLive } from './requests/push-support-request.job.js';
import './requests/notices.js';
import { toOfferType, toReplyType, toRequestType } from './requests/support-request.type.js';
import {
  supportOfferById,
  supportReplyById,
  supportRequestById,
} from './requests/support-requests.loader.js';
import {
  GroupReadersResolver,
  SupportOffersResolver,
  SupportRepliesResolver,
  SupportRequestsResolver,
} from './requests/support-requests.resolver.js';
import { TellAboutAnswers } from './advice/tell-of-advice.job.js';
import { TellAboutSupport } from './requests/tell-of-request.job.js';
import { ThanksResolver, WhomToThankResolver } from './thanks/thanks.resolver.js';
import { toWorryType } from './worries/worry.type.js';
import { TellOfSilence } from './nudges/tell-of-silence.job.js';
import { WatchForAnswers } from './nudges/watch-for-answers.job.js';

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
    HardTimesResolver,
    WorriesResolver,
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
