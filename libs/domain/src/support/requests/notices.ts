import { notice, type NoticeRule, publicId, san, type Id, type NoticeFlags } from '../../kernel/index.js';

/** About one request. `person` is the member who acted; null where the asker is anonymous: then the words say 相談した人. */
export interface SupportFacts {
  readonly type: 'INFORMATIONAL' | 'INSTRUMENTAL' | 'EMOTIONAL' | 'APPRAISAL';
  readonly title: string;
  readonly person: string | null;
}

/** Told in the thread of a request. */
export const ofRequest = (flags?: Partial<NoticeFlags>): NoticeRule<{ requestId: Id<'SupportRequest'> }> => ({
  screen: true,
  mail: true,
  quiet: true,
  mutable: true,
  neverWithContent: false,
  duringLeave: false,
  ofThread: true,
  path: ({ requestId }) => `/support/${publicId('SupportRequest', requestId)}`,
  ...flags,
});

export const askerJa = ({ person }: SupportFacts): string => (person === null ? '相談した人' : san(person));

export const askerEn = ({ person }: SupportFacts, unnamed = 'The person who asked'): string =>
  person ?? unnamed;

const typesJa = {
  INFORMATIONAL: '情報がほしい',
  INSTRUMENTAL: '手を借りたい',
  EMOTIONAL: '話を聞いてほしい',
  APPRAISAL: '率直な意見がほしい',
} as const;

const typesEn = {
  INFORMATIONAL: 'Looking for information',
  INSTRUMENTAL: 'Looking for a helping hand',
  EMOTIONAL: 'Looking for someone to listen',
  APPRAISAL: 'Looking for a frank opinion',
} as const;

export const requestNotices = {
  'support.posted': notice<SupportFacts, { requestId: Id<'SupportRequest'> }>({
    rule: ofRequest(),
    ja: (facts) => ({
      title: `${facts.person === null ? '仲間' : san(facts.person)}から相談がありました`,
      body: `${typesJa[facts.type]}:「${facts.title}」`,
    }),
    en: (facts) => ({
      title: `${askerEn(facts, 'Someone')} is asking for support`,
      body: `${typesEn[facts.type]}: “${facts.title}”`,
    }),
  }),
};
