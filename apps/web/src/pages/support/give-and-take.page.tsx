import { gql, type TypedDocumentNode } from '@apollo/client';
import { useQuery } from '@apollo/client/react';
import { Button, Paper, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { GiveAndTakeQuery, GiveAndTakeQueryVariables } from '../../graphql/generated/operations.js';
import { useTenantPath } from '../../shell/viewer.js';
import { NoteHardTime } from '../../support/give-and-take/note-hard-time.js';
import { ErrorText } from '../../ui/error-text.js';
import { Page } from '../../ui/page.js';
import { CardSkeletons } from '../../ui/skeletons.js';

const giveAndTakeQuery: TypedDocumentNode<GiveAndTakeQuery, GiveAndTakeQueryVariables> = gql`
  query GiveAndTake {
    giveAndTake {
      helped
      wasHelped
      hardTimeSince
    }
  }
`;

/** One's own half year in words, for its member alone. */
export function GiveAndTakePage(): ReactNode {
  const { t } = useTranslation('giveAndTake');
  const to = useTenantPath();
  // Asked anew each time, past the cache: these figures belong to this page alone.
  const { data, error, refetch } = useQuery(giveAndTakeQuery, { fetchPolicy: 'no-cache' });
  const mine = data?.giveAndTake;
  return (
    <Page title={t('giveAndTake')} narrow>
      {error && <ErrorText error={error} onRetry={() => void refetch()} />}
      {!mine && !error && <CardSkeletons count={1} />}
      {mine && (
        <>
          <Paper>
            <Stack gap="md" align="flex-start">
              <Text size="lg" fw={700}>
                {t(sentenceFor(mine), mine)}
              </Text>
              <Text c="gray.6">{t('countedSo')}</Text>
              <Text c="gray.6">{t('giveAndTakeFor')}</Text>
              <Button component={Link} to={to('/support')} variant="default">
                {t('toSupport')}
              </Button>
            </Stack>
          </Paper>
          <NoteHardTime since={mine.hardTimeSince ?? null} onDone={refetch} />
        </>
      )}
    </Page>
  );
}

function sentenceFor({ helped, wasHelped }: GiveAndTakeQuery['giveAndTake']) {
  if (helped > 0) return wasHelped > 0 ? 'both' : 'onlyHelped';
  return wasHelped > 0 ? 'onlyWasHelped' : 'neither';
}
