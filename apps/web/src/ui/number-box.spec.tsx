import { fireEvent, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { numberIn } from '@yoriai/domain/kernel';
import { useState } from 'react';
import { readdirSync, readFileSync } from 'node:fs';
import { RuleBuilder, ruleText, usualRule } from '../meetings/meeting/rule-builder.js';
import { renderPage } from '../testing/render-page.js';
import { NumberBox } from './number-box.js';

function Count({ on }: { on: (count: number | null) => void }) {
  const [count, setCount] = useState(3);
  return (
    <NumberBox
      label="回数"
      value={count}
      onChange={(text) => {
        setCount(numberIn(text) || 0);
        on(numberIn(text));
      }}
    />
  );
}

describe('a box for a number', () => {
  it('takes １２ as it is typed, keeps it while it is being typed and shows 12 afterwards', async () => {
    const seen: (number | null)[] = [];
    renderPage(<Count on={(count) => seen.push(count)} />);
    const box = screen.getByLabelText<HTMLInputElement>('回数');
    await userEvent.clear(box);
    await userEvent.type(box, '１２');
    expect(box.value).toBe('１２');
    expect(seen.at(-1)).toBe(12);
    await userEvent.tab();
    expect(box.value).toBe('12');
  });

  it('takes a number while a Japanese keyboard is still composing it', () => {
    const seen: (number | null)[] = [];
    renderPage(<Count on={(count) => seen.push(count)} />);
    const box = screen.getByLabelText<HTMLInputElement>('回数');
    box.focus();
    fireEvent.compositionStart(box);
    for (const value of ['１', '１２']) {
      fireEvent.change(box, { target: { value } });
      expect(box.value).toBe(value);
    }
    fireEvent.compositionEnd(box, { data: '１２' });
    expect(seen).toEqual([1, 12]);
  });

  it.each([
    ['１２', 12],
    ['1,200円', 1_200],
    ['１２回', 12],
  ])('takes %s by paste', async (text, number) => {
    const seen: (number | null)[] = [];
    renderPage(<Count on={(count) => seen.push(count)} />);
    const box = screen.getByLabelText('回数');
    await userEvent.clear(box);
    await userEvent.paste(text);
    expect(seen.at(-1)).toBe(number);
  });

  it('is what a series counts its meetings with', async () => {
    let rule = usualRule;
    function Series() {
      const [value, setValue] = useState(usualRule);
      return (
        <RuleBuilder
          value={value}
          onChange={(next) => {
            rule = next;
            setValue(next);
          }}
        />
      );
    }
    renderPage(<Series />);
    const box = screen.getByDisplayValue('12');
    await userEvent.clear(box);
    await userEvent.type(box, '２４');
    expect(ruleText(rule)).toContain('COUNT=24');
    await userEvent.clear(box);
    expect(ruleText(rule)).toBeUndefined();
  });

  it('is the only kind there is', () => {
    const root = `${__dirname}/..`;
    const others = readdirSync(root, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.tsx') && !name.endsWith('.spec.tsx'))
      .filter((name) =>
        /\bNumberInput\b|type="number"|inputMode="decimal"/.test(readFileSync(`${root}/${name}`, 'utf8')),
      );
    expect(others).toEqual([]);
  });
});
