import { Group, UnstyledButton } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../ui/use-language.js';
import { speak, type Language } from '../words/i18n.js';

const languages: readonly [Language, string][] = [
  ['ja', '日本語'],
  ['en', 'English'],
];

export function LanguageSwitch(): ReactNode {
  const { t } = useTranslation('shell');
  const current = useLanguage();
  return (
    <Group gap={0} role="group" aria-label={t('language')}>
      {languages.map(([language, name]) => (
        <UnstyledButton
          key={language}
          lang={language}
          px="sm"
          mih={44}
          fw={language === current ? 700 : 400}
          c={language === current ? 'brand.8' : 'gray.6'}
          aria-pressed={language === current}
          onClick={() => void speak(language)}
        >
          {name}
        </UnstyledButton>
      ))}
    </Group>
  );
}
