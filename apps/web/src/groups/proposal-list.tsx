import { gql, type FragmentType, type TypedDocumentNode } from '@apollo/client';
import { useFragment, useMutation } from '@apollo/client/react';
import { Button, Group as Row, Modal, Paper, Stack, Text, Textarea, Title } from '@mantine/core';
import { sayDone } from '../ui/say-done.js';
import { limits, required } from '@yoriai/domain/kernel';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { EntryForm } from '../forms/entry-form.js';
import { useEntryForm } from '../forms/use-entry-form.js';
import type {
  ProposalListFragment,
  RaiseConcernMutation,
  RaiseConcernMutationVariables,
  WithdrawProposalMutation,
  WithdrawProposalMutationVariables,
} from '../graphql/generated/operations.js';
import { useViewer } from '../shell/viewer.js';
import { ConfirmDialog } from '../ui/confirm-dialog.js';
import { longDate } from '../ui/dates.js';
import { PersonName } from '../ui/person-name.js';
import { useLanguage } from '../ui/use-language.js';

export const proposalListFragment: TypedDocumentNode<ProposalListFragment> = gql`
  fragment ProposalList on Group {
    id
    proposals {
      id
      decidesAt
      concernByViewer
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
    viewerCan {
      edit
      seeContent
    }
  }
`;

const raiseConcern: TypedDocumentNode<RaiseConcernMutation, RaiseConcernMutationVariables> = gql`
  mutation RaiseConcern($proposalId: ID!, $note: String!) {
    raiseConcern(proposalId: $proposalId, note: $note) {
      id
      ...ProposalList
    }
  }
  ${proposalListFragment}
`;
const withdrawProposal: TypedDocumentNode<WithdrawProposalMutation, WithdrawProposalMutationVariables> = gql`
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

/** Who is about to join: shown for seven days, with what one needs to know to say that it would be awkward. */
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
        <ProposalCard
          key={proposal.id}
          proposal={proposal}
          mayConcern={data.viewerCan.seeContent}
          leads={data.viewerCan.edit}
        />
      ))}
    </Stack>
  );
}

interface CardProps {
  readonly proposal: ProposalListFragment['proposals'][number];
  readonly mayConcern: boolean;
  readonly leads: boolean;
}

function ProposalCard({ proposal, mayConcern, leads }: CardProps): ReactNode {
  const { t } = useTranslation('groups');
  const { t: common } = useTranslation();
  const language = useLanguage();
  const { tenant, member: viewer } = useViewer();
  const [dialog, setDialog] = useState<'concern' | 'withdraw' | null>(null);
  const [withdraw] = useMutation(withdrawProposal);
  const { id: proposalId, member, proposedBy } = proposal;
  return (
    <Paper p="md" bg="brand.0">
      <Stack gap={6}>
        <Text fw={700}>
          <PersonName {...member} polite />
        </Text>
        <Text size="xs">
          {[member.businessName, member.industry, member.prefecture].filter(Boolean).join(' ・ ')}
        </Text>
        <Text size="xs">{t('proposedBy', { name: proposedBy.displayName })}</Text>
        <Text>{t('decides', { date: longDate(proposal.decidesAt, tenant.timeZone, language) })}</Text>
        {proposal.concernByViewer && <Text fw={700}>{t('concernGiven')}</Text>}
        <Row gap="xs">
          {mayConcern && !proposal.concernByViewer && (
            <Button variant="default" onClick={() => setDialog('concern')}>
              {t('concern')}
            </Button>
          )}
          {(leads || proposedBy.id === viewer.id) && (
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
