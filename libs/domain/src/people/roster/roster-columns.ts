import { alike, fold, hiragana } from '../../kernel/index.js';

/** What a roster can say about a person, and the headers that name it. The first Japanese one is ours. */
export const rosterColumns = {
  name: [
    '氏名',
    '名前',
    'お名前',
    '会員名',
    '会員氏名',
    '代表者',
    '代表者名',
    '代表者氏名',
    'name',
    'full name',
    'display name',
    'member name',
  ],
  familyName: ['姓', '苗字', '名字', 'last name', 'family name', 'surname'],
  givenName: ['名', 'first name', 'given name'],
  kana: [
    'ふりがな',
    'よみ',
    'よみがな',
    '読み',
    '読み仮名',
    'かな',
    '氏名かな',
    '氏名(かな)',
    '氏名ふりがな',
    '氏名(ふりがな)',
    '名前(かな)',
    '代表者名(かな)',
    '代表者名かな',
    'furigana',
    'kana',
    'reading',
  ],
  familyKana: ['せい', '姓(かな)', '姓かな', '姓(ふりがな)'],
  givenKana: ['めい', '名(かな)', '名かな', '名(ふりがな)'],
  email: [
    'メール',
    'メールアドレス',
    'eメール',
    '電子メール',
    'e-mail',
    'email',
    'email address',
    'e-mail address',
    'mail',
    'mail address',
  ],
  businessName: [
    '屋号',
    '屋号・会社名',
    '会社名',
    '会社',
    '事業所名',
    '事業所',
    '店名',
    '店舗名',
    '法人名',
    '企業名',
    '屋号・法人名',
    'business',
    'business name',
    'company',
    'company name',
    'shop',
    'store',
  ],
  phone: [
    '電話',
    '電話番号',
    '携帯',
    '携帯電話',
    '携帯番号',
    '携帯電話番号',
    '連絡先',
    '連絡先電話番号',
    'tel',
    'phone',
    'phone number',
    'mobile',
    'telephone',
  ],
  industry: ['業種', '業界', '職種', 'industry', 'trade'],
  prefecture: ['都道府県', '県', 'prefecture'],
  strengths: [
    '得意なこと',
    '得意',
    '得意分野',
    '強み',
    '得意・強み',
    'strengths',
    'strength',
    'skills',
    'good at',
  ],
  role: ['役割', '権限', '区分', 'role'],
  groups: ['グループ', 'グループ名', '所属グループ', '班', '所属', 'group', 'groups', 'group name'],
} as const;
export type RosterColumn = keyof typeof rosterColumns;

const bare = (header: string): string => hiragana(alike(header)).replace(/[\s_*※【】[\]/・:"'-]/gu, '');
const columnOf: ReadonlyMap<string, RosterColumn> = new Map(
  Object.entries(rosterColumns).flatMap(([column, headers]) =>
    headers.map((header) => [bare(header), column as RosterColumn] as const),
  ),
);

/** Without text in brackets; a bracket that is never closed is an ordinary character. */
function withoutRemarks(header: string): string {
  let rest = header;
  let kept = '';
  for (;;) {
    const open = rest.indexOf('(');
    const close = open < 0 ? -1 : rest.indexOf(')', open);
    if (close < 0) return kept + rest;
    kept += rest.slice(0, open);
    rest = rest.slice(close + 1);
  }
}
/** No header is longer than this. */
const longestHeader = 100;

/** The column of a header, regardless of width, capitals, kana, marks or a remark in brackets; null for an unknown one. */
export const columnOfHeader = (header: string): RosterColumn | null =>
  header.length > longestHeader
    ? null
    : (columnOf.get(bare(header)) ?? columnOf.get(bare(withoutRemarks(fold(header)))) ?? null);
