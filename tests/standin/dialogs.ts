/** `dialog`: every question waits for an answer that a test gives, before it is asked or after. */
import { BrowserWindow } from './windows.ts';
import { registered, strict, violate } from './strict.ts';

/** A question that was asked. */
export type Question = {
  readonly method: string;
  /** Window that it belongs to; 0 for none. */
  readonly window: number;
  readonly options: unknown;
};

type Answer = { readonly method: string; readonly value: unknown };
type Waiting = { readonly method: string; readonly resolve: (value: unknown) => void };

/** Every question so far, in order. */
export const questions: Question[] = [];
const answers: Answer[] = [];
const waiting: Waiting[] = [];

/** Gives the answer to the oldest question of this method that waits, or to the next one. */
export function giveAnswer(method: string, value: unknown): void {
  const at = waiting.findIndex((each) => each.method === method);
  const [first] = at < 0 ? [] : waiting.splice(at, 1);
  if (first === undefined) answers.push({ method, value });
  else first.resolve(value);
}

/** How many questions wait for an answer. */
export function waitingQuestions(): number {
  return waiting.length;
}

/** `dialog`. */
export const dialog = strict('dialog', {
  showOpenDialog: ask('showOpenDialog'),
  showSaveDialog: ask('showSaveDialog'),
  showMessageBox: ask('showMessageBox'),
  showErrorBox(title: string, content: string): void {
    questions.push({ method: 'showErrorBox', window: 0, options: { title, content } });
    process.stderr.write(`${title} ${content}\n`);
  },
});

function ask(method: string) {
  return (window: unknown, options: unknown): Promise<unknown> => {
    registered.add(`dialog.${method}`);
    if (!(window instanceof BrowserWindow)) violate(`dialog.${method} without a window`);
    questions.push({ method, window: window.modelId, options });
    const at = answers.findIndex((each) => each.method === method);
    const [given] = at < 0 ? [] : answers.splice(at, 1);
    if (given !== undefined) return Promise.resolve(given.value);
    return new Promise((resolve) => waiting.push({ method, resolve }));
  };
}
