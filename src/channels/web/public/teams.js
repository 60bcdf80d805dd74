import { el, outside } from './dom.js';
import { t } from './texts.js';

const both = (value, subtle = value) => ({ default: value, subtle });

// Colours are the page's own variables, so that light and dark are one drawing: what stands in a form stays there.
const foregroundColors = {
  default: both('var(--ms-ink)', 'var(--ms-soft)'),
  accent: both('var(--ms-accent)'),
  good: both('var(--ms-good)'),
  attention: both('var(--ms-bad)'),
  warning: both('var(--ms-warning)'),
};

const label = { weight: 'bolder', color: 'default', size: 'default' };

/** Teams' own look: what its client gives the renderer as host config. */
const HOST = {
  fontFamily: 'var(--ms-font)',
  fontSizes: { small: 12, default: 14, medium: 16, large: 20, extraLarge: 24 },
  fontWeights: { lighter: 200, default: 400, bolder: 600 },
  lineHeights: { small: 16, default: 20, medium: 22, large: 28, extraLarge: 32 },
  spacing: { small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 16 },
  separator: { lineThickness: 1, lineColor: 'var(--ms-line)' },
  supportsInteractivity: true,
  containerStyles: {
    default: { backgroundColor: 'var(--ms-ground)', foregroundColors },
    emphasis: { backgroundColor: 'var(--ms-raised)', foregroundColors },
  },
  inputs: {
    label: { inputSpacing: 'small', requiredInputs: { ...label, suffix: ' *' }, optionalInputs: label },
    errorMessage: { spacing: 'small', color: 'attention', size: 'small' },
  },
  actions: { maxActions: 6, buttonSpacing: 8, actionsOrientation: 'horizontal', actionAlignment: 'left' },
  adaptiveCard: { allowCustomStyle: false },
  textBlock: { headingLevel: 3 },
};

const ENTITIES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/**
 * Of markdown our cards use the backslash alone, before what data must not format with: it is taken away, and what is left
 * is text, whatever it looks like.
 */
function plainMarkdown(text, result) {
  const plain = text.replace(/\\([\\*_`~#[\]<>|{}&!+=.)-])/g, '$1');
  result.outputHtml = plain.replace(/[&<>"]/g, (character) => ENTITIES[character]);
  result.didProcess = true;
}

/** An Adaptive Card as Teams would show it; `onPress(id, values)` gets the stored command's id and the form's fields. */
export function renderTeams(card, onPress) {
  const { AdaptiveCard, HostConfig } = window.AdaptiveCards;
  AdaptiveCard.onProcessMarkdown = plainMarkdown;
  const shown = new AdaptiveCard();
  shown.hostConfig = new HostConfig(HOST);
  shown.parse(card);
  shown.onExecuteAction = (action) => {
    if (action.url) outside(action.url, {}).click();
    else press(action.data ?? {}, onPress);
  };
  const drawn = shown.render() ?? el('p', {}, t('broken'));
  for (const more of drawn.querySelectorAll('[title="More options"]')) {
    more.setAttribute('aria-label', t('moreActions'));
    more.title = t('moreActions');
  }
  return el('div', { class: 'ms' }, drawn);
}

function press({ id, ...values }, onPress) {
  const texts = Object.entries(values).map(([name, value]) => [name, String(value ?? '')]);
  if (typeof id === 'string') onPress(id, texts.length > 0 ? Object.fromEntries(texts) : undefined);
}
