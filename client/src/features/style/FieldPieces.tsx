// Everything one fills in: empty, filled, wrong, too long, disabled.
import { actorKinds, type ActorKind } from '@cocrea/shared/domain/actor-kind.ts';
import { useState, type ReactNode } from 'react';
import { ActorKindMark } from '../../ui/ActorKindMark.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { CopyField } from '../../ui/CopyField.tsx';
import { PasswordField } from '../../ui/PasswordField.tsx';
import { RadioCards } from '../../ui/RadioCards.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useWords } from '../../ui/words.ts';
import { Sample } from './Sample.tsx';
import styles from './style-page.module.css';

export function FieldPieces(): ReactNode {
  const { ui } = useWords();
  const [text, setText] = useState('');
  const [code, setCode] = useState('gen te9');
  const [password, setPassword] = useState('cuatro palabras juntas');
  const [kind, setKind] = useState<ActorKind | null>('academia');
  const [given, setGiven] = useState(false);
  const [role, setRole] = useState<'participant' | 'observer'>('participant');
  return (
    <div className={styles.samples}>
      <Sample name="Texto: vacío, con ayuda">
        <TextField label="Institución u organización" hint="Como aparece en su carta." optional value={text} onChange={setText} />
      </Sample>
      <Sample name="Con error">
        <TextField
          label="Nombre o alias"
          value="Ana"
          onChange={setText}
          error="Ya hay alguien con ese nombre en el laboratorio. Puede usar «Ana 2» u otro."
        />
      </Sample>
      <Sample name="Deshabilitado y solo lectura">
        <TextField label="Nombre" value="Ana Tun" onChange={setText} disabled />
        <TextField label="Enlace" value="http://192.168.1.20:3000" onChange={setText} readOnly />
      </Sample>
      <Sample name="Código">
        <TextField label="Código de la sesión" value={code} onChange={setCode} large autoComplete="off" />
      </Sample>
      <Sample name="Contraseña">
        <PasswordField
          label="Contraseña"
          value={password}
          onChange={setPassword}
          autoComplete="new-password"
          hint="Al menos 10 caracteres."
        />
        <PasswordField
          label="Contraseña con error"
          value="corta"
          onChange={setPassword}
          autoComplete="new-password"
          error="La contraseña necesita al menos 10 caracteres."
        />
      </Sample>
      <Sample name="Lista">
        <Select
          label="Papel"
          value={role}
          onChange={setRole}
          hint={ui.roleHints[role]}
          options={[
            { value: 'participant', label: ui.roles.participant },
            { value: 'observer', label: ui.roles.observer },
          ]}
        />
        <Select
          label="Papel, con error"
          value={role}
          onChange={setRole}
          error="Elija un papel."
          options={[{ value: 'participant', label: ui.roles.participant }]}
        />
      </Sample>
      <Sample name="Casillas">
        <Checkbox checked={given} onChange={setGiven} label="Puedo aparecer en fotografías de la sesión." />
        <Checkbox
          checked
          onChange={setGiven}
          label="Pueden contarme entre quienes participaron."
          hint="Se puede retirar después."
        />
        <Checkbox checked={false} onChange={setGiven} label="Deshabilitada" disabled />
      </Sample>
      <Sample name="Para copiar">
        <CopyField label="Enlace para entrar" value="http://192.168.1.20:3000/unirse/GENTE9" />
      </Sample>
      <Sample name="Tarjetas, 320 px" narrow>
        <RadioCards
          legend="¿Desde dónde habla usted?"
          value={kind}
          onChange={setKind}
          cards={actorKinds.map((value) => ({
            value,
            label: ui.actorKinds[value],
            hint: ui.actorKindHints[value],
            mark: <ActorKindMark kind={value} silent />,
          }))}
        />
      </Sample>
      <Sample name="Tarjetas con error">
        <RadioCards
          legend="¿Desde dónde habla usted?"
          value={null}
          onChange={setKind}
          error="Elija una de las opciones."
          cards={[
            { value: 'ong', label: ui.actorKinds.ong, mark: <ActorKindMark kind="ong" silent /> },
            { value: 'privado', label: ui.actorKinds.privado, mark: <ActorKindMark kind="privado" silent /> },
          ]}
        />
        <RadioCards
          legend="Deshabilitadas"
          value="ong"
          onChange={setKind}
          disabled
          cards={[
            { value: 'ong', label: ui.actorKinds.ong },
            { value: 'privado', label: ui.actorKinds.privado },
          ]}
        />
      </Sample>
    </div>
  );
}
