type Type = 'INFORMATIONAL' | 'INSTRUMENTAL' | 'EMOTIONAL' | 'APPRAISAL';
type Wanted = 'LISTEN' | 'EXPERIENCE' | 'ADVICE' | 'INTRODUCTION' | 'HANDS';

/** One request and what became of it. People are numbered in the order of their group; days count back from today. */
export interface DemoStory {
  readonly group: string;
  readonly daysAgo: number;
  readonly by: number;
  readonly type: Type;
  readonly wanted: Wanted;
  readonly title: string;
  readonly body: string;
  readonly anonymous?: boolean;
  readonly wholeTenant?: boolean;
  readonly urgent?: boolean;
  readonly replies?: readonly (readonly [by: number, hoursLater: number, gives: Type | null, body: string])[];
  readonly offers?: readonly (readonly [
    by: number,
    hoursLater: number,
    message: string,
    accepted: boolean,
  ])[];
  /** Days after posting; the first helper is the one most thanked. */
  readonly resolved?: {
    readonly after: number;
    readonly outcome: string;
    readonly thanks: readonly (readonly [to: number, gave: Type, match: number, words: string])[];
  };
}

export const demoStories: readonly DemoStory[] = [
  // Helped twice and not yet asked for what he can give: the facilitator is privately prompted for a kind word.
  {
    group: '水曜サロン会',
    daysAgo: 152,
    by: 3,
    type: 'INSTRUMENTAL',
    wanted: 'HANDS',
    title: '引っ越しの日、荷物を運ぶ車を貸していただけませんか',
    body: '施術ベッドを2台、隣の町まで運びます。軽トラックか大きめの車を、平日の午前中だけお借りできると助かります。',
    offers: [[6, 6, '着物を運ぶ車があります。水曜の午前でよければお使いください。', true]],
    resolved: {
      after: 6,
      outcome: '無事に運べました。',
      thanks: [[6, 'INSTRUMENTAL', 5, '運転までしていただいて、本当に助かりました。']],
    },
  },
  {
    group: '水曜サロン会',
    daysAgo: 110,
    by: 3,
    type: 'INFORMATIONAL',
    wanted: 'EXPERIENCE',
    title: 'お店の写真は、どうやって撮っていますか',
    body: 'ホームページの写真が暗くて、入りにくい店に見えるようです。プロに頼むほどではないのですが、こつがあれば教えてください。',
    replies: [
      [
        2,
        9,
        'INFORMATIONAL',
        '朝の10時ごろ、照明を消して窓の光だけで撮ると明るく写ります。スマホで十分です。',
      ],
    ],
    resolved: {
      after: 8,
      outcome: '撮り直したら、店が明るく見えるようになりました。',
      thanks: [[2, 'INFORMATIONAL', 5, '言われたとおりの時間に撮っただけで見違えました。']],
    },
  },
  {
    group: '水曜サロン会',
    daysAgo: 168,
    by: 2,
    type: 'INFORMATIONAL',
    wanted: 'EXPERIENCE',
    title: '無断キャンセルを減らしたい',
    body: '月に5、6件、連絡のないキャンセルがあります。予約のときに前金をいただくのは気が引けます。みなさんはどうしていますか。',
    replies: [
      [
        0,
        5,
        'INFORMATIONAL',
        'うちは前日の夕方に確認の連絡を一通入れるようにしたら、半分くらいになりました。文面はいつでもお渡しします。',
      ],
      [
        4,
        20,
        'INFORMATIONAL',
        '初めての方だけ、指名料を先にいただくようにしました。意外と何も言われませんでした。',
      ],
    ],
    resolved: {
      after: 12,
      outcome: '前日の確認を始めて、先月は2件に減りました。',
      thanks: [
        [0, 'INFORMATIONAL', 5, '文面をそのまま使わせてもらいました。助かりました。'],
        [4, 'INFORMATIONAL', 4, '新しいお客様だけ、という考え方が目からうろこでした。'],
      ],
    },
  },
  {
    group: '水曜サロン会',
    daysAgo: 131,
    by: 5,
    type: 'INSTRUMENTAL',
    wanted: 'HANDS',
    title: '文化祭の日、2時間だけお店番をお願いできませんか',
    body: '娘の最後の文化祭です。土曜の13時から15時、コーヒーを淹れるだけの営業にします。レジの打ち方は当日お伝えします。',
    offers: [
      [1, 3, '理容店は土曜の午後が暇なので行けます。コーヒーは飲むほうが得意ですが、がんばります。', true],
    ],
    resolved: {
      after: 9,
      outcome: '無事に文化祭へ行けました。',
      thanks: [
        [
          1,
          'INSTRUMENTAL',
          5,
          '常連さんが「佐藤さんのコーヒーもいいね」と言っていました。本当にありがとうございました。',
        ],
      ],
    },
  },
  {
    group: '水曜サロン会',
    daysAgo: 96,
    by: 4,
    type: 'APPRAISAL',
    wanted: 'ADVICE',
    title: '新しいメニュー表を見て、率直に言ってほしいです',
    body: '料金を上げるのに合わせて作り直しました。高く見えないか、伝わらないところはないか、遠慮なく教えてください。次の会に持っていきます。',
    replies: [
      [
        2,
        8,
        'APPRAISAL',
        '写真がきれいです。ただ、60分と90分の違いが一目では分かりませんでした。表にすると良さそうです。',
      ],
      [5, 26, 'APPRAISAL', '「おすすめ」が四つあるので、一つにしぼると選びやすいと思います。'],
    ],
    resolved: {
      after: 15,
      outcome: 'おすすめを一つにして、90分を選ぶ方が増えました。',
      thanks: [[5, 'APPRAISAL', 5, '一つにしぼる勇気が出ました。']],
    },
  },
  {
    group: '水曜サロン会',
    daysAgo: 40,
    by: 3,
    type: 'EMOTIONAL',
    wanted: 'LISTEN',
    title: '長く通ってくださった方が亡くなりました',
    body: '開院のころから十年、毎週来てくださっていた方です。家族でもないのに、こんなにこたえるとは思いませんでした。聞いてもらえるだけでうれしいです。',
    replies: [
      [0, 2, 'EMOTIONAL', '十年毎週、というのはもう家族のようなものだと思います。話しに来てください。'],
      [6, 7, 'EMOTIONAL', 'おつらいですね。その方にとっても、毎週の時間が支えだったのだと思います。'],
      [
        1,
        15,
        'EMOTIONAL',
        '親父の代のお客さんを見送るとき、いつも同じ気持ちになります。無理に元気を出さなくていいと思います。',
      ],
    ],
    resolved: {
      after: 10,
      outcome: '',
      thanks: [
        [0, 'EMOTIONAL', 5, '次の日、本当に寄らせてもらって、泣いて、すっきりしました。'],
        [6, 'EMOTIONAL', 5, '最後の一言に救われました。'],
      ],
    },
  },
  {
    group: '水曜サロン会',
    daysAgo: 6,
    by: 5,
    type: 'EMOTIONAL',
    wanted: 'LISTEN',
    anonymous: true,
    title: '店を開けるのがつらい朝があります',
    body: 'ここ二か月、朝シャッターの前で動けなくなることがあります。売上のせいだけではない気がします。名前は出せませんが、誰かに言いたくて書きました。',
    replies: [
      [
        0,
        1,
        'EMOTIONAL',
        '書いてくれてありがとうございます。シャッターの前で立ち止まる朝、わたしにもありました。',
      ],
      [3, 9, 'EMOTIONAL', 'ここに書けたことが、もう一歩だと思います。いつでも聞きます。'],
    ],
  },
  {
    group: '水曜サロン会',
    daysAgo: 2,
    by: 1,
    type: 'INFORMATIONAL',
    wanted: 'EXPERIENCE',
    title: 'キャッシュレスの手数料、どこまで受け入れていますか',
    body: '若いお客さんから「カードは使えますか」と聞かれることが増えました。手数料と入金の早さで、使ってよかったもの、やめたものを教えてください。',
    replies: [
      [2, 6, 'INFORMATIONAL', '入金の早さで選びました。翌日入るところにしたら、月末が楽になりました。'],
    ],
  },
  {
    group: 'ものづくり木曜会',
    daysAgo: 160,
    by: 3,
    type: 'INFORMATIONAL',
    wanted: 'EXPERIENCE',
    title: '材料の値上がりを見積もりにどう入れていますか',
    body: '塗料が一年で二割上がりました。昔からの取引先には言い出しにくく、うちでかぶっています。',
    replies: [
      [
        0,
        4,
        'INFORMATIONAL',
        '見積もりの有効期限を30日にして、材料費だけ別の行に分けました。話がしやすくなります。',
      ],
      [5, 11, 'INFORMATIONAL', '値上げのお願いの文書、うちで使ったひな型を会に持っていきます。'],
      [1, 30, 'INFORMATIONAL', '一社だけ先にお願いして、断られなかったので自信がつきました。'],
    ],
    resolved: {
      after: 20,
      outcome: '三社に話して、二社は受けてくれました。',
      thanks: [
        [0, 'INFORMATIONAL', 5, '行を分ける、これが効きました。'],
        [5, 'INFORMATIONAL', 5, 'ひな型のおかげで一晩で書けました。'],
      ],
    },
  },
  {
    group: 'ものづくり木曜会',
    daysAgo: 118,
    by: 2,
    type: 'INSTRUMENTAL',
    wanted: 'INTRODUCTION',
    title: '小ロットのボタンを扱う問屋さんを探しています',
    body: '百個単位で木のボタンを仕入れられる先を知りませんか。来月の試作に間に合わせたいです。',
    offers: [[1, 5, 'うちの端材で作れるかもしれません。形が決まっていれば見せてください。', true]],
    replies: [
      [
        5,
        9,
        'INSTRUMENTAL',
        '隣町の問屋さんに聞いてみました。百個からいいそうです。連絡先を次の会でお渡しします。',
      ],
    ],
    resolved: {
      after: 14,
      outcome: '加藤さんの端材のボタンが、そのまま商品の目玉になりました。',
      thanks: [[1, 'INSTRUMENTAL', 5, '展示会で一番さわられたのはボタンでした。ありがとうございます。']],
    },
  },
  {
    group: 'ものづくり木曜会',
    daysAgo: 75,
    by: 6,
    type: 'APPRAISAL',
    wanted: 'ADVICE',
    title: '求人票を見てもらえませんか',
    body: '半年出して応募がゼロです。どこが古くさいのか、率直に教えてください。',
    replies: [
      [4, 6, 'APPRAISAL', '「未経験可」より、入って一週間に何をするかを書くと想像がつきます。'],
      [2, 22, 'APPRAISAL', '写真が社屋だけです。人が写っているほうがいいと思います。'],
    ],
    resolved: {
      after: 25,
      outcome: '書き直して二人応募があり、一人来てくれることになりました。',
      thanks: [[4, 'APPRAISAL', 5, '一週間の予定表を載せました。面接でその話になりました。']],
    },
  },
  {
    group: 'ものづくり木曜会',
    daysAgo: 22,
    by: 0,
    type: 'INSTRUMENTAL',
    wanted: 'HANDS',
    title: 'フォークリフトを半日貸していただけませんか',
    body: '新しい機械が入る日に、うちのフォークリフトが車検です。20日の午前だけお借りできると助かります。燃料はこちらで入れます。',
    offers: [[3, 2, '使ってください。運転もします。', true]],
  },
  {
    group: 'ものづくり木曜会',
    daysAgo: 5,
    by: 4,
    type: 'INFORMATIONAL',
    wanted: 'EXPERIENCE',
    title: '小売用の袋、賞味期限の印字はどうしていますか',
    body: '卸ばかりだったので、個包装の印字の機械を持っていません。買うか、外に頼むか迷っています。経験があれば教えてください。',
  },
  {
    group: '士業と専門家の会',
    daysAgo: 150,
    by: 3,
    type: 'APPRAISAL',
    wanted: 'ADVICE',
    title: '見積もりの断り方',
    body: '「前と同じ値段で」と言われると断れません。角が立たない言い方を、みなさんの言葉で聞きたいです。',
    replies: [
      [0, 7, 'APPRAISAL', '「その範囲でしたら、ここまでになります」と、できることを減らして返しています。'],
      [
        5,
        12,
        'APPRAISAL',
        '断るのではなく、選んでもらう形にするといいと思います。三つ出すと真ん中が選ばれます。',
      ],
    ],
    resolved: {
      after: 18,
      outcome: '三つの案で出すようにして、単価が上がりました。',
      thanks: [[5, 'APPRAISAL', 5, '「選んでもらう」が合言葉になりました。']],
    },
  },
  {
    group: '士業と専門家の会',
    daysAgo: 88,
    by: 1,
    type: 'INFORMATIONAL',
    wanted: 'EXPERIENCE',
    title: '電子契約に切りかえた方、つまずいたところは',
    body: '年配の顧問先が多く、踏み切れずにいます。最初に何からやりましたか。',
    replies: [
      [4, 4, 'INFORMATIONAL', '最初は更新の契約だけにしました。新規は紙のまま。半年で慣れてもらえます。'],
    ],
    resolved: {
      after: 30,
      outcome: '更新の分だけ始めました。郵送が月に20通減りました。',
      thanks: [[4, 'INFORMATIONAL', 4, '全部いっぺんにやらなくていい、と思えて楽になりました。']],
    },
  },
  {
    group: '士業と専門家の会',
    daysAgo: 33,
    by: 0,
    type: 'EMOTIONAL',
    wanted: 'LISTEN',
    title: '十年の顧問先から、契約終了の電話がありました',
    body: '理由は「息子の知り合いに頼むから」でした。数字の話ではなく、自分を否定されたようで落ち込んでいます。',
    replies: [
      [
        5,
        3,
        'EMOTIONAL',
        '十年の積み重ねは消えません。林さんの仕事の丁寧さは、この会のみんなが知っています。',
      ],
      [2, 10, 'EMOTIONAL', '同じことがありました。そのときは一日仕事を休みました。休んでください。'],
    ],
    resolved: {
      after: 8,
      outcome: '',
      thanks: [[5, 'EMOTIONAL', 5, '電話までいただいて、本当に救われました。']],
    },
  },
  {
    group: '士業と専門家の会',
    daysAgo: 9,
    by: 2,
    type: 'INSTRUMENTAL',
    wanted: 'INTRODUCTION',
    title: 'ベトナム語の通訳の方をご存じありませんか',
    body: '在留の手続きで、月に二回ほど電話の通訳をお願いできる方を探しています。報酬はお支払いします。',
    offers: [[1, 6, '顧問先の工場にいる方に聞いてみます。副業の可否も確かめます。', false]],
  },
  {
    group: '士業と専門家の会',
    daysAgo: 1,
    by: 4,
    type: 'APPRAISAL',
    wanted: 'ADVICE',
    title: '提案書を一枚にまとめました。伝わりますか',
    body: '商店街向けの予約の仕組みの提案です。専門の言葉が残っていないか、見てもらえるとうれしいです。',
  },
  {
    group: '商店街の夜会',
    daysAgo: 145,
    by: 3,
    type: 'INFORMATIONAL',
    wanted: 'EXPERIENCE',
    title: '雨の日に人を呼ぶ工夫',
    body: '雨が続くと、一日の来店が五人ということもあります。みなさんの雨の日の工夫を教えてください。',
    replies: [
      [
        4,
        6,
        'INFORMATIONAL',
        '雨の日だけの一品を出しています。電話で「今日あれある?」と聞かれるようになりました。',
      ],
      [0, 18, 'INFORMATIONAL', '雨の日は配達の日と決めました。'],
    ],
    resolved: {
      after: 21,
      outcome: '雨の日の読書会を始めました。四人来てくれました。',
      thanks: [[4, 'INFORMATIONAL', 5, '「雨の日だけ」をまねしました。']],
    },
  },
  {
    group: '商店街の夜会',
    daysAgo: 90,
    by: 5,
    type: 'INSTRUMENTAL',
    wanted: 'HANDS',
    title: '母の日の前日、配達を手伝ってほしいです',
    body: '市内30件、夕方までに届けます。車のある方、半日お願いできないでしょうか。',
    offers: [
      [0, 4, '魚の配達が終わったあとなら行けます。', true],
      [2, 8, '自転車で回れる分はまかせてください。', true],
    ],
    resolved: {
      after: 12,
      outcome: '全部届けられました。',
      thanks: [
        [0, 'INSTRUMENTAL', 5, '道を知りつくしていて、さすがでした。'],
        [2, 'INSTRUMENTAL', 5, '自転車のほうが早い、とお客様にも評判でした。'],
      ],
    },
  },
  {
    group: '商店街の夜会',
    daysAgo: 28,
    by: 4,
    type: 'APPRAISAL',
    wanted: 'ADVICE',
    title: '深夜営業をやめようか迷っています',
    body: '売上の二割は深夜です。でも体がもちません。外から見てどう思うか、率直な意見を聞かせてください。',
    replies: [
      [
        1,
        9,
        'APPRAISAL',
        '二割の売上に、何割の体力を使っているかだと思います。昼に少し寝られる顔をしていません。',
      ],
      [6, 14, 'APPRAISAL', '週末だけ残す、という間もあると思います。'],
    ],
  },
  {
    group: '商店街の夜会',
    daysAgo: 3,
    by: 2,
    type: 'INFORMATIONAL',
    wanted: 'INTRODUCTION',
    wholeTenant: true,
    title: '子ども用ヘルメットを安く仕入れられる先を知りませんか',
    body: '春の交通安全教室に合わせて、20個ほど用意したいです。ほかの会の方にもうかがいます。',
  },
  {
    group: '湘南店主の会',
    daysAgo: 140,
    by: 3,
    type: 'INFORMATIONAL',
    wanted: 'EXPERIENCE',
    title: 'しみが落ちなかったときの伝え方',
    body: '「落ちていない」と怒られることが続き、受付の方が自信をなくしています。受け取りのときに何と言っていますか。',
    replies: [
      [
        1,
        3,
        'INFORMATIONAL',
        'お預かりのときに「八割を目標にします」と言うようにしたら、ほとんどなくなりました。',
      ],
      [4, 12, 'INFORMATIONAL', '写真を一緒に撮っています。お客様と同じものを見るのがいいみたいです。'],
    ],
    resolved: {
      after: 16,
      outcome: '八割の言い方を張り紙にしました。',
      thanks: [[1, 'INFORMATIONAL', 5, '受付の二人がとても喜んでいました。']],
    },
  },
  {
    group: '湘南店主の会',
    daysAgo: 62,
    by: 6,
    type: 'INSTRUMENTAL',
    wanted: 'HANDS',
    title: '乾燥機が止まりました。三日だけ回してもらえませんか',
    body: '部品が届くまで三日かかるそうです。一日40着ほどです。取りに来ていただかなくても、こちらで運びます。',
    urgent: true,
    offers: [
      [5, 1, '大船でお引き受けします。夜8時まで開けておきます。', true],
      [0, 2, '藤沢でも20着なら大丈夫です。', true],
    ],
    resolved: {
      after: 6,
      outcome: '一日も遅れずにお渡しできました。',
      thanks: [
        [5, 'INSTRUMENTAL', 5, '夜に電気のついた店を見て、泣きそうになりました。'],
        [0, 'INSTRUMENTAL', 5, '次はうちが受けます。'],
      ],
    },
  },
  {
    group: '湘南店主の会',
    daysAgo: 4,
    by: 2,
    type: 'EMOTIONAL',
    wanted: 'LISTEN',
    title: 'うれしいことと、少しさびしいこと',
    body: '長くいたパートさんが独立して小さなお店を持ちます。うれしいのですが、店に一人になると静かで。それだけの話です。',
    replies: [[3, 5, 'EMOTIONAL', '送り出せる店だった、ということですよね。すごいことだと思います。']],
  },
];
