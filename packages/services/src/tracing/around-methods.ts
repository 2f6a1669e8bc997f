/** Runs in place of a method: does something around `call`, which is the method with its arguments. */
export type Around = (call: (...args: unknown[]) => unknown, args: unknown[]) => unknown;

/**
 * The same object with something around some of its methods; all others are its own, so an object
 * that gains a method needs no change here.
 */
export function aroundMethods<T extends object>(
  target: T,
  around: Partial<Record<keyof T, Around>>,
): T {
  return new Proxy(target, {
    get(object, key) {
      const value: unknown = Reflect.get(object, key, object);
      if (typeof value !== "function") return value;
      const wrapper = around[key as keyof T];
      const call = (...args: unknown[]): unknown => Reflect.apply(value, object, args);
      return wrapper ? (...args: unknown[]) => wrapper(call, args) : call;
    },
  });
}
