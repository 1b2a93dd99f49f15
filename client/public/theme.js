// What must not wait for the program. First the chosen theme and language, put on the page before it is painted. A file of its own because the
// page allows no inline scripts.
(() => {
  try {
    const theme = localStorage.getItem('cocrea.theme');
    if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
    const language = localStorage.getItem('cocrea.language');
    if (language === 'es' || language === 'en') document.documentElement.lang = language;
  } catch {
    // A browser that keeps nothing follows the system and reads Spanish.
  }
})();

// Asks at once what the first page will ask: on a slow line the answer is there when the program is (`src/api/early-answers.ts` takes it).
(() => {
  const [, code] = /^\/unirse\/([A-Z0-9]+)$/.exec(location.pathname) ?? [];
  const [, lab, table] = /^\/laboratorios\/([a-z0-9-]+)\/mesas\/(\d+)$/.exec(location.pathname) ?? [];
  const headers = { accept: 'application/json', 'accept-language': document.documentElement.lang };
  const asked = ['/api/session'];
  if (code) asked.push(`/api/join/${code}`);
  if (lab) asked.push(`/api/labs/${lab}/tables/${table}/mine`);
  window.cocreaEarly = new Map(asked.map((address) => [address, fetch(address, { headers })]));
  for (const answer of window.cocreaEarly.values()) answer.catch(() => undefined);
})();
