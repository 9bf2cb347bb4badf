export const recordings = {
  recording: '録画',
  recordingHint:
    'その場にいる全員が同意したときだけ、録画のリンクを置けます。だれが答えたかは、ほかの人には見えません。',
  recordingAsk: 'この会を録画してもよいですか',
  agree: '録画に同意',
  disagree: '録画しないでほしい',
  answeredAgree: '「録画に同意」と答えました。あとから変えられます。',
  answeredDisagree: '「録画しないでほしい」と答えました。録画のリンクは置かれません。',
  notAgreed: '全員の同意がそろうと、ここに録画のリンクを置けます。',
  allAgreed: '全員の同意がそろいました。',
  recordingUrl: '録画のリンク',
  recordingUrlHint: 'https:// から始まるリンク。30日たつと、ここからは見られなくなります。',
  setRecording: 'リンクを置く',
  openRecording: '録画を見る',
  recordingGone: '{{date}}に、ここからは見られなくなります。',
  removeRecording: 'リンクを外す',
};
