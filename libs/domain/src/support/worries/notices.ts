import { notice, type Id } from '../../kernel/index.js';
import { type SupportFacts, ofRequest } from '../requests/notices.js';

export const worryNotices = {
  'support.worry': notice<SupportFacts, { requestId: Id<'SupportRequest'>; worryId: Id<'SupportWorry'> }>({
    rule: ofRequest({ ofThread: false, quiet: false, mutable: false, neverWithContent: true }),
    ja: ({ title }) => ({
      title: '仲間を心配する声が届きました',
      body: `「${title}」 進行役だけに届いています。`,
    }),
    en: ({ title }) => ({
      title: 'Somebody is worried about a member',
      body: `“${title}”. Only facilitators are told.`,
    }),
  }),
};
