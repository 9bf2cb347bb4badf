import { gql, type TypedDocumentNode } from '@apollo/client';
import { useQuery } from '@apollo/client/react';
import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { OpenPollsQuery, OpenPollsQueryVariables } from '../../graphql/generated/operations.js';
import { useTenantPath } from '../../shell/viewer.js';
import { dayText } from '../../ui/dates.js';
import { useLanguage } from '../../ui/use-language.js';

const openPolls: TypedDocumentNode<OpenPollsQuery, OpenPollsQueryVariables> = gql`
  query OpenPolls($groupId: ID) {
    datePolls(groupId: $groupId, openOnly: true, first: 5) {
      edges {
        cursor
        node {
          id
          title
          closesOn
          answeredByViewer
          group {
            id
            name
          }
          viewerCan {
            answer
            run
          }
        }
      }
    }
  }
`;

/** Date polls that wait for the viewer's answer or decision. Nothing at all where there is none. */
export function OpenPolls({ groupId = null }: { groupId?: string | null }): ReactNode {
  const { t } = useTranslation('meetings');
  const language = useLanguage();
  const to = useTenantPath();
  const { data } = useQuery(openPolls, { variables: { groupId } });
  const polls = data?.datePolls.edges
    .map(({ node }) => node)
    .filter(({ viewerCan }) => groupId !== null || viewerCan.answer || viewerCan.run);
  if (!polls || polls.length === 0) return null;
  return (
    <Stack component="section" gap="sm" aria-label={t('polls')}>
      <Title order={2}>{t('polls')}</Title>
      {polls.map(({ id, title, closesOn, answeredByViewer, viewerCan, group }) => (
        <Paper key={id}>
          <Group justify="space-between" gap="sm">
            <div>
              <Text fw={700}>{title}</Text>
              <Text size="xs" c="gray.6">
                {groupId === null && `${group.name} `}
                {closesOn && t('pollUntil', { date: dayText(closesOn, language) })}
              </Text>
            </div>
            <Button
              component={Link}
              to={to(`/polls/${id}`)}
              variant={viewerCan.answer && !answeredByViewer ? 'filled' : 'default'}
            >
              {t(viewerCan.answer && !answeredByViewer ? 'pollAnswer' : 'pollSee')}
            </Button>
          </Group>
        </Paper>
      ))}
    </Stack>
  );
}
