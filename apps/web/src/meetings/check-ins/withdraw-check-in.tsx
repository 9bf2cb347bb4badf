import { gql, type TypedDocumentNode } from '@apollo/client';
import { useMutation } from '@apollo/client/react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type {
  WithdrawCheckInMutation,
  WithdrawCheckInMutationVariables,
} from '../../graphql/generated/operations.js';
import { sayDone } from '../../ui/say-done.js';
import { TakeBack } from '../../ui/take-back.js';
import type { SeenCheckIn } from '../meeting/meeting-entries.js';

const withdrawCheckIn: TypedDocumentNode<WithdrawCheckInMutation, WithdrawCheckInMutationVariables> = gql`
  mutation WithdrawCheckIn($id: ID!) {
    withdrawCheckIn(checkInId: $id)
  }
`;

export function WithdrawCheckIn({ checkIn }: { checkIn: SeenCheckIn }): ReactNode {
  const { t } = useTranslation('checkIns');
  const [withdraw] = useMutation(withdrawCheckIn, {
    refetchQueries: ['Preparation'],
    awaitRefetchQueries: true,
  });
  return (
    <TakeBack
      label={t('withdraw')}
      title={t('withdrawCheckInTitle')}
      ask={t('withdrawCheckInAsk')}
      onConfirm={async () => {
        await withdraw({ variables: { id: checkIn.id } });
        sayDone(t('withdrawn'));
      }}
    />
  );
}
