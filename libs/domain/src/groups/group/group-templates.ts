import type { GroupTemplate } from './group.js';

/** What a new group of an industry may start from; every word can be changed. */
export interface GroupTemplateWords {
  readonly purpose: string;
  readonly goals: readonly string[];
  /** What people of this industry often bring to a meeting. */
  readonly topics: readonly string[];
}
export interface GroupTemplateSuggestion extends Readonly<Record<'ja' | 'en', GroupTemplateWords>> {
  /** A name from the agenda templates of `meetings`. */
  readonly agendaTemplate: 'monthly-review' | 'incident';
}

export const groupTemplates: Readonly<Record<GroupTemplate, GroupTemplateSuggestion>> = {
  SERVICE: {
    agendaTemplate: 'monthly-review',
    ja: {
      purpose: 'お客さまと向き合う仕事の悩みを持ち寄り、ひとりで抱えずに続けていくための集まりです。',
      goals: [
        '毎月一度は店を離れて、経営のことを考える',
        '人手と時間のやりくりを一つ改善する',
        '常連のお客さまを増やす工夫を試す',
      ],
      topics: [
        '人が採れない、続かない',
        '値上げの伝え方',
        '口コミとクレームへの対応',
        '休みの取り方',
        '予約の無断キャンセル',
      ],
    },
    en: {
      purpose:
        'A place for people who serve customers all day to bring their worries, so that nobody has to carry on alone.',
      goals: [
        'Step out of the shop once a month to think about the business',
        'Fix one thing about staffing or hours',
        'Try one idea that brings customers back',
      ],
      topics: [
        'Finding and keeping staff',
        'How to announce a price rise',
        'Reviews and complaints',
        'Getting time off',
        'No-shows',
      ],
    },
  },
  MANUFACTURING_RETAIL: {
    agendaTemplate: 'monthly-review',
    ja: {
      purpose: 'ものづくりと商いの現場を知る仲間どうしで、数字と段取りの相談をし合う集まりです。',
      goals: ['原価と在庫を毎月確かめる', '取引先に頼りすぎない売り先を一つ開く', '現場の改善を月に一つ試す'],
      topics: [
        '材料費の値上がりと価格交渉',
        '在庫と資金繰り',
        '設備を入れ替える時期',
        '技術と店の引き継ぎ',
        'ネット販売の始め方',
      ],
    },
    en: {
      purpose: 'Makers and shopkeepers who know the floor help each other with figures, stock and planning.',
      goals: [
        'Look at costs and stock every month',
        'Open one sales channel that depends on no single customer',
        'Try one improvement on the floor each month',
      ],
      topics: [
        'Rising material costs and negotiating prices',
        'Stock and cash flow',
        'When to replace equipment',
        'Handing over skills or the shop',
        'Starting to sell online',
      ],
    },
  },
  PROFESSIONAL: {
    agendaTemplate: 'incident',
    ja: {
      purpose: '専門の仕事をひとりで担う人が、判断に迷う場面を秘密を守って話し合う集まりです。',
      goals: [
        'ひとりで決めた判断を月に一度ふり返る',
        '仕事の受け方と断り方の基準を持つ',
        '働く時間を決めて守る',
      ],
      topics: [
        '報酬の決め方と値上げ',
        '難しい依頼の断り方',
        'ひとり仕事の孤独',
        '学び続ける時間の作り方',
        '仕事を任せられる人の探し方',
      ],
    },
    en: {
      purpose: 'People who practise a profession on their own talk through hard calls, in confidence.',
      goals: [
        'Look back once a month at a decision made alone',
        'Know which work to take and which to decline',
        'Set working hours and keep them',
      ],
      topics: [
        'Setting and raising fees',
        'Saying no to a difficult client',
        'Working alone',
        'Making time to learn',
        'Finding somebody to share the work with',
      ],
    },
  },
  MIXED: {
    agendaTemplate: 'monthly-review',
    ja: {
      purpose: '業種のちがう経営者どうしが、毎月顔を合わせて近況を話し、困りごとを助け合う集まりです。',
      goals: [
        '毎月一度、近況と困りごとを話す',
        '次までにやることを一つ決めて試す',
        '困ったときに連絡できる相手をつくる',
      ],
      topics: [
        '資金繰りと借入れ',
        '人を雇うこと、任せること',
        '家族と仕事の両立',
        '体と気持ちの調子',
        'これからの五年',
      ],
    },
    en: {
      purpose:
        'Owners from different trades meet every month, say how things are going and help each other out.',
      goals: [
        'Talk about the month and its worries',
        'Choose one thing to try before we next meet',
        'Know whom to call when it gets hard',
      ],
      topics: [
        'Cash flow and borrowing',
        'Hiring and delegating',
        'Family and work',
        'Health and mood',
        'The next five years',
      ],
    },
  },
};
