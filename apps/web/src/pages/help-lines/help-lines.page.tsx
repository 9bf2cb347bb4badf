import { Button, Group, Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { IconPhone } from '@tabler/icons-react';
import { helpLines, helpLineTopics, openNow, type HelpLine } from '@yoriai/domain/help-lines';
import { japaneseHoliday } from '@yoriai/domain/meetings';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { HelpLineCard } from '../../help-lines/help-line-card.js';
import { useNow } from '../../help-lines/use-now.js';
import { clock, longDate } from '../../ui/dates.js';
import { Page } from '../../ui/page.js';
import { useLanguage } from '../../ui/use-language.js';

const japan = 'Asia/Tokyo';
const topics = helpLineTopics.filter((topic) => topic !== 'LIFE');
type Topic = (typeof topics)[number];

/** Needs neither account nor API nor connection. Danger to life comes before everything. */
export function HelpLinesPage(): ReactNode {
  const { t } = useTranslation('helpLines');
  const language = useLanguage();
  const now = useNow();
  const [search, setSearch] = useSearchParams();
  const topic = topics.find((one) => one === search.get('topic')) ?? null;
  const about = helpLines.filter(
    ({ id, topics: of }) => !atTheTop.has(id) && (topic === null || of.includes(topic)),
  );
  const { open, hoursUnknown, closed } = openNow(about, now, (day) => japaneseHoliday(day) !== null);
  return (
    <Page title={t('title')} narrow>
      <Danger />
      <Text>{t('notLife')}</Text>
      <TopicChoice
        topic={topic}
        onChoose={(next) => setSearch(next ? { topic: next } : {}, { replace: true })}
      />
      <Stack component="section" gap="sm" aria-labelledby="open-now">
        <Title order={2} id="open-now">
          {t('openNow', { time: clock(now.toISOString(), japan) })}
        </Title>
        {open.length === 0 && <Text>{t('nothingOpen')}</Text>}
        <Cards lines={open} open />
      </Stack>
      {hoursUnknown.length > 0 && (
        <Stack component="section" gap="sm" aria-labelledby="try-these">
          <Title order={2} id="try-these">
            {t('tryThese')}
          </Title>
          <Text>{t('tryTheseNote')}</Text>
          <Cards lines={hoursUnknown} open={false} />
        </Stack>
      )}
      {closed.length > 0 && (
        <details>
          <summary style={{ minHeight: 44, alignContent: 'center', fontWeight: 700 }}>
            {t('closedNow', { count: closed.length })}
          </summary>
          <Cards lines={closed} open={false} />
        </details>
      )}
      <Text size="xs" c="gray.6">
        {t('verified', { date: longDate(`${oldestCheck}T00:00:00+09:00`, japan, language) })} {t('offline')}
      </Text>
    </Page>
  );
}

/** 119 and 110 stand in the first card already. */
const atTheTop: ReadonlySet<string> = new Set(['fire-119', 'police-110']);
const oldestCheck = helpLines.map(({ verifiedAt }) => verifiedAt).toSorted()[0];

function Danger(): ReactNode {
  const { t } = useTranslation('helpLines');
  return (
    <Paper component="section" aria-labelledby="danger" bg="#fdeeed" style={{ borderColor: '#b3261e' }}>
      <Stack gap="md">
        <Title order={2} id="danger">
          {t('danger')}
        </Title>
        <SimpleGrid cols={2} spacing="sm">
          {(
            [
              ['119', 'call119', 'ambulance'],
              ['110', 'call110', 'police'],
            ] as const
          ).map(([tel, call, what]) => (
            <Button
              key={tel}
              component="a"
              href={`tel:${tel}`}
              color="red"
              h="auto"
              py="sm"
              px="xs"
              leftSection={<IconPhone size={22} aria-hidden />}
            >
              <span>
                <Text component="span" fw={700} fz="lg" display="block">
                  {t(call)}
                </Text>
                <Text component="span" size="xs" display="block">
                  {t(what)}
                </Text>
              </span>
            </Button>
          ))}
        </SimpleGrid>
      </Stack>
    </Paper>
  );
}

function TopicChoice({
  topic,
  onChoose,
}: {
  topic: Topic | null;
  onChoose: (topic: Topic | null) => void;
}): ReactNode {
  const { t } = useTranslation('helpLines');
  const all: readonly (Topic | null)[] = [null, ...topics];
  return (
    <Stack gap="xs" role="group" aria-labelledby="about">
      <Text id="about" fw={700}>
        {t('about')}
      </Text>
      <Group gap="xs">
        {all.map((one) => (
          <Button
            key={one ?? 'ALL'}
            variant={one === topic ? 'filled' : 'default'}
            aria-pressed={one === topic}
            h={44}
            px="md"
            radius="xl"
            onClick={() => onChoose(one)}
          >
            {t(one ?? 'ALL')}
          </Button>
        ))}
      </Group>
    </Stack>
  );
}

const Cards = ({ lines, open }: { lines: readonly HelpLine[]; open: boolean }): ReactNode => (
  <Stack gap="sm">
    {lines.map((line) => (
      <HelpLineCard key={line.id} line={line} open={open} />
    ))}
  </Stack>
);
