// Buttons, menus, dialogs, tabs, short messages.
import { ArrowRight, Pencil, Plus, Trash2 } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { Button, ButtonLink, IconButton } from '../../ui/Button.tsx';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { tell, tellFailure } from '../../ui/Toast.tsx';
import { Sample } from './Sample.tsx';
import styles from './style-page.module.css';

const long = 'Escribir en las notas de la sub-mesa de servicios de identificación y confianza';

export function ActingPieces(): ReactNode {
  const [dialog, setDialog] = useState<'plain' | 'grave' | 'failed' | null>(null);
  const close = (): void => setDialog(null);
  return (
    <div className={styles.samples}>
      <Sample name="Botones: principal, común, discreto, de cuidado">
        <Button look="primary">Abrir mesa</Button>
        <Button>Agrupar</Button>
        <Button look="quiet">Ver como tabla</Button>
        <Button look="danger">Quitar</Button>
      </Sample>
      <Sample name="Con icono, enlace, solo icono">
        <Button look="primary" icon={<Plus aria-hidden="true" />}>
          Crear nota
        </Button>
        <ButtonLink href="/estilo" icon={<ArrowRight aria-hidden="true" />}>
          Seguir en Borrador 1
        </ButtonLink>
        <IconButton label="Renombrar">
          <Pencil aria-hidden="true" />
        </IconButton>
      </Sample>
      <Sample name="Con el foco">
        <div className={`${styles.stage} ${styles.focused}`}>
          <Button look="primary">Abrir mesa</Button>
          <Button>Agrupar</Button>
        </div>
      </Sample>
      <Sample name="Deshabilitados">
        <Button look="primary" disabled>
          Congelar
        </Button>
        <Button disabled>Agrupar</Button>
      </Sample>
      <Sample name="En curso">
        <Button look="primary" pending>
          Guardando…
        </Button>
        <Button pending>Reintentar</Button>
      </Sample>
      <Sample name="Texto largo, 320 px" narrow>
        <Button look="primary" icon={<ArrowRight aria-hidden="true" />} wide>
          {long}
        </Button>
      </Sample>
      <Sample name="Menú">
        <Menu
          of="Ana Tun"
          deeds={[
            {
              id: 'rename',
              label: 'Cambiar el nombre',
              icon: <Pencil aria-hidden="true" />,
              onAct: () => tell('Nombre cambiado.'),
            },
            {
              id: 'remove',
              label: 'Quitar del laboratorio',
              icon: <Trash2 aria-hidden="true" />,
              danger: true,
              onAct: () => setDialog('grave'),
            },
          ]}
        />
      </Sample>
      <Sample name="Diálogos">
        <Button onClick={() => setDialog('plain')}>Abrir un diálogo</Button>
        <Button onClick={() => setDialog('grave')}>Preguntar antes</Button>
        <Button onClick={() => setDialog('failed')}>Preguntar, y que falle</Button>
      </Sample>
      <Sample name="Mensajes breves">
        <Button onClick={() => tell('Se creó la nota «Preparación».')}>Decir algo</Button>
        <Button
          onClick={() => tellFailure('No hay conexión con el servidor.', { label: 'Reintentar', onAct: () => tell('Listo.') })}
        >
          Decir que algo falló
        </Button>
      </Sample>
      <Sample name="Pestañas">
        <Tabs
          label="Vistas"
          tabs={[
            { id: 'a', label: 'Aportes', view: <p>Treinta y un aportes.</p> },
            { id: 'b', label: 'Observaciones', view: <p>Ninguna todavía.</p> },
            { id: 'c', label: 'Historia del documento', view: <p>Desde el 9 de mayo.</p> },
          ]}
        />
      </Sample>
      {dialog === 'plain' && (
        <Dialog title="Un diálogo" onClose={close}>
          <p>{long}. Se cierra con Escape, con la equis o tocando fuera.</p>
        </Dialog>
      )}
      {(dialog === 'grave' || dialog === 'failed') && (
        <ConfirmDialog
          title="¿Quitar a Ana Tun del laboratorio?"
          deed="Quitar"
          danger
          failure={
            dialog === 'failed'
              ? 'Es la última persona que facilita este laboratorio. Dé ese papel a otra antes de quitarlo.'
              : undefined
          }
          onConfirm={close}
          onClose={close}
        >
          <p>Su pantalla se cierra en un momento. Lo que escribió se conserva.</p>
        </ConfirmDialog>
      )}
    </div>
  );
}
