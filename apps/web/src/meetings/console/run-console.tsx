import { Alert, Button, Group, Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import {
  IconArrowLeft,
  IconArrowRight,
  IconMaximize,
  IconPlayerPause,
  IconPlayerPlay,
  IconPlayerSkipForward,
} from '@tabler/icons-react';
import { stepOf, type RunAct, type RunState } from '@yoriai/domain/meetings';
import { useNetwork } from '@mantine/hooks';
import { useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConsoleFragment } from '../../graphql/generated/operations.js';
import { foreseenAttendees, foreseenRun, foreseenSpeech } from './console-taps.js';
import { MeetingClock } from './meeting-clock.js';
import { runStateOf, stepsOf, type Step } from './run-state.js';
import { MarkSpeaker } from './mark-speaker.js';
import { TakeAttendance } from '../attendance/take-attendance.js';
import { useTapQueue, type TapQueue } from './use-tap-queue.js';
import { useWakeLock } from './use-wake-lock.js';

interface Props {
  readonly meeting: ConsoleFragment;
  readonly refetch: () => unknown;
  /** Drawn from what this device kept. */
  readonly withoutLine?: boolean;
  /** What is captured while it is said: decisions and next steps. */
  readonly children?: ReactNode;
}

const extensions = [1, 5] as const;

/** Everything for the member who runs the meeting, within reach of one thumb. */
export function RunConsole({ meeting, refetch, withoutLine = false, children }: Props): ReactNode {
  const queue = useTapQueue(meeting, refetch);
  const steps = stepsOf(meeting);
  const seen = runStateOf(meeting);
  useWakeLock(meeting.status === 'OPEN');
  if (!seen) return null;
  const run = foreseenRun(seen, steps, queue.waiting);
  const attendees = foreseenAttendees(meeting.attendees, queue.waiting);
  return (
    <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg" style={{ alignItems: 'start' }}>
      <Stack gap="lg">
        <ClockControls run={run} steps={steps} queue={queue} withoutLine={withoutLine} />
        <AllSteps run={run} steps={steps} queue={queue} />
        <TakeAttendance
          attendees={attendees}
          withOnline={meeting.format !== 'IN_PERSON'}
          onTap={(memberId, presence, late) => queue.tap({ kind: 'attend', memberId, presence, late })}
        />
      </Stack>
      <Stack gap="lg">
        <MarkSpeaker
          attendees={attendees}
          speeches={foreseenSpeech(meeting.airtime ?? [], queue.waiting)}
          onTap={(memberId) => queue.tap({ kind: 'speak', memberId })}
        />
        {children}
      </Stack>
    </SimpleGrid>
  );
}

interface Part {
  readonly run: RunState;
  readonly steps: readonly Step[];
  readonly queue: TapQueue;
}

function ClockControls({
  run,
  steps,
  queue,
  withoutLine,
}: Part & { readonly withoutLine: boolean }): ReactNode {
  const { t } = useTranslation('console');
  const clock = useRef<HTMLDivElement>(null);
  const here = steps.findIndex(({ id }) => id === run.stepId);
  const next = steps[here + 1];
  const act =
    (name: RunAct, minutes: number | null = null) =>
    (): void =>
      queue.tap({ kind: 'run', act: name, stepId: null, minutes });
  return (
    <Paper component="section" aria-label={t('console')}>
      <Stack gap="md">
        <MeetingClock run={run} steps={steps} ref={clock} />
        <TapStatus queue={queue} withoutLine={withoutLine} />
        <Group grow gap="sm">
          <Button
            h={64}
            variant="default"
            leftSection={run.paused ? <IconPlayerPlay aria-hidden /> : <IconPlayerPause aria-hidden />}
            onClick={act(run.paused ? 'RESUME' : 'PAUSE')}
          >
            {t(run.paused ? 'resume' : 'pause')}
          </Button>
          {run.stepId !== null && (
            <Button
              h={64}
              fz="lg"
              rightSection={<IconArrowRight aria-hidden />}
              aria-label={next ? t('goNextTo', { step: next.name }) : undefined}
              onClick={act('NEXT')}
            >
              {t('goNext')}
            </Button>
          )}
        </Group>
        {run.stepId !== null && (
          <Group grow gap="sm">
            {extensions.map((minutes) => (
              <Button
                key={minutes}
                variant="light"
                color="brand"
                c="brand.9"
                px="xs"
                onClick={act('EXTEND', minutes)}
              >
                {t('extend', { minutes })}
              </Button>
            ))}
          </Group>
        )}
        {steps.length > 0 && (
          <Group justify="space-between" gap="xs">
            {here !== 0 && (
              <Button
                variant="subtle"
                px="xs"
                leftSection={<IconArrowLeft size={20} aria-hidden />}
                onClick={act('BACK')}
              >
                {t('back')}
              </Button>
            )}
            {run.stepId !== null && (
              <Button
                variant="subtle"
                px="xs"
                leftSection={<IconPlayerSkipForward size={20} aria-hidden />}
                onClick={act('SKIP')}
              >
                {t('skip')}
              </Button>
            )}
            {document.fullscreenEnabled && (
              <Button
                variant="subtle"
                px="xs"
                leftSection={<IconMaximize size={20} aria-hidden />}
                onClick={() => void clock.current?.requestFullscreen().catch(() => undefined)}
              >
                {t('bigScreen')}
              </Button>
            )}
          </Group>
        )}
      </Stack>
    </Paper>
  );
}

/** What has not arrived, and what came otherwise than tapped. */
function TapStatus({
  queue: { waiting, offline, problem },
  withoutLine,
}: {
  readonly queue: TapQueue;
  readonly withoutLine: boolean;
}): ReactNode {
  const { t } = useTranslation('console');
  const { online } = useNetwork();
  const isCutOff = offline || withoutLine || !online;
  return (
    <div role="status">
      {isCutOff && waiting.length > 0 && (
        <Alert color="attention" title={t('waiting', { count: waiting.length })}>
          {t('waitingHint')}
        </Alert>
      )}
      {isCutOff && waiting.length === 0 && <Text size="xs">{t('noLine')}</Text>}
      {problem && <Alert color="attention">{t(problem)}</Alert>}
    </div>
  );
}

function AllSteps({ run, steps, queue }: Part): ReactNode {
  const { t } = useTranslation('console');
  if (steps.length === 0) return null;
  return (
    <Paper component="details">
      <Text component="summary" fw={700} py={8} style={{ cursor: 'pointer' }}>
        {t('allSteps')}
      </Text>
      <Title order={2} className="visually-hidden">
        {t('allSteps')}
      </Title>
      <Stack component="ol" gap={4} p={0} m={0} mt="xs" style={{ listStyle: 'none' }}>
        {steps.map((step, i) => {
          const { state, extraMinutes } = stepOf(run, step.id);
          const isOn = step.id === run.stepId;
          return (
            <li key={step.id} aria-current={isOn ? 'step' : undefined}>
              <Group justify="space-between" wrap="nowrap" gap="sm" mih={48}>
                <div>
                  <Text fw={isOn ? 700 : 400}>
                    {i + 1}. {step.name}
                  </Text>
                  <Text size="xs" c="gray.6">
                    {t('minutes', { minutes: step.minutes + extraMinutes })}
                    {(isOn || state !== 'WAITING') &&
                      ` ・ ${t(isOn || state === 'WAITING' ? 'isOn' : state)}`}
                  </Text>
                </div>
                {!isOn && (
                  <Button
                    variant="subtle"
                    px="xs"
                    aria-label={t('goToStep', { step: step.name })}
                    style={{ flexShrink: 0 }}
                    onClick={() => queue.tap({ kind: 'run', act: 'GO_TO', stepId: step.id, minutes: null })}
                  >
                    {t('goTo')}
                  </Button>
                )}
              </Group>
            </li>
          );
        })}
      </Stack>
    </Paper>
  );
}
