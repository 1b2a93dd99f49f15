// What Borrador 2 of the demonstration says otherwise than Borrador 1 so far, and where each change comes from. Two nobody has explained yet.
import type { FoundingChange } from '../../consultation-founding.ts';
import { demoSubTableId } from '../sub-tables.ts';

export const changes: readonly FoundingChange[] = [
  {
    key: 'numero',
    on: 'Borrador 1, sujeto a observaciones',
    becomes: 'Borrador 2, sujeto a observaciones',
  },
  {
    key: 'nombre',
    on: 'Este es el primer borrador de la Estrategia Nacional de Innovación en la Gestión Pública.',
    becomes: 'Este es el segundo borrador de la Estrategia Nacional de Innovación en la Gestión Pública.',
    from: { inap: 'El número del borrador cambia con cada versión.' },
  },
  {
    key: 'problema',
    on: 'falta una estrategia para desarrollar herramientas y mecanismos de innovación en la gestión pública de manera colaborativa y con enfoque ciudadano.',
    becomes:
      'falta una estrategia para desarrollar herramientas y mecanismos de innovación en la gestión pública de manera colaborativa y con enfoque ciudadano, en la capital y en los municipios.',
  },
  {
    key: 'municipios',
    on: 'Por eso la forma de hacerla importa tanto como su contenido.',
    after: [
      'La estrategia se dirige también a las municipalidades, que atienden la mayor parte de los trámites que una familia hace en un año. Cada línea de acción dirá qué le toca al gobierno central y qué a la municipalidad.',
    ],
  },
  {
    key: 'idiomas',
    on: 'El punto de vista es el de la persona que recibe el servicio, no el de la oficina que lo presta.',
    becomes:
      'El punto de vista es el de la persona que recibe el servicio, en el idioma en que lo pide, no el de la oficina que lo presta.',
    from: { contributions: [[demoSubTableId(1), 5]] },
  },
  {
    key: 'innovacion',
    on: ' como el cambio, hecho en colaboración con quienes usan un servicio, que mejora de manera sustantiva los bienes y servicios que el Gobierno de la República entrega a la ciudadanía.',
    becomes:
      ' como el cambio, hecho en colaboración con quienes usan un servicio y con quienes lo prestan, que mejora de manera sustantiva y comprobable los bienes y servicios que el Estado entrega a la ciudadanía.',
  },
  {
    key: 'accesibilidad',
    on: 'Para que un estándar cuente como aplicado, se propone completar estos pasos:',
    after: [
      'Todo servicio en línea de la primera fase cumplirá las pautas de accesibilidad para el contenido web (WCAG 2.2, nivel AA), y se probará con personas que usan lector de pantalla antes de abrirse.',
    ],
  },
  {
    key: 'identificacion',
    on: 'Queda por hacer, antes de que el plan de la primera fase pueda aprobarse:',
    after: [
      'La primera fase empieza por los trámites que hoy piden fotocopia del documento de identificación: una oficina que puede consultarlo no lo pide en papel.',
    ],
    from: {
      contributions: [
        [demoSubTableId(1), 1],
        [demoSubTableId(1), 8],
      ],
    },
  },
  {
    key: 'firma',
    on: 'Conviene distinguir tres clases de normas, porque piden cosas distintas:',
    after: [
      'Entre las que permiten innovar está la ley de reconocimiento de comunicaciones y firmas electrónicas (Decreto 47-2008): las instituciones de la primera fase aceptarán la firma electrónica sin pedir además el papel firmado.',
    ],
    from: {
      contributions: [
        [demoSubTableId(1), 2],
        [demoSubTableId(1), 15],
      ],
    },
  },
  {
    key: 'respuesta',
    on: 'Cada borrador recibe observaciones, cada observación recibe una respuesta con su motivo, y solo entonces se pasa al siguiente.',
    becomes:
      'Cada borrador está quince días en consulta, cada observación recibe una respuesta con su motivo, que se publica, y solo entonces se pasa al siguiente.',
  },
  {
    key: 'reuniones',
    on: 'Acompañan el proceso una reunión inicial, quince reuniones de trabajo y una reunión final, una por mes.',
    becomes:
      'Acompañan el proceso una reunión inicial, quince reuniones de trabajo y una reunión final, una por mes, con transmisión en vivo.',
  },
  {
    key: 'actas',
    on: 'Acompañan el proceso una reunión inicial',
    after: ['La ayuda de memoria de cada reunión se publica en cinco días hábiles.'],
  },
  {
    key: 'medida',
    on: 'Hoy los documentos de partida dicen la acción, la institución y las fechas; faltan el problema, las personas y la medida de cada una.',
    becomes:
      'Hoy los documentos de partida dicen la acción, la institución y las fechas; faltan el problema, las personas y la medida de cada una. Una línea sin medida no entra en la primera fase.',
  },
  {
    key: 'presupuesto',
    on: 'Las sostiene con estos recursos, calculados para los 17 meses y las 17 reuniones de todo el hito 1:',
    becomes:
      'Las sostiene con estos recursos, calculados para los 17 meses de todo el hito 1; el salón se cuenta para 17 ocasiones y el papel una sola vez:',
  },
  {
    key: 'hito',
    on: 'Meta o etapa que permite verificar el cumplimiento del compromiso.',
    becomes: 'Meta o etapa que permite verificar el cumplimiento del compromiso, con fecha y responsable.',
  },
  {
    key: 'datos',
    on: 'Las mesas temáticas pueden agregar otras.',
    becomes: 'Las mesas temáticas pueden agregar otras, y las que agreguen dirán qué datos publican y con qué licencia.',
  },
];
