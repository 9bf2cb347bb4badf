import { Global, Module } from '@nestjs/common';
import type { Logger } from 'pino';
import { CONFIG, LOGGER } from '../boot/tokens.js';
import type { Config } from '../config.js';
import { Database } from '../database/database.js';
import { LiveChannel } from './live-channel.js';
import { Live } from './live.js';
import { PostgresChannel } from './postgres-channel.js';
import { RedisChannel } from './redis-channel.js';

const makeChannel = (config: Config, database: Database, logger: Logger): LiveChannel =>
  config.redisUrl ? new RedisChannel(config.redisUrl, logger) : new PostgresChannel(database, logger);

@Global()
@Module({
  providers: [{ provide: LiveChannel, useFactory: makeChannel, inject: [CONFIG, Database, LOGGER] }, Live],
  exports: [Live],
})
export class LiveModule {}
