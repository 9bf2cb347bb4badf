import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface Props {
  readonly displayName: string;
  readonly kana?: string | null;
  /** With さん. */
  readonly polite?: boolean;
}

/** 山田 花子 さん, with the reading above where it is wanted. */
export function PersonName({ displayName, kana, polite = false }: Props): ReactNode {
  const { i18n } = useTranslation();
  const withReading =
    kana && i18n.language === 'ja' ? (
      <ruby>
        {displayName}
        <rp>(</rp>
        <rt>{kana}</rt>
        <rp>)</rp>
      </ruby>
    ) : (
      displayName
    );
  return (
    <>
      {withReading}
      {/* eslint-disable-next-line house/words-in-catalogues -- a form of address that only Japanese has */}
      {polite && i18n.language === 'ja' && ' さん'}
    </>
  );
}
