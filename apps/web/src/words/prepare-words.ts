import { words } from './i18n.js';
import { prepare } from './ja/prepare.js';

words.addResourceBundle('ja', 'prepare', prepare);
