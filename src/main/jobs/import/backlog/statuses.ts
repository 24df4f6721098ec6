/** The words of trackers for where an item stands, brought down to four classes. Data and one look-up. */
import type { StatusClass } from '../../../../shared/api/import-types.ts';

/** The class of a status, or null when none of its words is known. */
export function classifyStatus(text: string): StatusClass | null {
  const folded = text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\s_\-–—’']+/g, ' ')
    .trim();
  const share = /^(\d{1,3})(?:[.,]\d+)? ?%$/.exec(folded)?.[1];
  if (share !== undefined) return Number(share) >= 100 ? 'done' : /^0[.,0]* ?%$/.test(folded) ? 'todo' : 'progress';
  return patterns.find(([pattern]) => pattern.test(folded))?.[1] ?? null;
}

/** In this order: "not started" before "started", "won't do" before "done", "in review" before "ready". `*` ends a stem. */
const words: readonly (readonly [StatusClass, string])[] = [
  [
    'todo',
    'selected for dev*|ready for dev*|not started|not yet*|not begun|not complete*|not done|incomplete|to be started|to be done|unstarted|nicht begonnen|' +
      'nicht gestartet|noch offen|pas commencé|non commencé|non iniziat*|no iniciado|não iniciad*|niet gestart',
  ],
  [
    'dropped',
    'cancel*|won t do|won t fix|wont*|will not*|reject*|abandon*|dropped|discarded|duplicate*|obsolete|invalid|declined|' +
      'not planned|removed|withdrawn|superseded|archived|cannot reproduce|by design|verworfen|abgebrochen|abgelehnt|' +
      'キャンセル*|却下|已取消|取消|취소*|отменен*|отклонен*|anulowan*|cancelad*|inactive|inaktiv|' +
      'gestrichen|annul*|abandonné*|descartad*|geannuleerd|vervallen',
  ],
  [
    'progress',
    'review|in review|peer review|code review|test|in test|testing|qa|uat|verify|verification|validation|staging|' +
      'ready for test*|ready for release|ready for deploy*',
  ],
  [
    'progress',
    'in progress|progress|doing|wip|working*|in work|in development|development|developing|in dev|in flight|underway|under way|' +
      'ongoing|on going|active|activated|committed|implementing|building|started|on track|at risk|off track|delayed|' +
      'behind|blocked|stuck|on hold|paused|waiting*|in arbeit|in bearbeitung|laufend|läuft|begonnen|gestartet|' +
      'blockiert|wartet*|en cours|commencé*|bloqué*|en curso|en progreso|bloquead*|in corso|bloccat*|em andamento|' +
      '進行中|処理中|作業中|进行中|处理中|正在进行|진행 중|в работе|в процессе|w toku|en traitement|' +
      'em curso|em progresso|bezig|in behandeling|geblokkeerd|indeterminate',
  ],
  [
    'done',
    'done|complete|completed|closed|resolved|fixed|shipped|released|live|launched|delivered|finished|merged|accepted|' +
      'deployed|achieved|implemented|true|erledigt|fertig|abgeschlossen|geschlossen|gelöst|umgesetzt|terminé*|fait|fermé*|' +
      'résolu*|livré*|hecho|terminad*|completad*|cerrad*|finalizad*|fatto|completat*|chius*|concluíd*|feito|fechad*|' +
      '完了|解決済み|終了|已完成|完成|已解决|已关闭|关闭|완료|해결됨|готово|выполнен*|закрыт*|решен*|gotowe|zamknięt*|' +
      'concluíd[oa]|encerrad*|klaar|voltooid|gereed|afgerond|gesloten',
  ],
  [
    'todo',
    'to do|todo|backlog|open|opened|new|planned|plan|planning|ready|queue|queued|icebox|pending|next|later|now|someday|' +
      'proposed|proposal|triage|approved|upcoming|scheduled|selected*|inbox|idea|ideas|draft|requested|reopened|concept|' +
      'assigned|discovery|undefined|offen|neu|geplant|bereit|wartend|vorschlag|zu tun|à faire|ouvert*|nouveau|planifié*|' +
      'por hacer|pendiente|abiert*|nuev*|planificad*|da fare|apert*|nuov*|pianificat*|a fazer|abert*|nov[oa]|planejad*|' +
      '未着手|オープン|todo リスト|待办|待处理|未开始|打开|新建|할 일|열림|к выполнению|открыт*|нов[ыо]*|do zrobienia|nowe|tareas por hacer|' +
      'te doen|nieuw|gepland',
  ],
];

const patterns = words.map(([status, list]) => {
  const stems = list.replaceAll('*', '\\p{L}*');
  return [new RegExp(`(?<!\\p{L})(?:${stems})(?!\\p{L})`, 'u'), status] as const;
});
