/**
 * The English of a Japanese catalogue: the same keys, plus `…_one` beside each `…_other`, which Japanese does not need.
 * A key that one language lacks does not compile.
 */
export type WordsLike<Catalogue> = {
  readonly [Key in keyof Catalogue]: Catalogue[Key] extends string ? string : WordsLike<Catalogue[Key]>;
} & {
  readonly [Key in keyof Catalogue as Key extends `${infer Stem}_other` ? `${Stem}_one` : never]: string;
};
