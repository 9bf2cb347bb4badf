import { gql, type TypedDocumentNode } from '@apollo/client';
import { useQuery } from '@apollo/client/react';
import { Anchor, Group, Paper, Stack, Text } from '@mantine/core';
import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type {
  SimilarRequestsQuery,
  SimilarRequestsQueryVariables,
} from '../../graphql/generated/operations.js';
import { useTenantPath } from '../../shell/viewer.js';
import { StatusBadge } from './request-card.js';

export const similarRequests: TypedDocumentNode<SimilarRequestsQuery, SimilarRequestsQueryVariables> = gql`
  query SimilarRequests($text: String!) {
    similarRequests(text: $text) {
      id
      title
      status
      outcome
      replyCount
    }
  }
`;

/** Asked for when the writer pauses, about the beginning of what they wrote. */
const pauseMs = 700;
const fewest = 8;
const read = (text: string): string => [...text.trim()].slice(0, 400).join('');

/** What others asked before, while one is still writing; silent where there is nothing, or no connection. */
export function SimilarRequests({ text }: { text: string }): ReactNode {
  const { t } = useTranslation('requests');
  const to = useTenantPath();
  const asked = useAfterPause(read(text), pauseMs);
  const { data, previousData } = useQuery(similarRequests, {
    variables: { text: asked },
    skip: asked.length < fewest,
    fetchPolicy: 'cache-first',
  });
  const found = asked.length < fewest ? [] : ((data ?? previousData)?.similarRequests ?? []);
  return (
    <div aria-live="polite">
      {found.length > 0 && (
        <Paper component="section" aria-labelledby="similar" bg="gray.0">
          <Stack gap="sm">
            <div>
              <Text fw={700} id="similar">
                {t('similarTitle')}
              </Text>
              <Text size="xs" c="gray.6">
                {t('similarNote')}
              </Text>
            </div>
            {found.map(({ id, title, status, outcome, replyCount }) => (
              <div key={id}>
                <Group gap="sm">
                  <Anchor component={Link} to={to(`/support/${id}`)} py={10} display="inline-block">
                    {title}
                  </Anchor>
                  <StatusBadge status={status} />
                  <Text size="xs" c="gray.6">
                    {t('similarReplies', { count: replyCount })}
                  </Text>
                </Group>
                {outcome && <Text lineClamp={2}>{t('similarOutcome', { outcome })}</Text>}
              </div>
            ))}
          </Stack>
        </Paper>
      )}
    </div>
  );
}

function useAfterPause(value: string, ms: number): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), ms);
    return () => clearTimeout(timer);
  }, [value, ms]);
  return settled;
}
