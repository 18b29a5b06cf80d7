/** Replaces a method of a class by another one, which is given the old. */
export function wrap<Prototype extends object, Name extends keyof Prototype>(
  prototype: Prototype,
  name: Name,
  make: (original: Prototype[Name]) => Prototype[Name],
): void {
  prototype[name] = make(prototype[name]);
}
