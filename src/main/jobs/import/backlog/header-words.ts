/**
 * Names of columns as trackers write them in other languages: German, French, Spanish, Portuguese, Italian, Dutch, Japanese,
 * Chinese, Korean, Russian, Polish. Data only: the English name → the others, in lower case, between bars.
 */
export const headerWords: Readonly<Record<string, string>> = {
  'issue key':
    'vorgangsschlüssel|schlüssel|clé de ticket|clé de la demande|clé|clave de incidencia|clave de la incidencia|clave|chave da item|chave do item|chave da pendência|chave|chiave ticket|chiave|itemsleutel|sleutel|issuesleutel|課題キー|キー|问题关键字|事务关键字|工作项密钥|关键字|이슈 키|키|ключ запроса|ключ задачи|ключ|klucz zgłoszenia|klucz',
  'issue id':
    'vorgangs-id|vorgang-id|id de ticket|id de la demande|id du ticket|id de la incidencia|id de incidencia|id da item|id do item|id da pendência|id ticket|item-id|課題 id|課題id|问题id|问题 id|事务 id|이슈 id|id запроса|идентификатор задачи|id zgłoszenia',
  'issue type':
    'vorgangstyp|vorgangsart|type de ticket|type de demande|type de tâche|tipo de incidencia|tipo de actividad|tipo de item|tipo de pendência|tipo de problema|tipo di ticket|tipo ticket|itemtype|issuetype|課題タイプ|作業タイプ|问题类型|事务类型|工作项类型|이슈 유형|тип запроса|тип задачи|typ zgłoszenia',
  summary:
    'zusammenfassung|résumé|resumen|resumo|riepilogo|samenvatting|要約|概要|摘要|主题|요약|тема|резюме|podsumowanie',
  title: 'titel|titre|título|titolo|タイトル|件名|标题|名称|제목|название|заголовок|tytuł|bezeichnung|vorgangsname',
  description:
    'beschreibung|descripción|descrição|descrizione|beschrijving|omschrijving|説明|描述|说明|설명|описание|opis',
  status: 'stand|statut|état|estado|situação|stato|ステータス|状態|状态|상태|статус|состояние|stav',
  'status category':
    "statuskategorie|catégorie d’état|catégorie d'état|catégorie de statut|categoría de estado|categoria do status|categoria de status|categoria di stato|statuscategorie|ステータス カテゴリ|ステータス カテゴリー|ステータスカテゴリ|状态类别|상태 카테고리|категория статуса|kategoria statusu",
  resolution:
    'lösung|résolution|resolución|resolução|risoluzione|oplossing|解決状況|解決策|解决结果|해결 결과|решение|rozwiązanie',
  created:
    'erstellt|erstellt am|erstelldatum|angelegt am|création|créé|créée|créé le|date de création|creada|creado|fecha de creación|criado|criado em|data de criação|creato|creata|creazione|data creazione|aangemaakt|gemaakt|作成日|作成|作成日時|创建日期|已创建|创建时间|생성일|생성 날짜|만듦|создано|создан|дата создания|utworzono|data utworzenia',
  updated:
    'aktualisiert|aktualisiert am|geändert|geändert am|zuletzt geändert|mise à jour|mis à jour|mise à jour le|actualizada|actualizado|fecha de actualización|atualizado|atualizado(a)|atualizado em|aggiornato|aggiornata|bijgewerkt|更新日|更新日時|更新|更新日期|已更新|更新时间|업데이트|변경일|업데이트 날짜|обновлено|обновлен|дата обновления|zaktualizowano|data aktualizacji',
  resolved:
    'erledigt|gelöst|erledigt am|résolue|résolu|résolu le|resuelta|resuelto|resolvido|resolvido em|risolto|risolta|opgelost|解決日|解決済み|已解决|解决日期|해결일|해결됨|дата решения|resolvido(a)|rozwiązano|rozwiązane',
  'due date':
    "fälligkeitsdatum|fällig am|fällig|termin|date d’échéance|date d'échéance|échéance|fecha de vencimiento|vencimiento|fecha límite|data limite|data de entrega|data de vencimento|prazo|data di scadenza|scadenza|einddatum|vervaldatum|deadline|期限|期日|到期日|截止日期|기한|마감일|срок исполнения|срок|termin wykonania",
  'start date':
    'startdatum|anfang|beginn|date de début|début|fecha de inicio|inicio|data de início|início|data di inizio|data inizio|inizio|begindatum|開始日|开始日期|開始|시작일|시작 날짜|дата начала|начало|data rozpoczęcia',
  assignee:
    'bearbeiter|zugewiesene person|zugewiesen an|zuständig|verantwortlich|responsable|personne assignée|attribution|assigné à|persona asignada|asignado a|asignado|responsável|atribuído a|assegnatario|assegnato a|toegewezen persoon|toegewezen aan|uitvoerder|担当者|経办人|经办人|负责人|指派给|受托人|담당자|исполнитель|назначено|osoba przypisana|przypisany',
  labels:
    'stichwörter|schlagwörter|étiquettes|etiquetas|categorias|rótulos|etichette|labels/stichwörter|ラベル|标签|레이블|라벨|метки|etykiety',
  components:
    'komponenten|komponente|composants|composant|componentes|componente|componenti|componenten|コンポーネント|模块|组件|컴포넌트|구성 요소|компоненты|komponenty',
  parent:
    'übergeordnet|übergeordneter vorgang|übergeordnetes element|principal|pai|principale|bovenliggend|親|親課題|父级|父项|상위 항목|상위|родитель|родительская задача|nadrzędne',
  'parent key': 'übergeordneter schlüssel|clé parente|clave principal|chave pai|親キー|父级关键字',
  'parent summary':
    'übergeordnete zusammenfassung|résumé du parent|résumé parent|resumen principal|resumo do pai|親の要約|父级摘要',
  'epic link':
    "epic-verknüpfung|epos-verknüpfung|lien d'epic|lien d’epic|lien epic|enlace de épica|enlace de epic|link do épico|link epico|エピック リンク|エピックリンク|史诗链接|史诗链接 (epic link)|에픽 링크|ссылка на эпик",
  'epic name': "epic-name|nom de l’epic|nom de l'epic|nombre de épica|nome do épico|エピック名|史诗名称",
  'story points':
    'story-points|story points schätzung|points de story|story points estimés|puntos de historia|pontos de história|pontos da história|ストーリー ポイント|ストーリーポイント|故事点|故事点数|스토리 포인트',
  'story point estimate':
    'story-point-schätzung|estimation des story points|estimación de story points|estimativa de story points|ストーリー ポイント見積もり|故事点估算',
  'project name':
    'projektname|nom du projet|nom de projet|nombre del proyecto|nombre de proyecto|nome do projeto|nome progetto|projectnaam|プロジェクト名|项目名称|프로젝트 이름|название проекта|nazwa projektu',
  'inward issue link':
    'eingehende vorgangsverknüpfung|verknüpfung eingehender vorgänge|lien de ticket entrant|enlace de incidencia entrante|link de item de entrada|内向き課題リンク|内向问题链接',
  'outward issue link':
    'ausgehende vorgangsverknüpfung|verknüpfung ausgehender vorgänge|lien de ticket sortant|enlace de incidencia saliente|link de item de saída|外向き課題リンク|外向问题链接',
  'work item type':
    "arbeitselementtyp|type d’élément de travail|type d'élément de travail|tipo de elemento de trabajo|tipo de item de trabalho|作業項目の種類|工作项类型 (azure)",
  subject: 'thema|betreff|sujet|asunto|título da tarefa|oggetto|onderwerp|題名|主题名',
  tracker: 'トラッカー|跟踪|трекер|segnalazione',
  'estimated time':
    'geschätzter aufwand|temps estimé|tiempo estimado|tempo estimado|tempo stimato|geschatte tijd|予定工数|预期时间',
  'parent task':
    'übergeordnetes ticket|tâche parente|tarea padre|tarefa pai|attività principale|hoofdissue|親チケット|父任务',
  '% complete': '% abgeschlossen|% achevé|% completado|% concluída|達成率|完成百分比',
  'task name':
    'vorgangsbezeichnung|nom de la tâche|nombre de tarea|nome da tarefa|nome attività|taaknaam|タスク名|任务名称|작업 이름',
};
