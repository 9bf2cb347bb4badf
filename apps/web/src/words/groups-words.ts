import { words } from './i18n.js';
import { groups } from './ja/groups.js';

words.addResourceBundle('ja', 'groups', groups);
