import { gql, type TypedDocumentNode } from '@apollo/client';
import { useMutation } from '@apollo/client/react';
import { Button, Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type {
  WithdrawRemarkMutation,
  WithdrawRemarkMutationVariables,
} from '../../graphql/generated/operations.js';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';

const withdrawRemark: TypedDocumentNode<WithdrawRemarkMutation, WithdrawRemarkMutationVariables> = gql`
  mutation WithdrawRemark($id: ID!) {
    withdrawRemark(remarkId: $id)
  }
`;

export function WithdrawRemark({ id }: { id: string }): ReactNode {
  const { t } = useTranslation('remarks');
  const [opened, setOpened] = useState(false);
  const [withdraw] = useMutation(withdrawRemark, {
    refetchQueries: ['Preparation'],
    awaitRefetchQueries: true,
  });
  return (
    <>
      <Button variant="subtle" color="red" px="xs" onClick={() => setOpened(true)}>
        {t('remarkWithdraw')}
      </Button>
      <ConfirmDialog
        opened={opened}
        onClose={() => setOpened(false)}
        title={t('remarkWithdrawTitle')}
        confirm={t('remarkWithdraw')}
        danger
        onConfirm={() => withdraw({ variables: { id } })}
      >
        <Text>{t('remarkWithdrawAsk')}</Text>
      </ConfirmDialog>
    </>
  );
}
