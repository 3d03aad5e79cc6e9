"use client";

import { CSPProvider } from "@base-ui/react/csp-provider";
import { Toast } from "@base-ui/react/toast";

const manager = Toast.createToastManager();

/** Says that something succeeded, for six seconds, and offers to take it back. */
export function showToast(sentence: string, undo?: () => void): void {
  const id: string = manager.add({
    description: sentence,
    timeout: 6000,
    ...(undo
      ? {
          actionProps: {
            children: "Undo",
            onClick: () => {
              manager.close(id);
              undo();
            },
          },
        }
      : {}),
  });
}

/** Placed once, at the end of the frame. Style elements are off: the content policy would refuse them. */
export function Toaster() {
  return (
    <CSPProvider disableStyleElements>
      <Toast.Provider toastManager={manager} limit={2}>
        <Toast.Portal>
          <Toast.Viewport className="toasts">
            <Toasts />
          </Toast.Viewport>
        </Toast.Portal>
      </Toast.Provider>
    </CSPProvider>
  );
}

function Toasts() {
  const { toasts } = Toast.useToastManager();
  return toasts.map((toast) => (
    <Toast.Root key={toast.id} toast={toast} className="toast" swipeDirection={["down", "right"]}>
      <Toast.Content className="toast-line">
        <Toast.Description />
        <Toast.Action />
      </Toast.Content>
    </Toast.Root>
  ));
}
