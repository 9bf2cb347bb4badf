import { gql, type FragmentType, type TypedDocumentNode } from '@apollo/client';
import { useFragment, useMutation } from '@apollo/client/react';
import { Button, Group as Row, Modal, Paper, Stack, Text, Textarea, Title } from '@mantine/core';
import { sayDone } from '../../ui/say-done.js';
import { placeOf } from '@yoriai/domain/groups';
import { limits, required } from '@yoriai/domain/kernel';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { EntryForm } from '../../forms/entry-form.js';
import { useEntryForm } from '../../forms/use-entry-form.js';
import type {
  AcceptProposalMutation,
  AcceptProposalMutationVariables,
  ProposalListFragment,
  RaiseConcernMutation,
  RaiseConcernMutationVariables,
  WithdrawProposalMutation,
  WithdrawProposalMutationVariables,
} from '../../graphql/generated/operations.js';
import { useViewer } from '../../shell/viewer.js';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';
import { longDate } from '../../ui/dates.js';
import { PersonName } from '../../ui/person-name.js';
import { useLanguage } from '../../ui/use-language.js';
import { membershipsFragment } from '../group/memberships.js';

export const proposalListFragment: TypedDocumentNode<ProposalListFragment> = gql`
  fragment ProposalList on Group {
    id
    proposals {
      id
      kind
      role
      deputy
      takesPart
      decidesAt
      concernByViewer
      concernUnheard
      concerns {
        note
        member {
          id
          displayName
        }
      }
      viewerCan {
        raiseConcern
        accept
        withdraw
      }
      member {
        id
        displayName
        kana
        businessName
        industry
        prefecture
      }
      proposedBy {
        id
        displayName
      }
    }
  }
`;

export const raiseConcern: TypedDocumentNode<RaiseConcernMutation, RaiseConcernMutationVariables> = gql`
  mutation RaiseConcern($proposalId: ID!, $note: String!) {
    raiseConcern(proposalId: $proposalId, note: $note) {
      id
      ...ProposalList
    }
  }
  ${proposalListFragment}
`;
export const acceptProposal: TypedDocumentNode<AcceptProposalMutation, AcceptProposalMutationVariables> = gql`
  mutation AcceptProposal($proposalId: ID!) {
    acceptProposal(proposalId: $proposalId) {
      id
      ...Memberships
      ...ProposalList
    }
  }
  ${membershipsFragment}
  ${proposalListFragment}
`;
export const withdrawProposal: TypedDocumentNode<
  WithdrawProposalMutation,
  WithdrawProposalMutationVariables
> = gql`
  mutation WithdrawProposal($proposalId: ID!) {
    withdrawProposal(proposalId: $proposalId) {
      id
      ...ProposalList
    }
  }
  ${proposalListFragment}
`;

interface Props {
  readonly group: FragmentType<ProposalListFragment> & { readonly id: string };
}

/**
 * Who is about to join, to come by another address, or to have another role: shown for seven days, with what one needs to know to say that
 * it would be awkward. Facilitators read here what worries people, and decide.
 */
export function ProposalList({ group }: Props): ReactNode {
  const { t } = useTranslation('groups');
  const { data, complete } = useFragment({
    fragment: proposalListFragment,
    fragmentName: 'ProposalList',
    from: group,
  });
  if (!complete || data.proposals.length === 0) return null;
  return (
    <Stack gap="sm" component="section" aria-labelledby="proposals">
      <Title order={2} size="h3" id="proposals">
        {t('proposals')}
      </Title>
      {data.proposals.map((proposal) => (
        <ProposalCard key={proposal.id} proposal={proposal} />
      ))}
    </Stack>
  );
}

interface CardProps {
  readonly proposal: ProposalListFragment['proposals'][number];
}

