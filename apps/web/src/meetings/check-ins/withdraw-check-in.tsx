import { gql, type TypedDocumentNode } from '@apollo/client';
import { useMutation } from '@apollo/client/react';
import { Button, Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type {
  WithdrawCheckInMutation,
  WithdrawCheckInMutationVariables,
} from '../../graphql/generated/operations.js';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';
import { sayDone } from '../../ui/say-done.js';
import type { SeenCheckIn } from '../meeting/meeting-entries.js';

const withdrawCheckIn: TypedDocumentNode<WithdrawCheckInMutation, WithdrawCheckInMutationVariables> = gql`
  mutation WithdrawCheckIn($id: ID!) {
    withdrawCheckIn(checkInId: $id)
  }
`;

export function WithdrawCheckIn({ checkIn }: { checkIn: SeenCheckIn }): ReactNode {
  const { t } = useTranslation('checkIns');
  const [opened, setOpened] = useState(false);
  const [withdraw] = useMutation(withdrawCheckIn, {
    refetchQueries: ['Preparation'],
    awaitRefetchQueries: true,
  });
  return (
    <>
      <Button variant="subtle" color="red" onClick={() => setOpened(true)}>
        {t('withdraw')}
      </Button>
      <ConfirmDialog
        opened={opened}
        onClose={() => setOpened(false)}
        title={t('withdrawCheckInTitle')}
        confirm={t('withdraw')}
        danger
        onConfirm={async () => {
          await withdraw({ variables: { id: checkIn.id } });
          sayDone(t('withdrawn'));
        }}
      >
        <Text>{t('withdrawCheckInAsk')}</Text>
      </ConfirmDialog>
    </>
  );
}
