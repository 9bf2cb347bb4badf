import { Module } from '@nestjs/common';
import {
  canSeeOffer,
  type GiveAndTakeFlagId,
  type GoodNewsCommentId,
  type GoodNewsId,
  type PrivateNoteId,
  type StrengthId,
  type StrengthsRoundId,
  type SupportNudgeId,
  type SupportOfferId,
  type SupportReplyId,
  type SupportRequestId,
  type WorryId,
} from '@yoriai/domain/support';
import { Nodes } from '../platform/graphql/nodes.js';
import { AdviceResolver } from './advice/advice.resolver.js';
import './advice/notices.js';
import { TellOfAdvice } from './advice/tell-of-advice.job.js';
import { HidesAmongResolver, RevealAuthorResolver } from './anonymity/anonymity.resolver.js';
import { CountHelp } from './give-and-take/count-help.job.js';
import { flagById } from './give-and-take/give-and-take.loader.js';
import { GiveAndTakeResolver, HardTimesResolver } from './give-and-take/give-and-take.resolver.js';
import { toFlagType } from './give-and-take/give-and-take.type.js';
import { GuardGiveAndTake } from './give-and-take/guard-give-and-take.job.js';
import './give-and-take/notices.js';
import { goodNewsById, goodNewsCommentById } from './good-news/good-news.loader.js';
import { GoodNewsCommentsResolver, GoodNewsResolver } from './good-news/good-news.resolver.js';
import { toCommentType, toNewsType } from './good-news/good-news.type.js';
import './good-news/notices.js';
import { PushGoodNews } from './good-news/push-good-news.job.js';
import { TellOfGoodNews } from './good-news/tell-of-good-news.job.js';
import { isMutedByViewer } from './mutes/mutes.loader.js';
import { MutedMemberResolver, MutedRequestResolver, MutesResolver } from './mutes/mutes.resolver.js';
import { AskIfStillOpen } from './nudges/ask-if-still-open.job.js';
import { AskNextBest } from './nudges/ask-next-best.job.js';
import { AskSecondPerson } from './nudges/ask-second-person.job.js';
import './nudges/notices.js';
import { NudgeHelpers } from './nudges/nudge-helpers.job.js';
import { toNudgeType } from './nudges/nudge.type.js';
import { nudgeById } from './nudges/nudges.loader.js';
import { ForAskerResolver, HelpAvailabilityResolver, NudgesResolver } from './nudges/nudges.resolver.js';
import { TellOfSilence } from './nudges/tell-of-silence.job.js';
import { WatchForAnswers } from './nudges/watch-for-answers.job.js';
import './offers/notices.js';
import { supportOfferById } from './offers/offers.loader.js';
import { OffersOfRequestResolver, SupportOffersResolver } from './offers/offers.resolver.js';
import { toOfferType } from './offers/support-offer.type.js';
import { TellOfOffer } from './offers/tell-of-offer.job.js';
import './private-notes/notices.js';
import {
  NotesOfRequestResolver,
  PrivateNotesResolver,
  shownNote,
} from './private-notes/private-notes.resolver.js';
import { PushPrivateNote } from './private-notes/push-private-note.job.js';
import { TellOfPrivateNote } from './private-notes/tell-of-private-note.job.js';
import './replies/notices.js';
import { supportReplyById } from './replies/replies.loader.js';
import { RepliesOfRequestResolver, SupportRepliesResolver } from './replies/replies.resolver.js';
import { toReplyType } from './replies/support-reply.type.js';
import { TellOfReply } from './replies/tell-of-reply.job.js';
import './requests/notices.js';
import { PushSupportRequest } from './requests/push-support-request.job.js';
import { toRequestType } from './requests/support-request.type.js';
import { supportRequestById } from './requests/support-requests.loader.js';
import { SupportRequestsResolver } from './requests/support-requests.resolver.js';
import { TellOfRequest } from './requests/tell-of-request.job.js';
import { BeginSeason, WaitForSeason } from './strengths/begin-season.job.js';
import { CloseStrengths } from './strengths/close-strengths.job.js';
import './strengths/notices.js';
import { strengthById, strengthsRoundById } from './strengths/strengths.loader.js';
import {
  GroupStrengthsResolver,
  StrengthPeersResolver,
  StrengthsReceivedResolver,
  StrengthsResolver,
} from './strengths/strengths.resolver.js';
import { toRoundType, toStrengthType } from './strengths/strengths.type.js';
import { TellOfStrengths } from './strengths/tell-of-strengths.job.js';
import './thanks/notices.js';
import { TellOfThanks } from './thanks/tell-of-thanks.job.js';
import { ThanksOfRequestResolver, ThanksResolver } from './thanks/thanks.resolver.js';
import './worries/notices.js';
import { TellOfWorry } from './worries/tell-of-worry.job.js';
import { worryById } from './worries/worries.loader.js';
import { WorriesOfRequestResolver, WorriesResolver } from './worries/worries.resolver.js';
import { toWorryType } from './worries/worry.type.js';

