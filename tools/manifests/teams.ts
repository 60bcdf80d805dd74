import type { TeamsManifestV1D19 } from '@microsoft/app-manifest';
import { prompts } from '../../dialogs/help/prompts.ts';
import { repertoire } from '../../dialogs/index.ts';
import packageJson from '../../package.json' with { type: 'json' };
import { APP_NAME, SEARCH } from '../../src/channels/teams/manifest.ts';
import { CodedError } from '../../src/lib/errors.ts';
import type { Locale } from '../../src/lib/locale.ts';
import { BACKGROUND } from './icons.ts';
import { COMMANDS, EXTENSION, LONG, SHORT } from './teams-texts.ts';

type TeamsManifest = TeamsManifestV1D19.TeamsManifestV1D19;

/** The oldest that knows all this: what newer ones add is not used, and clouds that lag behind would refuse them. */
export const SCHEMAS = 'https://developer.microsoft.com/json-schemas/teams/v1.19/';

export interface TeamsAppPlace {
  /** The application (client) id of the registration; it is the bot's and the app's too. */
  appId: string;
  /** Where Teams reaches the service, without a slash at its end. */
  publicUrl: string;
}

/** The names of files in the package. */
export const FILES = { manifest: 'manifest.json', pl: 'pl.json', color: 'color.png', outline: 'outline.png' } as const;

/**
 * The app's manifest with its texts in one language. What people see when they meet the app is one command list for
 * wherever they are: pressing a command writes its title, which is understood like everything that is written.
 */
export function teamsManifest({ appId, publicUrl }: TeamsAppPlace, locale: Locale = 'en'): TeamsManifest {
  return {
    $schema: `${SCHEMAS}MicrosoftTeams.schema.json`,
    manifestVersion: '1.19',
    version: packageJson.version,
    id: appId,
    developer: { name: APP_NAME, websiteUrl: publicUrl, privacyUrl: publicUrl, termsOfUseUrl: publicUrl },
    localizationInfo: { defaultLanguageTag: 'en', additionalLanguages: [{ languageTag: 'pl', file: FILES.pl }] },
    name: { short: APP_NAME, full: `${APP_NAME} Assistant` },
    description: { short: SHORT[locale], full: LONG[locale] },
    icons: { color: FILES.color, outline: FILES.outline },
    accentColor: BACKGROUND,
    bots: [
      {
        botId: appId,
        scopes: ['personal', 'team', 'groupChat'],
        supportsFiles: true,
        isNotificationOnly: false,
        commandLists: [{ scopes: ['personal', 'team', 'groupChat'], commands: commands(locale) }],
      },
    ],
    composeExtensions: [
      {
        botId: appId,
        composeExtensionType: 'botBased',
        commands: [
          {
            id: SEARCH.command,
            type: 'query',
            // Only while a message is written is there a chat that "everybody in this chat" can mean.
            context: ['compose'],
            title: EXTENSION.title[locale],
            description: EXTENSION.description[locale],
            initialRun: true,
            parameters: [
              {
                name: SEARCH.parameter,
                title: EXTENSION.parameter[locale],
                description: EXTENSION.example[locale],
                inputType: 'text',
              },
            ],
          },
        ],
      },
    ],
    // Who speaks, and messages nobody asked for at that moment: approvals, notices.
    permissions: ['identity', 'messageTeamMembers'],
    validDomains: [new URL(publicUrl).host],
    defaultInstallScope: 'personal',
    defaultGroupCapability: { team: 'bot', groupchat: 'bot', meetings: 'bot' },
  };
}

/** What there is a dialog for, in the order people come for it. */
function commands(locale: Locale): { title: string; description: string }[] {
  const known = new Set(repertoire.dialogs.map(({ intent }) => intent));
  return prompts
    .filter(({ intent }) => known.has(intent))
    .map(({ intent, message }) => {
      const description = COMMANDS[intent];
      if (!description) throw new CodedError('internal', 'manifest.command', { intent });
      return { title: message[locale], description: description[locale] };
    });
}

/** What the schema of a language's file wants, whether or not it reads differently. */
const ALWAYS = ['name.short', 'name.full', 'description.short', 'description.full'];

/** The texts of another language: by its path, each that reads differently there. */
export function teamsLanguage(place: TeamsAppPlace, locale: Locale): Record<string, string> {
  const original = new Map(leaves(teamsManifest(place)));
  const translated = leaves(teamsManifest(place, locale)).filter(
    ([path, text]) => ALWAYS.includes(path) || original.get(path) !== text,
  );
  return { $schema: `${SCHEMAS}MicrosoftTeams.Localization.schema.json`, ...Object.fromEntries(translated) };
}

/** Every text with its path, e.g. `bots[0].commandLists[0].commands[1].title`. */
function leaves(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  if (Array.isArray(value)) return value.flatMap((item, i) => leaves(item, `${path}[${i}]`));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, item]) => leaves(item, path ? `${path}.${name}` : name));
}
