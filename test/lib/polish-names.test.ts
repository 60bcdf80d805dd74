import { describe, expect, it } from 'vitest';
import { sameName } from '../../src/lib/polish-names/match.ts';

describe('a name as people say it', () => {
  it.each([
    ['Pawłowi Krukowi', 'Paweł Kruk'],
    ['Pawła Kruka', 'Paweł Kruk'],
    ['pawlem krukiem', 'Paweł Kruk'],
    ['Kruk Paweł', 'Paweł Kruk'],
    ['P. Kruk', 'Paweł Kruk'],
    ['Paul’s', 'Paul Green'],
    ['Annę Kowalską', 'Anna Kowalska'],
    ['Annie Kowalskiej', 'Anna Kowalska'],
    ['Anny Kowalskiej', 'Anna Kowalska'],
    ['Janowi Kowalskiemu', 'Jan Kowalski'],
    ['Jana Kowalskiego', 'Jan Kowalski'],
    ['Magdalenie Zielińskiej', 'Magdalena Zielińska'],
    ['Magdalenę', 'Magdalena Zielińska'],
    ['Tomaszowi Wróblowi', 'Tomasz Wróbel'],
    ['Tomasza Wróbla', 'Tomasz Wróbel'],
    ['Tomaszem Wróblem', 'Tomasz Wróbel'],
    ['Markowi Dudkowi', 'Marek Dudek'],
    ['Marka Dudka', 'Marek Dudek'],
    ['Piotrze', 'Piotr Nowak'],
    ['Piotrem Nowakiem', 'Piotr Nowak'],
    ['Kindze Sikorze', 'Kinga Sikora'],
    ['Monice', 'Monika Lis'],
    ['Marcie', 'Marta Lis'],
    ['Beacie Wilk', 'Beata Wilk'],
    ['Zofii', 'Zofia Zając'],
    ['Zofię Zając', 'Zofia Zając'],
    ['Jerzego Gołębia', 'Jerzy Gołąb'],
    ['Jerzemu Gołębiowi', 'Jerzy Gołąb'],
    ['Wojciechowi', 'Wojciech Kozioł'],
    ['Kozła', 'Wojciech Kozioł'],
    ['Kwietnia', 'Jan Kwiecień'],
    ['Ewie', 'Ewa Maj'],
    ['Emily Carter', 'Emily Carter'],
    ['Emily Carterowi', 'Emily Carter'],
    ['Żak-Śliwińskiej', 'Łucja Żak-Śliwińska'],
  ])('%s is %s', (said, full) => {
    expect(sameName(said, full)).toBe(true);
  });

  it.each([
    ['Pawłowi', 'Paulina Kruk'],
    ['Janina', 'Jan Nowak'],
    ['Jan Nowak', 'Jan Kowalski'],
    ['Anna Anna', 'Anna Kowalska'],
    ['Kowal', 'Jan Kowalski'],
    ['Marta', 'Marek Dudek'],
    ['P', 'Paweł Kruk'],
    ['Paweł Kruk Nowak', 'Paweł Kruk'],
    ['', 'Paweł Kruk'],
  ])('%j is not %s', (said, full) => {
    expect(sameName(said, full)).toBe(false);
  });
});
