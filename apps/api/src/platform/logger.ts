import { pino, type DestinationStream, type Logger, type LoggerOptions } from 'pino';

/** One line of JSON per event, with ids and figures, never with what people wrote. */
export function createLogger(level: string, to?: DestinationStream): Logger {
  const options: LoggerOptions = {
    level,
    base: null,
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    serializers: {
      // No other property of an error: drivers attach rows, parameters, whole connections with their keys.
      err(error: Error) {
        const { code } = error as { code?: string };
        // Postgres and the drivers quote values in their messages.
        const quotes = code !== undefined || 'driverError' in error;
        return {
          type: error.name,
          code,
          ...(quotes ? {} : { message: error.message }),
          stack: firstFrames(error),
        };
      },
    },
  };
  return to ? pino(options, to) : pino(options);
}

const firstFrames = (error: Error): string | undefined =>
  error.stack
    ?.split('\n')
    .filter((line) => line.trimStart().startsWith('at '))
    .slice(0, 12)
    .join('\n');
