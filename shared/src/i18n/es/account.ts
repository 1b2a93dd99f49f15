// What coming in with an account and a person's own page say, in Spanish.
const changes = (count: number): string => (count === 1 ? '1 cambio' : `${count} cambios`);
const documents = (count: number): string => (count === 1 ? '1 documento' : `${count} documentos`);

export const account = {
  signIn: {
    title: 'Entrar con su cuenta',
    lede: 'Para quienes facilitan, relatan, consolidan o administran.',
    name: 'Nombre',
    password: 'Contraseña',
    showPassword: 'Mostrar la contraseña',
    go: 'Entrar',
    byCode: 'Entrar con un código',
    lost: 'Si olvidó su contraseña, pida otra a quien administra el servidor.',
  },
  setUp: {
    title: 'Crear la cuenta de administración',
    lede: 'Este enlace se usa una sola vez. Con esta cuenta se crean las demás.',
    name: 'Nombre y apellido',
    password: 'Contraseña',
    passwordHint: (minimum: string) =>
      `Al menos ${minimum} caracteres. Varias palabras juntas son fáciles de recordar y difíciles de adivinar.`,
    go: 'Crear la cuenta',
  },
  title: 'Su cuenta',
  titleDevice: 'Usted en este dispositivo',
  asAccount: 'Entra con nombre y contraseña.',
  asDevice: 'Entró sin cuenta. Este dispositivo recuerda quién es usted.',
  passerBy: 'Todavía no ha entrado en ningún laboratorio desde este dispositivo.',
  enter: 'Ir a la entrada',
  name: {
    title: 'Nombre',
    field: 'Nombre o alias',
    fieldAccount: 'Nombre',
    hint: 'Así le ven las demás personas.',
    hintAccount: 'Así le ven las demás personas, y con este nombre entra a su cuenta.',
    save: 'Cambiar mi nombre',
    missing: 'Escriba un nombre o un alias.',
    useSuggestion: (name: string) => `Usar «${name}»`,
    done: 'Su nombre cambió para todas las personas.',
    stale: 'Alguien cambió su nombre mientras usted lo escribía. Ya se muestra lo último: revíselo y vuelva a guardar.',
    noLab: 'Ya no está en ningún laboratorio, así que su nombre no se puede cambiar.',
  },
  labs: {
    title: 'Sus laboratorios',
    none: 'No está en ningún laboratorio. Entre con un código cuando se lo den.',
    lab: 'Laboratorio',
    role: 'Papel',
    what: 'Qué puede hacer',
    subTable: (no: string, theme: string) => `Sub-mesa ${no}: ${theme}`,
  },
  preferences: 'En este dispositivo',
  leave: {
    title: 'Salir',
    here: 'Salir de este dispositivo',
    hereWhat: 'Cierra su sesión aquí. En otros teléfonos o computadoras sigue abierta.',
    everywhere: 'Salir de todos los dispositivos',
    everywhereWhat: 'Cierra su sesión en cada teléfono y computadora donde entró, también en este. Úselo si perdió uno.',
    deviceWhat: 'Este dispositivo es lo único que sabe quién es usted.',
    askHere: '¿Salir de este dispositivo?',
    askEverywhere: '¿Salir de todos los dispositivos?',
    accountAgain: 'Para volver, entre con su nombre y contraseña.',
    deviceForgets:
      'Este dispositivo olvidará quién es usted. No hay contraseña: al volver con un código será una persona nueva para el laboratorio.',
    deviceKeeps: 'Lo que ya escribió y está en el servidor se conserva a su nombre.',
    unsentLooking: 'Revisando si queda algo por enviar…',
    unsentNone: 'Todo lo que escribió aquí ya está en el servidor.',
    unsentUnknown:
      'No se pudo revisar si queda algo por enviar. Antes de salir, abra sus documentos y mire que digan «Guardado en el servidor».',
    unsentAccount: (count: number, inDocuments: number) =>
      `Tiene ${changes(count)} sin enviar en ${documents(inDocuments)}. Se quedan en este dispositivo, a su nombre, y se envían cuando usted vuelva a entrar aquí y abra el documento.`,
    unsentDevice: (count: number, inDocuments: number) =>
      `Tiene ${changes(count)} sin enviar en ${documents(inDocuments)}. Si sale ahora, se quedan en este dispositivo y ya nadie podrá enviarlos a su nombre. Abra antes los documentos y espere a que digan «Guardado en el servidor».`,
    contributionsAccount: (count: number) =>
      count === 1
        ? 'Queda 1 aporte sin enviar. Espera en este dispositivo hasta que usted vuelva a entrar en él.'
        : `Quedan ${count} aportes sin enviar. Esperan en este dispositivo hasta que usted vuelva a entrar en él.`,
    contributionsDevice: (count: number) =>
      count === 1
        ? 'Queda 1 aporte sin enviar. Si sale, nadie podrá enviarlo: espere a que se envíe, o cópielo antes.'
        : `Quedan ${count} aportes sin enviar. Si sale, nadie podrá enviarlos: espere a que se envíen, o cópielos antes.`,
    unsentElsewhere: 'Si en otro dispositivo quedó algo sin enviar, espera allí hasta que usted vuelva a entrar en él.',
    goHere: 'Salir',
    goAnyway: 'Salir de todos modos',
    goEverywhere: 'Salir de todos',
  },
};
