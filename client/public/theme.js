// Puts the chosen theme and language on the page before it is painted. A file of its own because the page allows no inline scripts.
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
