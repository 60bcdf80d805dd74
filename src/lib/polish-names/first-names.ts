/** First names common in Poland, in the form people sign with. Women's end in -a, men's do not. */
export const FIRST_NAMES: readonly string[] = `
Adam Adrian Aleksander Andrzej Antoni Arkadiusz Artur Bartłomiej Bartosz Bogdan Bogusław Cezary Damian Daniel Dariusz
Dawid Dominik Edward Emil Eryk Fabian Filip Franciszek Gabriel Grzegorz Henryk Hubert Ignacy Igor Ireneusz Jacek Jakub
Jan Janusz Jarosław Jerzy Józef Juliusz Kacper Kamil Karol Kazimierz Konrad Krystian Krzysztof Leon Leszek Lech Łukasz
Maciej Marcel Marcin Marek Marian Mariusz Mateusz Michał Mieczysław Mikołaj Mirosław Norbert Oliwier Oskar Patryk Paweł
Piotr Przemysław Radosław Rafał Robert Roman Ryszard Sebastian Sławomir Stanisław Stefan Sylwester Szymon Tadeusz Tomasz
Tymon Waldemar Wiesław Wiktor Witold Władysław Włodzimierz Wojciech Zbigniew Zdzisław Zenon Zygmunt
Ada Agata Agnieszka Aldona Aleksandra Alicja Anastazja Aneta Angelika Anna Antonina Barbara Beata Blanka Bożena Celina
Danuta Daria Dominika Dorota Edyta Eliza Elżbieta Emilia Ewa Ewelina Gabriela Grażyna Halina Hanna Helena Iga Ilona Inga
Irena Iwona Iza Izabela Jadwiga Janina Joanna Jolanta Julia Julita Justyna Kamila Karina Karolina Katarzyna Kinga Klara
Klaudia Kornelia Krystyna Laura Lena Lidia Liliana Lucyna Łucja Magda Magdalena Maja Małgorzata Maria Marianna Marlena
Marta Martyna Marzena Matylda Milena Mirosława Monika Nadia Natalia Natasza Nikola Nina Oksana Olga Oliwia Patrycja
Paulina Pola Renata Roksana Róża Sabina Sandra Stanisława Stefania Sylwia Teresa Urszula Wanda Weronika Wiktoria Wioletta
Zofia Zuzanna Żaneta
`
  .trim()
  .split(/\s+/);
