import { useLazyQuery } from '@apollo/client/react';
import { Button, Group, Stack, Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorText } from '../../ui/error-text.js';
import { PersonName } from '../../ui/person-name.js';
import { moreRemarks } from '../meeting/meeting-entries.js';
import { MakeRemark, remarkedId, type RemarksProps } from './make-remark.js';
import { WithdrawRemark } from './withdraw-remark.js';

/** ひとこと under a check-in or a topic, oldest first, and a box for one more. */
export function Remarks({ about, of, mayWrite }: RemarksProps): ReactNode {
  const { t } = useTranslation('remarks');
  const [writing, setWriting] = useState(false);
  const [more, { loading, error }] = useLazyQuery(moreRemarks, { fetchPolicy: 'network-only' });
  const remarks = of.remarks.edges.map(({ node }) => node);
  const name = of.member.displayName;
  return (
    <Stack gap="xs" ps="md" style={{ borderInlineStart: '3px solid var(--line)' }}>
      {remarks.length > 0 && (
        <Stack component="ul" gap="xs" p={0} m={0} style={{ listStyle: 'none' }} aria-live="polite">
          {remarks.map((remark) => (
            <li key={remark.id}>
              <Text size="xs" fw={700}>
                <PersonName displayName={remark.member.displayName} polite />
              </Text>
              <Text style={{ whiteSpace: 'pre-wrap' }}>{remark.body}</Text>
              {remark.mine && <WithdrawRemark id={remark.id} />}
            </li>
          ))}
        </Stack>
      )}
      {of.remarks.pageInfo.hasNextPage && (
        <Group>
          <Button
            variant="default"
            loading={loading}
            aria-label={`${t('remarkOn', { name })}: ${t('remarksMore')}`}
            onClick={() =>
              void more({
                variables: { id: remarkedId(about), after: of.remarks.pageInfo.endCursor },
              }).catch(() => undefined)
            }
          >
            {t('remarksMore')}
          </Button>
        </Group>
      )}
      {error && <ErrorText error={error} />}
      {mayWrite && !writing && (
        <Group>
          <Button
            variant="subtle"
            px="xs"
            aria-label={`${t('remarkOn', { name })}: ${t('remarkWrite')}`}
            onClick={() => setWriting(true)}
          >
            {t('remarkWrite')}
          </Button>
        </Group>
      )}
      {mayWrite && writing && <MakeRemark about={about} name={name} onDone={() => setWriting(false)} />}
    </Stack>
  );
}
