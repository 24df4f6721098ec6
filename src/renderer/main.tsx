/** The page: its first words are painted while the interface is fetched, which connects to the core and shows itself. */

const root = document.getElementById('root');
const show = async (element: HTMLElement): Promise<void> => {
  const { boot } = await import('./app/boot.tsx');
  await boot(element);
};
if (root !== null) void show(root);
