import { notice, type Id } from '../../kernel/index.js';
import { type SupportFacts, askerEn, askerJa, ofRequest } from '../requests/notices.js';

export const offerNotices = {
  'support.offer': notice<SupportFacts, { requestId: Id<'SupportRequest'>; offerId: Id<'SupportOffer'> }>({
    rule: ofRequest(),
    ja: (facts) => ({
      title: `${askerJa(facts)}から申し出がありました`,
      body: `「${facts.title}」にできることがあるそうです。`,
    }),
    en: (facts) => ({ title: `${askerEn(facts)} has an offer`, body: `On “${facts.title}”` }),
  }),
  'support.offer-accepted': notice<
    SupportFacts,
    { requestId: Id<'SupportRequest'>; offerId: Id<'SupportOffer'> }
  >({
    rule: ofRequest({ ofThread: false }),
    ja: (facts) => ({
      title: '申し出を受けたいとの返事がありました',
      body: `${askerJa(facts)}の「${facts.title}」`,
    }),
    en: (facts) => ({
      title: 'Your offer is welcome',
      body: `${askerEn(facts)} has accepted it on “${facts.title}”`,
    }),
  }),
  'support.offer-declined': notice<
    SupportFacts,
    { requestId: Id<'SupportRequest'>; offerId: Id<'SupportOffer'> }
  >({
    rule: ofRequest({ mail: false }),
    ja: (facts) => ({
      title: '申し出は今回は見送りになりました',
      body: `「${facts.title}」 お気持ちをありがとうございました。`,
    }),
    en: (facts) => ({
      title: 'Your offer was not taken up this time',
      body: `“${facts.title}”. Thank you for the thought.`,
    }),
  }),
};
