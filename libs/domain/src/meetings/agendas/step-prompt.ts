import type { AgendaStep } from './agenda.js';

interface Prompt {
  readonly ja: string;
  readonly en: string;
}
type Step = Pick<AgendaStep, 'key' | 'speakerRule' | 'allowed'>;

const byKey: Readonly<Record<string, Prompt>> = {
  welcome: {
    ja: 'グループの約束を確かめてから、始めましょう。',
    en: 'Let’s begin with our promises to each other.',
  },
  break: {
    ja: '休憩です。時間になったら、また集まりましょう。',
    en: 'Break. Let’s gather again when time is up.',
  },
  close: { ja: '今日の持ち帰りを、一言ずつ話しましょう。', en: 'Let’s each say one thing we take home.' },
};

/** The first that fits is said. */
const byRule: readonly (readonly [fits: (step: Step) => boolean, prompt: Prompt])[] = [
  [
    ({ speakerRule, allowed }) => speakerRule === 'PRESENTER' && allowed.join() === 'FACTS',
    {
      ja: 'いまは、報告する人が起きたことだけを話します。感想はあとにしましょう。',
      en: 'The presenter tells what happened. Let’s keep our thoughts for later.',
    },
  ],
  [
    ({ speakerRule }) => speakerRule === 'PRESENTER',
    {
      ja: 'いまは、報告する人の話を最後まで聞きましょう。',
      en: 'Let’s hear the presenter out.',
    },
  ],
  [
    ({ speakerRule, allowed }) => speakerRule === 'ALL_EXCEPT_PRESENTER' && allowed.includes('QUESTIONS'),
    {
      ja: 'いまは、事実を確かめる質問だけにしましょう。',
      en: 'For now, only questions about the facts.',
    },
  ],
  [
    ({ speakerRule, allowed }) => speakerRule === 'ALL_EXCEPT_PRESENTER' && allowed.includes('ADVICE'),
    {
      ja: '「自分ならこうする」を話しましょう。相談した人は、聞くだけにします。',
      en: 'Let’s each say what we would do. The presenter just listens.',
    },
  ],
  [
    ({ speakerRule }) => speakerRule === 'ALL_EXCEPT_PRESENTER',
    { ja: 'いまは、声に出さずに一人で考えましょう。', en: 'Let’s each think quietly.' },
  ],
  [
    ({ allowed }) => allowed.includes('QUESTIONS') && allowed.includes('EXPERIENCE'),
    {
      ja: 'まず事実を確かめ、それから自分の経験を話しましょう。助言は、求められてからにします。',
      en: 'First the facts, then our own experience. Advice only when it is asked for.',
    },
  ],
  [
    ({ allowed }) => allowed.includes('QUESTIONS'),
    { ja: '分からないところを、遠慮なく聞きましょう。', en: 'Ask whatever is not clear.' },
  ],
  [
    ({ allowed }) => allowed.includes('ADVICE'),
    {
      ja: '経験と意見を出し合いましょう。人の話は、途中でさえぎらずに聞きます。',
      en: 'Let’s share experience and views, and let each other finish.',
    },
  ],
  [
    ({ allowed }) => allowed.includes('UPDATE') && allowed.includes('COMMIT'),
    {
      ja: '一人ずつ、できたことと次にすることを話しましょう。',
      en: 'One by one: what got done, and what comes next.',
    },
  ],
  [
    ({ allowed }) => allowed.includes('COMMIT'),
    { ja: '次までにやることを、一人ひとつ決めましょう。', en: 'Let’s each decide on one next step.' },
  ],
  [
    ({ allowed }) => allowed.includes('UPDATE'),
    {
      ja: '一人ずつ順番に話しましょう。ほかの人は、聞くだけにします。',
      en: 'One by one. Everybody else just listens.',
    },
  ],
];

/** What the group is reminded of while a step is on: who speaks now, and what is better kept for later. Null where nothing needs saying. */
export function stepPrompt(step: Step, locale: 'ja' | 'en'): string | null {
  const prompt = (step.key !== null && byKey[step.key]) || byRule.find(([fits]) => fits(step))?.[1];
  return prompt ? prompt[locale] : null;
}
