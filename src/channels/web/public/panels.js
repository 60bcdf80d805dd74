/**
 * The people at the left and the mails at the right. Where there is room they stand open beside the conversation; else they
 * lie over it, one at a time, are opened by their buttons, and closed by Escape or a press beside them.
 */
export function createPanels(panels, onChange) {
  const wide = { people: matchMedia('(min-width: 62rem)'), mails: matchMedia('(min-width: 90rem)') };
  const opener = (name) => document.querySelector(`[data-opens="${name}"]`);
  const isOpen = (name) => wide[name].matches || panels[name].dataset.open === 'true';

  function set(name, open) {
    panels[name].dataset.open = String(open);
    panels[name].inert = !isOpen(name);
    opener(name).setAttribute('aria-expanded', String(isOpen(name)));
    onChange();
  }

  function close(name) {
    const wasIn = panels[name].contains(document.activeElement);
    set(name, false);
    if (wasIn && !wide[name].matches) opener(name).focus();
  }

  for (const name of Object.keys(panels)) {
    panels[name].inert = !isOpen(name);
    wide[name].addEventListener('change', () => set(name, false));
    opener(name).addEventListener('click', () => {
      const open = !isOpen(name);
      for (const other of Object.keys(panels)) if (other !== name) set(other, false);
      set(name, open);
      if (open) panels[name].querySelector('button, summary, a')?.focus();
    });
    for (const button of panels[name].querySelectorAll('[data-closes]')) {
      button.addEventListener('click', () => close(name));
    }
  }
  document.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') for (const name of Object.keys(panels)) if (isOpen(name)) close(name);
  });
  document.querySelector('main').addEventListener('pointerdown', () => {
    for (const name of Object.keys(panels)) if (panels[name].dataset.open === 'true') close(name);
  });
  return { isOpen, close };
}
