// The tokens as one sees them: grounds, inks, kinds of actor, people, the scale of type.
import { actorKinds } from '@cocrea/shared/domain/actor-kind.ts';
import type { CSSProperties, ReactNode } from 'react';
import { ActorKindMark } from '../../ui/ActorKindMark.tsx';
import { PersonMark } from '../../ui/PersonMark.tsx';
import { Sample } from './Sample.tsx';
import styles from './style-page.module.css';

const colors = [
  'paper',
  'surface',
  'sunken',
  'text',
  'muted',
  'line',
  'outline',
  'accent',
  'accent-soft',
  'danger',
  'danger-soft',
  'warning',
  'warning-soft',
];
const scale = ['small', 'body', 'lead', 'title', 'heading', 'display'];
const people = [
  'Ana Tun',
  'Luis Paz',
  'Ixmukané',
  'Rosa Cúc Ajú',
  'Ñ',
  'Óscar de la Cruz',
  'K’iche’ Winaq',
  'Eva',
  'Beto',
  'Nim Ja',
  'Zoe',
  'Élfego',
];

export function Foundations(): ReactNode {
  return (
    <>
      <div className={styles.swatches}>
        {colors.map((name) => (
          <div key={name} className={styles.swatch}>
            <span className={styles.chip} style={{ '--chip': `var(--${name})` } as CSSProperties} />
            {name}
          </div>
        ))}
      </div>
      <div className={styles.samples}>
        <Sample name="Escala: 14, 16, 18, 22, 28, 36">
          <div className={styles.scale}>
            {scale.map((step) => (
              <span key={step} style={{ fontSize: `var(--type-${step})` }}>
                Innovación pública
              </span>
            ))}
          </div>
        </Sample>
        <Sample name="Tipos de actor: color y forma">
          <div className={styles.marks}>
            {actorKinds.map((kind) => (
              <ActorKindMark key={kind} kind={kind} named />
            ))}
          </div>
        </Sample>
        <Sample name="Personas: doce colores, iniciales, tipo de actor">
          <div className={styles.marks}>
            {people.map((name, color) => (
              <PersonMark key={name} name={name} color={color} kind={actorKinds[color % actorKinds.length] ?? 'otro'} />
            ))}
          </div>
        </Sample>
      </div>
      <p className={styles.document}>
        La hoja del documento: Source Serif 4, 68 signos por línea. Ñandú, pingüino, jóvenes; q’eqchiʼ, kʼicheʼ, tzʼutujil. «Se
        parte de un problema: falta una estrategia para desarrollar herramientas de innovación de manera colaborativa.»
      </p>
    </>
  );
}
