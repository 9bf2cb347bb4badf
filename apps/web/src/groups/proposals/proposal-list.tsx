import type { FragmentType } from '@apollo/client';
import { useFragment } from '@apollo/client/react';
import { Group as Row, Paper, Stack, Text, Title } from '@mantine/core';
import { placeOf } from '@yoriai/domain/groups';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProposalListFragment } from '../../graphql/generated/operations.js';
import { useViewer } from '../../shell/viewer.js';
import { longDate } from '../../ui/dates.js';
import { PersonName } from '../../ui/person-name.js';
import { useLanguage } from '../../ui/use-language.js';
import { AcceptProposal } from './accept-proposal.js';
import { proposalListFragment } from './proposal-list-fragment.js';
import { RaiseConcern } from './raise-concern.js';
import { WithdrawProposal } from './withdraw-proposal.js';

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
  const language = useLanguage();
  const { tenant } = useViewer();
  const { id: proposalId, kind, member, proposedBy, viewerCan, concerns } = proposal;
  const place = t(placeOf(proposal));
  const about = [member.businessName, member.industry, member.prefecture].filter(Boolean).join(' ・ ');
  // A concern that no facilitator of today has received can be told again.
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
            <RaiseConcern proposalId={proposalId} again={again} />
          )}
          {viewerCan.accept && (
            <AcceptProposal proposalId={proposalId} kind={kind} name={member.displayName} place={place} />
          )}
          {viewerCan.withdraw && <WithdrawProposal proposalId={proposalId} />}
        </Row>
      </Stack>
    </Paper>
  );
}