function ProposalCard({ proposal }: CardProps): ReactNode {
  const { t } = useTranslation('groups');
  const { t: common } = useTranslation();
  const language = useLanguage();
  const { tenant } = useViewer();
  const [dialog, setDialog] = useState<'concern' | 'accept' | 'withdraw' | null>(null);
  const [accept] = useMutation(acceptProposal);
  const [withdraw] = useMutation(withdrawProposal);
  const { id: proposalId, kind, member, proposedBy, viewerCan, concerns } = proposal;
  const place = t(placeOf(proposal));
  const name = member.displayName;
  const about = [member.businessName, member.industry, member.prefecture].filter(Boolean).join(' ・ ');
  // Once told, only whoever's words have not arrived says them again.
  const again = proposal.concernByViewer && proposal.concernUnheard;
  return (
    <Paper p="md" bg="brand.0">
      <Stack gap={6}>
        <Text fw={700}>
          <PersonName {...member} polite />
        </Text>
        {about && <Text size="xs">{about}</Text>}
        <Text size="xs">{t('proposedBy', { name: proposedBy.displayName })}</Text>
        {kind === 'ROLE' && <Text>{t('proposedRole', { place })}</Text>}
        {kind === 'READDRESSED' && <Text>{t('proposedAgain')}</Text>}
        <Text>
          {t(kind === 'ROLE' ? 'decidesRole' : 'decides', {
            date: longDate(proposal.decidesAt, tenant.timeZone, language),
          })}
        </Text>
        {concerns.length > 0 && (
          <Stack gap={4} component="ul" p={0} m={0} style={{ listStyle: 'none' }}>
            {concerns.map((one) => (
              <li key={one.member.id}>
                <Text size="xs">{t('concernOf', { name: one.member.displayName })}</Text>
                <Text style={{ whiteSpace: 'pre-wrap' }}>{one.note}</Text>
              </li>
            ))}
          </Stack>
        )}
        {proposal.concernUnheard && (
          <Text fw={700}>{t(again ? 'concernNotArrived' : 'concernsNotArrived')}</Text>
        )}
        {proposal.concernByViewer && !again && <Text fw={700}>{t('concernGiven')}</Text>}
        <Row gap="xs">
          {viewerCan.raiseConcern && (!proposal.concernByViewer || again) && (
            <Button variant="default" onClick={() => setDialog('concern')}>
              {t(again ? 'concernAgain' : 'concern')}
            </Button>
          )}
          {viewerCan.accept && (
            <Button variant="default" onClick={() => setDialog('accept')}>
              {t('acceptProposal')}
            </Button>
          )}
          {viewerCan.withdraw && (
            <Button variant="subtle" onClick={() => setDialog('withdraw')}>
              {t('withdrawProposal')}
            </Button>
          )}
        </Row>
      </Stack>
      <Modal
        opened={dialog === 'concern'}
        onClose={() => setDialog(null)}
        title={t('concernTitle')}
        closeButtonProps={{ 'aria-label': common('close') }}
      >
        <ConcernForm proposalId={proposalId} onDone={() => setDialog(null)} />
      </Modal>
      <ConfirmDialog
        opened={dialog === 'accept'}
        onClose={() => setDialog(null)}
        title={t('acceptProposal')}
        confirm={t('acceptProposal')}
        onConfirm={() => accept({ variables: { proposalId } })}
      >
        <Text>{t(kind === 'ROLE' ? 'acceptRoleAsk' : 'acceptAsk', { name, place })}</Text>
      </ConfirmDialog>
      <ConfirmDialog
        opened={dialog === 'withdraw'}
        onClose={() => setDialog(null)}
        title={t('withdrawProposal')}
        confirm={t('withdrawProposal')}
        onConfirm={() => withdraw({ variables: { proposalId } })}
      >
        <Text>{t('withdrawProposalAsk')}</Text>
      </ConfirmDialog>
    </Paper>
  );
}

function ConcernForm({ proposalId, onDone }: { proposalId: string; onDone: () => void }): ReactNode {
  const { t } = useTranslation('groups');
  const { t: common } = useTranslation();
  const [send] = useMutation(raiseConcern);
  const form = useEntryForm({
    initial: { note: '' },
    labels: { note: t('concernNote') },
    rules: { note: (text) => required('note', text, limits.paragraph) },
  });
  return (
    <EntryForm
      form={form}
      submit={common('send')}
      onSubmit={async ({ note }) => {
        await send({ variables: { proposalId, note } });
        sayDone(t('concernSent'));
        onDone();
      }}
    >
      <Textarea {...form.field('note', { required: true })} description={t('concernHint')} data-autofocus />
    </EntryForm>
  );
}
