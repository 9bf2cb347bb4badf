import type { FragmentType } from '@apollo/client';
import { Paper, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CommitmentRowFragment } from '../../graphql/generated/operations.js';
import { SettleCommitment } from './settle-commitment.js';

interface Props {
  readonly commitments: readonly (FragmentType<CommitmentRowFragment> & { readonly id: string })[];
  readonly settled: number;
  readonly kept: number;
  readonly goals: readonly string[];
}

/** The viewer's 次までにやること, each with one tap; and 6つのうち4つできました, which only the viewer sees. */
export function MyNextSteps({ commitments, settled, kept, goals }: Props): ReactNode {
  const { t } = useTranslation('commitments');
  return (
    <Paper>
      <Stack gap="lg">
        {goals.map((goal) => (
          <div key={goal}>
            <Text size="xs" c="gray.6">
              {t('goal')}
            </Text>
            <Text style={{ overflowWrap: 'anywhere' }}>{goal}</Text>
          </div>
        ))}
        {commitments.length === 0 ? (
          <Text c="gray.6">{t('noneOpen')}</Text>
        ) : (
          <Stack component="ul" gap="lg" p={0} m={0} style={{ listStyle: 'none' }}>
            {commitments.map((commitment) => (
              <li key={commitment.id}>
                <SettleCommitment commitment={commitment} withOwner={false} />
              </li>
            ))}
          </Stack>
        )}
        {settled > 0 && (
          <Text size="xs" c="gray.6">
            {t('count', { settled, kept })} {t('countHint')}
          </Text>
        )}
      </Stack>
    </Paper>
  );
}
