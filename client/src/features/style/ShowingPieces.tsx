// What is looked at: notices, pills, empty and failed lists, what is on its way, tables, the line of the process, QR.
import type { Stage } from '@cocrea/shared/domain/process-line.ts';
import { Inbox, Lock } from 'lucide-react';
import type { ReactNode } from 'react';
import { ActorKindMark } from '../../ui/ActorKindMark.tsx';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { ProcessLine, ProcessLineSmall } from '../../ui/ProcessLine.tsx';
import { Qr } from '../../ui/Qr.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { StatusPill } from '../../ui/StatusPill.tsx';
import { Table } from '../../ui/Table.tsx';
import { useWords } from '../../ui/words.ts';
import { Sample } from './Sample.tsx';
import styles from './style-page.module.css';

const month = (text: string, iso: string) => ({ text, kind: 'month' as const, start: `${iso}-01`, end: `${iso}-28` });
const stages: readonly Stage[] = [
  { kind: 'sub_tables', state: 'done', subTables: 5 },
  {
    kind: 'draft',
    state: 'open',
    draftNo: 1,
    draftState: 'writing',
    documentId: 'b1',
    readable: true,
    opens: month('Septiembre 2019', '2019-09'),
  },
  {
    kind: 'draft',
    state: 'next',
    draftNo: 2,
    draftState: 'planned',
    documentId: 'b2',
    readable: false,
    opens: month('Octubre 2019', '2019-10'),
  },
  {
    kind: 'draft',
    state: 'next',
    draftNo: 3,
    draftState: 'planned',
    documentId: 'b3',
    readable: false,
    opens: month('Noviembre 2019', '2019-11'),
  },
];
const hrefOf = (stage: Stage): string | null => (stage.kind === 'draft' && stage.readable ? '/estilo' : null);
const again = (): void => undefined;

export function ShowingPieces(): ReactNode {
  const { ui } = useWords();
  return (
    <div className={styles.samples}>
      <div className={styles.wide}>
        <Sample name="Línea del proceso, con su gemela en tabla">
          <ProcessLine stages={stages} hrefOf={hrefOf} />
        </Sample>
      </div>
      <Sample name="La misma, pequeña">
        <ProcessLineSmall stages={stages} hrefOf={hrefOf} />
      </Sample>
      <Sample name="Avisos">
        <Banner>El laboratorio abre a las 14:00.</Banner>
        <Banner tone="success">Se creó la cuenta de Ana Tun.</Banner>
        <Banner tone="warning" action={<Button>{ui.retry}</Button>}>
          {ui.staleNotice}
        </Banner>
        <Banner tone="danger">El nombre o la contraseña no coinciden. Revíselos y vuelva a intentarlo.</Banner>
      </Sample>
      <Sample name="Estados en una palabra">
        <div className={styles.marks}>
          <StatusPill>Solo lectura</StatusPill>
          <StatusPill tone="good">En redacción</StatusPill>
          <StatusPill tone="warning" icon={<Lock aria-hidden="true" />}>
            Congelado
          </StatusPill>
          <StatusPill tone="danger">Sin permiso</StatusPill>
        </div>
      </Sample>
      <Sample name="En camino">
        <Skeleton lines={3} />
        <Skeleton lines={2} tall />
      </Sample>
      <Sample name="Lista vacía">
        <EmptyState icon={<Inbox aria-hidden="true" />} action={<Button look="primary">Crear nota</Button>}>
          Todavía no hay notas libres. Cree la primera.
        </EmptyState>
      </Sample>
      <Sample name="Lista que no se pudo traer">
        <ErrorState onRetry={again}>{ui.networkFailure}</ErrorState>
      </Sample>
      <Sample name="Código QR">
        <div className={styles.qr}>
          <Qr text="http://192.168.1.20:3000/unirse/GENTE9" label="Código QR de ejemplo" />
        </div>
      </Sample>
      <div className={styles.wide}>
        <Sample name="Tabla; en un teléfono, tarjetas">
          <Table
            caption="Personas de ejemplo"
            columns={['Nombre', 'Sector', 'Institución', 'Monto']}
            rows={[
              { key: '1', cells: ['Ana Tun', <ActorKindMark key="k" kind="ciudadania" named />, 'Sin institución', 'Q 975.00'] },
              {
                key: '2',
                cells: [
                  'Rosa Cúc',
                  <ActorKindMark key="k" kind="sector_publico" named />,
                  'Instituto Nacional de Administración Pública',
                  'Q 570,075.00',
                ],
              },
            ]}
          />
        </Sample>
      </div>
    </div>
  );
}
