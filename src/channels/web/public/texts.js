import { TEXTS } from './catalogue.js';

const stored = localStorage.getItem('language');
export let language = stored === 'en' || stored === 'pl' ? stored : navigator.language.startsWith('pl') ? 'pl' : 'en';

export const t = (key) => TEXTS[language][key];

/** Puts every text of the page's own into `next`, and remembers it for the next visit. */
export function speak(next) {
  language = next;
  localStorage.setItem('language', next);
  document.documentElement.lang = next;
  document.title = `${t('title')} · ${t('demo')}`;
  for (const one of document.querySelectorAll('[data-text]')) one.textContent = t(one.dataset.text);
  for (const one of document.querySelectorAll('[data-label]')) one.setAttribute('aria-label', t(one.dataset.label));
  for (const one of document.querySelectorAll('[data-placeholder]')) one.placeholder = t(one.dataset.placeholder);
}

/** "14:05", or with the day where it was another one. */
export function moment(at) {
  const date = new Date(at);
  const today = date.toDateString() === new Date().toDateString();
  const day = today ? {} : { day: 'numeric', month: 'short' };
  return new Intl.DateTimeFormat(language === 'pl' ? 'pl' : 'en-GB', {
    ...day,
    hour: '2-digit',
    minute: '2-digit',
  }).format(date);
}
