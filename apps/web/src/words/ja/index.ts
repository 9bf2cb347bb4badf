import { common } from './common.js';
import { fields } from './fields.js';
import { helpLines } from './help-lines.js';
import { shell } from './shell.js';
import { tenancy } from './tenancy.js';
import { visitorErrors } from './visitor-errors.js';

/** Come with the first file: the words of the frame, and what visitors read. */
export const atHand = { common, fields, helpLines, shell, tenancy, visitorErrors };
