import { gql, type TypedDocumentNode } from '@apollo/client';
import { useMutation } from '@apollo/client/react';
import { Button, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type {
  WithdrawDecisionMutation,
  WithdrawDecisionMutationVariables,
} from '../../graphql/generated/operations.js';
import { ErrorText } from '../../ui/error-text.js';

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
  readonly decision: { readonly id: string; readonly text: string };
}

/** Until the meeting is closed; what was written down is a tap to write again. */
export function WithdrawDecision({ decision: { id, text } }: Props): ReactNode {
  const { t } = useTranslation('commitments');
  const [withdraw, { loading, error }] = useMutation(withdrawDecision, { variables: { id } });
  return (
    <Stack gap="xs" align="flex-end" style={{ flexShrink: 0 }}>
      <Button
        variant="subtle"
        px="xs"
        disabled={loading}
        aria-label={t('withdrawOf', { text })}
        onClick={() => void withdraw().catch(() => undefined)}
      >
        {t('withdraw')}
      </Button>
      {error && <ErrorText error={error} />}
    </Stack>
  );
}
