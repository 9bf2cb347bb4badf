import { words } from './i18n.js';
import { helping } from './ja/helping.js';

words.addResourceBundle('ja', 'helping', helping);
