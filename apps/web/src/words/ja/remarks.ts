export const remarks = {
  remarkOn: '{{name}} さんへのひとこと',
  remarkWrite: 'ひとことを書く',
  remarksMore: 'ひとことの続きを読む',
  remarkSend: 'ひとことを送る',
  remarkWithdraw: '消す',
  remarkWithdrawTitle: 'ひとことを消す',
  remarkWithdrawAsk: 'このひとことを消します。元には戻せません。',
};
