import type { HelpLine, WeeklyHours } from './help-line.js';

const always: WeeklyHours = everyDay(['00:00', '24:00']);

function everyDay(...spans: readonly (readonly [string, string])[]): WeeklyHours {
  return [spans, spans, spans, spans, spans, spans, spans];
}
function week(
  weekday: readonly [string, string],
  saturday?: readonly [string, string],
  sunday?: readonly [string, string],
): WeeklyHours {
  const day = [weekday];
  return [day, day, day, day, day, saturday ? [saturday] : [], sunday ? [sunday] : []];
}

const japan = { timeZone: 'Asia/Tokyo', region: 'JP', verifiedAt: '2026-11-21' } as const;

/**
 * Numbers that answer in all of Japan. Compared with what the organisations publish; where their hours differ by
 * prefecture or change during the year, `hours` is null and the screen points to the source. To be compared again
 * at least every six months.
 */
export const helpLines: readonly HelpLine[] = [
  {
    ...japan,
    id: 'fire-119',
    name: { ja: '119(救急・消防)', en: '119 (ambulance and fire)' },
    note: { ja: 'けがや急病、火事のとき', en: 'Injury, sudden illness, fire' },
    tel: '119',
    hours: always,
    closedOnHolidays: false,
    topics: ['LIFE', 'ACCIDENT', 'BODY'],
    source: 'https://www.fdma.go.jp/',
  },
  {
    ...japan,
    id: 'police-110',
    name: { ja: '110(警察)', en: '110 (police)' },
    note: { ja: '事件や事故、身の危険があるとき', en: 'Crime, accidents, danger from others' },
    tel: '110',
    hours: always,
    closedOnHolidays: false,
    topics: ['LIFE', 'ACCIDENT'],
    source: 'https://www.npa.go.jp/',
  },
  {
    ...japan,
    id: 'yorisoi',
    name: { ja: 'よりそいホットライン', en: 'Yorisoi Hotline' },
    note: {
      ja: 'どんな悩みでも。無料。外国語でも話せます',
      en: 'Any kind of worry, free of charge; several languages',
    },
    tel: '0120-279-338',
    hours: always,
    closedOnHolidays: false,
    topics: ['MIND', 'MONEY', 'ACCIDENT', 'UNSURE'],
    source: 'https://www.since2011.net/yorisoi/',
  },
  {
    ...japan,
    id: 'inochi-sos',
    name: { ja: '#いのちSOS', en: '#Inochi SOS' },
    note: {
      ja: '死にたい、消えたい、疲れたと感じるとき。無料',
      en: 'When you want to die, to vanish, or are worn out; free of charge',
    },
    tel: '0120-061-338',
    hours: null,
    closedOnHolidays: false,
    topics: ['MIND', 'UNSURE'],
    source: 'https://www.lifelink.or.jp/inochisos/',
  },
  {
    ...japan,
    id: 'inochi-no-denwa-navi',
    name: { ja: 'いのちの電話(ナビダイヤル)', en: 'Inochi no Denwa (lifeline, call charge)' },
    note: { ja: '名前を言わずに話せます', en: 'You need not give your name; in Japanese' },
    tel: '0570-783-556',
    hours: everyDay(['10:00', '22:00']),
    closedOnHolidays: false,
    topics: ['MIND', 'UNSURE'],
    source: 'https://www.inochinodenwa.org/',
  },
  {
    ...japan,
    id: 'inochi-no-denwa-free',
    name: { ja: 'いのちの電話(フリーダイヤル)', en: 'Inochi no Denwa (lifeline, free of charge)' },
    note: {
      ja: '毎月10日は朝8時から翌朝8時まで',
      en: 'On the 10th of each month from 8 in the morning until 8 the next day; in Japanese',
    },
    tel: '0120-783-556',
    hours: everyDay(['16:00', '21:00']),
    closedOnHolidays: false,
    topics: ['MIND', 'UNSURE'],
    source: 'https://www.inochinodenwa.org/',
  },
  {
    ...japan,
    id: 'kokoro-dial',
    name: { ja: 'こころの健康相談統一ダイヤル', en: 'Mental health line of your prefecture' },
    note: {
      ja: 'お住まいの都道府県の窓口につながります',
      en: 'Puts you through to your prefecture; in Japanese',
    },
    tel: '0570-064-556',
    hours: null,
    closedOnHolidays: false,
    topics: ['MIND', 'UNSURE'],
    source: 'https://www.mhlw.go.jp/mamorouyokokoro/',
  },
  {
    ...japan,
    id: 'kokoro-no-mimi',
    name: { ja: '働く人の「こころの耳電話相談」', en: 'Kokoro no Mimi (for people at work)' },
    note: {
      ja: '仕事の悩みや心の疲れ。無料',
      en: 'Worries and exhaustion at work, free of charge; in Japanese',
    },
    tel: '0120-565-455',
    hours: week(['17:00', '22:00'], ['10:00', '16:00'], ['10:00', '16:00']),
    closedOnHolidays: true,
    topics: ['MIND'],
    source: 'https://kokoro.mhlw.go.jp/agency/',
  },
  {
    ...japan,
    id: 'medical-7119',
    name: { ja: '救急安心センター #7119', en: '#7119 (should I see a doctor?)' },
    note: {
      ja: '救急車を呼ぶか迷ったとき。地域によってはつながりません',
      en: 'When you wonder whether to call an ambulance; not in every region',
    },
    tel: '#7119',
    hours: null,
    closedOnHolidays: false,
    topics: ['BODY', 'ACCIDENT'],
    source: 'https://www.fdma.go.jp/mission/enrichment/appropriate/appropriate007.html',
  },
  {
    ...japan,
    id: 'police-9110',
    name: { ja: '警察相談専用電話 #9110', en: '#9110 (advice from the police)' },
    note: {
      ja: '急ぎではない、詐欺や嫌がらせなどの心配',
      en: 'Fraud, harassment and other worries that can wait for a patrol car',
    },
    tel: '#9110',
    hours: null,
    closedOnHolidays: true,
    topics: ['ACCIDENT', 'MONEY', 'UNSURE'],
    source: 'https://www.gov-online.go.jp/useful/article/201309/3.html',
  },
  {
    ...japan,
    id: 'traffic-accident',
    name: { ja: '日弁連交通事故相談センター', en: 'Traffic accident advice by lawyers' },
    note: {
      ja: '交通事故の賠償を弁護士に。無料、10分ほど',
      en: 'Ten minutes with a lawyer about damages, free of charge; in Japanese',
    },
    tel: '0120-078-325',
    hours: week(['10:00', '16:30']),
    closedOnHolidays: true,
    topics: ['ACCIDENT'],
    source: 'https://n-tacc.or.jp/consluting',
  },
  {
    ...japan,
    id: 'houterasu',
    name: { ja: '法テラス・サポートダイヤル', en: 'Houterasu (Japan Legal Support Center)' },
    note: {
      ja: '借金、契約、労働など。使える制度と窓口の案内',
      en: 'Debt, contracts, employment: which law and which office can help; in Japanese',
    },
    tel: '0570-078374',
    hours: week(['09:00', '21:00'], ['09:00', '17:00']),
    closedOnHolidays: true,
    topics: ['MONEY', 'ACCIDENT', 'UNSURE'],
    source: 'https://www.houterasu.or.jp/',
  },
  {
    ...japan,
    id: 'himawari',
    name: { ja: 'ひまわりほっとダイヤル', en: 'Himawari line (lawyers for small businesses)' },
    note: {
      ja: '事業者向け。地元の弁護士会が折り返します',
      en: 'For business owners; your local bar association calls back; in Japanese',
    },
    tel: '0570-001-240',
    hours: null,
    closedOnHolidays: true,
    topics: ['MONEY'],
    source: 'https://www.nichibenren.or.jp/ja/sme/',
  },
  {
    ...japan,
    id: 'trade-refuge',
    name: { ja: '取引かけこみ寺(下請かけこみ寺)', en: 'Help with unfair dealings by customers' },
    note: {
      ja: '代金の未払い、値下げの強要など。無料',
      en: 'Unpaid invoices, forced discounts and the like, free of charge; in Japanese',
    },
    tel: '0120-418-618',
    hours: null,
    closedOnHolidays: true,
    topics: ['MONEY'],
    source: 'https://www.zenkyo.or.jp/kakekomi/',
  },
  {
    ...japan,
    id: 'jfc',
    name: { ja: '日本政策金融公庫 事業資金相談ダイヤル', en: 'Japan Finance Corporation (business loans)' },
    note: { ja: '融資や返済の見直しの相談', en: 'Loans and changing the terms of repayment; in Japanese' },
    tel: '0120-154-505',
    hours: week(['09:00', '17:00']),
    closedOnHolidays: true,
    topics: ['MONEY'],
    source: 'https://www.jfc.go.jp/',
  },
  {
    ...japan,
    id: 'consumer-188',
    name: { ja: '消費者ホットライン 188', en: '188 (consumer hotline)' },
    note: {
      ja: '買い物や契約のトラブル。近くの窓口につながります',
      en: 'Trouble with purchases and contracts; your nearest office',
    },
    tel: '188',
    hours: null,
    closedOnHolidays: false,
    topics: ['MONEY'],
    source: 'https://www.caa.go.jp/policies/policy/local_cooperation/local_consumer_administration/hotline/',
  },
];
