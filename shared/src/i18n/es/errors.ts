// What went wrong, in Spanish: what happened, then what to do. One sentence for every code, or it does not compile.
import type { ErrorCode, ErrorDetails } from '../../errors.ts';
import { gateRefused } from './gate-words.ts';

/** ` (máximo 80)`, or nothing where the failure does not say which limit was met. */
const most = ({ limit }: ErrorDetails): string => (limit === undefined ? '' : ` (máximo ${limit})`);
const field = ({ field }: ErrorDetails): string => (field === undefined ? 'Un dato' : `El dato «${field}»`);
const wait = ({ seconds }: ErrorDetails): string =>
  seconds === undefined ? 'Espere un momento y vuelva a intentarlo.' : `Vuelva a intentarlo en ${seconds} s.`;

/** What cannot be used is a database at an address, or a file in a folder. */
const isAddress = (file: ErrorDetails[string] | undefined): boolean => String(file).startsWith('postgres');
const place = (details: ErrorDetails): string =>
  isAddress(details.file) ? 'base de datos en COCREA_DATABASE_URL' : 'carpeta en COCREA_DATA_DIR';

export const errors = {
  invalid_json: () => 'Lo que se envió no se pudo leer como JSON. Recargue la página y vuelva a intentarlo.',
  invalid_field: (details) => `${field(details)} no tiene la forma esperada. Revíselo y vuelva a enviarlo.`,
  missing_field: (details) =>
    details.field === undefined
      ? 'Falta un dato. Complételo y vuelva a enviarlo.'
      : `Falta el dato «${details.field}». Complételo y vuelva a enviarlo.`,
  unsupported_media_type: () => 'Este servidor solo recibe JSON. Envíe la petición con el tipo application/json.',
  request_malformed: () => 'Lo que llegó no es una petición HTTP que se pueda leer. Revise el programa que la envió.',
  request_timeout: () => 'La petición tardó demasiado en llegar completa. Revise la conexión y vuelva a enviarla.',
  headers_too_large: () => 'La dirección o los encabezados de la petición son demasiado largos. Acórtelos y vuelva a enviarla.',
  unauthenticated: () => 'Primero tiene que entrar: con su código de seis caracteres o con su nombre y contraseña.',
  session_expired: () => 'Su sesión terminó. Vuelva a entrar; lo que escribió sigue en este dispositivo.',
  wrong_credentials: () => 'El nombre o la contraseña no coinciden. Revíselos y vuelva a intentarlo.',
  forbidden: () => 'Su papel en este laboratorio no permite hacer esto. Si lo necesita, pídalo a quien facilita.',
  removed_from_lab: () =>
    'Ya no forma parte de este laboratorio. Lo que escribió se conserva; si es un error, hable con quien facilita.',
  origin_refused: () =>
    'La petición vino de otra página y no se aceptó. Abra Cocrea en su propia dirección y repita lo que hacía.',
  demo_off: () => 'La entrada de demostración está apagada en este servidor. Entre con un código o con su cuenta.',
  demo_loopback_only: () =>
    'La entrada de demostración solo funciona en la misma computadora donde corre el servidor. Desde otro dispositivo, entre con un código.',
  not_found: () => 'Esta dirección no existe. Revísela o vuelva al inicio.',
  lab_not_found: () => 'Ese laboratorio no existe. Revise la dirección o vuelva al inicio.',
  document_not_found: () => 'Ese documento no existe. Vuelva a la lista de documentos.',
  document_not_open: () => 'Este documento todavía no se abre. La página del laboratorio dice cuándo.',
  person_not_found: () => 'Esa persona no está en este laboratorio. Recargue la lista.',
  sub_table_not_found: () => 'Esa sub-mesa no existe en este laboratorio. Recargue la página y elija otra.',
  table_not_open: () => 'Esta mesa todavía no se abre. Su aporte queda guardado aquí y se envía cuando abra.',
  table_already_open: () => 'Otra persona ya abrió esta mesa. Recargue la página para verla.',
  table_closed: () => 'Esta mesa ya se cerró. Lo que se escriba ahora queda entre los aportes tardíos.',
  table_full: ({ limit }) =>
    `Esta mesa está llena${limit === undefined ? '' : `: tiene ${limit === 1 ? 'un lugar' : `${limit} lugares`}`}. Pida a quien facilita un lugar más, o el código de otra mesa.`,
  phase_taken: () =>
    'Otra persona ya cambió la fase de esta mesa. La pantalla muestra en cuál está; si hace falta, cámbiela de nuevo.',
  contribution_not_found: () => 'Ese aporte no existe en esta mesa. Recargue la lista.',
  contribution_settled: () => 'La mesa ya validó o retiró este aporte, y ya no se puede cambiar.',
  other_person: () =>
    'En este dispositivo entró otra persona después de que usted escribió esto. Sus palabras siguen guardadas aquí y solo se envían a su nombre: vuelva a entrar.',
  access_changed: ({ role }) =>
    `En el laboratorio se dio otro papel a ese acceso técnico (${role}). Devuélvaselo en la lista de personas, o pida un acceso con otro nombre (--name).`,
  cluster_not_found: () => 'Ese conjunto de aportes ya no está en el tablero. La pantalla muestra lo último.',
  contribution_late: () => 'Este aporte llegó tarde y está aparte. Tómelo primero en el tablero.',
  questions_differ: () => 'Solo se agrupan aportes de la misma pregunta. Elija los de una sola columna.',
  grouping_while_dots: () =>
    'Mientras se reparten puntos no se agrupa ni se desagrupa, para que nadie pierda los suyos. Hágalo cuando termine la votación.',
  plenary_full: ({ limit }) =>
    `Esta mesa ya eligió ${limit ?? 'todos los'} aportes para la plenaria. Quite la marca de uno para poner este.`,
  dots_not_open: () => 'Ahora no se reparten puntos en esta mesa. Quien facilita abre la votación.',
  dots_over_quota: ({ limit }) =>
    `Son más puntos de los que hay${limit === undefined ? '' : `: ${limit}`}. Quite algunos y envíe otra vez.`,
  ballot_final: () => 'Sus puntos ya se contaron sin su nombre, y por eso no se pueden cambiar.',
  ballot_not_found: () => 'Ese conteo ya no está. La pantalla muestra lo último.',
  code_unknown: () => 'Ese código no abre ningún laboratorio. Revise los seis caracteres; no se usan 0, 1, 2, 5 ni 8.',
  code_closed: () => 'Ese código ya se cerró. Pida el código vigente a quien facilita.',
  setup_link_used: () => 'Este enlace ya se usó o no es válido. Entre con su cuenta, o cree otra con «pnpm cocrea admin create».',
  alias_taken: ({ suggestion }) =>
    suggestion === undefined
      ? 'Ya hay alguien con ese nombre en el laboratorio. Elija otro, por ejemplo con su apellido.'
      : `Ya hay alguien con ese nombre en el laboratorio. Puede usar «${suggestion}» u otro.`,
  name_taken: () => 'Ya hay una cuenta con ese nombre. Elija otro.',
  id_taken: () => 'Ese identificador ya se usó para otra cosa. Vuelva a intentarlo con uno nuevo.',
  stale: () => 'Alguien cambió esto mientras usted lo veía. Recargue para ver lo último y repita su cambio.',
  last_facilitator: () => 'Es la última persona que facilita este laboratorio. Dé ese papel a otra antes de quitarlo.',
  consent_required: () => 'El aviso de privacidad cambió o no se ha leído. Léalo, decida cada consentimiento y vuelva a enviar.',
  password_too_short: ({ minimum }) =>
    minimum === undefined
      ? 'La contraseña es muy corta. Escriba una más larga.'
      : `La contraseña necesita al menos ${minimum} caracteres.`,
  text_too_long: (details) =>
    `${field(details)} es demasiado largo${details.limit === undefined ? '' : `: caben ${details.limit} caracteres`}. Acórtelo y vuelva a enviarlo.`,
  body_too_large: ({ limit }) =>
    `Lo que se envió es demasiado grande${limit === undefined ? '' : `: se aceptan ${limit} bytes`}. Divídalo y vuelva a enviarlo.`,
  rate_limited: (details) => `Hubo demasiados intentos seguidos. ${wait(details)}`,
  too_many_connections_address: (details) =>
    `Hay demasiadas conexiones desde esta red${most(details)}. Cierre las pestañas que no use, o avise a quien administra el servidor.`,
  too_many_connections_person: (details) =>
    `Tiene Cocrea abierto demasiadas veces${most(details)}. Cierre las pestañas o dispositivos que no use y recargue.`,
  frame_too_large: (details) =>
    `Un cambio es demasiado grande para enviarlo de una vez${details.limit === undefined ? '' : ` (máximo ${details.limit} bytes)`}. Su texto sigue en este dispositivo; péguelo por partes.`,
  frame_malformed: () =>
    'El servidor no entendió un mensaje de este programa. Recargue la página; lo escrito sigue en este dispositivo.',
  update_malformed: () =>
    'Un cambio llegó dañado y no se guardó. Copie lo último que escribió, recargue la página y péguelo de nuevo.',
  update_gap: () => 'Faltaba un cambio anterior. Se está pidiendo de nuevo; siga escribiendo.',
  update_too_far_ahead: (details) =>
    `Un cambio trae una numeración imposible${most(details)} y no se guardó. Recargue la página.`,
  update_too_many_structs: (details) =>
    `Un cambio trae demasiadas partes de una vez${most(details)} y no se guardó. Péguelo en trozos más pequeños.`,
  update_foreign_author: () =>
    'Un cambio venía a nombre de otra persona y no se guardó. Recargue la página y vuelva a escribirlo.',
  update_read_only: () => 'En este documento puede leer, pero no escribir. Su cambio no se guardó en el servidor.',
  presence_too_large: (details) =>
    `Lo que su pantalla muestra a los demás es demasiado grande${most(details)}. Los demás no lo ven; su texto sí se guarda.`,
  generation_changed: () =>
    'El documento se reconstruyó mientras usted no estaba. Lo que tiene en este dispositivo se conserva aparte: puede copiarlo.',
  too_slow: () =>
    'La conexión va demasiado lenta para seguir a los demás. Se volverá a conectar sola; su texto está a salvo aquí.',
  restarting: () => 'El servidor se está reiniciando. Siga escribiendo: guardamos aquí y enviamos al volver.',
  store_unavailable: () =>
    'El servidor no puede guardar en este momento. Siga escribiendo: lo nuevo queda en este dispositivo y se enviará después.',
  disk_full: () =>
    'El disco del servidor está lleno y no se puede guardar. Lo nuevo queda en este dispositivo; avise a quien administra el servidor.',
  document_damaged: () =>
    'Este documento está dañado en el servidor y no se abre para no perder nada. Avise a quien administra el servidor.',
  database_too_new: (details) =>
    `La base de datos ${details.file} es de una versión más nueva de Cocrea (esquema ${details.found}; este programa conoce hasta el ${details.known}). Actualice el programa o use otra ${place(details)}. No se cambió nada.`,
  database_damaged: ({ file, reason }) =>
    `La base de datos ${file} está dañada (${reason}). Guarde una copia de la carpeta tal como está y restaure el último respaldo. No se cambió nada.`,
  database_foreign: (details) =>
    `${isAddress(details.file) ? 'La base de datos' : 'El archivo'} ${details.file} no es ${isAddress(details.file) ? '' : 'una base de datos '}de este programa (${details.reason}). Use otra ${place(details)}. No se cambió nada.`,
  database_unreachable: ({ file, reason }) =>
    isAddress(file)
      ? `No se puede abrir la base de datos ${file} (${reason}). Revise que el servidor de PostgreSQL esté encendido, que la base exista y que el usuario y la contraseña del ajuste COCREA_DATABASE_URL sirvan.`
      : `No se puede abrir o escribir ${file} (${reason}). Revise que la carpeta exista, que este usuario pueda escribir en ella y que haya espacio, o cambie COCREA_DATA_DIR.`,
  folder_in_use: ({ folder }) =>
    `Otro servidor de Cocrea ya tiene abierta la carpeta ${folder}. Ciérrelo, o use otra carpeta con el ajuste COCREA_DATA_DIR.`,
  database_in_use: ({ file, others }) =>
    others === 'together'
      ? `La base de datos ${file} ya la usan servidores de Cocrea que trabajan juntos. Dele a este el mismo ajuste COCREA_REDIS_URL que a ellos, o use otra base con el ajuste COCREA_DATABASE_URL.`
      : `Otro servidor de Cocrea ya usa la base de datos ${file} y no admite a otros. Ciérrelo, o use otra base con el ajuste COCREA_DATABASE_URL. Para que varios trabajen juntos, todos necesitan el mismo ajuste COCREA_REDIS_URL.`,
  data_in_database: ({ file }) =>
    `Los datos no están en una carpeta, sino en la base ${file} (COCREA_DATABASE_URL). Cópiela y restáurela con las herramientas de PostgreSQL: pg_dump y pg_restore. No se hizo nada.`,
  data_folder_empty: ({ folder }) =>
    `En la carpeta ${folder} no hay datos de Cocrea. Diga cuál es con el ajuste COCREA_DATA_DIR. No se hizo nada.`,
  backup_inside_data: ({ folder, data }) =>
    `La copia no puede quedar en ${folder}, que está dentro de la carpeta de datos ${data}: se perderían juntas. Elija una carpeta de otro disco.`,
  backup_folder_not_empty: ({ folder }) =>
    `La carpeta ${folder} no está vacía. Elija una nueva: una copia nunca se escribe encima de otra cosa.`,
  backup_no_room: ({ folder, needed, free }) =>
    `En ${folder} no cabe la copia: necesita ${needed} MB y quedan ${free} MB. Libere espacio o elija otro disco. No se hizo nada.`,
  backup_not_whole: ({ folder }) =>
    `En ${folder} no hay una copia completa: le falta el archivo SHA256SUMS o manifest.json, que se escriben al final. Use otra copia.`,
  backup_damaged: ({ file }) =>
    `El archivo ${file} no es el que se copió: su huella SHA-256 es otra. Use otra copia. No se cambió nada.`,
  folder_not_empty: ({ folder }) =>
    `La carpeta ${folder} ya tiene datos. Con --replace se guardan aparte, con otro nombre, y la copia queda en su lugar. No se cambió nada.`,
  folder_not_movable: ({ folder, reason }) =>
    `La carpeta ${folder} no se puede guardar aparte (${reason}). Si es un disco o un volumen, restaure en una carpeta dentro de él con --data y úsela en COCREA_DATA_DIR. No se cambió nada.`,
  proposal_not_found: () => 'Esa propuesta no existe en este laboratorio. Vuelva a la lista de propuestas.',
  proposal_not_written: () =>
    'Los datos de esta propuesta ya no se cambian: se presentó o llegó a un resultado. Si regresa con observaciones, se abren de nuevo.',
  proposal_step_refused: () => 'La propuesta ya está en otro momento y ese paso no se puede dar. Recargue para ver dónde está.',
  proposal_became_others: () =>
    'Esta propuesta se fusionó o se dividió y se conserva como estaba. Trabaje en la que resultó de ella.',
  gate_not_fulfilled: gateRefused,
  endorsement_closed: () => 'Los avales se dan cuando la propuesta está presentada y hasta que tiene un resultado.',
  endorsement_kept: () => 'La propuesta ya está validada con su aval: ya no se retira.',
  lineage_not_found: () => 'Esa fusión o división no existe. Recargue la página.',
  draft_step_refused: () =>
    'Desde donde está este borrador no se puede dar ese paso. La pantalla muestra en qué estado está ahora.',
  freeze_blocked: ({ count }) =>
    count === undefined
      ? 'Todavía falta algo para congelar. La lista dice qué.'
      : count === 1
        ? 'Falta una respuesta para congelar. La lista dice cuál.'
        : `Faltan ${count} respuestas para congelar. La lista dice cuáles.`,
  next_draft_missing: () => 'No hay un borrador siguiente que empezar: este es el último del proceso.',
  document_frozen: () => 'Este borrador ya se congeló y no cambia más. Lo que usted escribió sigue en este dispositivo.',
  version_not_found: () => 'Esa versión no existe en este documento. Recargue la lista de versiones.',
  observation_not_found: () => 'Esa observación no existe en este laboratorio. Revise el folio.',
  observation_settled: () => 'Esta observación ya se respondió y se publicó; su respuesta no cambia más.',
  consultation_not_open: () => 'La consulta de este borrador no está abierta. La página del borrador dice sus fechas.',
  block_not_found: () => 'Ese párrafo ya no está en el borrador. Elija otro y vuelva a intentarlo.',
  destination_required: () => 'Diga en qué párrafo del borrador quedó: esta disposición necesita al menos uno.',
  response_required: () => 'Falta la respuesta: diga a quien observó por qué.',
  duplicate_of_itself: () => 'Una observación no puede ser duplicada de sí misma. Elija otra.',
  duplicate_of_duplicate: ({ folio }) =>
    folio === undefined
      ? 'Esa observación ya es duplicada de otra. Elija la original.'
      : `Esa observación ya es duplicada de ${folio}. Elija esa.`,
  duplicate_has_duplicates: ({ folio }) =>
    `${folio === undefined ? 'Otra observación' : folio} es duplicada de esta. Respóndala aparte antes de marcar esta como duplicada.`,
  observation_unanswered: () => 'Esta observación todavía no tiene respuesta. Cuando la tenga podrá decir si está conforme.',
  duplicate_elsewhere: () => 'Una observación solo puede ser duplicada de otra del mismo borrador.',
  csv_columns: ({ missing }) =>
    missing === undefined
      ? 'El archivo no tiene las columnas esperadas. Descargue la plantilla y compárelas.'
      : `Al archivo le faltan columnas: ${missing}. Descargue la plantilla y compárelas.`,
  csv_encoding: () => 'El archivo no se pudo leer como texto. Guárdelo como CSV UTF-8 y vuelva a subirlo.',
  csv_too_long: (details) => `El archivo tiene demasiadas filas${most(details)}. Divídalo y súbalo por partes.`,
  csv_rows_refused: ({ count }) =>
    `${count === undefined ? 'Algunas' : count} filas no se pueden tomar. La lista dice cuáles y por qué; no se guardó ninguna.`,
  folio_not_found: () => 'No hay nada con ese folio. Revíselo: tiene la forma B1-OBS-0042 o M5-A-0031.',
  not_published: () => 'Esto todavía no se ha publicado.',
  origin_not_found: () => 'Ese origen ya no está en el párrafo. La pantalla muestra los que tiene.',
  source_not_found: () => 'Ese aporte, propuesta u observación no existe en este laboratorio. Recargue la página.',
  source_settled: () => 'Ya se le dio un destino. La pantalla muestra cuál; quítelo primero si va a cambiarlo.',
  late_writing_not_found: () => 'Ese aporte tardío no existe en este laboratorio. Recargue la página.',
  suggestion_gone: () => 'Esa sugerencia ya se decidió o cambió. La lista muestra cómo está ahora.',
  suggestions_together: () => 'Esas sugerencias no se sostienen solas: decida juntas todas las de ese bloque.',
  comments_closed: () => 'El borrador está congelado o ya no se escribe: sus comentarios solo se leen.',
  thread_not_found: () => 'Ese hilo de comentarios no existe. Recargue la página.',
  comment_not_found: () => 'Ese comentario no existe. Recargue la página.',
  comment_removed: () => 'Ese comentario ya se retiró y no se puede cambiar.',
  comment_threads_full: ({ limit }) =>
    `Este texto ya tiene ${limit ?? 'todos los'} hilos de comentarios que admite. Responda en uno que ya exista; lo que escribió sigue aquí.`,
  comment_replies_full: ({ limit }) =>
    `Este hilo ya tiene ${limit ?? 'todas las'} respuestas que admite. Empiece otro sobre las mismas palabras; lo que escribió sigue aquí.`,
  quote_gone: () =>
    'Las palabras que quiere comentar ya no están en el texto, o todavía no han llegado al servidor. Elija otras; lo que escribió sigue aquí.',
  mention_unknown: () => 'Una de las personas que menciona no está en este laboratorio. Quite la mención y envíe de nuevo.',
  lineage_advanced: () =>
    'Lo que resultó ya se presentó, se fusionó o se dividió de nuevo, y no se puede deshacer. Devuélvalo con observaciones y vuelva a intentarlo.',
  text_too_large_to_read: ({ megabytes }) =>
    `Este texto${megabytes === undefined ? '' : ` (${megabytes} MB con su historia)`} es demasiado grande para leerlo con la memoria que el servidor tiene para eso. Nada se perdió. Pida a quien administra el servidor que suba COCREA_READER_MEMORY_MB.`,
  export_format_unknown: ({ formats }) =>
    `No se puede descargar en ese formato${formats === undefined ? '' : `. Elija uno de estos: ${formats}`}.`,
  export_too_large: ({ limit }) =>
    `El texto es demasiado largo para ese formato${limit === undefined ? '' : ` (máximo ${limit} caracteres)`}. Descárguelo como Markdown o CSV, o pida a quien administra el servidor que suba COCREA_EXPORT_CHARACTERS.`,
  export_busy: (details) => `El servidor está preparando muchos archivos. ${wait(details)}`,
  export_unfinished: () => 'El archivo no se pudo terminar. Vuelva a intentarlo, o descárguelo en otro formato.',
  export_unavailable: () => 'Este servidor no puede preparar PDF en la máquina donde corre. Descárguelo en otro formato.',
  internal: () => 'Algo falló en el servidor y quedó anotado. Vuelva a intentarlo; si se repite, avise a quien lo administra.',
} satisfies Record<ErrorCode, (details: ErrorDetails) => string>;
