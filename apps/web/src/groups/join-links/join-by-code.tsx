import { gql, type TypedDocumentNode } from '@apollo/client';
import { useMutation, useQuery } from '@apollo/client/react';
import { Alert, List, Paper, Stack, Text, TextInput, Title } from '@mantine/core';
import { readKana, readName } from '@yoriai/domain/people';
import { limits, optional } from '@yoriai/domain/kernel';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { EntryForm } from '../../forms/entry-form.js';
import { onlyChanged } from '../../forms/only-changed.js';
import { useEntryForm } from '../../forms/use-entry-form.js';
import type {
  JoinByCodeMutation,
  JoinByCodeMutationVariables,
  JoinLinkPreviewQuery,
  JoinLinkPreviewQueryVariables,
} from '../../graphql/generated/operations.js';
import { ErrorText } from '../../ui/error-text.js';
import { CardSkeletons } from '../../ui/skeletons.js';
import { TenantPromise } from '../../shell/tenant-promise.js';
import { AskForCode, CodeSent, mailCodeBox, mailCodeRule } from '../../forms/request-sign-in-code.js';

const joinLinkPreview: TypedDocumentNode<JoinLinkPreviewQuery, JoinLinkPreviewQueryVariables> = gql`
  query JoinLinkPreview($code: String!) {
    me {
      id
      email
    }
    joinLink(code: $code) {
      tenantName
      groupName
      purpose
      memberCount
      full
      invitedBy
      charter
    }
  }
`;

const joinByCode: TypedDocumentNode<JoinByCodeMutation, JoinByCodeMutationVariables> = gql`
  mutation JoinByCode($input: JoinByCodeInput!) {
    joinByCode(input: $input) {
      tenant {
        id
        slug
      }
    }
  }
`;

interface Props {
  readonly code: string;
  readonly onDone: (slug: string) => Promise<void>;
}

export function JoinByCode({ code, onDone }: Props): ReactNode {
  const { t } = useTranslation('tenancy');
  const { data, error, refetch } = useQuery(joinLinkPreview, {
    variables: { code },
    fetchPolicy: 'network-only',
    context: { guest: true },
  });
  if (error) return <ErrorText error={error} onRetry={() => void refetch()} />;
  if (!data) return <CardSkeletons count={2} />;
  if (!data.joinLink) return <ErrorText failure={{ code: 'JOIN_LINK_OVER' }} />;
  const { tenantName, groupName, purpose, memberCount, full, invitedBy, charter } = data.joinLink;
  return (
    <Stack gap="lg">
      <Paper>
        <Stack gap="sm">
          <Text c="gray.6">{tenantName}</Text>
          <Title order={2}>{groupName}</Title>
          <Text>{purpose}</Text>
          {invitedBy && <Text>{t('invitedBy', { name: invitedBy })}</Text>}
          <Text>{t('membersSoFar', { count: memberCount })}</Text>
        </Stack>
      </Paper>
      {charter.length > 0 && (
        <Paper>
          <Stack gap="sm">
            <Title order={2} size="h3">
              {t('charter')}
            </Title>
            <List spacing={4}>
              {charter.map((clause) => (
                <List.Item key={clause}>{clause}</List.Item>
              ))}
            </List>
            <Text c="gray.6">{t('charterNote')}</Text>
          </Stack>
        </Paper>
      )}
      <TenantPromise />
      {full ? (
        <Alert color="attention">{t('groupIsFull')}</Alert>
      ) : (
        <Paper>
          <Steps code={code} onDone={onDone} knownEmail={data.me?.email ?? ''} />
        </Paper>
      )}
    </Stack>
  );
}

function Steps({ code, onDone, knownEmail }: Props & { knownEmail: string }): ReactNode {
  const { t } = useTranslation('tenancy');
  const [email, setEmail] = useState<string | null>(null);
  if (email !== null)
    return <About code={code} onDone={onDone} email={email} onOther={() => setEmail(null)} />;
  return (
    <Stack gap="md">
      <Title order={2} size="h3">
        {t('confirmEmail')}
      </Title>
      <Text>{t('joinStep')}</Text>
      <AskForCode email={knownEmail} onSent={setEmail} />
    </Stack>
  );
}

function About({ code, onDone, email, onOther }: Props & { email: string; onOther: () => void }): ReactNode {
  const { t } = useTranslation('tenancy');
  const [join] = useMutation(joinByCode, { context: { guest: true } });
  const form = useEntryForm({
    initial: { mailCode: '', displayName: '', kana: '', businessName: '', industry: '' },
    labels: {
      mailCode: t('code'),
      displayName: t('yourName'),
      kana: t('kana'),
      businessName: t('businessName'),
      industry: t('industry'),
    },
    rules: {
      mailCode: mailCodeRule,
      displayName: (text) => readName('displayName', text),
      kana: (text) => readKana('kana', text),
      businessName: (text) => optional('businessName', text, limits.title),
      industry: (text) => optional('industry', text, limits.name),
    },
    blame: { CODE_INVALID: 'mailCode' },
  });
  return (
    <CodeSent email={email} onOther={onOther}>
      <EntryForm
        form={form}
        submit={t('join')}
        onSubmit={async ({ mailCode, displayName, ...about }) => {
          const said = onlyChanged(about, { kana: '', businessName: '', industry: '' });
          const input = { code, email, mailCode, displayName, ...said };
          const { data } = await join({ variables: { input } });
          await onDone(data!.joinByCode.tenant.slug);
        }}
      >
        <TextInput {...form.field('mailCode', { required: true })} {...mailCodeBox} autoFocus />
        <TextInput {...form.field('displayName', { required: true })} autoComplete="name" />
        <TextInput {...form.field('kana')} />
        <TextInput {...form.field('businessName')} autoComplete="organization" />
        <TextInput {...form.field('industry')} />
      </EntryForm>
    </CodeSent>
  );
}
