import { gql, type TypedDocumentNode } from '@apollo/client';
import { useMutation } from '@apollo/client/react';
import { Button, Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type {
  DeclineOfferMutation,
  DeclineOfferMutationVariables,
} from '../../graphql/generated/operations.js';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';

const declineOffer: TypedDocumentNode<DeclineOfferMutation, DeclineOfferMutationVariables> = gql`
  mutation DeclineOffer($offerId: ID!) {
    declineOffer(offerId: $offerId) {
      id
      status
    }
  }
`;

/** No, thank you, after a question. */
export function DeclineOffer({ offerId }: { readonly offerId: string }): ReactNode {
  const { t } = useTranslation('support');
  const [asking, setAsking] = useState(false);
  const [decline] = useMutation(declineOffer, {
    variables: { offerId },
    refetchQueries: ['SupportRequestPage'],
  });
  return (
    <>
      <Button variant="subtle" onClick={() => setAsking(true)}>
        {t('decline')}
      </Button>
      <ConfirmDialog
        opened={asking}
        onClose={() => setAsking(false)}
        title={t('declineTitle')}
        confirm={t('decline')}
        onConfirm={() => decline()}
      >
        <Text>{t('declineAsk')}</Text>
      </ConfirmDialog>
    </>
  );
}
