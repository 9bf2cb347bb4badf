import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { IconHeartHandshake, IconPhone } from '@tabler/icons-react';
import { signsOfDanger } from '@yoriai/domain/help-lines';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

/** Under every box in which people write about themselves: words that hint at danger show, gently, whom to call. Nothing is blocked, nothing is reported. */
export function DangerNote({ text }: { text: string }): ReactNode {
  const { t } = useTranslation('danger');
  return (
    <div role="status">
      {signsOfDanger(text) && (
        <Alert color="brand" variant="light" title={t('title')} icon={<IconHeartHandshake aria-hidden />}>
          <Stack gap="sm">
            <Text>{t('text')}</Text>
            <Group gap="sm">
              <Button component={Link} to="/help-lines" target="_blank">
                {t('lines')}
              </Button>
              <Button
                component="a"
                href="tel:119"
                variant="default"
                leftSection={<IconPhone size={18} aria-hidden />}
              >
                {t('call119')}
              </Button>
            </Group>
          </Stack>
        </Alert>
      )}
    </div>
  );
}
