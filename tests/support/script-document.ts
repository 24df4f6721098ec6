/** The target's document with texts that strain a file: other scripts, emoji, words without end, forbidden characters. */
import { mapTexts } from '../../src/shared/document/walk.ts';
import { fennmarkDocument } from './fennmark-document.ts';
import type { DocumentTree, Run } from '../../src/shared/document/blocks.ts';

/** Sentences in scripts that need care. */
export const scriptSamples = {
  arabic: 'القرار لا يصل إلى العمل: 31% من الأعمال المفتوحة مرتبطة بقرار (Fennmark 2027).',
  hebrew: 'ההחלטה אינה מגיעה לעבודה: 31% מהמשימות הפתוחות.',
  japanese: '戦略は現場に届いていません。未処理項目の31%だけが決定に結びついています。',
  chinese: '战略没有到达工作。只有31%的未完成项目与决定有关。',
  korean: '전략이 업무에 닿지 않습니다. 열린 항목의 31%만 결정과 연결됩니다.',
  emoji: 'We said yes 👍🏽 to the new thing 👩‍💻 and no to nothing 🚌.',
  greek: 'Η απόφαση δεν φτάνει στην εργασία, Здесь решение не доходит до работы, decyzja nie dociera do pracy.',
} as const;

/** A word of sixty letters, as a path or a compound noun may be. */
export const longWord = 'Verfügbarkeitsvertragsabschlussprozessbeschleunigungsmaßnahme'.slice(0, 60);

/** Every text of the target replaced by the given one; references and marks stay where they are. */
export function documentSaying(text: string, language = 'en-GB'): DocumentTree {
  const document = mapTexts(fennmarkDocument(), (key, runs) =>
    isShort(key) ? runs : runs.map((run) => replaced(run, text)),
  );
  return { ...document, properties: { ...document.properties, language } };
}

function replaced(run: Run, text: string): Run {
  return 'text' in run && run.text.length > 20 ? { ...run, text } : run;
}

function isShort(key: string): boolean {
  return /\.head\d$|\.figures\.\w+$/u.test(key);
}
