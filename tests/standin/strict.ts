/** Objects that know what they model: everything else is a violation, thrown and kept. */
import { EventEmitter } from 'node:events';

/** Every use of something that is not modelled, in order. */
export const violations: string[] = [];
/** What the program registered: handlers, listeners, channels, schemes. */
export const registered = new Set<string>();

/** Notes that the program does something that is not modelled, and throws. */
export function violate(what: string): never {
  violations.push(what);
  throw new Error(`stand-in: ${what} is not modelled`);
}

/** The object with nothing but what it has: reading or writing any other property is a violation. */
export function strict<T extends object>(name: string, object: T): T {
  const self: T = new Proxy(object, {
    get(target, key) {
      if (!(key in target)) {
        // What the language itself looks for in any object.
        if (typeof key === 'symbol' || key === 'then' || key === 'toJSON') return undefined;
        return violate(`${name}.${key}`);
      }
      const value: unknown = Reflect.get(target, key, target);
      if (typeof value !== 'function' || key === 'constructor') return value;
      return (...words: unknown[]): unknown => {
        const answer: unknown = Reflect.apply(value, target, words);
        return answer === target ? self : answer;
      };
    },
    set(target, key, value) {
      if (!(key in target)) return violate(`${name}.${String(key)} =`);
      return Reflect.set(target, key, value, target);
    },
  });
  return self;
}

// The words of an event are the program's business.
// oxlint-disable-next-line typescript/no-explicit-any
type Listener = (...words: any[]) => void;

/** An emitter that knows its events. `fire` is ours; the program's listeners are noted and checked. */
export class Emitter {
  // Fields whose names no program would look for: all of this is visible to it.
  protected readonly modelName: string;
  protected readonly modelEvents: readonly string[];
  protected readonly modelEmitter = new EventEmitter();

  constructor(name: string, events: readonly string[]) {
    this.modelName = name;
    this.modelEvents = events;
    this.modelEmitter.setMaxListeners(0);
  }

  on(event: string, listener: Listener): this {
    this.modelEmitter.on(this.modelCheck(event), listener);
    return this;
  }

  once(event: string, listener: Listener): this {
    this.modelEmitter.once(this.modelCheck(event), listener);
    return this;
  }

  protected fire(event: string, ...words: unknown[]): boolean {
    return this.modelEmitter.emit(event, ...words);
  }

  private modelCheck(event: string): string {
    if (!this.modelEvents.includes(event)) violate(`${this.modelName}.on('${event}')`);
    registered.add(`${this.modelName}.on('${event}')`);
    return event;
  }
}

/** An event that a listener may prevent. */
export type Preventable = { preventDefault(): void; readonly defaultPrevented: boolean };

/** Makes such an event with what else it tells. */
export function preventable<T extends object>(more: T): T & Preventable {
  let prevented = false;
  return Object.defineProperties({ ...more } as T & Preventable, {
    preventDefault: { value: () => void (prevented = true), enumerable: true },
    defaultPrevented: { get: () => prevented, enumerable: true },
  });
}
