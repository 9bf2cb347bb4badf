import type { ReactNode } from 'react';
import { CardSkeletons } from '../ui/skeletons.js';
import { Box } from '@mantine/core';

export function Waiting(): ReactNode {
  return (
    <Box maw={640} mx="auto" p="lg">
      <CardSkeletons />
    </Box>
  );
}
