import { join } from 'node:path';
import type { Config } from '../config.js';

export const mailFolder = ({ dataDir }: Pick<Config, 'dataDir'>): string => join(dataDir, 'mail');
