/**
 * Moves `Date` of the realm in which it runs by so many milliseconds; timers and `performance` stay as they are. Called again it
 * replaces the distance. It travels as text into pages and jsdom, so it uses nothing from outside.
 */
exports.moveDate = function moveDate(ahead) {
  const key = Symbol.for('yoriai.test.ahead');
  const Real = globalThis.Date;
  if (!(key in globalThis)) {
    const now = () => Real.now() + globalThis[key];
    const Moved = new Proxy(Real, {
      apply: () => new Real(now()).toString(),
      construct: (target, given, as) => Reflect.construct(target, given.length === 0 ? [now()] : given, as),
      get: (target, name) => (name === 'now' ? now : Reflect.get(target, name)),
    });
    Real.prototype.constructor = Moved;
    globalThis.Date = Moved;
  }
  globalThis[key] = ahead;
};
