import { List, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from '../ui/page.js';

export function AccessibilityPage(): ReactNode {
  const { t } = useTranslation('shell');
  return (
    <Page title={t('accessibility')} narrow>
      <Text>{t('accessibilityIntro')}</Text>
      <Title order={2}>{t('accessibilityCan')}</Title>
      <List spacing="xs">
        {(
          [
            'accessibilitySize',
            'accessibilityKeyboard',
            'accessibilityReader',
            'accessibilityColour',
            'accessibilityMotion',
          ] as const
        ).map((key) => (
          <List.Item key={key}>{t(key)}</List.Item>
        ))}
      </List>
      <Title order={2}>{t('accessibilityTell')}</Title>
      <Text>{t('accessibilityTellHow')}</Text>
    </Page>
  );
}
