import { notice, type Id } from '../../kernel/index.js';
import { type SupportFacts, askerEn, askerJa, ofRequest } from '../requests/notices.js';

export const thanksNotices = {
  'support.thanks': notice<SupportFacts, { requestId: Id<'SupportRequest'> }>({
    rule: ofRequest({ ofThread: false }),
    ja: (facts) => ({
      title: `${askerJa(facts)}からありがとうが届きました`,
      body: `「${facts.title}」`,
    }),
    en: (facts) => ({ title: `${askerEn(facts)} says thank you`, body: `“${facts.title}”` }),
  }),
  'support.resolved': notice<SupportFacts, { requestId: Id<'SupportRequest'> }>({
    rule: ofRequest({ mail: false }),
    ja: (facts) => ({
      title: '相談がひと区切りつきました',
      body: `${askerJa(facts)}の「${facts.title}」`,
    }),
    en: (facts) => ({
      title: 'A request has come to a good end',
      body: `${askerEn(facts)}: “${facts.title}”`,
    }),
  }),
};
