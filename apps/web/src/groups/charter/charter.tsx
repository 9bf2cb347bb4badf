import type { FragmentType } from '@apollo/client';
import { useFragment } from '@apollo/client/react';
import { Alert, Group as Row, List, Paper, Stack, Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { GroupCharterFragment } from '../../graphql/generated/operations.js';
import { ErrorText } from '../../ui/error-text.js';
import { AmendCharter } from './amend-charter.js';
import { groupCharterFragment } from './charter-fragment.js';
import { SignCharter } from './sign-charter.js';

interface Props {
  readonly group: FragmentType<GroupCharterFragment> & { readonly id: string };
}

/** The group's promises; an unsigned version asks to be signed and blocks nothing. */
export function GroupCharter({ group }: Props): ReactNode {
  const { t } = useTranslation('groups');
  const [error, setError] = useState<unknown>(null);
  const { data, complete } = useFragment({
    fragment: groupCharterFragment,
    fragmentName: 'GroupCharter',
    from: group,
  });
  if (!complete) return null;
  const { version, clauses, signedByViewer } = data.charter;
  return (
    <Paper>
      <Stack gap="md">
        <Text>{t('charterIntro')}</Text>
        <List type="ordered" spacing="sm">
          {clauses.map((clause) => (
            <List.Item key={clause}>{clause}</List.Item>
          ))}
        </List>
        <Text size="xs" c="gray.6">
          {t('charterVersion', { version })}
        </Text>
        <div role="status">{signedByViewer && <Alert color="success">{t('signedThanks')}</Alert>}</div>
        {error !== null && <ErrorText error={error} />}
        <Row gap="sm">
          {!signedByViewer && data.viewerCan.leave && (
            <SignCharter groupId={data.id} version={version} onFailed={setError} />
          )}
          {data.viewerCan.edit && <AmendCharter groupId={data.id} version={version} clauses={clauses} />}
        </Row>
      </Stack>
    </Paper>
  );
}
