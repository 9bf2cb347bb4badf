import { gql, type TypedDocumentNode } from '@apollo/client';
import { useQuery } from '@apollo/client/react';
import { Anchor, Badge, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { industryText, prefectureText } from '@yoriai/domain/people';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import type { MemberPageQuery, MemberPageQueryVariables } from '../../graphql/generated/operations.js';
import { UpdateMember, officeMemberFragment } from '../../people/members/update-member.js';
import { NotFound } from '../../shell/not-found.js';
import { useTenantPath, useViewer } from '../../shell/viewer.js';
import { MuteMember } from '../../support/mutes/mute-member.js';
import { ErrorText } from '../../ui/error-text.js';
import { Page } from '../../ui/page.js';
import { PersonName } from '../../ui/person-name.js';
import { CardSkeletons } from '../../ui/skeletons.js';
import { useLanguage } from '../../ui/use-language.js';

const memberPage: TypedDocumentNode<MemberPageQuery, MemberPageQueryVariables> = gql`
  query MemberPage($id: ID!) {
    node(id: $id) {
      id
      ... on Member {
        muted
        groups {
          id
          name
        }
      }
      ...OfficeMember @unmask
    }
  }
  ${officeMemberFragment}
`;

export function MemberPage(): ReactNode {
  const { t } = useTranslation('people');
  const language = useLanguage();
  const to = useTenantPath();
  const { member: viewer, viewerCan } = useViewer();
  const id = useParams()['id']!;
  const [editing, setEditing] = useState(false);
  const { data, error, refetch } = useQuery(memberPage, { variables: { id } });
  const member = data?.node?.__typename === 'Member' ? data.node : null;
  if (data && !member) return <NotFound />;
  if (!member)
    return (
      <Page title={t('title')} narrow>
        {error ? <ErrorText error={error} onRetry={() => void refetch()} /> : <CardSkeletons count={1} />}
      </Page>
    );
  const facts = [
    [t('business'), member.businessName],
    [t('industry'), member.industry && industryText(member.industry, language)],
    [t('prefecture'), member.prefecture && prefectureText(member.prefecture, language)],
  ] as const;
  return (
    <Page
      title={member.displayName}
      narrow
      action={
        member.id === viewer.id ? (
          <Button component={Link} to={to('/me')} variant="default">
            {t('editMine')}
          </Button>
        ) : (
          viewerCan.manageMembers && (
            <Button variant="default" onClick={() => setEditing(true)}>
              {t('edit')}
            </Button>
          )
        )
      }
    >
      <Paper>
        <Stack gap="md">
          <Group gap="sm">
            <Text fw={700} size="lg">
              <PersonName {...member} polite />
            </Text>
            {member.role === 'ADMIN' && (
              <Badge variant="light" c="brand.9">
                {t('ADMIN')}
              </Badge>
            )}
            {member.status !== 'ACTIVE' && (
              <Badge variant="outline" color="gray.7">
                {t(member.status)}
              </Badge>
            )}
          </Group>
          {facts.map(
            ([label, value]) =>
              value && (
                <div key={label}>
                  <Text size="xs" c="gray.6">
                    {label}
                  </Text>
                  <Text>{value}</Text>
                </div>
              ),
          )}
          {member.phone && (
            <div>
              <Text size="xs" c="gray.6">
                {t('phone')}
              </Text>
              <Anchor href={`tel:${member.phone.replace(/[^\d+]/g, '')}`} py={8} display="inline-block">
                {member.phone}
              </Anchor>
            </div>
          )}
        </Stack>
      </Paper>
      <Paper component="section" aria-labelledby="strengths">
        <Title order={2} size="h3" id="strengths" mb="xs">
          {t('strengths')}
        </Title>
        <Text style={{ whiteSpace: 'pre-wrap' }} c={member.strengths ? undefined : 'gray.6'}>
          {member.strengths ?? t('nothingSaid')}
        </Text>
      </Paper>
      {member.groups.length > 0 && (
        <Paper component="section" aria-labelledby="groups">
          <Title order={2} size="h3" id="groups" mb="xs">
            {t('groups')}
          </Title>
          <Group gap="md">
            {member.groups.map(({ id: groupId, name }) => (
              <Anchor key={groupId} component={Link} to={to(`/groups/${groupId}`)} py={8}>
                {name}
              </Anchor>
            ))}
          </Group>
        </Paper>
      )}
      {member.id !== viewer.id && <MuteMember member={member} />}
      {editing && <UpdateMember member={member} onClose={() => setEditing(false)} />}
    </Page>
  );
}
