/** Names by how often they are given, as the two public lists have them, and how people spell them. */
/** `up`: the running sum of the weights, so that a number below the last one picks a name. */
interface Weighted {
  readonly names: readonly string[];
  readonly up: Float64Array;
}

export interface Frequencies {
  readonly women: Weighted;
  readonly men: Weighted;
  readonly family: Weighted;
}

const weigh = (entries: readonly (readonly [string, number])[]): Weighted => {
  const up = new Float64Array(entries.length);
  let sum = 0;
  entries.forEach(([, weight], at) => {
    sum += weight;
    up[at] = sum;
  });
  return { names: entries.map(([name]) => name), up };
};

/** `share` in 0…1 of all that bear a name of the list. */
export function pickName({ names, up }: Weighted, share: number): string {
  const wanted = share * (up.at(-1) ?? 0);
  let [low, high] = [0, names.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((up[middle] ?? 0) > wanted) high = middle;
    else low = middle + 1;
  }
  return names[low] ?? "";
}

/** The list rounds the share of rare names to nothing; each is borne by somebody. Percent. */
const rarest = 0.0003;

/** Lines of the two lists, without their heads: `name, births, share of girls` and `name in capitals, percent`. */
export function weighNames(
  given: readonly (readonly string[])[],
  family: readonly (readonly string[])[],
): Frequencies {
  const by = (female: boolean): Weighted =>
    weigh(
      given.flatMap(([name = "", count, share]) => {
        const part = female ? Number(share) : 1 - Number(share);
        return part > 0 ? [[name, Number(count) * part] as const] : [];
      }),
    );
  return {
    women: by(true),
    men: by(false),
    family: weigh(
      family.map(([name = "", percent]) => [spellFamily(name), Math.max(rarest, Number(percent))] as const),
    ),
  };
}

/** The family names come in capitals, without apostrophes. */
function spellFamily(capitals: string): string {
  const title = (word: string): string => word.slice(0, 1) + word.slice(1).toLowerCase();
  const scots = /^MC(.{3,})$/.exec(capitals)?.[1];
  if (scots !== undefined) return `Mc${title(scots)}`;
  const irish =
    /^O(BRIEN|CONNOR|CONNELL|NEAL|NEIL|NEILL|DONNELL|HARA|MALLEY|KEEFE|ROURKE|REILLY|TOOLE|LEARY|SHEA|GRADY|SULLIVAN|DELL)$/.exec(
      capitals,
    )?.[1];
  return irish === undefined ? title(capitals) : `O'${title(irish)}`;
}

const accents = new Map(
  `García Martínez Rodríguez Hernández López González Pérez Sánchez Ramírez Gómez Díaz Vázquez Vásquez Jiménez
  Gutiérrez Muñoz Núñez Peña Chávez Domínguez Álvarez Fernández Méndez Suárez Velázquez Velásquez Cortés Ríos Mejía
  Juárez Márquez Benítez Ibáñez Cárdenas Ordóñez Beltrán Rendón Córdova Ávila Sepúlveda
  José María Jesús Ángel Andrés Sofía Lucía Rubén Ramón Héctor Víctor Mónica Verónica Angélica Adrián Martín Óscar
  César Álvaro Raúl Tomás Germán Julián Sebastián Belén Inés Noé Nicolás Efraín Joaquín Valentín Mía Zoë Renée Chloé André`
    .split(/\s+/)
    .map((name) => [plain(name), name] as const),
);

/** The name with the accents that it has in its own language, where it has any. */
export const accented = (name: string): string => accents.get(name) ?? name;

export function plain(name: string): string {
  return name.normalize("NFD").replace(/\p{M}/gu, "");
}
