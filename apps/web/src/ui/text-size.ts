export type TextSize = 'NORMAL' | 'LARGE' | 'LARGEST';

const percent: Record<TextSize, number> = { NORMAL: 100, LARGE: 112.5, LARGEST: 125 };
const remembered = 'yoriai:text-size';

/** 標準・大・特大: everything is measured in rem, so the root's size is the size of everything. */
export function wearTextSize(size: TextSize = textSizeHere()): void {
  document.documentElement.style.fontSize = `${percent[size]}%`;
  localStorage.setItem(remembered, size);
}

export function textSizeHere(): TextSize {
  const size = localStorage.getItem(remembered);
  return size === 'LARGE' || size === 'LARGEST' ? size : 'NORMAL';
}
