/** The currency of all sums of an engagement, chosen by its code or its name. */
import { useMemo } from 'react';
import { updateRow } from '../../../shared/model/change.ts';
import { tierOf } from '../../../shared/method/kit.ts';
import { useEngagement, useFile, useKit } from '../../data/hooks.ts';
import { placeOf } from '../../parts/field.tsx';
import { ComboBox } from '../../ui/combo-box.tsx';

/** Chooses the currency. */
export function CurrencyField() {
  const file = useFile();
  const engagement = useEngagement();
  const kit = useKit();
  const items = useMemo(currencies, []);
  const { currency } = engagement;
  const known = items.some(({ id }) => id === currency) || currency === '';
  return (
    <ComboBox
      label="Currency"
      hideLabel
      placeholder={tierOf(kit, engagement.tier).fee?.currency}
      items={known ? items : [{ id: currency, says: currency }, ...items]}
      value={currency === '' ? null : currency}
      place={placeOf('engagement', engagement.id, 'currency')}
      onChoose={(id) =>
        void file.edit(`Set the currency to ${id ?? 'none'}`, [
          updateRow('engagement', engagement.id, { currency: id ?? '' }),
        ])
      }
    />
  );
}

function currencies() {
  const names = new Intl.DisplayNames(undefined, { type: 'currency' });
  return Intl.supportedValuesOf('currency').map((code) => ({ id: code, says: code, more: names.of(code) ?? '' }));
}
