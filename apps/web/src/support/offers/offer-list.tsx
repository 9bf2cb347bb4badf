import { gql, type FragmentType, type TypedDocumentNode } from '@apollo/client';
import { useFragment } from '@apollo/client/react';
import { Badge, Group, Paper, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { OfferListFragment } from '../../graphql/generated/operations.js';
import { useViewer } from '../../shell/viewer.js';
import { PersonName } from '../../ui/person-name.js';
import { AcceptOffer } from './accept-offer.js';
import { DeclineOffer } from './decline-offer.js';
import { WithdrawOffer } from './withdraw-offer.js';

export const offerInList = gql`
  fragment OfferInList on SupportOffer {
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
`;

export const offerListFragment: TypedDocumentNode<OfferListFragment> = gql`
  fragment OfferList on SupportRequest {
    id
    status
    mine
    anonymous
    offers {
      ...OfferInList @unmask
    }
    viewerCan {
      resolve
    }
  }
  ${offerInList}
`;

interface Props {
  readonly request: FragmentType<OfferListFragment> & { readonly id: string };
}
type Offer = OfferListFragment['offers'][number];

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
            <AcceptOffer offerId={offer.id} name={offer.helper.displayName} namesAsker={namesAsker} />
            <DeclineOffer offerId={offer.id} />
          </Group>
        )}
        {live && taken && offer.helper.id === member.id && <WithdrawOffer offerId={offer.id} />}
      </Stack>
    </Paper>
  );
}
