/** Node's own length. Jest's is ten times that, and React notes where each element was made. */
Error.stackTraceLimit = 10;

/** A page takes longer than jest's five seconds on a busy machine. */
jest.setTimeout(300_000);
require('@testing-library/dom').configure({ asyncUtilTimeout: 60_000 });

/** Layout does not exist in jsdom, so what asks about it gets a calm answer. */
window.matchMedia ??= (query) => ({
  matches: false,
  media: query,
  onchange: null,
  addListener() {},
  removeListener() {},
  addEventListener() {},
  removeEventListener() {},
  dispatchEvent: () => false,
});
window.ResizeObserver ??= class {
  observe() {}
  unobserve() {}
  disconnect() {}
};
window.IntersectionObserver ??= class {
  observe() {}
  unobserve() {}
  disconnect() {}
};
window.HTMLElement.prototype.scrollIntoView ??= () => {};
window.scrollTo = () => {};
document.fonts ??= Object.assign(new EventTarget(), { ready: Promise.resolve() });
