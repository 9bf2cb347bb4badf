import { gql, type TypedDocumentNode } from '@apollo/client';
import { useQuery } from '@apollo/client/react';
import { Group, NativeSelect } from '@mantine/core';
import { memberStatuses } from '@yoriai/domain/people';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type {
  InvitingGroupsQuery,
  InvitingGroupsQueryVariables,
} from '../../graphql/generated/operations.js';
import { Invitations } from '../../people/invitations/invitations.js';
import { InviteMember } from '../../people/invitations/invite-member.js';
import { MemberSearch } from '../../people/members/member-search.js';
import { OfficeMembers } from '../../people/members/office-members.js';
import { SaveRoster } from '../../people/roster/save-roster.js';
import { NotFound } from '../../shell/not-found.js';
import { useViewer } from '../../shell/viewer.js';
import { Page } from '../../ui/page.js';

const invitingGroups: TypedDocumentNode<InvitingGroupsQuery, InvitingGroupsQueryVariables> = gql`
  query InvitingGroups {
    groups(first: 100) {
      edges {
        node {
          id
          name
          viewerCan {
            invite
          }
        }
      }
    }
  }
`;

export function OfficeMembersPage(): ReactNode {
  const { manageMembers } = useViewer().viewerCan;
  return manageMembers ? <Office /> : <NotFound />;
}

function Office(): ReactNode {
  const { t } = useTranslation('people');
  const [search, setSearch] = useSearchParams();
  const text = search.get('q') ?? '';
  const status = memberStatuses.find((one) => one === search.get('status')) ?? null;
  const { data } = useQuery(invitingGroups);
  const groups = data?.groups.edges.map(({ node }) => node).filter(({ viewerCan }) => viewerCan.invite) ?? [];
  const show = (name: string, value: string): void =>
    setSearch(
      (before) => {
        if (value) before.set(name, value);
        else before.delete(name);
        return before;
      },
      { replace: true },
    );
  return (
    <Page title={t('officeTitle')} action={<InviteMember groups={groups} />}>
      <MemberSearch key={text} value={text} onSearch={(q) => show('q', q)} />
      <Group gap="sm" align="flex-end">
        <NativeSelect
          label={t('status')}
          data={[
            { value: '', label: t('statusAll') },
            ...memberStatuses.map((value) => ({ value, label: t(value) })),
          ]}
          value={status ?? ''}
          onChange={(event) => show('status', event.currentTarget.value)}
        />
        <SaveRoster />
      </Group>
      <OfficeMembers search={text} status={status} />
      <Invitations />
    </Page>
  );
}
