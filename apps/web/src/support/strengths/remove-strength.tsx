import { gql, type TypedDocumentNode } from '@apollo/client';
import { useMutation } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type {
  RemoveStrengthMutation,
  RemoveStrengthMutationVariables,
} from '../../graphql/generated/operations.js';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';

const removeStrength: TypedDocumentNode<RemoveStrengthMutation, RemoveStrengthMutationVariables> = gql`
  mutation RemoveStrength($id: ID!) {
    removeStrength(strengthId: $id)
  }
`;

/** この一言を消す, after a question: gone for good. */
export function RemoveStrength({ id }: { id: string }): ReactNode {
  const { t } = useTranslation('strengths');
  const [asking, setAsking] = useState(false);
  const [remove] = useMutation(removeStrength, {
    update: (cache) => {
      cache.evict({ id: cache.identify({ __typename: 'Strength', id }) });
      cache.gc();
    },
  });
  return (
    <>
      <Button
        variant="subtle"
        color="gray"
        px={0}
        fw={400}
        className="print-hidden"
        onClick={() => setAsking(true)}
      >
        {t('remove')}
      </Button>
      <ConfirmDialog
        opened={asking}
        onClose={() => setAsking(false)}
        title={t('removeTitle')}
        confirm={t('removeDo')}
        danger
        onConfirm={() => remove({ variables: { id } })}
      >
        {t('removeAsk')}
      </ConfirmDialog>
    </>
  );
}
