// Forty observations on Borrador 1 of the demonstration, by people of every kind of actor, as the consultation left them: most of them answered,
// some still waiting. Nobody of them exists.
import type { FoundingObservation } from '../../consultation-founding.ts';
import { firstTable, secondTable } from '../hall/people.ts';
import { demoConsolidatorId, personId } from '../people.ts';

const at = (people: readonly { readonly id: string }[], index: number): string => people[index]?.id ?? '';
const [elder, ixchel, beatriz, wendy, julio, ingrid, telma, hugo, nicolas] = [2, 3, 5, 6, 7, 8, 10, 11, 12].map(personId) as [
  string,
  string,
  string,
  string,
  string,
  string,
  string,
  string,
  string,
];
const [oscar, lucrecia, fredy, alma, mynor, candelaria] = [1, 2, 3, 4, 5, 6].map((index) => at(firstTable, index)) as [
  string,
  string,
  string,
  string,
  string,
  string,
];
const [silvia, pablo, nineth, efrain, dora, rosendo, vilma, byron] = [1, 2, 3, 4, 5, 6, 7, 8].map((index) =>
  at(secondTable, index),
) as [string, string, string, string, string, string, string, string];

export const observations: readonly FoundingObservation[] = [
  {
    by: byron,
    on: 'comparten la responsabilidad de sus hitos',
    kind: 'substance',
    proposes: 'comparten la responsabilidad de sus hitos, con las municipalidades donde el hito se ejecute,',
    because: 'Nueve de cada diez trámites de mi municipio se hacen en la municipalidad, y el texto no la nombra ni una vez.',
    answer: {
      disposition: 'partly',
      response:
        'Las responsabilidades de los hitos las fija el compromiso y no se pueden cambiar aquí. Se agregó un párrafo que dice a quién se dirige la estrategia, y cada línea de acción dirá qué le toca a la municipalidad.',
      into: ['municipios'],
      satisfied: true,
    },
  },
  {
    by: nicolas,
    on: 'falta una estrategia para desarrollar herramientas y mecanismos',
    kind: 'substance',
    proposes: 'falta una estrategia, en la capital y en los municipios, para desarrollar herramientas y mecanismos',
    because: 'Leído así parece un problema de las oficinas de la capital.',
    showName: true,
    answer: {
      disposition: 'accepted',
      response: 'Se precisó que el problema existe en la capital y en los municipios.',
      into: ['problema'],
      satisfied: true,
    },
  },
  {
    by: candelaria,
    on: 'El punto de vista es el de la persona que recibe el servicio, no el de la oficina que lo presta.',
    kind: 'substance',
    proposes: 'El punto de vista es el de la persona que recibe el servicio, en su idioma, no el de la oficina que lo presta.',
    because: 'Un enfoque ciudadano que solo existe en español deja fuera a más de la mitad de mi comunidad.',
    showName: true,
    answer: {
      disposition: 'accepted',
      response: 'Se agregó el idioma a la definición. La primera fase dirá en qué idiomas se atiende cada servicio.',
      into: ['idiomas'],
      satisfied: true,
    },
  },
  {
    by: telma,
    on: 'El punto de vista es el de la persona que recibe el servicio, no el de la oficina que lo presta.',
    kind: 'substance',
    because: 'Falta decir que se atiende en los idiomas mayas, xinka y garífuna, y que la traducción la hace una persona.',
    answer: { disposition: 'duplicate', duplicateOf: 3 },
  },
  {
    by: beatriz,
    on: 'como el cambio, hecho en colaboración con quienes usan un servicio',
    kind: 'substance',
    proposes: 'como el cambio, hecho en colaboración con quienes usan un servicio y con quienes lo prestan',
    because:
      'La literatura sobre innovación pública insiste en que el cambio que no incluye a quien atiende la ventanilla no dura.',
    answer: {
      disposition: 'accepted',
      response: 'Se incluyó a quienes prestan el servicio.',
      into: ['innovacion'],
      satisfied: true,
    },
  },
  {
    by: hugo,
    on: 'que mejora de manera sustantiva los bienes y servicios',
    kind: 'substance',
    proposes: 'que mejora de manera sustantiva y comprobable los bienes y servicios',
    because: 'Si no se puede comprobar, cualquier compra de computadoras es innovación.',
    answer: {
      disposition: 'accepted',
      response: 'Se agregó que la mejora debe poder comprobarse.',
      into: ['innovacion'],
    },
  },
  {
    by: julio,
    on: 'La tecnología es uno de sus medios; no es el fin.',
    kind: 'form',
    proposes: 'La tecnología es un medio, no el fin.',
    because: 'Se dice lo mismo con menos palabras.',
    answer: {
      disposition: 'not_accepted',
      response: 'Se dejó como está: «uno de sus medios» recuerda que hay otros, y la frase corta lo pierde.',
    },
  },
  {
    by: ixchel,
    on: 'La estrategia se escribe entre gobierno y sociedad civil, y se construye con quien quiera aportar.',
    kind: 'question',
    because: '¿Cómo aporta quien no tiene internet? En las aldeas donde trabajamos hay teléfono, pero no datos.',
    showName: true,
    answer: {
      disposition: 'already_covered',
      response:
        'Se puede aportar en papel y con un teléfono compartido en cada mesa, y lo que llega por carta se registra con folio. Está dicho en procesos y fases.',
      into: ['respuesta'],
    },
  },
  {
    by: nineth,
    on: 'permiten una debida rendición de cuentas.',
    kind: 'substance',
    proposes: 'permiten una debida rendición de cuentas, con datos abiertos sobre lo que se gasta en cada línea.',
    because: 'Sin datos de gasto la rendición de cuentas es un discurso.',
    answer: {
      disposition: 'partly',
      response:
        'La publicación de datos se pide a cada línea de acción, que dirá qué publica y con qué licencia. El gasto por línea depende del presupuesto de cada institución y se pedirá en el plan de la primera fase.',
      into: ['datos'],
      satisfied: { no: 'El plan de la primera fase llega cuando el dinero ya se gastó. Debe quedar escrito en la estrategia.' },
    },
  },
  {
    by: dora,
    on: 'Se innova sobre procesos administrativos de calidad y se transforma la gestión documental.',
    kind: 'question',
    because: '¿Qué se entiende por proceso de calidad? No se cita ninguna norma.',
    answer: {
      disposition: 'out_of_scope',
      response:
        'El hito 3 creará el programa de certificación y dirá qué se entiende por calidad. Adelantarlo aquí quitaría sentido a ese trabajo.',
    },
  },
  {
    by: alma,
    on: 'un modelo de gestión pública con énfasis en la gobernanza digital y los servicios en línea.',
    kind: 'substance',
    because: 'Conviene citar el modelo. En la reunión se mencionó sin nombre y así no se puede revisar.',
    answer: {
      disposition: 'not_accepted',
      response:
        'La ayuda de memoria de la reunión no dice cuál. No se agrega un nombre que los documentos de partida no escriben; queda como pregunta abierta.',
    },
  },
  {
    by: wendy,
    on: 'Los documentos de partida, sin embargo, no nombran todavía ninguno.',
    kind: 'substance',
    proposes: 'Se propone empezar por las pautas de accesibilidad para el contenido web.',
    because: 'Mi hermano usa lector de pantalla y hoy no puede llenar solo ningún formulario del Estado.',
    showName: true,
    answer: {
      disposition: 'accepted',
      response:
        'Se agregó la accesibilidad como condición de todo servicio en línea de la primera fase, con pruebas hechas por personas.',
      into: ['accesibilidad'],
      satisfied: true,
    },
  },
  {
    by: demoConsolidatorId,
    letter: true,
    onBehalfOf: 'Asociación de Personas Sordas del Sur (organización ficticia)',
    on: 'Que la ciudadanía participe y que se sepa qué pasó con cada aporte',
    kind: 'substance',
    because: 'Pedimos que las mesas tengan intérprete de lengua de señas y que los videos se publiquen con subtítulos.',
    answer: {
      disposition: 'partly',
      response:
        'La accesibilidad de los servicios en línea quedó en el texto. La de las reuniones se pidió a quien las convoca, y su respuesta se publicará con la ayuda de memoria.',
      into: ['accesibilidad'],
    },
  },
  {
    by: ingrid,
    on: 'Que una institución pueda demostrar que mejoró sus servicios, y que se le reconozca',
    kind: 'form',
    proposes: 'Que una institución pueda demostrar, con una medida de antes y otra de después, que mejoró sus servicios',
    because: 'El reconocimiento sin medida ya existe y no ha cambiado nada.',
    answer: {
      disposition: 'partly',
      response:
        'La medida se exige a las líneas de acción, que no entran en la primera fase sin ella. El premio lo definirá el hito 3.',
      into: ['medida'],
    },
  },
  {
    by: silvia,
    on: 'Que los factores de ponderación sean objetivos y equitativos',
    kind: 'question',
    because: '¿Se revisarán también los factores que hoy dan puntos por años en la misma institución?',
    answer: {
      disposition: 'out_of_scope',
      response:
        'Los factores de ponderación se revisan en el hito 6, con su propio calendario. La pregunta se le trasladó con este folio.',
    },
  },
  {
    by: oscar,
    on: 'Este borrador no cita ninguna ley ni reglamento',
    kind: 'substance',
    proposes: 'Citar el Decreto 47-2008, Ley para el Reconocimiento de las Comunicaciones y Firmas Electrónicas.',
    because: 'Es la norma que permite recibir un documento sin papel y casi nadie la aplica.',
    answer: {
      disposition: 'accepted',
      response: 'Se cita entre las normas que permiten innovar, con lo que las instituciones de la primera fase harán.',
      into: ['firma'],
      satisfied: true,
    },
  },
  {
    by: fredy,
    on: 'Este borrador no cita ninguna ley ni reglamento',
    kind: 'substance',
    because: 'Falta la ley de firmas electrónicas. La tenemos desde 2008.',
    answer: { disposition: 'duplicate', duplicateOf: 16 },
  },
  {
    by: efrain,
    on: 'habría que cambiar',
    kind: 'substance',
    because:
      'La lista de normas que habría que cambiar debería hacerse con las empresas que las sufren, no solo con quienes las aplican.',
    answer: {
      disposition: 'already_covered',
      response:
        'La pregunta al final de esta sección está abierta a toda persona y empresa. Lo que respondan entra con su folio.',
      into: ['firma'],
    },
  },
  {
    by: pablo,
    on: 'Trabajo coordinado entre el INAP y el Ministerio de Economía',
    kind: 'form',
    because: 'El convenio no está firmado. Debería decir «trabajo que se coordinará».',
    answer: {
      disposition: 'not_accepted',
      response: 'La tabla repite lo que dice el plan de trabajo. Cuando haya convenio se citará con su fecha.',
    },
  },
  {
    by: lucrecia,
    on: 'Cada borrador recibe observaciones, cada observación recibe una respuesta con su motivo',
    kind: 'substance',
    proposes: 'Cada borrador está quince días en consulta, y cada observación recibe una respuesta con su motivo que se publica',
    because: 'Sin plazo y sin publicación la respuesta puede quedarse en una gaveta.',
    showName: true,
    answer: {
      disposition: 'accepted',
      response: 'Se escribieron el plazo y la publicación.',
      into: ['respuesta'],
      satisfied: true,
    },
  },
  {
    by: rosendo,
    on: 'solo entonces se pasa al siguiente.',
    kind: 'question',
    because: '¿Y si no responden? ¿Se pasa igual?',
    answer: {
      disposition: 'already_covered',
      response:
        'No se puede pasar: el Borrador 2 no se congela mientras falte una respuesta. Quien lea puede comprobarlo en la matriz.',
      into: ['respuesta'],
      satisfied: true,
    },
  },
  {
    by: demoConsolidatorId,
    letter: true,
    onBehalfOf: 'Consejo de Autoridades de San Aurelio (comunidad ficticia)',
    on: 'una reunión inicial, quince reuniones de trabajo y una reunión final',
    kind: 'substance',
    because: 'Todas las reuniones fueron en la capital. Pedimos que al menos dos sean en los departamentos.',
    answer: {
      disposition: 'not_accepted',
      response:
        'El plan de trabajo tiene un solo salón por mes y no paga viajes. Se propuso a las instituciones prestar sus sedes departamentales; la respuesta se publicará.',
      satisfied: { no: 'La decisión de dónde reunirse es política, no de presupuesto. Mantenemos la objeción.' },
    },
  },
  {
    by: elder,
    on: 'como paso 1, los hitos 2 y 3; como paso 2, el hito 1.',
    kind: 'question',
    because: '¿Sigue vigente esa ruta? El cronograma empieza por el hito 1.',
    analysing: true,
    answer: { disposition: 'not_accepted' },
  },
  {
    by: vilma,
    on: 'Las mesas temáticas pueden agregar otras.',
    kind: 'substance',
    proposes: 'Las mesas temáticas pueden agregar otras, y las que agreguen dirán qué datos publican.',
    because: 'Una línea que no dice qué datos deja no se puede revisar desde fuera.',
    answer: {
      disposition: 'accepted',
      response: 'Cada línea nueva dirá qué datos publica y con qué licencia.',
      into: ['datos'],
      satisfied: true,
    },
  },
  {
    by: mynor,
    on: 'Implementarlo de acuerdo con esta estrategia, fomentando la participación ciudadana.',
    kind: 'substance',
    because: 'El laboratorio debería probar primero lo que más fila hace: partidas, antecedentes, licencias.',
    answer: {
      disposition: 'partly',
      response:
        'La primera fase empieza por los trámites que hoy piden fotocopia del documento de identificación, que incluyen esos tres.',
      into: ['identificacion'],
      satisfied: true,
    },
  },
  {
    by: hugo,
    on: 'Crear e implementar un programa dirigido a instituciones públicas',
    kind: 'substance',
    because: 'Las universidades podríamos certificar, en vez de que la institución se certifique a sí misma.',
    analysing: true,
  },
  {
    by: telma,
    on: 'Formular una estrategia que trate integralmente archivos históricos, microfilmes, documentos físicos y documentos electrónicos.',
    kind: 'substance',
    because: 'Los archivos de las comunidades también son archivos. Nadie los ha preguntado.',
  },
  {
    by: ixchel,
    on: 'un espacio donde se publique el personal certificado',
    kind: 'question',
    because: '¿Qué datos de esas personas se publicarían? Que no sea más que el nombre y el cargo.',
    answer: {
      disposition: 'out_of_scope',
      response: 'Lo definirá el hito 5 con la unidad de información pública. Se le trasladó con este folio.',
    },
  },
  {
    by: nineth,
    on: 'faltan el problema, las personas y la medida de cada una.',
    kind: 'substance',
    proposes: 'Una línea sin medida no entra en la primera fase.',
    because: 'Si se deja como deseo, dentro de un año nadie podrá decir si funcionó.',
    showName: true,
    answer: {
      disposition: 'accepted',
      response: 'Quedó escrito como regla.',
      into: ['medida'],
      satisfied: true,
    },
  },
  {
    by: dora,
    on: 'Cada línea debería decir lo mismo',
    kind: 'form',
    because: 'Una tabla por línea se leería mejor que un párrafo.',
    answer: {
      disposition: 'not_accepted',
      response: 'Se hará en el Borrador 3, cuando las líneas estén completas. Una tabla medio vacía se lee peor.',
    },
  },
  {
    by: pablo,
    on: 'calculados para los 17 meses y las 17 reuniones de todo el hito 1:',
    kind: 'form',
    because: 'El papel se cuenta una sola vez, no por reunión. Tal como está parece que los tres rubros se multiplican por 17.',
    answer: {
      disposition: 'accepted',
      response: 'Se aclaró qué se cuenta por mes, por ocasión y una sola vez.',
      into: ['presupuesto'],
      satisfied: true,
    },
  },
  {
    by: efrain,
    on: 'Contratación de 2 asesores de',
    kind: 'question',
    because: '¿Con qué perfil? ¿Habrá concurso?',
    answer: {
      disposition: 'out_of_scope',
      response: 'La contratación sigue la ley de la materia y la publica cada institución. Se le trasladó con este folio.',
    },
  },
  {
    by: fredy,
    on: 'Ser acciones medibles.',
    kind: 'substance',
    proposes: 'Ser acciones medibles, con una medida de partida publicada antes de empezar.',
    because: 'Sin línea de base la medida se inventa al final.',
    answer: {
      disposition: 'partly',
      response:
        'La medida es ahora condición para entrar en la primera fase. La línea de base se pedirá en la ficha de cada línea.',
      into: ['medida'],
    },
  },
  {
    by: wendy,
    on: 'Haber sido levantadas por al menos cinco actores',
    kind: 'question',
    because: '¿Cuenta una persona que no pertenece a ninguna organización?',
    answer: {
      disposition: 'already_covered',
      response: 'Sí: ciudadanía es uno de los cinco, y la llena una persona identificada.',
      into: ['municipios'],
      satisfied: true,
    },
  },
  {
    by: byron,
    on: 'Elegir las líneas de acción de la primera fase y explicar por qué esas.',
    kind: 'substance',
    because: 'Que se elijan también por cuánto le ahorran a la gente en pasajes y días de trabajo.',
  },
  {
    by: silvia,
    on: 'Aclarar el inicio de la ejecución, que el plan de trabajo escribe en marzo de 2019.',
    kind: 'form',
    because: 'Si es un error del plan, corrijamos el plan y no lo repitamos aquí.',
    answer: {
      disposition: 'not_accepted',
      response: 'El plan lo corrigen INAP y GPAT, que lo firmaron. Mientras tanto se escribe lo que dice, con su nota.',
    },
  },
  {
    by: julio,
    on: 'Acordar cómo se validará el avance entre las instituciones y la sociedad civil.',
    kind: 'substance',
    because: 'Falta el sector privado, que también usa los servicios.',
  },
  {
    by: beatriz,
    on: 'Escribir y decidir juntos, gobierno y sociedad, desde el principio y no solo al final.',
    kind: 'form',
    proposes: 'Diseñar y decidir juntos, gobierno y sociedad, desde el principio y no solo al final.',
    because: 'Cocrear no es solo escribir.',
    analysing: true,
  },
  {
    by: alma,
    on: 'Meta o etapa que permite verificar el cumplimiento del compromiso.',
    kind: 'form',
    proposes: 'Meta o etapa que permite verificar el cumplimiento del compromiso, con fecha y responsable.',
    because: 'Así lo define la plantilla.',
    answer: {
      disposition: 'accepted',
      response: 'Se completó con lo que dice la plantilla.',
      into: ['hito'],
      satisfied: true,
    },
  },
  {
    by: nicolas,
    on: 'según lo que cada quien autorizó publicar.',
    kind: 'question',
    because: '¿Puedo cambiar de idea después y pedir que quiten mi nombre?',
  },
];
