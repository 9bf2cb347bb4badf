import { describe, expect, it } from '@jest/globals';
import { pathAfterSignIn, signInPath } from './sign-in-path.js';

describe('the way to the sign-in page and back', () => {
  it('remembers the page that was asked for, the token behind the # included', () => {
    const path = signInPath('/invite#abc');
    expect(pathAfterSignIn(new URLSearchParams(path.split('?')[1]).get('next'))).toBe('/invite#abc');
  });

  it.each([
    null,
    '',
    'https://elsewhere.example',
    '//elsewhere.example',
    '/\\elsewhere.example',
    'javascript:alert(1)',
  ])('never leads to another site: %s', (next) => expect(pathAfterSignIn(next)).toBe('/'));
});
