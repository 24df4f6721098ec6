/** Who the client is: name, profile with the words that it changes, language of dates and numbers. */
import { useMemo } from 'react';
import { updateRow } from '../../../shared/model/change.ts';
import type { Kit } from '../../../shared/method/kit.ts';
import { useFile, useFileState, useKit } from '../../data/hooks.ts';
import { Field, placeOf } from '../../parts/field.tsx';
import { ComboBox } from '../../ui/combo-box.tsx';
import { DefinitionList, Section } from '../../ui/pane.tsx';

/** Shows what is known of the client. */
export function ClientFacts() {
  const kit = useKit();
  const client = useFileState((state) => state.data.client[0]);
  if (client === undefined) return null;
  const { id, profile, locale } = client;
  const words = wordsOfProfile(kit, profile);
  return (
    <Section title="Client" ruled>
      <DefinitionList>
        <Field entity="client" id={id} name="name" label="Name" />
        <Field entity="client" id={id} name="profile" label="Profile" {...(words === '' ? {} : { hint: words })} />
        <LocaleField client={id} locale={locale} />
        <Field entity="client" id={id} name="about" label="About" />
      </DefinitionList>
    </Section>
  );
}

/** Locales to choose from; any other is added by typing it. */
const locales = [
  'en-GB',
  'en-US',
  'en-IE',
  'de-DE',
  'de-AT',
  'de-CH',
  'fr-FR',
  'fr-CH',
  'es-ES',
  'it-IT',
  'nl-NL',
  'sv-SE',
  'da-DK',
  'nb-NO',
  'fi-FI',
  'pl-PL',
  'pt-PT',
  'pt-BR',
];

function LocaleField({ client, locale }: { client: string; locale: string }) {
  const file = useFile();
  const items = useMemo(() => {
    const names = new Intl.DisplayNames(undefined, { type: 'language' });
    const all = locale === '' || locales.includes(locale) ? locales : [locale, ...locales];
    return all.map((id) => ({ id, says: names.of(id) ?? id, more: id }));
  }, [locale]);
  const set = (value: string): void =>
    void file.edit('Set the locale of dates and numbers', [updateRow('client', client, { locale: value })]);
  return (
    <ComboBox
      label="Locale"
      items={items}
      value={locale === '' ? null : locale}
      place={placeOf('client', client, 'locale')}
      onChoose={(id) => set(id ?? '')}
      onCreate={(text) => {
        const known = canonical(text);
        if (known !== null) set(known);
      }}
      createSays={(text) =>
        canonical(text) === null ? `“${text}” is no locale such as en-GB` : `Use ${canonical(text)}`
      }
    />
  );
}

function canonical(text: string): string | null {
  try {
    return Intl.getCanonicalLocales(text.trim())[0] ?? null;
  } catch {
    return null;
  }
}

/** Which of the kit's words are others with this profile, and whom it usually is about. */
function wordsOfProfile(kit: Kit, id: string | null): string {
  const profile = kit.content.profiles.find((one) => one.id === id);
  if (profile === undefined) return '';
  const changed = Object.entries(profile.words).map(([word, says]) => `“${word}” reads “${says}”`);
  return [`Usually the ${profile.client}.`, changed.length === 0 ? '' : `In the document ${changed.join(', ')}.`]
    .filter(Boolean)
    .join(' ');
}
