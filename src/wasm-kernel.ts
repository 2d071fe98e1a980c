/** A WebAssembly memory page, in bytes. */
const PAGE = 65_536;
/** 4 GiB, the limit of 32-bit addresses. */
const MAX_PAGES = 65_536;
/** Regions begin at multiples of a cache line. */
const ALIGNMENT = 64;

/**
 * Compiles a kernel of kernels/ from base64.
 * @returns null if this machine has no WebAssembly SIMD
 */
export function compileKernel(base64: string): WebAssembly.Module | null {
  const binary = Buffer.from(base64, 'base64');
  return WebAssembly.validate(binary) ? new WebAssembly.Module(binary) : null;
}

/** Instantiates a kernel over a memory. */
export function instantiateKernel<Exports>(module: WebAssembly.Module, memory: WebAssembly.Memory): Exports {
  return new WebAssembly.Instance(module, { env: { memory } }).exports as Exports;
}

/**
 * Lays out regions one after another in a new shared memory, which may be posted to other threads.
 * @param sizes bytes of each region
 * @returns the memory, and the address of each region
 * @throws RangeError if the regions need more than 4 GiB, or more than the machine has
 */
export function allocateRegions<Name extends string>(
  sizes: Readonly<Record<Name, number>>,
): { memory: WebAssembly.Memory; addresses: Record<Name, number> } {
  const addresses = {} as Record<Name, number>;
  let end = ALIGNMENT;
  for (const name of Object.keys(sizes) as Name[]) {
    addresses[name] = end;
    end = Math.ceil((end + sizes[name]) / ALIGNMENT) * ALIGNMENT;
  }
  const pages = Math.ceil(end / PAGE);
  if (pages > MAX_PAGES) {
    throw new RangeError(`${end} bytes do not fit in the 4 GiB of a WebAssembly memory.`);
  }
  const descriptor = { initial: pages, maximum: MAX_PAGES, shared: true };
  return { memory: new WebAssembly.Memory(descriptor), addresses };
}
