import { gql, type TypedDocumentNode } from '@apollo/client';
import { useMutation } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { newIdempotencyKey } from '../../forms/idempotency-key.js';
import type {
  OpenStrengthsMutation,
  OpenStrengthsMutationVariables,
} from '../../graphql/generated/operations.js';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';

const openStrengths: TypedDocumentNode<OpenStrengthsMutation, OpenStrengthsMutationVariables> = gql`
  mutation OpenStrengths($groupId: ID!, $idempotencyKey: String) {
    openStrengths(groupId: $groupId, idempotencyKey: $idempotencyKey) {
      id
    }
  }
`;

/** The facilitator's and the office's way to begin outside April and October. */
export function OpenStrengths({ groupId }: { groupId: string }): ReactNode {
  const { t } = useTranslation('strengths');
  const [asking, setAsking] = useState(false);
  const [idempotencyKey] = useState(newIdempotencyKey);
  const [open] = useMutation(openStrengths, {
    refetchQueries: ['GroupStrengths'],
    awaitRefetchQueries: true,
  });
  return (
    <>
      <Button variant="default" onClick={() => setAsking(true)}>
        {t('begin')}
      </Button>
      <ConfirmDialog
        opened={asking}
        onClose={() => setAsking(false)}
        title={t('beginTitle')}
        confirm={t('beginDo')}
        onConfirm={() => open({ variables: { groupId, idempotencyKey } })}
      >
        {t('beginAsk')}
      </ConfirmDialog>
    </>
  );
}
