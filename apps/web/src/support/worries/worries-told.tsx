import { Anchor, List, Paper, Stack, Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useTenantPath, useViewer } from '../../shell/viewer.js';
import { ago } from '../../ui/dates.js';
import { useLanguage } from '../../ui/use-language.js';

interface Props {
  readonly worries: readonly {
    readonly id: string;
    readonly note: string | null;
    readonly replyId: string | null;
    readonly createdAt: string;
    readonly request: { readonly id: string; readonly title: string } | null;
  }[];
}

/** この人が心配, as the facilitators were told, with the way to what it is about. */
export function WorriesTold({ worries }: Props): ReactNode {
  const { t } = useTranslation('worries');
  const to = useTenantPath();
  const language = useLanguage();
  const { timeZone } = useViewer().tenant;
  const [now] = useState(() => new Date());
  return (
    <Paper bg="#fff6e5">
      <Stack gap="sm">
        <Text size="sm">{t('worriesText')}</Text>
        <List listStyleType="none" spacing="sm">
          {worries.map(({ id, note, replyId, createdAt, request }) => (
            <List.Item key={id}>
              {request && (
                <Anchor component={Link} to={to(`/support/${request.id}`)} display="inline-block" py={10}>
                  {request.title}
                </Anchor>
              )}
              <Text style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
                {note ?? t('worryPlain')}
              </Text>
              <Text size="xs" c="gray.7">
                {t(replyId ? 'worryOfReply' : 'worryOfAsker')} · {ago(createdAt, now, timeZone, language)}
              </Text>
            </List.Item>
          ))}
        </List>
      </Stack>
    </Paper>
  );
}
