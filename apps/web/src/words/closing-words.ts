import { words } from './i18n.js';
import { closing } from './ja/closing.js';

words.addResourceBundle('ja', 'closing', closing);
