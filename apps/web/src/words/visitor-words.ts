import { words } from './i18n.js';
import { fields } from './ja/fields.js';
import { helpLines } from './ja/help-lines.js';
import { tenancy } from './ja/tenancy.js';
import { visitorErrors } from './ja/visitor-errors.js';

for (const [feature, texts] of Object.entries({ errors: visitorErrors, fields, helpLines, tenancy }))
  words.addResourceBundle('ja', feature, texts);