const resolvers = [
  SupportRequestsResolver,
  RepliesOfRequestResolver,
  SupportRepliesResolver,
  OffersOfRequestResolver,
  SupportOffersResolver,
  AdviceResolver,
  ThanksOfRequestResolver,
  ThanksResolver,
  HidesAmongResolver,
  RevealAuthorResolver,
  NotesOfRequestResolver,
  PrivateNotesResolver,
  WorriesOfRequestResolver,
  WorriesResolver,
  MutesResolver,
  MutedRequestResolver,
  MutedMemberResolver,
  NudgesResolver,
  ForAskerResolver,
  HelpAvailabilityResolver,
  GiveAndTakeResolver,
  HardTimesResolver,
  GoodNewsResolver,
  GoodNewsCommentsResolver,
  GroupStrengthsResolver,
  StrengthsResolver,
  StrengthPeersResolver,
  StrengthsReceivedResolver,
];

const jobs = [
  TellOfRequest,
  TellOfReply,
  TellOfOffer,
  TellOfAdvice,
  TellOfThanks,
  TellOfPrivateNote,
  TellOfWorry,
  PushSupportRequest,
  PushPrivateNote,
  WatchForAnswers,
  NudgeHelpers,
  AskNextBest,
  AskSecondPerson,
  TellOfSilence,
  AskIfStillOpen,
  CountHelp,
  GuardGiveAndTake,
  PushGoodNews,
  TellOfGoodNews,
  WaitForSeason,
  BeginSeason,
  CloseStrengths,
  TellOfStrengths,
];

@Module({ providers: [...resolvers, ...jobs] })
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
    nodes.add('SupportNudge', async (context, id) => {
      const nudge = await context.load(nudgeById, id as SupportNudgeId);
      return nudge && toNudgeType(nudge, context.me().locale);
    });
    nodes.add('GiveAndTakeFlag', async (context, id) => {
      const flag = await context.load(flagById, id as GiveAndTakeFlagId);
      return flag && toFlagType(flag);
    });
    nodes.add('GoodNews', async (context, id) => {
      const news = await context.load(goodNewsById, id as GoodNewsId);
      return news && toNewsType(news, context.me().memberId);
    });
    nodes.add('GoodNewsComment', async (context, id) => {
      const comment = await context.load(goodNewsCommentById, id as GoodNewsCommentId);
      return comment && toCommentType(comment, context.me().memberId);
    });
    nodes.add('StrengthsRound', async (context, id) => {
      const round = await context.load(strengthsRoundById, id as StrengthsRoundId);
      return round && toRoundType(round);
    });
    nodes.add('Strength', async (context, id) => {
      const strength = await context.load(strengthById, id as StrengthId);
      return strength && toStrengthType(strength);
    });
  }
}
