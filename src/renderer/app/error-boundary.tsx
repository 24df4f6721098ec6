/** A fault of the interface loses nothing: what was typed is sent, and there is a way back. */
import { Component, type ReactNode } from 'react';
import { WindowContext } from '../data/hooks.ts';
import type { WindowStore } from '../data/window.ts';
import { Button } from '../ui/button.tsx';
import { Trouble } from '../ui/states.tsx';
import styles from './error-boundary.module.css';

type Props = {
  readonly children: ReactNode;
  /** Grows when one goes elsewhere: then the fault is over. */ readonly at?: number;
};
type State = { readonly failed: boolean; readonly at: number | undefined };

/** Stands around a part of the interface and takes its place when it fails. */
export class ErrorBoundary extends Component<Props, State> {
  static override contextType = WindowContext;
  declare context: WindowStore | null;
  override state: State = { failed: false, at: this.props.at };

  static getDerivedStateFromError(): Partial<State> {
    return { failed: true };
  }

  static getDerivedStateFromProps({ at }: Props, state: State): Partial<State> | null {
    return at === state.at ? null : { failed: false, at };
  }

  override componentDidCatch(): void {
    void this.context?.store.getState().file?.flush();
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return (
      <main className={styles.fault}>
        <Trouble
          title="This screen could not be drawn"
          text="What you typed was sent to the disk and nothing is lost. Show the screen again, go to another one, or take the last step back."
          actions={
            <>
              <Button kind="primary" onPress={() => this.setState({ failed: false })}>
                Show it again
              </Button>
              <Button onPress={() => void this.#undo()}>Undo the last step</Button>
              <Button onPress={() => void this.#home()}>Back to the client files</Button>
            </>
          }
        />
      </main>
    );
  }

  async #undo(): Promise<void> {
    await this.context?.store.getState().file?.undo();
    this.setState({ failed: false });
  }

  async #home(): Promise<void> {
    await this.context?.leave();
    this.setState({ failed: false });
  }
}
