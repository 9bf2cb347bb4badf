import { Anchor, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { IconPhone } from '@tabler/icons-react';
import { telHref, type HelpLine } from '@yoriai/domain/help-lines';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../ui/use-language.js';
import { openingHours } from './opening-hours.js';

export function HelpLineCard({ line, open }: { line: HelpLine; open: boolean }): ReactNode {
  const { t } = useTranslation('helpLines');
  const language = useLanguage();
  const hours = openingHours(line, language, {
    always: t('always'),
    daily: t('daily'),
    weekdays: t('weekdays'),
  });
  return (
    <Paper p="md">
      <Group justify="space-between" align="center" gap="md">
        <Stack gap={2} flex="1 1 16rem">
          <Title order={3}>{line.name[language]}</Title>
          <Text>{line.note[language]}</Text>
          <Text size="xs" c="gray.6">
            {hours}
            {hours && line.closedOnHolidays && ` (${t('closedOnHolidays')})`}
            {hours && ' · '}
            <Anchor href={line.source} target="_blank" rel="noreferrer">
              {t('source')}
            </Anchor>
          </Text>
        </Stack>
        <Button
          component="a"
          href={telHref(line)}
          variant={open ? 'filled' : 'default'}
          leftSection={<IconPhone size={20} aria-hidden />}
          aria-label={`${line.name[language]} ${t('call', { tel: line.tel })}`}
        >
          {line.tel}
        </Button>
      </Group>
    </Paper>
  );
}
