import type { Random } from '../../random';

/** The categories of the tutorial's store. */
export const CATEGORIES = [
  'Action', 'Animation', 'Children', 'Classics', 'Comedy', 'Documentary', 'Drama', 'Family',
  'Foreign', 'Games', 'Horror', 'Music', 'New', 'Sci-Fi', 'Sports', 'Travel',
]; // prettier-ignore

const FIRST = 'Ada Aino Alma Amir Anouk Arlo Astrid Bao Bela Bruno Cato Cleo Dara Dina Edda Elio Emre Enzo Esme Farah Finn Freya Gita Goran Greta Hana Hugo Ida Ilya Ines Iris Ivo Jana Joana Jonas Kaia Kian Lara Leif Lena Lio Luca Maja Malik Mara Mika Mira Nadia Nico Nils Noor Olga Omar Oona Otto Paco Petra Quinn Rafa Remi Rhea Rosa Ruben Saga Samir Selma Silas Sina Soren Tala Tariq Tessa Theo Tilda Uma Vera Vito Wanda Yara Yuki Zeno Zoe'.split(' '); // prettier-ignore
const LAST = 'Abney Alder Amsel Arden Bask Beck Birk Bloom Brandt Brook Calder Carow Castell Corvin Dahl Delmar Dorn Eckhart Elm Esker Fabel Falk Farrow Fenn Flint Galen Garrow Glass Grau Hale Harrow Hazel Heron Holm Hult Iver Jarl Juniper Karst Kestrel Kilda Lark Lind Locke Loom Lund Marlow Marsh Merle Moor Nash Nettle Norr Oaks Orlo Osten Pell Pike Quill Rask Reed Rook Rowan Rusk Sable Sand Sorrel Stark Stern Stoll Sund Tarn Teal Thorn Tor Vale Vance Varga Weir Wilde Wren Yarrow Zander'.split(' '); // prettier-ignore
const QUALITY = 'Amber Borrowed Broken Burning Distant Electric Endless Faithful Final Forgotten Gentle Gilded Golden Hidden Hollow Honest Idle Invisible Last Late Lonely Lost Lucky Midnight Modest Narrow Northern Painted Paper Patient Quiet Reckless Restless Royal Salted Scarlet Secret Silent Silver Sleepless Slow Southern Stolen Sudden Tender Unwritten Velvet Violet Wandering Winter'.split(' '); // prettier-ignore
const THING = 'Alphabet Anchor Atlas Avenue Balcony Bridge Cabinet Carnival Cathedral Chorus Circus Clockmaker Comet Compass Courier Daughter Detective Detour Echo Engine Evening Ferry Festival Garden Harbor Horizon Hotel Island Journey Kingdom Ladder Lantern Letter Library Lighthouse Magician Map Market Mirror Mountain Neighbor Orchard Orchestra Passenger Piano Pilot Promise Railway Rehearsal River Rooftop Scandal Season Shadow Signal Sister Stage Station Stranger Summer Tailor Theatre Tide Tower Traveller Understudy Valley Verdict Voyage Weather Window Witness'.split(' '); // prettier-ignore

const NUMERALS = ['', ' II', ' III', ' IV', ' V', ' VI', ' VII', ' VIII'];

/** Draws a first and a last name. Two people may get the same name. */
export const inventName = (random: Random) => ({
  firstName: FIRST[random.integer(FIRST.length)],
  lastName: LAST[random.integer(LAST.length)],
});

/** Creates a generator of unique titles. */
export function createTitles(random: Random): {
  next(): string;
  sequel(title: string, part: number): string;
} {
  const used = new Set<string>();
  return {
    next: () => {
      for (let tries = 0; ; tries++) {
        const plain = `The ${pick(QUALITY, random)} ${pick(THING, random)}`;
        const title =
          tries < 20 ? plain : `${plain} of ${pick(LAST, random)}${tries < 40 ? '' : ` ${tries}`}`;
        if (!used.has(title)) {
          used.add(title);
          return title;
        }
      }
    },
    sequel: (title, part) => `${title}${NUMERALS[part - 1] ?? ` ${part}`}`,
  };
}

const pick = <Entry>(list: readonly Entry[], random: Random): Entry => list[random.integer(list.length)];

/** Returns a one-sentence description of a film. */
export const inventDescription = (
  category: string,
  lead: { firstName: string; lastName: string },
  random: Random,
) =>
  `${/^[AEIOU]/.test(category) ? 'An' : 'A'} ${category.toLowerCase()} film in which ${lead.firstName} ${lead.lastName} must find a ${pick(QUALITY, random).toLowerCase()} ${pick(THING, random).toLowerCase()}.`;
