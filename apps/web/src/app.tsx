import { ApolloProvider } from '@apollo/client/react';
import { MantineProvider } from '@mantine/core';
import { Suspense, type ReactNode } from 'react';
import { RouterProvider } from 'react-router';
import { clientFor } from './graphql/client.js';
import { router } from './router.js';
import { Waiting } from './shell/waiting.js';
import { theme } from './ui/theme.js';

/** Outside a tenant the client without a slug answers; each tenant's pages bring their own. */
export function App(): ReactNode {
  return (
    <MantineProvider theme={theme} forceColorScheme="light">
      <ApolloProvider client={clientFor(null)}>
        {/* Pages wait for nothing; in development, a file that has just begun to say other words does. */}
        <Suspense fallback={<Waiting />}>
          <RouterProvider router={router} />
        </Suspense>
      </ApolloProvider>
    </MantineProvider>
  );
}
