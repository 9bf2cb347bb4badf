import { useQuery } from '@apollo/client/react';
import { Box, SimpleGrid } from '@mantine/core';
import { useEffect, useRef, type ReactNode } from 'react';
import { useLocation } from 'react-router';
import { ErrorText } from '../../ui/error-text.js';
import { CardSkeletons } from '../../ui/skeletons.js';
import { meetingEntries } from '../meeting/meeting-entries.js';
import { TopicList } from '../topics/topic-list.js';
import { CheckInList } from './check-in-list.js';
import { ReadinessSummary } from './readiness.js';

/** What people write for a meeting, before it and for a week after: check-ins, topics, and answers to both. The page's subscription brings the changes. */
export function CheckInsAndTopics({ meetingId }: { meetingId: string }): ReactNode {
  const { data, error, refetch } = useQuery(meetingEntries, { variables: { id: meetingId } });
  const { hash } = useLocation();
  const here = useRef<HTMLDivElement>(null);
  const meeting = data?.node?.__typename === 'Meeting' ? data.node : null;
  const isThere = meeting !== null;
  useEffect(() => {
    if (isThere && hash === '#check-in') here.current?.scrollIntoView();
  }, [isThere, hash]);
  if (!meeting)
    return error ? <ErrorText error={error} onRetry={() => void refetch()} /> : <CardSkeletons count={2} />;
  return (
    <Box ref={here}>
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg" style={{ alignItems: 'start' }}>
        <CheckInList meeting={meeting} />
        <TopicList meeting={meeting} />
        {meeting.viewerCan.seeReadiness && <ReadinessSummary meetingId={meeting.id} />}
      </SimpleGrid>
    </Box>
  );
}
