import { alike } from '../../kernel/index.js';

/** The trades our members are in, as they would say it; 総務省「日本標準産業分類」 folded to what a chamber's form offers. */
export interface Industry {
  readonly code: string;
  readonly ja: string;
  readonly en: string;
  /** Other words for the same, without 業 at the end. */
  readonly also: readonly string[];
}

export const industries: readonly Industry[] = [
  {
    code: 'AGRICULTURE',
    ja: '農林水産業',
    en: 'Farming, forestry and fishing',
    also: ['農業', '林業', '漁業', '水産', '酪農', '果樹', 'agriculture', 'farming'],
  },
  {
    code: 'CONSTRUCTION',
    ja: '建設業',
    en: 'Construction',
    also: ['建築', '工務店', '土木', '電気工事', '設備工事', 'リフォーム', '内装'],
  },
  {
    code: 'MANUFACTURING',
    ja: '製造業',
    en: 'Manufacturing',
    also: ['ものづくり', '金属加工', '機械', '食品製造', '木工', '縫製'],
  },
  { code: 'WHOLESALE', ja: '卸売業', en: 'Wholesale', also: ['卸', '問屋', '商社'] },
  { code: 'RETAIL', ja: '小売業', en: 'Retail', also: ['小売', '物販', '販売', 'shop'] },
  {
    code: 'FOOD_SERVICE',
    ja: '飲食業',
    en: 'Restaurants and cafés',
    also: ['飲食店', 'カフェ', '居酒屋', 'レストラン', 'restaurant', 'cafe'],
  },
  { code: 'LODGING', ja: '宿泊業', en: 'Lodging', also: ['旅館', 'ホテル', '民宿', '観光', 'hotel'] },
  {
    code: 'BEAUTY',
    ja: '理容・美容業',
    en: 'Hair and beauty',
    also: ['美容', '理容', '美容室', '理髪', 'エステ', 'ネイル', 'beauty', 'salon'],
  },
  {
    code: 'HEALTH_CARE',
    ja: '医療・福祉',
    en: 'Health and care',
    also: ['医療', '介護', '福祉', '整体', '鍼灸', '保育', '薬局'],
  },
  {
    code: 'EDUCATION',
    ja: '教育・学習支援業',
    en: 'Education',
    also: ['学習塾', '教室', '教育', 'スクール', 'school'],
  },
  { code: 'TRANSPORT', ja: '運輸業', en: 'Transport', also: ['運送', '物流', 'タクシー', 'logistics'] },
  { code: 'REAL_ESTATE', ja: '不動産業', en: 'Real estate', also: ['不動産', '賃貸'] },
  {
    code: 'IT',
    ja: '情報通信業',
    en: 'IT and media',
    also: ['it', 'ソフトウェア', 'web制作', 'システム開発', '情報通信', '映像', '出版', 'software'],
  },
  {
    code: 'PROFESSIONAL',
    ja: '専門サービス業',
    en: 'Professional services',
    also: [
      '士業',
      '税理士',
      '社労士',
      '行政書士',
      'コンサルティング',
      'デザイン',
      '設計',
      '写真',
      'consulting',
      'design',
    ],
  },
  {
    code: 'LIFE_SERVICE',
    ja: '生活関連サービス業',
    en: 'Services for daily life',
    also: ['クリーニング', '冠婚葬祭', '修理', '清掃', 'ペット', '自動車整備', 'サービス', 'service'],
  },
  {
    code: 'FINANCE',
    ja: '金融・保険業',
    en: 'Finance and insurance',
    also: ['保険', '金融', '保険代理店', 'insurance'],
  },
  { code: 'OTHER', ja: 'その他', en: 'Other', also: ['other'] },
];

const bare = (text: string): string =>
  alike(text)
    .replace(/[\s・,、]/gu, '')
    .replace(/業$/u, '');

/**
 * The industry a person means by their own words, or null: members keep what they typed; totals and translations go by
 * this.
 */
export const industryOf = (text: string): Industry | null =>
  industries.find(({ code, ja, en, also }) =>
    [code, ja, en, ...also].some((word) => bare(word) === bare(text)),
  ) ?? null;

/** The industry in the reader's language: a known one by its listed word, any other as it was typed. */
export const industryText = (text: string, locale: 'ja' | 'en'): string => {
  const known = industries.find(({ code, ja, en }) =>
    [code, ja, en].some((word) => bare(word) === bare(text)),
  );
  return known ? known[locale] : text;
};
