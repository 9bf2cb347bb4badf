import { type GroupFacts, ofGroup } from '../../groups/index.js';
import { notice, type Id } from '../../kernel/index.js';

export const strengthNotices = {
  'strengths.opened': notice<GroupFacts, { groupId: Id<'Group'>; roundId: Id<'StrengthsRound'> }>({
    rule: ofGroup('/strengths'),
    ja: ({ groupName }) => ({
      title: '仲間の強みを、ひとことずつ書きませんか',
      body: `${groupName}\n仲間の「すごいところ」を、3週間のあいだ書けます。書いた言葉は、終わりの日に本人へ届きます。`,
    }),
    en: ({ groupName }) => ({
      title: 'A line about what each of your peers is good at?',
      body: `${groupName}\nThere are three weeks to write. Everybody gets what was written about them at the end.`,
    }),
  }),
  'strengths.received': notice<GroupFacts, { groupId: Id<'Group'>; roundId: Id<'StrengthsRound'> }>({
    rule: { ...ofGroup(''), path: () => '/me/strengths' },
    ja: ({ groupName }) => ({
      title: '仲間から「あなたの強み」が届きました',
      body: `${groupName}\n仲間が書いたひとことを、ゆっくり読んでみてください。`,
    }),
    en: ({ groupName }) => ({
      title: 'Your peers wrote about your strengths',
      body: `${groupName}\nTake a quiet moment to read their lines.`,
    }),
  }),
};
