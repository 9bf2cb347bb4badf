import { Paper, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface Props {
  readonly thanks: readonly {
    readonly message: string;
    readonly from: { readonly displayName: string } | null;
    readonly to: { readonly id: string; readonly displayName: string };
  }[];
  readonly anonymous: boolean;
}

export function ThanksList({ thanks, anonymous }: Props): ReactNode {
  const { t } = useTranslation('support');
  if (thanks.length === 0) return null;
  return (
    <Paper component="section" aria-labelledby="thanks" bg="brand.0">
      <Stack gap="md">
        <Title order={2} size="h3" id="thanks">
          {t('thanks')}
        </Title>
        {thanks.map(({ message, from, to }) => (
          <Stack key={to.id} gap={4}>
            <Text size="xs" c="gray.7">
              {t('thanksFromTo', {
                from: anonymous || !from ? t('anonymousAsker') : from.displayName,
                to: to.displayName,
              })}
            </Text>
            <Text style={{ whiteSpace: 'pre-wrap' }}>{message}</Text>
          </Stack>
        ))}
      </Stack>
    </Paper>
  );
}
