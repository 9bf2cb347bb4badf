import { gql, type TypedDocumentNode } from '@apollo/client';
import { useMutation } from '@apollo/client/react';
import { Button, Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type {
  WithdrawSupportRequestMutation,
  WithdrawSupportRequestMutationVariables,
} from '../../graphql/generated/operations.js';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';

const withdrawSupportRequest: TypedDocumentNode<
  WithdrawSupportRequestMutation,
  WithdrawSupportRequestMutationVariables
> = gql`
  mutation WithdrawSupportRequest($requestId: ID!) {
    withdrawSupportRequest(requestId: $requestId) {
      id
      status
      version
    }
  }
`;

export function WithdrawSupportRequest({ requestId }: { requestId: string }): ReactNode {
  const { t } = useTranslation('support');
  const [opened, setOpened] = useState(false);
  const [withdraw] = useMutation(withdrawSupportRequest, { refetchQueries: ['SupportRequestPage'] });
  return (
    <>
      <Button variant="subtle" color="red" onClick={() => setOpened(true)}>
        {t('withdraw')}
      </Button>
      <ConfirmDialog
        opened={opened}
        onClose={() => setOpened(false)}
        title={t('withdrawTitle')}
        confirm={t('withdraw')}
        danger
        onConfirm={() => withdraw({ variables: { requestId } })}
      >
        <Text>{t('withdrawAsk')}</Text>
      </ConfirmDialog>
    </>
  );
}
