import { gql, type FragmentType, type TypedDocumentNode } from '@apollo/client';
import { useFragment, useMutation } from '@apollo/client/react';
import { Badge, Button, Group, Paper, Stack, Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type {
  AcceptOfferMutation,
  AcceptOfferMutationVariables,
  DeclineOfferMutation,
  DeclineOfferMutationVariables,
  OfferListFragment,
  WithdrawOfferMutation,
  WithdrawOfferMutationVariables,
} from '../../graphql/generated/operations.js';
import { useViewer } from '../../shell/viewer.js';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';
import { PersonName } from '../../ui/person-name.js';

export const offerListFragment: TypedDocumentNode<OfferListFragment> = gql`
  fragment OfferList on SupportRequest {
    id
    status
    mine
    anonymous
    offers {
      id
      message
      terms
      price
      status
      reason
      createdAt
      helper {
        id
        displayName
        kana
      }
    }
    viewerCan {
      resolve
    }
  }
`;

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
const withdrawOffer: TypedDocumentNode<WithdrawOfferMutation, WithdrawOfferMutationVariables> = gql`
  mutation WithdrawOffer($offerId: ID!) {
    withdrawOffer(offerId: $offerId) {
      id
      status
    }
  }
`;

interface Props {
  readonly request: FragmentType<OfferListFragment> & { readonly id: string };
}
type Offer = OfferListFragment['offers'][number];
type Step = 'accept' | 'decline' | 'withdraw';

export function OfferList({ request }: Props): ReactNode {
  const { data, complete } = useFragment({
    fragment: offerListFragment,
    fragmentName: 'OfferList',
    from: request,
  });
  if (!complete) return null;
  return (
    <Stack gap="md">
      {data.offers.map((offer) => (
        <OfferCard
          key={offer.id}
          offer={offer}
          mayDecide={data.viewerCan.resolve}
          namesAsker={data.mine && data.anonymous}
          live={data.status === 'OPEN' || data.status === 'MATCHED'}
        />
      ))}
    </Stack>
  );
}

interface CardProps {
  readonly offer: Offer;
  readonly mayDecide: boolean;
  /** Taking it tells the helper who asked. */
  readonly namesAsker: boolean;
  readonly live: boolean;
}

function OfferCard({ offer, mayDecide, namesAsker, live }: CardProps): ReactNode {
  const { t } = useTranslation('support');
  const { member } = useViewer();
  const [asking, setAsking] = useState<Step | null>(null);
  const options = { variables: { offerId: offer.id }, refetchQueries: ['SupportRequestPage'] };
  const [accept] = useMutation(acceptOffer, options);
  const [decline] = useMutation(declineOffer, options);
  const [withdraw] = useMutation(withdrawOffer, options);
  const name = offer.helper.displayName;
  const dialogs = {
    accept: { title: t('acceptTitle'), confirm: t('accept'), act: accept },
    decline: { title: t('declineTitle'), confirm: t('decline'), act: decline },
    withdraw: { title: t('withdrawOffer'), confirm: t('withdrawOffer'), act: withdraw },
  };
  const dialog = dialogs[asking ?? 'accept'];
  const waiting = offer.status === 'OFFERED';
  const taken = waiting || offer.status === 'ACCEPTED';
  return (
    <Paper component="article">
      <Stack gap="sm">
        <Group gap="sm">
          <Text fw={700}>
            <PersonName {...offer.helper} polite />
          </Text>
          <Badge variant="outline" color="gray.7">
            {t(offer.terms)}
            {offer.price !== null && ` ${t('yen', { amount: offer.price.toLocaleString('ja') })}`}
          </Badge>
          <Badge
            variant="light"
            color={waiting ? 'attention' : 'brand'}
            c={waiting ? 'attention.8' : 'brand.9'}
          >
            {t(offer.status === 'WITHDRAWN' ? 'offerWITHDRAWN' : offer.status)}
          </Badge>
        </Group>
        <Text style={{ whiteSpace: 'pre-wrap' }}>{offer.message}</Text>
        {offer.reason && (
          <Text size="xs" c="gray.6">
            {t('reasonWas', { reason: t(offer.reason) })}
          </Text>
        )}
        {live && mayDecide && waiting && (
          <Group gap="sm">
            <Button onClick={() => setAsking('accept')}>{t('accept')}</Button>
            <Button variant="subtle" onClick={() => setAsking('decline')}>
              {t('decline')}
            </Button>
          </Group>
        )}
        {live && taken && offer.helper.id === member.id && (
          <Group>
            <Button variant="subtle" onClick={() => setAsking('withdraw')}>
              {t('withdrawOffer')}
            </Button>
          </Group>
        )}
      </Stack>
      <ConfirmDialog
        opened={asking !== null}
        onClose={() => setAsking(null)}
        title={dialog.title}
        confirm={dialog.confirm}
        onConfirm={() => dialog.act()}
      >
        {asking === 'accept' && (
          <Text>
            {t('acceptAsk', { name })}
            {namesAsker && ` ${t('acceptNamed', { name })}`}
          </Text>
        )}
        {asking === 'decline' && <Text>{t('declineAsk')}</Text>}
        {asking === 'withdraw' && <Text>{t('withdrawOfferAsk')}</Text>}
      </ConfirmDialog>
    </Paper>
  );
}
