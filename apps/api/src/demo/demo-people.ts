/** [name, furigana, business, industry, strengths, phone's last digits] of one member; the first of a group facilitates it. */
type Person = readonly [
  name: string,
  kana: string,
  business: string,
  industry: string,
  strengths: string,
  tail: string,
];

export interface DemoGroup {
  readonly name: string;
  readonly purpose: string;
  readonly goals: readonly string[];
  /** Seats; 8 unless said. */
  readonly capacity?: number;
  readonly template: 'SERVICE' | 'MANUFACTURING_RETAIL' | 'PROFESSIONAL' | 'MIXED';
  /** Day and hour of the monthly review. */
  readonly rule: string;
  readonly hour: string;
  readonly format: 'IN_PERSON' | 'ONLINE' | 'HYBRID';
  readonly place: string | null;
  readonly url: string | null;
  /** The office facilitates; otherwise the first person does. */
  readonly officeFacilitates?: boolean;
  readonly people: readonly Person[];
  /** A member of whom nothing has been heard for more than two months. */
  readonly silent?: number;
}

export interface DemoTenant {
  readonly slug: string;
  readonly name: string;
  readonly programme: string;
  readonly prefecture: string;
  /** First part of the addresses' domain. */
  readonly domain: string;
  readonly admin: Person;
  /** Invited three days ago and proposed to the first group, whose people are being asked. */
  readonly newcomer: Person;
  readonly groups: readonly DemoGroup[];
}

