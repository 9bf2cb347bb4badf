import { List, Paper, Stack, Text, Title } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useViewer } from '../../shell/viewer.js';
import { ago } from '../../ui/dates.js';
import { useLanguage } from '../../ui/use-language.js';

interface WorriesProps {
  readonly worries: readonly {
    readonly id: string;
    readonly note: string | null;
    readonly replyId: string | null;
    readonly createdAt: string;
  }[];
}

/** What reached the facilitators, on their screens alone. */
export function Worries({ worries }: WorriesProps): ReactNode {
  const { t } = useTranslation('worries');
  const language = useLanguage();
  const { tenant } = useViewer();
  const [now] = useState(() => new Date());
  if (worries.length === 0) return null;
  return (
    <Paper component="section" aria-labelledby="worries" bg="#fff6e5">
      <Stack gap="sm">
        <Title order={2} size="h3" id="worries">
          {t('worriesTitle')}
        </Title>
        <Text size="sm">{t('worriesText')}</Text>
        <List listStyleType="none" spacing="sm">
          {worries.map(({ id, note, replyId, createdAt }) => (
            <List.Item key={id}>
              <Text style={{ whiteSpace: 'pre-wrap' }}>{note ?? t('worryPlain')}</Text>
              <Text size="xs" c="gray.7">
                {t(replyId ? 'worryOfReply' : 'worryOfAsker')} ·{' '}
                {ago(createdAt, now, tenant.timeZone, language)}
              </Text>
            </List.Item>
          ))}
        </List>
      </Stack>
    </Paper>
  );
}
