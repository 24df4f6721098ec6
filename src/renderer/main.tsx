/** The page: its first words are painted, then the interface is fetched, which connects to the core and shows itself. */

const root = document.getElementById('root');
const show = async (element: HTMLElement): Promise<void> => {
  await painted();
  const { boot } = await import('./app/boot.tsx');
  await boot(element);
};
if (root !== null) void show(root);

/** Resolves when the first frame was drawn, or soon where none is drawn: a window that is not seen yet. */
function painted(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
    setTimeout(resolve, 100);
  });
}