/** Invented people and businesses; the addresses end in a name that is reserved for examples. */
export const demoTenants: readonly DemoTenant[] = [
  {
    slug: 'aoba',
    name: '青葉市産業振興センター',
    programme: '経営者の寄り合い',
    prefecture: '宮城県',
    domain: 'aoba.example.jp',
    admin: [
      '高橋 恵',
      'たかはし めぐみ',
      '青葉市産業振興センター',
      'その他',
      '補助金と支援制度の案内',
      '1001',
    ],
    newcomer: ['大野 まゆみ', 'おおの まゆみ', 'まつげサロン オオノ', '美容', '', '2008'],
    groups: [
      {
        name: '水曜サロン会',
        capacity: 10,
        purpose: 'ひとりでお店に立つ人が、月に一度、店のことも自分のことも話せる場にします。',
        goals: ['毎月、次の一歩を一つ決めて帰る', '困ったときに電話できる仲間をつくる'],
        template: 'SERVICE',
        rule: 'FREQ=MONTHLY;BYDAY=2WE',
        hour: '19:00',
        format: 'HYBRID',
        place: '青葉市産業振興センター 2階 会議室B',
        url: 'https://meet.example.jp/suiyo-salon',
        people: [
          [
            '山田 花子',
            'やまだ はなこ',
            'ヘアサロン はなみずき',
            '美容',
            '予約の電話を減らす工夫、口コミの集め方',
            '2001',
          ],
          [
            '佐藤 健一',
            'さとう けんいち',
            '佐藤理容店',
            '理容',
            '二代目としての店の継ぎ方、常連さんづくり',
            '2002',
          ],
          [
            '鈴木 美咲',
            'すずき みさき',
            'ネイルルーム ミサキ',
            'ネイル',
            'Instagramでの集客、単価の見直し',
            '2003',
          ],
          ['髙橋 直樹', 'たかはし なおき', 'なおき整体院', '整体', '回数券の仕組み、紹介の増やし方', '2004'],
          ['伊藤 由美', 'いとう ゆみ', 'エステティック ゆらり', 'エステ', 'スタッフの採用と育て方', '2005'],
          [
            '渡辺 千尋',
            'わたなべ ちひろ',
            'カフェ こもれび',
            'カフェ',
            '小さな店の原価管理、メニューづくり',
            '2006',
          ],
          ['中村 玲子', 'なかむら れいこ', '着付け教室 れい', '教室', '生徒さんが続く教室づくり', '2007'],
          ['小川 和子', 'おがわ かずこ', 'フラワー教室 ことのは', '教室', '季節の飾りつけ', '2009'],
        ],
        silent: 7,
      },
      {
        name: 'ものづくり木曜会',
        purpose: '手を動かす会社の親方どうしで、値決めと人と機械の悩みを持ち寄ります。',
        goals: ['原価が言える経営になる', '跡継ぎの話を先送りにしない'],
        template: 'MANUFACTURING_RETAIL',
        rule: 'FREQ=MONTHLY;BYDAY=3TH',
        hour: '18:30',
        format: 'IN_PERSON',
        place: '青葉鉄工団地 組合会館',
        url: null,
        people: [
          ['小林 誠', 'こばやし まこと', '小林精機', '金属加工', '見積もりの作り方、5S', '3001'],
          ['加藤 勝', 'かとう まさる', '加藤木工所', '木工', '家具の直販、展示会の出し方', '3002'],
          [
            '吉田 久美子',
            'よしだ くみこ',
            '吉田縫製',
            '縫製',
            '小ロットの受け方、内職さんとの付き合い',
            '3003',
          ],
          ['山本 隆', 'やまもと たかし', '山本鈑金塗装', '製造業', '保険会社とのやりとり', '3004'],
          ['松本 浩二', 'まつもと こうじ', '松本製麺', '食品製造', '卸から小売への切りかえ、HACCP', '3005'],
          ['井上 さゆり', 'いのうえ さゆり', '井上印刷', '製造業', 'ものづくり補助金の申請', '3006'],
          ['木村 大輔', 'きむら だいすけ', '木村電設', '電気工事', '職人の採用、若い人の育て方', '3007'],
        ],
      },
      {
        name: '士業と専門家の会',
        purpose: '一人事務所の孤独と忙しさを、守秘のある場で分け合います。',
        goals: ['安売りをやめる', '繁忙期を倒れずに越える'],
        template: 'PROFESSIONAL',
        rule: 'FREQ=MONTHLY;BYDAY=2FR',
        hour: '12:00',
        format: 'ONLINE',
        place: null,
        url: 'https://meet.example.jp/shigyo',
        people: [
          ['林 真理子', 'はやし まりこ', '林税理士事務所', '士業', '繁忙期の段取り、顧問料の見直し', '4001'],
          ['清水 和也', 'しみず かずや', '清水社会保険労務士事務所', '士業', '就業規則、助成金', '4002'],
          ['﨑山 博', 'さきやま ひろし', '﨑山行政書士事務所', '士業', '許認可、外国人の在留手続き', '4003'],
          ['阿部 彩', 'あべ あや', 'アベデザイン', 'デザイン', 'ロゴと名刺、見積もりの断り方', '4004'],
          [
            '森 俊介',
            'もり しゅんすけ',
            '森システム設計',
            'ソフトウェア',
            '業務のデジタル化、契約書の読み方',
            '4005',
          ],
          [
            '池田 典子',
            'いけだ のりこ',
            '池田経営コーチング',
            'コンサルティング',
            '聴くこと、目標の立て方',
            '4006',
          ],
        ],
      },
      {
        name: '商店街の夜会',
        purpose: '業種はばらばら、悩みは似たもの。本町通りの店主が本音で話す会です。',
        goals: ['通りに人を戻す工夫を一つずつ試す'],
        template: 'MIXED',
        rule: 'FREQ=MONTHLY;BYDAY=4TU',
        hour: '20:00',
        format: 'IN_PERSON',
        place: '本町通り商店街 振興組合 2階',
        url: null,
        officeFacilitates: true,
        people: [
          ['橋本 光男', 'はしもと みつお', '橋本鮮魚店', '小売', '仕入れの目利き、配達の段取り', '5001'],
          ['石川 多恵', 'いしかわ たえ', '石川呉服店', '小売', '催事の開き方、はがきの書き方', '5002'],
          ['前田 翔', 'まえだ しょう', '自転車のまえだ', '小売', '修理で稼ぐ店づくり', '5003'],
          ['藤田 文子', 'ふじた ふみこ', 'ふじた書房', '小売', '読書会、学校への営業', '5004'],
          ['岡田 徹', 'おかだ とおる', '居酒屋 とおる', '居酒屋', '深夜営業のやめ方、仕込みの時短', '5005'],
          ['長谷川 京子', 'はせがわ きょうこ', '京花園', '小売', '冠婚葬祭の受注、ロスの減らし方', '5006'],
          ['近藤 剛', 'こんどう つよし', '近藤薬局', '薬局', '在宅への配達、相談の受け方', '5007'],
        ],
      },
    ],
  },
  {
    slug: 'hinata',
    name: 'ひなたクリーニング加盟店会',
    programme: '加盟店どうしの学び合い',
    prefecture: '神奈川県',
    domain: 'hinata.example.jp',
    admin: ['村上 智子', 'むらかみ ともこ', 'ひなたクリーニング本部', 'その他', '加盟店の相談窓口', '6001'],
    newcomer: ['原 健太郎', 'はら けんたろう', 'ひなたクリーニング 葉山店', 'クリーニング', '', '6108'],
    groups: [
      {
        name: '湘南店主の会',
        capacity: 10,
        purpose: '同じ看板で働く店主が、本部に言いにくいことも含めて助け合います。',
        goals: ['クレームの経験を分け合う', '人手の足りない日を助け合う'],
        template: 'SERVICE',
        rule: 'FREQ=MONTHLY;BYDAY=1MO',
        hour: '13:30',
        format: 'ONLINE',
        place: null,
        url: 'https://meet.example.jp/shonan',
        people: [
          [
            '坂本 洋平',
            'さかもと ようへい',
            'ひなたクリーニング 藤沢店',
            'クリーニング',
            '受付の教え方、繁忙期のシフト',
            '6101',
          ],
          [
            '遠藤 明美',
            'えんどう あけみ',
            'ひなたクリーニング 茅ヶ崎店',
            'クリーニング',
            'しみ抜き、クレームの応対',
            '6102',
          ],
          [
            '青木 亮',
            'あおき りょう',
            'ひなたクリーニング 平塚店',
            'クリーニング',
            '法人の取引先まわり',
            '6103',
          ],
          [
            '藤井 香織',
            'ふじい かおり',
            'ひなたクリーニング 辻堂店',
            'クリーニング',
            '主婦パートの採用',
            '6104',
          ],
          ['西村 拓也', 'にしむら たくや', 'ひなたクリーニング 鎌倉店', 'クリーニング', '着物と皮革', '6105'],
          [
            '福田 順子',
            'ふくだ じゅんこ',
            'ひなたクリーニング 大船店',
            'クリーニング',
            '宅配サービスの立ち上げ',
            '6106',
          ],
          ['三浦 智', 'みうら さとし', 'ひなたクリーニング 逗子店', 'クリーニング', '機械の手入れ', '6107'],
        ],
      },
    ],
  },
];
