import { gql, type TypedDocumentNode } from '@apollo/client';
import { useQuery } from '@apollo/client/react';
import { Paper } from '@mantine/core';
import { sayDone } from '../../ui/say-done.js';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import type { AskableGroupsQuery, AskableGroupsQueryVariables } from '../../graphql/generated/operations.js';
import { useTenantPath, useViewer } from '../../shell/viewer.js';
import { PostSupportRequest } from '../../support/requests/post-support-request.js';
import { ErrorText } from '../../ui/error-text.js';
import { Page } from '../../ui/page.js';
import { CardSkeletons } from '../../ui/skeletons.js';

/** Who is in the groups one may ask, so that the composer can say by name who will read it. */
const askableGroups: TypedDocumentNode<AskableGroupsQuery, AskableGroupsQueryVariables> = gql`
  query AskableGroups {
    viewer {
      groups {
        id
        name
        hidesAmong
        memberships {
          member {
            id
            displayName
          }
        }
        viewerCan {
          postSupportRequest
        }
      }
    }
  }
`;

export function NewSupportRequestPage(): ReactNode {
  const { t } = useTranslation('support');
  const to = useTenantPath();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const { member } = useViewer();
  const { data, error, refetch } = useQuery(askableGroups);
  const groups = data?.viewer?.groups
    .filter(({ viewerCan }) => viewerCan.postSupportRequest)
    .map(({ id, name, hidesAmong, memberships }) => ({
      id,
      name,
      hidesAmong,
      others: memberships.map((one) => one.member).filter((one) => one.id !== member.id),
    }));
  return (
    <Page title={t('newTitle')} narrow>
      {error && <ErrorText error={error} onRetry={() => void refetch()} />}
      {!data && !error && <CardSkeletons count={1} />}
      {groups && (
        <Paper>
          <PostSupportRequest
            groups={groups}
            initialGroupId={search.get('group')}
            onDone={(id) => {
              sayDone(t('posted'));
              void navigate(to(`/support/${id}`), { replace: true });
            }}
          />
        </Paper>
      )}
    </Page>
  );
}
