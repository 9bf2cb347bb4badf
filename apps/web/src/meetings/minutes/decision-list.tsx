import { gql, type FragmentType, type TypedDocumentNode } from '@apollo/client';
import { useFragment } from '@apollo/client/react';
import { Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { DecisionListFragment } from '../../graphql/generated/operations.js';
import { RecordDecision } from './record-decision.js';
import { WithdrawDecision } from './withdraw-decision.js';

export const decisionListFragment: TypedDocumentNode<DecisionListFragment> = gql`
  fragment DecisionList on Meeting {
    id
    decisions {
      id
      text
    }
    viewerCan {
      run
    }
  }
`;

interface Props {
  readonly meeting: FragmentType<DecisionListFragment> & { readonly id: string };
}

/** What the group decided so far. The member who runs the meeting writes decisions down and may remove them until it is closed. */
export function DecisionList({ meeting }: Props): ReactNode {
  const { t } = useTranslation('commitments');
  const heading = useId();
  const { data, complete } = useFragment({
    fragment: decisionListFragment,
    fragmentName: 'DecisionList',
    from: meeting,
  });
  if (!complete || (data.decisions.length === 0 && !data.viewerCan.run)) return null;
  return (
    <Paper component="section" aria-labelledby={heading}>
      <Stack gap="md">
        <Title order={2} size="h3" id={heading}>
          {t('decisions')}
        </Title>
        {data.decisions.length === 0 && <Text c="gray.6">{t('noDecisions')}</Text>}
        <Stack component="ol" gap="xs" my={0} ps="lg">
          {data.decisions.map(({ id, text }) => (
            <li key={id}>
              <Group justify="space-between" wrap="nowrap" gap="sm">
                <Text style={{ overflowWrap: 'anywhere' }}>{text}</Text>
                {data.viewerCan.run && <WithdrawDecision decision={{ id, text }} />}
              </Group>
            </li>
          ))}
        </Stack>
        {data.viewerCan.run && <RecordDecision meetingId={data.id} />}
      </Stack>
    </Paper>
  );
}
