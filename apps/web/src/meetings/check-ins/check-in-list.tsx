import { Badge, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DangerNote } from '../../ui/danger-note.js';
import { ago, shortDate } from '../../ui/dates.js';
import { PersonName } from '../../ui/person-name.js';
import { useLanguage } from '../../ui/use-language.js';
import { Worried } from '../../ui/worried.js';
import { MoodFace } from './mood.js';
import type { MeetingEntries, SeenCheckIn } from '../meeting/meeting-entries.js';
import { SubmitCheckIn } from './submit-check-in.js';
import { WithdrawCheckIn } from './withdraw-check-in.js';
import { Remarks } from '../remarks/remarks.js';

/** 会の前の近況メモ: my own first, then what the others wrote. */
export function CheckInList({ meeting }: { meeting: MeetingEntries }): ReactNode {
  const { t } = useTranslation('checkIns');
  const language = useLanguage();
  const [editing, setEditing] = useState(false);
  const own = meeting.checkIns.find(({ mine }) => mine) ?? null;
  const others = meeting.checkIns.filter(({ mine }) => !mine);
  const { checkIn: mayWrite, remark: mayRemark } = meeting.viewerCan;
  const writes = mayWrite && (own === null || editing);
  return (
    <Paper component="section" aria-labelledby="check-in" id="check-ins">
      <Stack gap="lg">
        <Stack gap={4}>
          <Title order={2} size="h3" id="check-in">
            {t('checkIns')}
          </Title>
          {mayWrite && (
            <Text c="gray.6" size="xs">
              {t('closes', {
                date: shortDate(meeting.preparationClosesAt, meeting.timeZone, language),
              })}
            </Text>
          )}
        </Stack>
        {writes && (
          <SubmitCheckIn
            key={own?.id ?? 'new'}
            meeting={meeting}
            before={own}
            onDone={() => setEditing(false)}
          />
        )}
        {own && !writes && (
          <Stack gap="sm" component="article" aria-label={t('mine')}>
            <Group gap="sm">
              <Text fw={700}>{t('mine')}</Text>
              <Eyes checkIn={own} />
            </Group>
            <Said checkIn={own} />
            <DangerNote text={textsOf(own).join('\n')} />
            <Group gap="sm">
              {mayWrite && (
                <Button variant="default" onClick={() => setEditing(true)}>
                  {t('edit')}
                </Button>
              )}
              <WithdrawCheckIn checkIn={own} />
            </Group>
            <Remarks about={{ checkInId: own.id }} of={own} mayWrite={mayRemark} />
          </Stack>
        )}
        <Title order={3} size="h4">
          {t('others')}
        </Title>
        {others.length === 0 && <Text c="gray.6">{t('noOthers')}</Text>}
        <Stack component="ul" gap="lg" p={0} m={0} style={{ listStyle: 'none' }}>
          {others.map((checkIn) => (
            <li key={checkIn.id}>
              <Other checkIn={checkIn} timeZone={meeting.timeZone} mayRemark={mayRemark} />
            </li>
          ))}
        </Stack>
      </Stack>
    </Paper>
  );
}

function Other({
  checkIn,
  timeZone,
  mayRemark,
}: {
  checkIn: SeenCheckIn;
  timeZone: string;
  mayRemark: boolean;
}): ReactNode {
  const language = useLanguage();
  const [now] = useState(() => new Date());
  return (
    <Stack gap="xs" component="article">
      <Group gap="sm">
        <Text fw={700}>
          <PersonName {...checkIn.member} polite />
        </Text>
        <Eyes checkIn={checkIn} />
        <Text size="xs" c="gray.6">
          {ago(checkIn.createdAt, now, timeZone, language)}
        </Text>
      </Group>
      <Said checkIn={checkIn} />
      <Group justify="flex-end">
        <Worried name={checkIn.member.displayName} />
      </Group>
      <Remarks about={{ checkInId: checkIn.id }} of={checkIn} mayWrite={mayRemark} />
    </Stack>
  );
}

/** Who else reads it, where that is not simply the whole group. */
function Eyes({ checkIn: { visibility } }: { checkIn: SeenCheckIn }): ReactNode {
  const { t } = useTranslation('checkIns');
  return visibility === 'GROUP' ? null : (
    <Badge variant="light" c="brand.9">
      {t(`only${visibility}`)}
    </Badge>
  );
}

const textsOf = ({ note, progress, problem, request }: SeenCheckIn): string[] =>
  [note, progress, problem, request].filter((text) => text !== null);

function Said({ checkIn }: { checkIn: SeenCheckIn }): ReactNode {
  const { t } = useTranslation('checkIns');
  const { figures } = checkIn;
  return (
    <>
      {checkIn.note && <Text style={{ whiteSpace: 'pre-wrap' }}>{checkIn.note}</Text>}
      {(['progress', 'problem', 'request'] as const).map(
        (part) =>
          checkIn[part] && (
            <div key={part}>
              <Text size="xs" c="gray.6">
                {t(part)}
              </Text>
              <Text style={{ whiteSpace: 'pre-wrap' }}>{checkIn[part]}</Text>
            </div>
          ),
      )}
      {checkIn.mood !== null && <MoodFace mood={checkIn.mood} />}
      {figures && (
        <div>
          <Text size="xs" c="gray.6">
            {t('figures', { month: Number(figures.month.slice(5, 7)) })}
          </Text>
          <Group gap={0} style={{ columnGap: 16 }}>
            {figureNames.map(
              (name) =>
                figures[name] !== null && (
                  <Text key={name}>
                    {t('figure', { name: t(name), amount: figures[name].toLocaleString('ja') })}
                  </Text>
                ),
            )}
          </Group>
        </div>
      )}
    </>
  );
}
const figureNames = ['salesYen', 'grossProfitYen', 'customers', 'ownHours'] as const;
