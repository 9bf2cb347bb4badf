import { words } from './i18n.js';
import { plan } from './ja/plan.js';

words.addResourceBundle('ja', 'plan', plan);
