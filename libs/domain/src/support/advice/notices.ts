import { notice, type Id } from '../../kernel/index.js';
import { type SupportFacts, askerEn, askerJa, ofRequest } from '../requests/notices.js';

export const adviceNotices = {
  'support.leave-asked': notice<SupportFacts, { requestId: Id<'SupportRequest'> }>({
    rule: ofRequest({ mail: false }),
    ja: ({ title }) => ({
      title: 'アドバイスしてもよいか、聞いている仲間がいます',
      body: `「${title}」 聞いてもらうだけのままでも、もちろんかまいません。`,
    }),
    en: ({ title }) => ({
      title: 'Somebody asks whether advice is welcome',
      body: `“${title}”. Just being heard is fine, too.`,
    }),
  }),
  'support.advice-welcomed': notice<SupportFacts, { requestId: Id<'SupportRequest'> }>({
    rule: ofRequest({ mail: false }),
    ja: (facts) => ({
      title: `${askerJa(facts)}が、アドバイスも聞きたいそうです`,
      body: `「${facts.title}」`,
    }),
    en: (facts) => ({
      title: `${askerEn(facts)} would like advice, too`,
      body: `“${facts.title}”`,
    }),
  }),
};
