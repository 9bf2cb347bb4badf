import { badInput, fold, limits, ok, readText, type BadUserInput, type Result } from '../../kernel/index.js';

export interface Prefecture {
  /** JIS X 0401, 1–47, from north to south. */
  readonly code: number;
  readonly ja: string;
  readonly en: string;
}

const names =
  '北海道 Hokkaido 青森県 Aomori 岩手県 Iwate 宮城県 Miyagi 秋田県 Akita 山形県 Yamagata 福島県 Fukushima 茨城県 Ibaraki 栃木県 Tochigi 群馬県 Gunma ' +
  '埼玉県 Saitama 千葉県 Chiba 東京都 Tokyo 神奈川県 Kanagawa 新潟県 Niigata 富山県 Toyama 石川県 Ishikawa 福井県 Fukui 山梨県 Yamanashi 長野県 Nagano ' +
  '岐阜県 Gifu 静岡県 Shizuoka 愛知県 Aichi 三重県 Mie 滋賀県 Shiga 京都府 Kyoto 大阪府 Osaka 兵庫県 Hyogo 奈良県 Nara 和歌山県 Wakayama 鳥取県 Tottori ' +
  '島根県 Shimane 岡山県 Okayama 広島県 Hiroshima 山口県 Yamaguchi 徳島県 Tokushima 香川県 Kagawa 愛媛県 Ehime 高知県 Kochi 福岡県 Fukuoka 佐賀県 Saga ' +
  '長崎県 Nagasaki 熊本県 Kumamoto 大分県 Oita 宮崎県 Miyazaki 鹿児島県 Kagoshima 沖縄県 Okinawa';
const words = names.split(' ');

export const prefectures: readonly Prefecture[] = Array.from({ length: 47 }, (_, i) => ({
  code: i + 1,
  ja: words[2 * i]!,
  en: words[2 * i + 1]!,
}));

/** A prefecture by its Japanese name, with or without 県, or its English one; kept under the Japanese name. Null when empty. */
export function readPrefecture(
  field: string,
  text: string | null | undefined,
): Result<string | null, BadUserInput> {
  const read = readText(field, text, limits.name, fold);
  if (!read.ok) return read;
  const wanted = read.value.toLowerCase();
  if (wanted === '') return ok(null);
  const found = prefectures.find(
    ({ ja, en }) =>
      wanted === ja ||
      wanted === ja.replace(/[都府県]$/, '') ||
      wanted.replace(/[- ](ken|fu|to|prefecture)$/, '') === en.toLowerCase(),
  );
  return found ? ok(found.ja) : badInput(field, 'UNKNOWN');
}

/** The name of a prefecture in the reader's language. */
export const prefectureText = (ja: string, locale: 'ja' | 'en'): string =>
  locale === 'ja' ? ja : (prefectures.find((p) => p.ja === ja)?.en ?? ja);
