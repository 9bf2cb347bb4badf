import { notice, type NoticeRule, firstLine, publicId, san, type Id } from '../../kernel/index.js';

/** What kind of word it was about good news is the kind's; `person` is who said it, `body` the news itself. */
export interface GoodNewsFacts {
  readonly person: string;
  readonly body: string;
}

export interface ReactionFacts extends GoodNewsFacts {
  readonly reaction: 'CONGRATULATIONS' | 'THANKS';
}

/** Cheerful and in no hurry: on screen, without a mail. */
const ofGoodNews: NoticeRule<{ goodNewsId: Id<'GoodNews'> }> = {
  screen: true,
  mail: false,
  quiet: true,
  mutable: true,
  neverWithContent: false,
  duringLeave: false,
  path: ({ goodNewsId }) => `/support/good-news/${publicId('GoodNews', goodNewsId)}`,
};

export const goodNewsNotices = {
  'good-news.posted': notice<GoodNewsFacts, { goodNewsId: Id<'GoodNews'> }>({
    rule: ofGoodNews,
    ja: ({ person, body }) => ({
      title: `${san(person)}からうれしい報告です`,
      body: firstLine(body),
    }),
    en: ({ person, body }) => ({ title: `${person} has good news`, body: firstLine(body) }),
  }),
  'good-news.reaction': notice<
    ReactionFacts,
    { goodNewsId: Id<'GoodNews'>; memberId: Id<'Member'>; kind: 'CONGRATULATIONS' | 'THANKS' }
  >({
    rule: ofGoodNews,
    ja: ({ person, body, reaction }) => ({
      title: `${san(person)}から「${reaction === 'THANKS' ? 'ありがとう' : 'おめでとう'}」が届きました`,
      body: firstLine(body),
    }),
    en: ({ person, body, reaction }) => ({
      title: reaction === 'THANKS' ? `${person} says thank you` : `${person} congratulates you`,
      body: firstLine(body),
    }),
  }),
  'good-news.comment': notice<
    GoodNewsFacts,
    { goodNewsId: Id<'GoodNews'>; commentId: Id<'GoodNewsComment'> }
  >({
    rule: ofGoodNews,
    ja: ({ person, body }) => ({
      title: `${san(person)}からひとこと届きました`,
      body: firstLine(body),
    }),
    en: ({ person, body }) => ({
      title: `${person} left a word for you`,
      body: firstLine(body),
    }),
  }),
};
