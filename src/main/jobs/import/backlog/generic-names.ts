/** Names of columns in tables of no known tracker, per field, in the languages that come up most. Data only. */
import type { BacklogField } from '../../../../shared/api/import-types.ts';

/** Names between bars; the first that is there wins. */
export const genericNames: Readonly<Partial<Record<BacklogField, string>>> = {
  key: 'key|id|issue key|item key|ticket|ticket id|no|no.|nr|nr.|number|#|ref|reference|code|schlüssel|nummer|clé|numéro|clave|número|codice',
  title:
    'summary|title|name|task|task name|item|subject|initiative|action|project|story|user story|feature|deliverable|activity|titel|zusammenfassung|aufgabe|betreff|titre|résumé|tâche|título|tarea|resumen|titolo|attività|tarefa|taak|onderwerp',
  description:
    'description|details|detail|notes|body|content|comment|comments|beschreibung|bemerkung|détails|descripción|descrizione|descrição|omschrijving',
  status: 'status|state|stage|progress status|phase|column|list|zustand|statut|état|estado|stato',
  statusCategory: 'status category',
  resolution: 'resolution|reason',
  archived: 'archived',
  effort:
    'story points|points|effort|estimate|size|sp|weight|person days|days|aufwand|schätzung|charge|esfuerzo|sforzo|esforço|inspanning',
  createdOn:
    'created|created on|created at|created date|date created|creation date|opened|erstellt|erstellt am|angelegt|créé|créé le|creado|creato|criado|aangemaakt',
  updatedOn:
    'updated|updated on|updated at|modified|last modified|last updated|changed|changed date|aktualisiert|geändert|mis à jour|actualizado|aggiornato|atualizado|bijgewerkt',
  startOn:
    'start date|start|planned start|start on|begin|from|startdatum|beginn|geplanter start|date de début|début|fecha de inicio|inicio|data inizio|inizio|data de início',
  startedOn: 'started|started on|started at|actual start|activated date|begonnen|gestartet',
  closedOn:
    'closed|closed on|closed at|closed date|completed|completed on|completed at|completion date|done|done on|resolved|finished|end actual|actual end|abgeschlossen|erledigt am|geschlossen|terminé le|cerrado|chiuso|concluído em|gesloten',
  dueOn:
    'due date|due|due on|deadline|target date|end date|end|planned end|to|fällig|fällig am|fälligkeitsdatum|enddatum|échéance|date de fin|fecha límite|vencimiento|scadenza|prazo|einddatum',
  assignee:
    'assignee|assigned to|owner|responsible|lead|assignees|person|accountable|zuständig|verantwortlich|bearbeiter|responsable|asignado|assegnatario|responsável|eigenaar',
  functionText:
    'function|team|department|area|unit|division|business unit|component|components|workstream|abteilung|bereich|équipe|service|equipo|área|squadra|reparto|equipe|afdeling',
  parentKey: 'parent|parent key|parent id|parent task|parent issue|übergeordnet',
  epicKey: 'epic|epic link|epic key',
  linkedKeys: 'linked issues|links|linked|blocks|blocked by|depends on|dependencies|related to|abhängig von',
  labels: 'labels|tags|label|tag|categories|category|schlagwörter|étiquettes|etiquetas|etichette',
  link: 'link|url|web url|html url|permalink|hyperlink|address|lien|enlace|adresse',
  parentTitle: 'parent title|parent name|parent summary|parent task name',
  initiative:
    'initiative|epic name|epic title|programme|program|project name|milestone|theme|workstream name|initiatives',
  type: 'type|issue type|item type|work item type|kind|typ|vorgangstyp|tipo',
};
