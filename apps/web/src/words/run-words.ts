import { words } from './i18n.js';
import { run } from './ja/run.js';

words.addResourceBundle('ja', 'run', run);
