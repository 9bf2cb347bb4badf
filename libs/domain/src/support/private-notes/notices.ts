import { notice, type Id } from '../../kernel/index.js';
import { type SupportFacts, askerEn, askerJa, ofRequest } from '../requests/notices.js';

export const privateNoteNotices = {
  'support.note': notice<SupportFacts, { requestId: Id<'SupportRequest'>; noteId: Id<'PrivateNote'> }>({
    rule: ofRequest({ ofThread: false, neverWithContent: true }),
    ja: (facts) => ({
      title: `${askerJa(facts)}から、あなただけへの手紙が届きました`,
      body: `「${facts.title}」 ほかの人には見えません。`,
    }),
    en: (facts) => ({
      title: `${askerEn(facts)} wrote to you alone`,
      body: `“${facts.title}”. Nobody else can see it.`,
    }),
  }),
};
