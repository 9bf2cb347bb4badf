import { words } from './i18n.js';
import { danger } from './ja/danger.js';

words.addResourceBundle('ja', 'danger', danger);
