import { describe, expect, it } from 'vitest';
import { baseName } from '../../src/lib/polish-names/base.ts';
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

describe('the base form proposed for a name', () => {
  it.each([
    ['Annę Kowalską', 'Anna Kowalska'],
    ['Annie Kowalskiej', 'Anna Kowalska'],
    ['Martę Nowak', 'Marta Nowak'],
    ['Zofii Sikory', 'Zofia Sikora'],
    ['Łucję Żak-Śliwińską', 'Łucja Żak-Śliwińska'],
    ['Jana Kowalskiego', 'Jan Kowalski'],
    ['Pawłowi Krukowi', 'Paweł Kruk'],
    ['Pawła Kruka', 'Paweł Kruk'],
    ['Marka Dudka', 'Marek Dudek'],
    ['Tomasza Wróbla', 'Tomasz Wróbel'],
    ['Piotra Wilka', 'Piotr Wilk'],
    ['Adama Krawca', 'Adam Krawiec'],
    ['Jerzego Gołębia', 'Jerzy Gołąb'],
    ['Michała Czarnego', 'Michał Czarny'],
    ['Piotrem Nowakiem', 'Piotr Nowak'],
    ['Jana Sikorę', 'Jan Sikora'],
  ])('of %s is %s', (said, base) => {
    expect(baseName(said)).toBe(base);
    expect(baseName(base)).toBe(base);
  });

  it.each(['Anna Kowalska', 'Jan Sikora', 'Emily Carter', 'Marta', 'Olga Ivanova', ''])('of %j is itself', (name) => {
    expect(baseName(name)).toBe(name);
  });
});
