import { notice, type Id } from '../../kernel/index.js';
import { type SupportFacts, askerEn, askerJa, ofRequest } from '../requests/notices.js';

export const replyNotices = {
  'support.reply': notice<SupportFacts, { requestId: Id<'SupportRequest'>; replyId: Id<'SupportReply'> }>({
    rule: ofRequest(),
    ja: (facts) => ({
      title: `${askerJa(facts)}から返事がありました`,
      body: `「${facts.title}」`,
    }),
    en: (facts) => ({ title: `${askerEn(facts)} replied`, body: `“${facts.title}”` }),
  }),
};
