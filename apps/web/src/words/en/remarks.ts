import type { remarks as ja } from '../ja/remarks.js';
import type { WordsLike } from '../words-like.js';

export const remarks: WordsLike<typeof ja> = {
  remarkOn: 'A few words to {{name}}',
  remarkWrite: 'Reply',
  remarksMore: 'Read on',
  remarkSend: 'Send',
  remarkWithdraw: 'Delete',
  remarkWithdrawTitle: 'Delete your reply',
  remarkWithdrawAsk: 'Your reply will be gone for good.',
};
