import { afterEach, expect, it } from 'vitest';
import { Emitter, registered, strict, violations } from './strict.ts';

afterEach(() => void violations.splice(0));

class Lamp extends Emitter {
  lit = false;

  constructor() {
    super('Lamp', ['on', 'off']);
  }

  press(): this {
    this.lit = !this.lit;
    this.fire(this.lit ? 'on' : 'off');
    return this;
  }
}

it('What is modelled works, is noted, and answers the strict object again', () => {
  const lamp = strict('Lamp', new Lamp());
  const heard: string[] = [];
  expect(lamp.on('on', () => heard.push('on'))).toBe(lamp);
  expect(lamp.press()).toBe(lamp);
  expect([lamp.lit, heard, registered.has("Lamp.on('on')"), violations]).toEqual([true, ['on'], true, []]);
});

it('Every property, method and event that is not modelled throws and is kept', () => {
  const lamp = strict('Lamp', new Lamp()) as Lamp & Record<string, unknown>;
  expect(() => lamp['dim']).toThrow('Lamp.dim is not modelled');
  expect(() => (lamp['colour'] = 'red')).toThrow('Lamp.colour = is not modelled');
  expect(() => lamp.on('broken', () => undefined)).toThrow("Lamp.on('broken') is not modelled");
  expect(violations).toEqual(['Lamp.dim', 'Lamp.colour =', "Lamp.on('broken')"]);
});
