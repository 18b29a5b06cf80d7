/* global navigator */
// Runs before the first paint, so that a dark screen never flashes white and a Korean one is never read out in
// English. An external file because the content security policy allows no inline script.
(function () {
  var root = document.documentElement;
  var read = function (key) {
    try {
      return localStorage.getItem(key);
    } catch {
      return null; // storage is switched off: the defaults do
    }
  };
  var scheme = read('ttn.color-scheme');
  if (scheme !== 'light' && scheme !== 'dark') {
    scheme = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  }
  root.setAttribute('data-mantine-color-scheme', scheme);
  var language = read('ttn.language') || (/^ko\b/i.test(navigator.language) ? 'ko' : 'en');
  root.setAttribute('lang', language === 'ko' ? 'ko' : 'en');
  var density = read('ttn.density');
  if (density === 'comfortable' || density === 'compact') root.setAttribute('data-density', density);
})();
