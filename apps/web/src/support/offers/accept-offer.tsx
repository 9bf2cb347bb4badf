import { gql, type TypedDocumentNode } from '@apollo/client';
import { useMutation } from '@apollo/client/react';
import { Button, Group, Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type {
  AcceptOfferMutation,
  AcceptOfferMutationVariables,
  DeclineOfferMutation,
  DeclineOfferMutationVariables,
} from '../../graphql/generated/operations.js';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';

/** Whether the request is matched follows from its offers, so its page is asked for again. */
const acceptOffer: TypedDocumentNode<AcceptOfferMutation, AcceptOfferMutationVariables> = gql`
  mutation AcceptOffer($offerId: ID!) {
    acceptOffer(offerId: $offerId) {
      id
      status
    }
  }
`;
const declineOffer: TypedDocumentNode<DeclineOfferMutation, DeclineOfferMutationVariables> = gql`
  mutation DeclineOffer($offerId: ID!) {
    declineOffer(offerId: $offerId) {
      id
      status
    }
  }
`;

interface Props {
  readonly offerId: string;
  /** Who offers. */
  readonly name: string;
  /** Taking it tells the helper who asked. */
  readonly namesAsker: boolean;
}

/** Yes, or no, thank you: each after a question. */
export function AcceptOffer({ offerId, name, namesAsker }: Props): ReactNode {
  const { t } = useTranslation('support');
  const [asking, setAsking] = useState<'accept' | 'decline' | null>(null);
  const options = { variables: { offerId }, refetchQueries: ['SupportRequestPage'] };
  const [accept] = useMutation(acceptOffer, options);
  const [decline] = useMutation(declineOffer, options);
  const declines = asking === 'decline';
  return (
    <>
      <Group gap="sm">
        <Button onClick={() => setAsking('accept')}>{t('accept')}</Button>
        <Button variant="subtle" onClick={() => setAsking('decline')}>
          {t('decline')}
        </Button>
      </Group>
      <ConfirmDialog
        opened={asking !== null}
        onClose={() => setAsking(null)}
        title={t(declines ? 'declineTitle' : 'acceptTitle')}
        confirm={t(declines ? 'decline' : 'accept')}
        onConfirm={() => (declines ? decline() : accept())}
      >
        {asking === 'accept' && (
          <Text>
            {t('acceptAsk', { name })}
            {namesAsker && ` ${t('acceptNamed', { name })}`}
          </Text>
        )}
        {declines && <Text>{t('declineAsk')}</Text>}
      </ConfirmDialog>
    </>
  );
}
