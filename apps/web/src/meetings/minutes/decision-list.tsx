import { gql, type FragmentType, type TypedDocumentNode } from '@apollo/client';
import { useFragment, useMutation } from '@apollo/client/react';
import { Button, Group, Paper, Stack, Text, TextInput, Title } from '@mantine/core';
import { readDecision } from '@yoriai/domain/meetings';
import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { EntryForm } from '../../forms/entry-form.js';
import { useEntryForm } from '../../forms/use-entry-form.js';
import type {
  DecisionListFragment,
  RecordDecisionMutation,
  RecordDecisionMutationVariables,
  WithdrawDecisionMutation,
  WithdrawDecisionMutationVariables,
} from '../../graphql/generated/operations.js';
import { ErrorText } from '../../ui/error-text.js';

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

const recordDecision: TypedDocumentNode<RecordDecisionMutation, RecordDecisionMutationVariables> = gql`
  mutation RecordDecision($input: RecordDecisionInput!) {
    recordDecision(input: $input) {
      id
      meeting {
        id
        decisions {
          id
          text
        }
      }
    }
  }
`;

const withdrawDecision: TypedDocumentNode<WithdrawDecisionMutation, WithdrawDecisionMutationVariables> = gql`
  mutation WithdrawDecision($id: ID!) {
    withdrawDecision(decisionId: $id) {
      id
      decisions {
        id
        text
      }
    }
  }
`;

interface Props {
  readonly meeting: FragmentType<DecisionListFragment> & { readonly id: string };
}

/** What the group decided so far, for everybody; whoever runs the meeting writes it down and may take it away until it is closed. */
export function DecisionList({ meeting }: Props): ReactNode {
  const { t } = useTranslation('commitments');
  const heading = useId();
  const { data, complete } = useFragment({
    fragment: decisionListFragment,
    fragmentName: 'DecisionList',
    from: meeting,
  });
  const [withdraw, { loading, error }] = useMutation(withdrawDecision);
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
                {data.viewerCan.run && (
                  <Button
                    variant="subtle"
                    px="xs"
                    disabled={loading}
                    aria-label={t('withdrawOf', { text })}
                    onClick={() => void withdraw({ variables: { id } }).catch(() => undefined)}
                    style={{ flexShrink: 0 }}
                  >
                    {t('withdraw')}
                  </Button>
                )}
              </Group>
            </li>
          ))}
        </Stack>
        {error && <ErrorText error={error} />}
        {data.viewerCan.run && <RecordDecision meetingId={data.id} />}
      </Stack>
    </Paper>
  );
}

/** One box for the next decision. */
export function RecordDecision({ meetingId }: { readonly meetingId: string }): ReactNode {
  const { t } = useTranslation('commitments');
  const [send] = useMutation(recordDecision);
  const form = useEntryForm({
    initial: { text: '' },
    labels: { text: t('decision') },
    rules: { text: readDecision },
    draft: `decision-${meetingId}`,
  });
  return (
    <EntryForm
      form={form}
      submit={t('record')}
      onSubmit={async ({ text }) => {
        await send({ variables: { input: { meetingId, text, idempotencyKey: form.idempotencyKey } } });
        form.reset();
      }}
    >
      <TextInput {...form.field('text', { required: true })} description={t('decisionHint')} />
    </EntryForm>
  );
}
