import type { FragmentType } from '@apollo/client';
import { useFragment, useMutation } from '@apollo/client/react';
import { Button, Group, Modal, Paper, Stack, Text, Title } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AfterPartyFragment } from '../../graphql/generated/operations.js';
import { ErrorText } from '../../ui/error-text.js';
import { PersonName } from '../../ui/person-name.js';
import { afterPartyFragment, PartyForm } from './plan-after-party.js';
import { CallOffAfterParty } from './call-off-after-party.js';
import { answerAfterParty } from './answer-after-party.js';

interface Props {
  readonly meeting: FragmentType<AfterPartyFragment> & { readonly id: string };
}

/** 懇親会: one tap says whether the member comes along, apart from the answer to the meeting. Until one is planned, only those who may plan it see anything. */
export function AfterParty({ meeting }: Props): ReactNode {
  const { t } = useTranslation('afterParty');
  const { t: common } = useTranslation();
  const [planning, setPlanning] = useState(false);
  const [answer, answering] = useMutation(answerAfterParty);
  const { data, complete } = useFragment({
    fragment: afterPartyFragment,
    fragmentName: 'AfterParty',
    from: meeting,
  });
  if (!complete || (!data.afterParty && !data.viewerCan.edit)) return null;
  const { id, afterParty: party, viewerCan } = data;
  const give = (coming: boolean, memberId?: string): void =>
    void answer({ variables: { id, coming, memberId: memberId ?? null } }).catch(() => undefined);
  const comers = party?.answers.filter(({ coming }) => coming) ?? [];
  return (
    <Paper component="section" aria-labelledby="after-party">
      <Stack gap="md">
        <Title order={2} size="h3" id="after-party">
          {t('afterParty')}
        </Title>
        {!party && <Text c="gray.6">{t('partyNone')}</Text>}
        {party && (
          <>
            <div>
              {party.details && <Text>{party.details}</Text>}
              {party.feeYen !== null && (
                <Text>{t('partyFeeIs', { amount: party.feeYen.toLocaleString('ja') })}</Text>
              )}
            </div>
            {party.viewerCan.answer && (
              <Group gap="sm" role="group" aria-label={t('partyAsk')}>
                {([true, false] as const).map((coming) => (
                  <Button
                    key={String(coming)}
                    variant={party.viewerComes === coming ? 'filled' : 'default'}
                    aria-pressed={party.viewerComes === coming}
                    disabled={answering.loading}
                    onClick={() => give(coming)}
                  >
                    {t(coming ? 'partyYes' : 'partyNo')}
                  </Button>
                ))}
              </Group>
            )}
            <div>
              <Text fw={700} role="status">
                {t('partyComers', { count: comers.length })}
              </Text>
              {!party.viewerCan.answerForOthers && (
                <Stack component="ul" gap={4} p={0} m={0} style={{ listStyle: 'none' }}>
                  {comers.map(({ member }) => (
                    <li key={member.id}>
                      <PersonName {...member} polite />
                    </li>
                  ))}
                </Stack>
              )}
            </div>
            {party.viewerCan.answerForOthers && (
              <details>
                <summary style={{ minHeight: 44, paddingBlock: 10, cursor: 'pointer' }}>
                  {t('partyAll')}
                </summary>
                <Stack component="ul" gap="xs" p={0} m={0} style={{ listStyle: 'none' }}>
                  {party.answers.map(({ member, coming }) => (
                    <li key={member.id}>
                      <Group gap="xs" justify="space-between">
                        <PersonName {...member} polite />
                        <Group gap={4}>
                          {([true, false] as const).map((one) => (
                            <Button
                              key={String(one)}
                              variant={coming === one ? 'filled' : 'default'}
                              px="sm"
                              aria-pressed={coming === one}
                              aria-label={t('partyFor', {
                                name: member.displayName,
                                answer: t(one ? 'partyYes' : 'partyNo'),
                              })}
                              disabled={answering.loading}
                              onClick={() => give(one, member.id)}
                            >
                              {t(one ? 'partyYes' : 'partyNo')}
                            </Button>
                          ))}
                        </Group>
                      </Group>
                    </li>
                  ))}
                </Stack>
              </details>
            )}
          </>
        )}
        {answering.error && <ErrorText error={answering.error} />}
        {viewerCan.edit && (
          <Group gap="sm">
            <Button variant="default" onClick={() => setPlanning(true)}>
              {t(party ? 'partyEdit' : 'partyPlan')}
            </Button>
            {party && <CallOffAfterParty meetingId={id} />}
          </Group>
        )}
      </Stack>
      <Modal
        opened={planning}
        onClose={() => setPlanning(false)}
        title={t('afterParty')}
        closeButtonProps={{ 'aria-label': common('close') }}
      >
        <PartyForm meetingId={id} before={party ?? null} onDone={() => setPlanning(false)} />
      </Modal>
    </Paper>
  );
}
